using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>Every fact of a meeting. Words, names, answers and files lie sealed; offices, times, shapes and dates are public.</summary>
public abstract record MeetingEvent
{
    private MeetingEvent() { }

    /// <summary>Somebody began to plan it.</summary>
    /// <param name="Series">The first meeting of its series; its own id where it is that.</param>
    /// <param name="Previous">The meeting before it in the series.</param>
    /// <param name="Joint">The other institution's office that convenes it too.</param>
    public sealed record Convened(
        MeetingId Id,
        MeetingCode Code,
        MeetingId Series,
        MeetingId? Previous,
        OfficeCode Convener,
        Institution Institution,
        OfficeCode? Joint
    ) : MeetingEvent;

    /// <summary>The whole plan.</summary>
    /// <param name="Institutions">Whose offices are invited.</param>
    public sealed record Planned(
        int BudgetYear,
        Instant Starts,
        Instant Ends,
        ImmutableArray<ThemeShape> Themes,
        ImmutableArray<OfficeCode> Invited,
        ImmutableArray<Institution> Institutions,
        MeetingText? Text
    ) : MeetingEvent;

    /// <summary>The offices were invited.</summary>
    public sealed record InvitationsSent(string? Words) : MeetingEvent;

    public sealed record Moved(Instant Starts, Instant Ends, MeetingPlace? Place, string? Reason) : MeetingEvent;

    public sealed record Cancelled(string? Reason) : MeetingEvent;

    /// <summary>The questionnaire of a theme, whole.</summary>
    public sealed record InstrumentSet(
        int Theme,
        LocalDate FillBy,
        ImmutableArray<QuestionShape> Shapes,
        ImmutableArray<Question>? Questions
    ) : MeetingEvent;

    /// <summary>An office kept or submitted its answers, whole.</summary>
    /// <param name="Submitted">False for a draft of the office's own.</param>
    public sealed record AnswersGiven(OfficeCode Office, int Theme, bool Submitted, int Answered, ImmutableArray<Answer>? Answers)
        : MeetingEvent;

    /// <summary>Links for attendance are shown in the room until a moment.</summary>
    /// <param name="Secret">From which the links are made.</param>
    public sealed record AttendanceOpened(Instant Until, string? Secret) : MeetingEvent;

    public sealed record Attended(OfficeCode Office, AttendanceWay Way, Participant? Who) : MeetingEvent;

    public sealed record MaterialsAdded(MaterialReaders Readers, ImmutableArray<Evidence>? Files) : MeetingEvent;

    /// <summary>It was held.</summary>
    public sealed record MeetingHeld : MeetingEvent;

    /// <summary>One section of the minutes, whole. It takes back every approval.</summary>
    /// <param name="Theme">0 for the general part.</param>
    public sealed record MinutesWritten(int Theme, string? Text) : MeetingEvent;

    /// <summary>Written in one transaction with an obligation of each owner. It takes back every approval of the minutes.</summary>
    public sealed record Decided(int Number, int Theme, ImmutableArray<OfficeCode> Owners, OfficeCode Judge, LocalDate Due, string? Text)
        : MeetingEvent;

    public sealed record MinutesApproved(OfficeCode Office) : MeetingEvent;

    public sealed record MeetingClosed : MeetingEvent;

    /// <summary>A historical meeting as sources tell it.</summary>
    /// <param name="Day">The day, where a source states it.</param>
    /// <param name="Starts">Where it stands in lists: the beginning of that day.</param>
    public sealed record Recorded(
        MeetingId Id,
        MeetingCode Code,
        OfficeCode Convener,
        Institution Institution,
        int BudgetYear,
        LocalDate Day,
        Instant Starts,
        string? TitleIndonesian,
        string? TitleEnglish,
        ImmutableArray<MeetingStatement>? Statements,
        ImmutableArray<string>? Photographs
    ) : MeetingEvent;
}
