using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The requests between assignment and the last word.</summary>
public abstract partial record ComplaintCommand
{
    public sealed record TakeUp : ComplaintCommand;

    public sealed record Return(string Reason) : ComplaintCommand;

    /// <param name="Assignment">The version of the assignment that was a mistake.</param>
    public sealed record TakeBackAssignment(int Assignment) : ComplaintCommand;

    public sealed record Direct(string Instruction) : ComplaintCommand;

    public sealed record Ask(string Question) : ComplaintCommand;

    public sealed record AnswerQuestion(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Propose(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand
    {
        /// <summary>What it says to a wish for compensation; null where none was asked for.</summary>
        public Compensation? Compensation { get; init; }
    }

    /// <param name="Proposal">The version of the event that proposed it; the desk reads text and files from there.</param>
    public sealed record Approve(int Proposal, string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record ReturnAnswer(string Comment) : ComplaintCommand;

    public sealed record Rate(int Ease, int Result, string? Comment) : ComplaintCommand;

    public sealed record Withdraw(string? Reason) : ComplaintCommand;

    public sealed record Contest(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand;

    public sealed record Reopen(string Reason) : ComplaintCommand;

    public sealed record AddWord(string Text, ImmutableArray<Evidence> Evidence) : ComplaintCommand
    {
        /// <summary>The complainant wishes from now on not to be brought together with whom they complain of.</summary>
        public bool WishesApart { get; init; }
    }

    public sealed record ReadWord : ComplaintCommand;

    public sealed record AddNote(string Text) : ComplaintCommand;

    /// <param name="Stage">The stage it concerns; null for none.</param>
    /// <param name="Body">The ad hoc body it is about, as the register knows it; null for none.</param>
    public sealed record NameStage(StageRef? Stage, AdHocBody? Body) : ComplaintCommand;

    public sealed record DeclareConflict(string Reason) : ComplaintCommand
    {
        public Around Around { get; init; } = Around.Nobody;
    }

    /// <param name="Accounts">Who holds the named post today.</param>
    public sealed record NamePerson(ImmutableArray<Guid> Accounts, string Reason) : ComplaintCommand
    {
        public Around Around { get; init; } = Around.Nobody;
    }

    /// <param name="Accounts">Who holds the post that was named by mistake.</param>
    public sealed record LiftBar(ImmutableArray<Guid> Accounts, string Reason) : ComplaintCommand;
}

/// <summary>Who holds the posts around a case today, read from the register by the desk.</summary>
/// <param name="Admins">The accounts that lead cases in the office.</param>
/// <param name="Officers">The accounts of the unit's officers.</param>
/// <param name="NextUp">The next office up, when it has a desk.</param>
public sealed record Around(ImmutableArray<Guid> Admins, ImmutableArray<Guid> Officers, OfficeCode? NextUp)
{
    public static readonly Around Nobody = new([], [], null);
}
