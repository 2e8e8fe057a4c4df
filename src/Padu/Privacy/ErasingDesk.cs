using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Examinations;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>
/// An erasure wherever a person's data lies: the letter, the cases that parts of it became, the Ombudsman's files about it, and the person's other requests.
/// In one transaction every stream says that it was erased, the keys of identity and own words are destroyed in all of them, and the rows beside the journal
/// that lead to the person are removed. The files go after the commit; what is left by a crash in between, the sweeper takes as orphans.
/// </summary>
public sealed class ErasingDesk(
    Journal journal,
    PrivacyStream requests,
    PrivacyQueries queries,
    ComplaintStream complaints,
    ComplaintQueries cases,
    ExaminationStream examinations,
    ExaminationQueries reports,
    Retentions retentions,
    IDbContextFactory<PaduDb> databases,
    IBlobStore blobs,
    IEnumerable<IKeepsCopies> copies,
    Law calendar,
    DataFolder folder
)
{
    private static readonly KeyPurpose[] OfThePerson = [KeyPurpose.Words, KeyPurpose.Identity];

    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <param name="joint">Holds the decision of the request already.</param>
    internal async Task<Refusal?> Run(
        JointAct joint,
        Actor.Staff judge,
        PrivacyFile file,
        Instant now,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var reach = await Reach(file.Complaint, file.Request.Id, cancel);
        var reason = file.Request.Channel == RequestChannel.Retention ? ErasureReason.Retention : ErasureReason.Request;
        foreach (var (complaint, version) in reach.Cases)
        {
            var isLetter = complaint.Id == file.Complaint.Id;
            var erase = new ComplaintCommand.Erase(file.Request.Id, reason, KeptUntil(complaint));
            joint = joint.Over(
                complaints,
                complaint.Id.Value,
                state => ComplaintRules.Decide(state, erase, new ComplaintContext(judge, now, Legal)),
                isLetter ? expectedVersion ?? version : version
            );
        }

        foreach (var (examination, version) in reach.Examinations)
        {
            var erase = new ExaminationCommand.Erase(file.Request.Id);
            joint = joint.Over(
                examinations,
                examination.Value,
                state => ExaminationRules.Decide(state, erase, new ExaminationContext(judge, now, Legal)),
                version
            );
        }

        foreach (var other in reach.Requests)
        {
            var forget = new PrivacyCommand.Forget(file.Request.Id);
            joint = joint.Over(requests, other, state => PrivacyRules.Decide(state, forget, new PrivacyContext(judge, now, Legal)));
        }

        var refusal = await journal.Act(joint, judge, now, new ActOptions { Erase = OfThePerson, AlsoRemove = reach.Rows }, cancel);
        if (refusal is null)
        {
            await DeleteFiles(reach.Files, cancel);
            foreach (var keeper in copies)
            {
                await keeper.Forget([.. reach.Cases.Select(one => one.Complaint.Number)], cancel);
            }
        }

        return refusal;
    }

    private LocalDate? KeptUntil(Complaint complaint) =>
        complaint.ClosedAt is { } closed ? retentions.Schedule.KeptUntil(closed, Legal.Zone) : null;

    private async Task<Reached> Reach(Complaint letter, PrivacyRequestId request, CancellationToken cancel)
    {
        var found = new List<(Complaint, int)>();
        var files = new List<(string Holder, Evidence File)>();
        var reported = new List<(ExaminationId, int)>();
        foreach (var id in letter.Parts.Prepend(letter.Id))
        {
            // Everything is opened once more, to find the files; nothing of it leaves this method but their names.
            var history = await journal.History(complaints, id.Value, _ => true, cancel);
            found.Add((await cases.State(id, cancel), history.Count));
            files.AddRange(
                from recorded in history
                where OfThePerson.Contains(complaints.CustodyOf(recorded.Fact).Purpose)
                from evidence in EvidenceOf(recorded.Fact)
                select ($"{complaints.Prefix}/{id}", evidence)
            );
            foreach (var (examination, theirs) in await reports.OfComplaint(id, _ => true, cancel))
            {
                reported.Add((examination.Id, theirs.Count));
                files.AddRange(
                    from recorded in theirs
                    where recorded.Fact is ExaminationEvent.Completed { Evidence.IsDefaultOrEmpty: false }
                    from evidence in ((ExaminationEvent.Completed)recorded.Fact).Evidence!.Value
                    select ($"{examinations.Prefix}/{examination.Id}", evidence)
                );
            }
        }

        var references = files.SelectMany(one => blobs.References([one.File], one.Holder, default)).Cast<BlobReferenceRow>().ToList();
        var others = (await queries.OfComplaint(letter.Id, cancel))
            .Where(row => row.Id != request.Value && row.State != RequestState.Moot)
            .Select(row => row.Id)
            .ToList();
        return new Reached(found, reported, others, await Rows(found.ConvertAll(one => one.Item1.Id), references, cancel), references);
    }

    /// <summary>What lies beside the journal and leads to the person.</summary>
    private async Task<IReadOnlyList<object>> Rows(
        List<ComplaintId> erased,
        IReadOnlyList<BlobReferenceRow> references,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var ids = erased.ConvertAll(id => id.Value);
        var streams = erased.ConvertAll(id => $"{complaints.Prefix}/{id}");
        return
        [
            .. references,
            .. await database.Set<ReporterMarkRow>().AsNoTracking().Where(row => ids.Contains(row.Complaint)).ToListAsync(cancel),
            // A keyed hash of what was written, kept a week so that a filing may be sent twice.
            .. await database.Set<IdempotencyRow>().AsNoTracking().Where(row => streams.Contains(row.Stream)).ToListAsync(cancel),
        ];
    }

    private async Task DeleteFiles(IReadOnlyList<BlobReferenceRow> references, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        foreach (var name in references.Select(row => row.Name).Distinct())
        {
            if (!await database.Set<BlobReferenceRow>().AnyAsync(row => row.Name == name, cancel))
            {
                blobs.Delete(name);
            }
        }
    }

    private static IEnumerable<Evidence> EvidenceOf(ComplaintEvent fact) =>
        fact switch
        {
            ComplaintEvent.Submitted e => e.Evidence ?? [],
            ComplaintEvent.Completed e => e.Evidence ?? [],
            ComplaintEvent.QuestionAnswered e => e.Evidence ?? [],
            ComplaintEvent.Replied e => e.Evidence ?? [],
            ComplaintEvent.Objected e => e.Evidence ?? [],
            ComplaintEvent.WordAdded e => e.Evidence ?? [],
            ComplaintEvent.Represented e => e.Power ?? [],
            ComplaintEvent.PowerShown e => e.Power ?? [],
            _ => [],
        };

    /// <param name="Rows">Rows beside the journal to remove with the act.</param>
    private sealed record Reached(
        IReadOnlyList<(Complaint Complaint, int Version)> Cases,
        IReadOnlyList<(ExaminationId Examination, int Version)> Examinations,
        IReadOnlyList<Guid> Requests,
        IReadOnlyList<object> Rows,
        IReadOnlyList<BlobReferenceRow> Files
    );
}
