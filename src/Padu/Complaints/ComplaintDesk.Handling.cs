using System.Collections.Immutable;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>What the acts of handling need to be told before they are decided: who holds which post, and what was proposed.</summary>
public sealed partial class ComplaintDesk
{
    /// <summary>Sends the proposed answer out as it stands in the journal, whatever a form may carry.</summary>
    public async Task<Acted<Complaint>> Approve(ComplaintId id, Actor actor, int? expectedVersion, CancellationToken cancel)
    {
        var proposal = (await journal.Load(stream, id.Value, cancel)).State.Proposal;
        var opened = await journal.OpenMany(stream, [(id.Value, proposal)], part => part.Purpose == KeyPurpose.Internal, cancel);
        var proposed = opened.GetValueOrDefault(id.Value)?.Fact as ComplaintEvent.AnswerProposed;
        return await Act(
            id,
            actor,
            new ComplaintCommand.Approve(proposal, proposed?.Text ?? "", proposed?.Evidence ?? []),
            expectedVersion,
            cancel
        );
    }

    /// <summary>Why an act would be refused now; null when it would be written. Nothing is.</summary>
    /// <param name="expectedVersion">The version that the officer saw.</param>
    public async Task<Refusal?> WouldRefuse(
        ComplaintId id,
        Actor actor,
        ComplaintCommand command,
        int expectedVersion,
        CancellationToken cancel
    )
    {
        var complaint = (await journal.Load(stream, id.Value, cancel)).State;
        var context = new ComplaintContext(
            actor,
            clock.GetCurrentInstant(),
            Legal,
            complaint.Exists && practices.NeedsApproval(complaint.Subject.Seat)
        );
        var refusal = ComplaintRules.Decide(complaint, await Informed(id, command, cancel), context).Refusal;
        return refusal ?? (complaint.Version != expectedVersion ? new Refusal("stale") : null);
    }

    /// <summary>The accounts that hold a post today; none for a post of another institution.</summary>
    public async Task<ImmutableArray<Guid>> HoldersOf(PostId post, CancellationToken cancel) =>
        await posts.Find(post, cancel) is { } held && offices.Find(held.Row.Office) is { Institution: Institution.Kpu } office
            ? Holders(held, office)
            : [];

    /// <summary>The command with what the register of posts says about it.</summary>
    private async Task<ComplaintCommand> Informed(ComplaintId id, ComplaintCommand command, CancellationToken cancel) =>
        command switch
        {
            ComplaintCommand.Assign { Target: { } target } c => c with { Around = await AroundOf(target, c.Unit, cancel) },
            ComplaintCommand.DeclareConflict c => c with { Around = await AroundOf(id, cancel) },
            ComplaintCommand.NamePerson c => c with { Around = await AroundOf(id, cancel) },
            ComplaintCommand.AnswerTransfer c => await Informed(id, c, cancel),
            ComplaintCommand.RecordConsent c => c with { Told = (await ToldOf(id, null, cancel)).Told },
            ComplaintCommand.SendTransfer c => c with { Told = (await ToldOf(id, null, cancel)).Told },
            _ => command,
        };

    private async Task<ComplaintCommand.AnswerTransfer> Informed(
        ComplaintId id,
        ComplaintCommand.AnswerTransfer answer,
        CancellationToken cancel
    )
    {
        var (told, completed) = await ToldOf(id, answer.Address, cancel);
        return answer with { Told = told, Completed = completed };
    }

    /// <summary>What was told of what the body under way demands, and the identity with an address that is told only now.</summary>
    private async Task<(Particulars Told, Identity? Completed)> ToldOf(ComplaintId id, string? address, CancellationToken cancel)
    {
        var complaint = (await journal.Load(stream, id.Value, cancel)).State;
        if (complaint.Transfer is not { NeedsIdentity: true } transfer)
        {
            return (Particulars.None, null);
        }

        var identity = await queries.IdentityOf(complaint, cancel);
        // A part of a letter keeps no identity of its own: its address is told with the letter.
        var completed =
            address is not null && identity is { Address: null } && complaint.Origin is null ? identity with { Address = address } : null;
        var told = completed ?? identity;
        return (
            new Particulars(
                addressees.Find(transfer.Addressee.Value)?.NeedsAddress ?? true,
                told?.Name is not null,
                told?.Address is not null
            ),
            completed
        );
    }

    private async Task<Around> AroundOf(ComplaintId id, CancellationToken cancel)
    {
        var complaint = (await journal.Load(stream, id.Value, cancel)).State;
        return complaint.Exists && offices.Find(complaint.Subject.Seat) is { } seat
            ? await AroundOf(seat, complaint.Unit, cancel)
            : Around.Nobody;
    }

    private async Task<Around> AroundOf(Office office, UnitCode? unit, CancellationToken cancel)
    {
        var upper = offices.Tree.NextUp(office.Code);
        var found = await posts.In(upper is null ? [office.Code] : [office.Code, upper.Code], cancel);
        var here = found.Where(post => post.Row.Office == office.Code).ToList();
        return new Around(
            [.. here.Where(post => post.Row.Role == Role.AgencyAdmin).SelectMany(post => Holders(post, office))],
            [.. here.Where(post => post.Row.Role == Role.UnitOfficer && post.Row.Unit == unit).SelectMany(post => Holders(post, office))],
            found.Any(post => post.Row.Office == upper?.Code && post.Row.Role == Role.AgencyAdmin && !Holders(post, upper).IsEmpty)
                ? upper?.Code
                : null
        );
    }

    private ImmutableArray<Guid> Holders(PostView post, Office office) =>
        [.. post.HoldersOn(offices.DayIn(office, clock.GetCurrentInstant())).Select(holding => holding.Account)];

    /// <summary>A draft that has become an answer or a proposal is done with.</summary>
    private async Task<IReadOnlyList<object>> Spent(ComplaintId id, Actor actor, ComplaintCommand command, CancellationToken cancel) =>
        command is ComplaintCommand.Answer or ComplaintCommand.Propose && actor is Actor.Staff writer
            ? await drafts.Removal(id, writer.Post, cancel)
            : [];
}
