using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>The facts between assignment and the last word.</summary>
public abstract partial record ComplaintEvent
{
    /// <summary>An officer of the unit took the case on; from now on it is that post's.</summary>
    public sealed record TakenUp(PostId Post) : ComplaintEvent;

    /// <summary>The unit gave it back to its office's admin; without a reason where a conflict of interest was one.</summary>
    public sealed record Returned(string? Reason) : ComplaintEvent;

    /// <summary>
    /// The last assignment was taken back before anybody acted on it: the case lies again where it lay before. Null where no office or unit had it.
    /// </summary>
    public sealed record AssignmentTakenBack(OfficeCode? Office, UnitCode? Unit) : ComplaintEvent;

    /// <summary>A head wrote what is to be done.</summary>
    public sealed record Directed(string? Instruction) : ComplaintEvent;

    /// <summary>The complainant was asked something; clocks whose rule allows it pause.</summary>
    public sealed record Asked(string? Question) : ComplaintEvent;

    /// <summary>The complainant answered the question.</summary>
    public sealed record QuestionAnswered(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>No answer came in time: the pause ended and the unit goes on with what it has.</summary>
    public sealed record QuestionLapsed : ComplaintEvent;

    /// <summary>A drafted answer waits for the head.</summary>
    public sealed record AnswerProposed(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>The complainant asks for compensation, as the office found when it verified.</summary>
    public sealed record CompensationAsked : ComplaintEvent;

    /// <summary>What the answer that follows, or the proposed one, says to the wish for compensation.</summary>
    public sealed record CompensationDecided(Compensation Compensation) : ComplaintEvent;

    /// <summary>The head gave the draft back.</summary>
    public sealed record AnswerReturned(int Proposal, string? Comment) : ComplaintEvent;

    /// <summary>The head let it out; the answer itself follows.</summary>
    public sealed record AnswerApproved(int Proposal) : ComplaintEvent;

    /// <summary>The complainant said how it was.</summary>
    public sealed record Rated(Rating Rating, string? Comment) : ComplaintEvent;

    /// <summary>The complainant withdrew; why is theirs to tell or not.</summary>
    public sealed record Withdrawn(string? Reason) : ComplaintEvent;

    /// <summary>The complainant objected to the closing: the case is open again under the same number.</summary>
    public sealed record Objected(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>The entry in a party's register is gone, and what shows it; the closing follows.</summary>
    public sealed record EntryRemoved(string? Proof) : ComplaintEvent;

    /// <summary>The office opened the case again.</summary>
    public sealed record Reopened(string? Reason) : ComplaintEvent;

    /// <summary>The complainant added something unasked, also to a closed case.</summary>
    public sealed record WordAdded(string? Text, ImmutableArray<Evidence>? Evidence) : ComplaintEvent;

    /// <summary>The office read what was added.</summary>
    public sealed record WordRead : ComplaintEvent;

    /// <summary>Written for the own office.</summary>
    public sealed record NoteAdded(string? Text) : ComplaintEvent;

    /// <summary>An account is kept from this case from now on.</summary>
    public sealed record Barred(Guid Account, BarGround Ground, string? Reason) : ComplaintEvent;

    /// <summary>It was named by mistake.</summary>
    public sealed record BarLifted(Guid Account, string? Reason) : ComplaintEvent;

    /// <summary>The office has nobody left who may lead the case: the next one up does.</summary>
    public sealed record HandedUp(OfficeCode Office) : ComplaintEvent;

    /// <summary>
    /// Which stage of which election it concerns and which ad hoc body it is about; null for none. <see cref="Office"/> answers for the body: the office
    /// above it, also when the body is dissolved.
    /// </summary>
    public sealed record Concerned(ElectionCode? Election, StageCode? Stage, AdHocCode? Body, OfficeCode? Office) : ComplaintEvent;
}
