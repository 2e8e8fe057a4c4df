using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>What may become of a file of a case, and how much of them a case takes.</summary>
public static class EvidenceCustody
{
    /// <summary>The most one message may carry: one video and some documents.</summary>
    public const long MostBytesOfMessage = 70L * Mebibyte;

    /// <summary>The most that complainants' uploads may make of one case, copies included; an office's own files are not held up by it.</summary>
    public const long MostBytesOfCase = 250L * Mebibyte;

    private const int Mebibyte = 1024 * 1024;

    /// <summary>Room for a file more in a message and in its case.</summary>
    /// <param name="inMessage">With the new file.</param>
    /// <param name="inCase">With the new file.</param>
    public static Refusal? CheckRoom(long inMessage, long inCase) =>
        inMessage > MostBytesOfMessage ? new Refusal("evidence.message-full", "Files", MostBytesOfMessage / Mebibyte)
        : inCase > MostBytesOfCase ? new Refusal("evidence.case-full", "Files", MostBytesOfCase / Mebibyte)
        : null;

    /// <summary>True when this actor may ask for the originals of this case; whether a file has one is another question.</summary>
    public static bool MayRelease(Complaint complaint, Actor actor) => Intake.Barred(complaint, Act.ReleaseOriginal, actor) is null;

    /// <law>
    /// UU 11/2008 (ITE) art. 6: an electronic document is evidence where it can be shown whole and answered for; UU 27/2022 art. 16(2): no more of a
    /// person is shown than the purpose needs. So the copy without place and device is what everybody reads, and the original comes out by an act
    /// with a reason. Also from a closed case, because proceedings begin after it.
    /// </law>
    public static Decision<ComplaintEvent> Release(
        Complaint complaint,
        ComplaintCommand.ReleaseOriginal release,
        ComplaintContext context
    ) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ReleaseOriginal, context) is { } no => no,
            _ when release.Subject is null => new Refusal("original.no-such-file"),
            _ when complaint.Quarantined.Contains(release.File) => new Refusal("original.quarantined"),
            _ when release.Subject.Original is null => new Refusal("original.same-as-copy"),
            _ when Wording.Check(nameof(release.Reason), release.Reason, required: true, longest: 500) is { } wrong => wrong,
            _ when release.Reason.Trim().Length < 10 => new Refusal("original.reason-too-short", nameof(release.Reason)),
            _ => new ComplaintEvent.OriginalReleased(release.File, release.Reason),
        };

    /// <law>UU 27/2022 art. 35: who keeps data guards those who read them. Once, also on a closed case; an unknown case has nothing to guard.</law>
    public static Decision<ComplaintEvent> Quarantine(
        Complaint complaint,
        ComplaintCommand.QuarantineFile quarantine,
        ComplaintContext context
    ) =>
        complaint switch
        {
            { Exists: false } => new Refusal("complaint.unknown"),
            _ when context.Actor is not Actor.System => new Refusal("complaint.unknown"),
            _ when quarantine.File.Version > complaint.Version => new Refusal("original.no-such-file"),
            _ when complaint.Quarantined.Contains(quarantine.File) => new Refusal("file.already-quarantined"),
            _ => new ComplaintEvent.FileQuarantined(quarantine.File, quarantine.Finding),
        };
}
