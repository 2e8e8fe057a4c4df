using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Meetings;

/// <summary>A theme as it is asked for.</summary>
/// <param name="Division">Null for none.</param>
public sealed record ThemePlan(string Title, UnitCode? Division, string? Lead);

/// <summary>A question as it is asked for.</summary>
public sealed record QuestionPlan(string Code, QuestionKind Kind, string Text, ImmutableArray<string> Choices);

/// <summary>Every request to a meeting.</summary>
public abstract record MeetingCommand
{
    private MeetingCommand() { }

    /// <summary>Begins with the first plan.</summary>
    /// <param name="Previous">The meeting it follows; <see cref="Meeting.None"/> for none.</param>
    /// <param name="Joint">The office of the other institution that convenes it too; null for none.</param>
    public sealed record Convene(MeetingId Id, MeetingCode Code, Meeting Previous, Office? Joint, Plan First) : MeetingCommand;

    /// <param name="Seen">The version of the plan that was read; 0 for the first.</param>
    /// <param name="Invited">Null for an office the register does not know.</param>
    public sealed record Plan(
        int Seen,
        int BudgetYear,
        string Title,
        string? Letter,
        string Venue,
        string? Place,
        Instant Starts,
        Instant Ends,
        ImmutableArray<ThemePlan> Themes,
        ImmutableArray<Office?> Invited,
        ImmutableArray<string> Guests
    ) : MeetingCommand;

    public sealed record Invite(string? Words) : MeetingCommand;

    public sealed record Move(Instant Starts, Instant Ends, string Venue, string? Place, string Reason) : MeetingCommand;

    public sealed record Cancel(string Reason) : MeetingCommand;

    /// <param name="Seen">The version of the questionnaire that was read; 0 where there was none.</param>
    public sealed record SetInstrument(int Theme, int Seen, LocalDate FillBy, ImmutableArray<QuestionPlan> Questions) : MeetingCommand;

    /// <summary>For the actor's own office.</summary>
    /// <param name="Seen">The version of the own answers that was read; 0 where there were none.</param>
    public sealed record GiveAnswers(int Theme, int Seen, bool Submit, ImmutableArray<Answer> Answers) : MeetingCommand;

    public sealed record OpenAttendance(string Secret) : MeetingCommand;

    /// <param name="Way">By code the desk has checked the link.</param>
    public sealed record Attend(OfficeCode Office, AttendanceWay Way, string Name, string? Post) : MeetingCommand;

    public sealed record AddMaterials(MaterialReaders Readers, ImmutableArray<Evidence> Files) : MeetingCommand;

    public sealed record Hold : MeetingCommand;

    /// <param name="Seen">The version of the section that was read; 0 where it was empty.</param>
    public sealed record WriteMinutes(int Theme, int Seen, string Text) : MeetingCommand;

    /// <param name="Number">The number the form showed: one more than there were decisions.</param>
    /// <param name="Owners">Null for an office the register does not know.</param>
    public sealed record Decide(int Number, int Theme, ImmutableArray<Office?> Owners, Office? Judge, LocalDate Due, string Text)
        : MeetingCommand;

    /// <param name="Seen">The version of the minutes that was read.</param>
    public sealed record ApproveMinutes(int Seen) : MeetingCommand;

    public sealed record Close : MeetingCommand;

    /// <summary>Sent by the loader of reference data.</summary>
    public sealed record Record(MeetingEvent.Recorded History) : MeetingCommand;
}

/// <summary>What a decision is told beside the command.</summary>
/// <param name="Divisions">The divisions an office may have.</param>
public sealed record MeetingContext(Actor Actor, Instant At, LegalContext Legal, ImmutableArray<UnitCode> Divisions)
{
    public LocalDate Today => Legal.DayOf(At);
}
