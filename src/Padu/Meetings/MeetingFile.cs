using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>A material with its place.</summary>
public sealed record MeetingMaterial(Recorded Event, MaterialReaders Readers, int Index, Evidence File);

/// <summary>One meeting with its history opened, for pages that have asked whether this reader may.</summary>
public sealed record MeetingFile(Meeting Meeting, IReadOnlyList<Recorded<MeetingEvent>> History) : IOpened<MeetingEvent>
{
    /// <summary>The words of the plan; null for a historical record.</summary>
    public MeetingText? Text => At<MeetingEvent.Planned>(Meeting.PlanVersion)?.Text;

    public MeetingEvent.Recorded? Record => At<MeetingEvent.Recorded>(Meeting.PlanVersion);

    /// <summary>Where it is or was held: the last move's place, else the plan's.</summary>
    public MeetingPlace? Place => Last<MeetingEvent.Moved>()?.Place ?? (Text is { } text ? new MeetingPlace(text.Venue, text.Place) : null);

    public MeetingEvent.Moved? LastMove => Last<MeetingEvent.Moved>();

    public MeetingEvent.Cancelled? Cancelling => Last<MeetingEvent.Cancelled>();

    public MeetingEvent.InvitationsSent? Invitation => Last<MeetingEvent.InvitationsSent>();

    public IEnumerable<MeetingMaterial> Materials =>
        from one in History
        where one.Fact is MeetingEvent.MaterialsAdded { Files: not null }
        let added = (MeetingEvent.MaterialsAdded)one.Fact
        from file in added.Files!.Value.Select((file, index) => (file, index))
        select new MeetingMaterial(one, added.Readers, file.index, file.file);

    public string? Title(string language) =>
        MeetingTitles.Of(History.FirstOrDefault(one => one.Version == Meeting.PlanVersion)?.Fact, language);

    public string? ThemeTitle(int number) => Text?.Themes.FirstOrDefault(theme => theme.Number == number)?.Title;

    public ImmutableArray<Question> Questions(int theme) =>
        Meeting.InstrumentOf(theme) is { } instrument && At<MeetingEvent.InstrumentSet>(instrument.Version)?.Questions is { } questions
            ? questions
            : [];

    /// <summary>What an office wrote in the event of that version.</summary>
    public ImmutableArray<Answer> Answers(int version) => At<MeetingEvent.AnswersGiven>(version)?.Answers ?? [];

    public string? MinutesOf(int theme) => At<MeetingEvent.MinutesWritten>(Meeting.MinutesOf(theme))?.Text;

    /// <summary>The earlier words of a section, the last first.</summary>
    public IEnumerable<Recorded<MeetingEvent>> EarlierMinutes(int theme) =>
        History
            .Where(one =>
                one.Fact is MeetingEvent.MinutesWritten written && written.Theme == theme && one.Version != Meeting.MinutesOf(theme)
            )
            .Reverse();

    public string? TextOf(MeetingDecision decision) => At<MeetingEvent.Decided>(decision.Version)?.Text;

    /// <summary>Who was present for an office, for those who convene it.</summary>
    public Participant? WhoOf(Attendance attendance) => At<MeetingEvent.Attended>(attendance.Version)?.Who;

    private T? Last<T>()
        where T : MeetingEvent => History.LastOrDefault(one => one.Fact is T)?.Fact as T;

    private T? At<T>(int version)
        where T : MeetingEvent => version > 0 && version <= History.Count ? History[version - 1].Fact as T : null;
}

/// <summary>The title an event gives.</summary>
internal static class MeetingTitles
{
    public static string? Of(MeetingEvent? fact, string language) =>
        fact switch
        {
            MeetingEvent.Planned planned => planned.Text?.Title,
            MeetingEvent.Recorded record => language == "en" ? record.TitleEnglish : record.TitleIndonesian,
            _ => null,
        };
}
