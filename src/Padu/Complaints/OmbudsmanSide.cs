using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>To whom somebody brings a complaint.</summary>
public enum FilingPath
{
    [Code("kpu")]
    Kpu,

    /// <summary>Straight to the Ombudsman; the election commission sees it and may settle it meanwhile.</summary>
    [Code("ombudsman")]
    Both,

    /// <summary>Straight to the Ombudsman, and the election commission does not see it.</summary>
    [Code("ombudsman_saja")]
    OmbudsmanOnly,
}

/// <summary>What the Ombudsman's file adds to a case, as one reader may see it.</summary>
/// <param name="Since">Since when the complaint is there, or was there last.</param>
/// <param name="EndedAt">Null while it is there.</param>
/// <param name="Stage">Key of the words for where it stands.</param>
/// <param name="Clocks">The Ombudsman's own clocks that this reader sees.</param>
/// <param name="Entries">The steps that this reader sees, newest first.</param>
/// <param name="AsksComplainant">The Ombudsman waits for the complainant.</param>
public sealed record OmbudsmanSide(
    OfficeCode Office,
    Instant Since,
    Instant? EndedAt,
    string Stage,
    IReadOnlyList<Clock> Clocks,
    IReadOnlyList<TimelineEntry> Entries,
    bool AsksComplainant
)
{
    public Clock? Next => Clocks.Where(clock => clock.Status == ClockStatus.Running).MinBy(clock => clock.Due);
}

/// <summary>The Ombudsman's part of the pages of a case. Its file is another module's, which knows this one; so it is asked through here.</summary>
public interface IOmbudsmanSide
{
    /// <summary>Null when the complaint never went there.</summary>
    Task<OmbudsmanSide?> Of(Complaint complaint, TimelineReader reader, CancellationToken cancel);

    /// <summary>Files straight to the Ombudsman: the complaint and the examination in one transaction.</summary>
    Task<Filed> File(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel);

    /// <summary>The Ombudsman's office of this installation.</summary>
    OfficeCode Office { get; }
}

/// <summary>Two institutions, one timeline.</summary>
public static class OneTimeline
{
    /// <summary>Both files' steps in the journal's one order, newest first.</summary>
    public static IReadOnlyList<TimelineEntry> With(this IReadOnlyList<TimelineEntry> entries, OmbudsmanSide? side) =>
        side is null ? entries : [.. entries.Concat(side.Entries).OrderByDescending(entry => entry.Event.Position)];
}
