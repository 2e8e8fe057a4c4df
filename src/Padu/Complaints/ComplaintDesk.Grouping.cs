using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>What concerns two cases: both are written in one transaction, or neither.</summary>
public sealed partial class ComplaintDesk
{
    public Task<Refusal?> Link(
        Actor.Staff officer,
        ComplaintId one,
        ComplaintId other,
        LinkKind kind,
        string? note,
        CancellationToken cancel,
        int? expectedVersion = null
    ) =>
        Both(
            officer,
            one,
            other,
            (first, second) => (new ComplaintCommand.Link(second, kind, note), new ComplaintCommand.Link(first, kind, note)),
            cancel,
            expectedVersion
        );

    public Task<Refusal?> Unlink(
        Actor.Staff officer,
        ComplaintId one,
        ComplaintId other,
        string reason,
        CancellationToken cancel,
        int? expectedVersion = null
    ) =>
        Both(
            officer,
            one,
            other,
            (_, _) => (new ComplaintCommand.Unlink(other, reason), new ComplaintCommand.Unlink(one, reason)),
            cancel,
            expectedVersion
        );

    /// <summary>Lets a case follow a leading one.</summary>
    /// <param name="title">What the leading case is called.</param>
    public Task<Refusal?> Join(
        Actor.Staff officer,
        ComplaintId lead,
        ComplaintId member,
        GroupKind kind,
        string? title,
        CancellationToken cancel
    ) =>
        Both(
            officer,
            lead,
            member,
            (leading, _) => (new ComplaintCommand.TakeMember(member, kind), new ComplaintCommand.Join(leading, kind, title)),
            cancel
        );

    /// <summary>Lets it stand for itself again, as it stood.</summary>
    public async Task<Refusal?> Part(
        Actor.Staff officer,
        Complaint member,
        string reason,
        CancellationToken cancel,
        int? expectedVersion = null
    ) =>
        member.Lead is { } lead
            ? await Both(
                officer,
                member.Id,
                lead,
                (following, _) => (new ComplaintCommand.Part(reason), new ComplaintCommand.DropMember(following)),
                cancel,
                expectedVersion
            )
            : (await Act(member.Id, officer, new ComplaintCommand.Part(reason), expectedVersion, cancel)).Refusal;

    /// <summary>Makes a part of a letter a case of its own.</summary>
    public async Task<(Refusal? Refusal, PublicNumber Number)> Split(
        Actor.Staff officer,
        Complaint letter,
        Office? target,
        ComplaintClass @class,
        GrievanceCode? kind,
        string title,
        string excerpt,
        CancellationToken cancel,
        int? expectedVersion = null
    )
    {
        var id = new ComplaintId(Guid.CreateVersion7());
        var number = PublicNumbers.Draw(folder.Province.Value, letter.ReceivedAt.InZone(Legal.Zone).Year);
        var refusal = await Both(
            officer,
            letter.Id,
            id,
            (origin, _) =>
                (
                    new ComplaintCommand.Divide(id),
                    new ComplaintCommand.SplitOff(id, number, origin, target, @class, title, excerpt) { Kind = kind }
                ),
            cancel,
            expectedVersion
        );
        return (refusal, number);
    }

    /// <param name="expectedVersion">The version of the first case that the officer saw; null where none was shown.</param>
    private async Task<Refusal?> Both(
        Actor actor,
        ComplaintId one,
        ComplaintId other,
        Func<Complaint, Complaint, (ComplaintCommand First, ComplaintCommand Second)> commands,
        CancellationToken cancel,
        int? expectedVersion = null
    )
    {
        var now = clock.GetCurrentInstant();
        var context = new ComplaintContext(actor, now, Legal);
        if (one == other)
        {
            // One stream is no two: its own rule says why not.
            var state = (await journal.Load(stream, one.Value, cancel)).State;
            var (first, second) = commands(state, state);
            return ComplaintRules.Decide(state, second, context).Refusal ?? ComplaintRules.Decide(state, first, context).Refusal;
        }

        var acted = await journal.Act(
            stream,
            one.Value,
            stream,
            other.Value,
            actor,
            now,
            (first, second) =>
            {
                var (a, b) = commands(first, second);
                return (ComplaintRules.Decide(first, a, context), ComplaintRules.Decide(second, b, context));
            },
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel: cancel
        );
        return acted.Refusal;
    }
}
