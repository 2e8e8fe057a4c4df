using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

public sealed class EvidenceCustodyTests
{
    private const string Reason = "Diminta penyidik untuk sidang.";
    private static readonly FileRef First = new(1, 0);
    private static readonly Instant Later = Given.Filed + Duration.FromHours(72);

    private static readonly Evidence Plain = new(new(new string('a', 64)), "surat.pdf", "application/pdf", 10, "kunci");
    private static readonly Evidence Photo = Plain with { Original = new OriginalFile(new(new string('b', 64)), 20, "kunci asli") };

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>().Where(stage => stage != Stage.Archived)];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Only_admins_who_may_read_the_case_take_out_an_original_also_when_it_is_closed(Stage stage)
    {
        var complaint = Given.At(stage);
        foreach (var (name, actor) in Given.Everybody)
        {
            var decision = complaint.Decide(new ComplaintCommand.ReleaseOriginal(First, Photo, Reason), actor, Later);
            Assert.Equal(name is "admin provinsi" or "admin kota", !decision.IsRefused);
            Assert.Equal(EvidenceCustody.MayRelease(complaint, actor), !decision.IsRefused);
        }
    }

    [Fact]
    public void A_release_says_why_and_changes_nothing_else()
    {
        var before = Given.At(Stage.Assigned);
        var after = before.After(new ComplaintCommand.ReleaseOriginal(First, Photo, Reason), Given.CityAdmin, Later);

        Assert.Equal(before with { Version = before.Version + 1, Clocks = after.Clocks, Quarantined = after.Quarantined }, after);
        Assert.Equal(before.Clocks, after.Clocks);
    }

    [Theory]
    [InlineData("", "text.required")]
    [InlineData("perlu", "original.reason-too-short")]
    [InlineData("a\u202Eb alasan yang panjang", "text.forbidden-character")]
    public void A_reason_is_a_sentence(string reason, string code) => Assert.Equal(code, Refused(Photo, reason));

    [Fact]
    public void There_is_no_original_of_a_file_that_is_handed_out_as_it_came_or_that_is_not_there()
    {
        Assert.Equal("original.same-as-copy", Refused(Plain, Reason));
        Assert.Equal("original.no-such-file", Refused(null, Reason));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_finding_of_the_scanner_closes_a_file_once_at_every_stage_and_for_good(Stage stage)
    {
        var find = new ComplaintCommand.QuarantineFile(First, "Eicar-Signature");
        var complaint = Given.At(stage);
        var closed = complaint.After(find, Given.System, Later);

        Assert.Equal([First], closed.Quarantined);
        Assert.Equal((complaint.Stage, complaint.LastActAt), (closed.Stage, closed.LastActAt));
        Assert.Equal("file.already-quarantined", closed.Decide(find, Given.System, Later).Refusal?.Code);
        Assert.Equal(
            "original.quarantined",
            closed.Decide(new ComplaintCommand.ReleaseOriginal(First, Photo, Reason), Given.CityAdmin, Later).Refusal?.Code
        );
    }

    [Fact]
    public void Nobody_but_the_scanner_puts_a_file_in_quarantine()
    {
        foreach (var (_, actor) in Given.Everybody.Where(one => one.Value is not Actor.System))
        {
            var decision = Given.At(Stage.Assigned).Decide(new ComplaintCommand.QuarantineFile(First, "x"), actor, Later);
            Assert.Equal("complaint.unknown", decision.Refusal?.Code);
        }

        Assert.Equal(
            "complaint.unknown",
            Complaint.None.Decide(new ComplaintCommand.QuarantineFile(First, "x"), Given.System, Later).Refusal?.Code
        );
        Assert.Equal(
            "original.no-such-file",
            Given.At(Stage.Received).Decide(new ComplaintCommand.QuarantineFile(new(99, 0), "x"), Given.System, Later).Refusal?.Code
        );
    }

    [Theory]
    [InlineData(70, 250, null)]
    [InlineData(71, 71, "evidence.message-full")]
    [InlineData(1, 251, "evidence.case-full")]
    public void A_message_and_a_case_take_so_much(long message, long theCase, string? code) =>
        Assert.Equal(code, EvidenceCustody.CheckRoom(message * 1024 * 1024, theCase * 1024 * 1024)?.Code);

    private static string? Refused(Evidence? file, string reason) =>
        Given.At(Stage.Assigned).Decide(new ComplaintCommand.ReleaseOriginal(First, file, reason), Given.CityAdmin, Later).Refusal?.Code;
}
