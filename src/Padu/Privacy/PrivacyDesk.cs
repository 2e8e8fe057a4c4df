using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>What a data subject asks, as a page brings it.</summary>
public sealed record PrivacyAsk(
    RequestKind Kind,
    RequestChannel Channel,
    ImmutableArray<IdentityProof> Proofs,
    string? Words,
    Identity? Correction
);

/// <summary>
/// Loads, decides, appends: the only caller of the rules of data subjects' requests. What a granted request does to the case is written with it in one
/// transaction, or nothing is.
/// </summary>
public sealed class PrivacyDesk(
    Journal journal,
    PrivacyStream stream,
    PrivacyQueries queries,
    ComplaintStream complaints,
    ComplaintQueries cases,
    ReporterMarks marks,
    ErasingDesk erasing,
    IDbContextFactory<PaduDb> databases,
    Law calendar,
    DataFolder folder,
    IClock clock
)
{
    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <summary>Takes a request in; it is about the whole letter, also when a part of it was opened.</summary>
    public async Task<(Guid Request, Refusal? Refusal)> Receive(Actor actor, Complaint complaint, PrivacyAsk ask, CancellationToken cancel)
    {
        var letter = await cases.Letter(complaint, cancel);
        var waiting = await queries.OfComplaint(letter.Id, cancel);
        var id = Guid.CreateVersion7();
        var now = clock.GetCurrentInstant();
        var receive = new PrivacyCommand.Receive(
            new PrivacyRequestId(id),
            letter,
            ask.Kind,
            ask.Channel,
            waiting.Any(row => row.State == RequestState.Pending && row.Kind == ask.Kind),
            ask.Proofs,
            ask.Words,
            ask.Correction
        );
        var acted = await journal.Act(
            stream,
            id,
            actor,
            now,
            request => PrivacyRules.Decide(request, receive, new PrivacyContext(actor, now, Legal)),
            cancel: cancel
        );
        return (id, acted.Refusal);
    }

    /// <summary>Grants or refuses, and does what was granted.</summary>
    /// <param name="expectedVersion">The version of the case the form was read at.</param>
    public async Task<Refusal?> Decide(
        Actor.Staff judge,
        PrivacyFile file,
        Outcome outcome,
        RefusalGround? ground,
        string? reason,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var now = clock.GetCurrentInstant();
        var decide = new PrivacyCommand.Decide(file.Complaint, outcome, ground, reason);
        var joint = new JointAct().Over(
            stream,
            file.Request.Id.Value,
            request => PrivacyRules.Decide(request, decide, new PrivacyContext(judge, now, Legal))
        );
        return outcome == Outcome.Granted
            ? file.Request.Kind switch
            {
                RequestKind.Access => await journal.Act(joint, judge, now, cancel: cancel),
                RequestKind.Correction => await Correct(joint, judge, file, now, expectedVersion, cancel),
                RequestKind.Restriction => await journal.Act(
                    OverCase(joint, judge, file, now, new ComplaintCommand.Restrict(file.Request.Id), expectedVersion),
                    judge,
                    now,
                    cancel: cancel
                ),
                RequestKind.Erasure => await erasing.Run(joint, judge, file, now, expectedVersion, cancel),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
            : await journal.Act(joint, judge, now, cancel: cancel);
    }

    /// <summary>The copy is about to be handed over at a desk.</summary>
    public async Task<Refusal?> HandOut(Actor.Staff judge, PrivacyFile file, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var acted = await journal.Act(
            stream,
            file.Request.Id.Value,
            judge,
            now,
            request => PrivacyRules.Decide(request, new PrivacyCommand.HandOut(file.Complaint), new PrivacyContext(judge, now, Legal)),
            cancel: cancel
        );
        return acted.Refusal;
    }

    /// <summary>Processing goes on again, for a reason that the complainant reads.</summary>
    /// <param name="expectedVersion">The version of the case the form was read at.</param>
    public async Task<Refusal?> Lift(Actor.Staff judge, PrivacyFile file, string reason, int? expectedVersion, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var acted = await journal.Act(
            complaints,
            file.Complaint.Id.Value,
            judge,
            now,
            complaint =>
                ComplaintRules.Decide(complaint, new ComplaintCommand.LiftRestriction(reason), new ComplaintContext(judge, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel
        );
        return acted.Refusal;
    }

    private async Task<Refusal?> Correct(
        JointAct joint,
        Actor.Staff judge,
        PrivacyFile file,
        Instant now,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        if (file.Asked.Correction is not { } right)
        {
            return new Refusal("complaint.erased");
        }

        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = file.Complaint.Id.Value;
        var before = await database.Set<ReporterMarkRow>().AsNoTracking().Where(row => row.Complaint == id).ToListAsync(cancel);
        var after = marks.Of(file.Complaint.Id, file.Complaint.Level, right).Cast<ReporterMarkRow>().ToList();
        return await journal.Act(
            OverCase(joint, judge, file, now, new ComplaintCommand.CorrectIdentity(file.Request.Id, right), expectedVersion),
            judge,
            now,
            new ActOptions { AlsoStore = after, AlsoRemove = [.. before.Where(old => after.TrueForAll(mark => mark.Mark != old.Mark))] },
            cancel
        );
    }

    private JointAct OverCase(
        JointAct joint,
        Actor.Staff judge,
        PrivacyFile file,
        Instant now,
        ComplaintCommand command,
        int? expectedVersion
    ) =>
        joint.Over(
            complaints,
            file.Complaint.Id.Value,
            complaint => ComplaintRules.Decide(complaint, command, new ComplaintContext(judge, now, Legal)),
            expectedVersion
        );
}
