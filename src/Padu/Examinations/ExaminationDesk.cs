using System.Collections.Immutable;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Documents;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>Loads, decides, appends: the only caller of an examination's rules outside tests, but for its opening.</summary>
public sealed class ExaminationDesk(
    Journal journal,
    ExaminationStream stream,
    ComplaintStream complaints,
    Law calendar,
    DataFolder folder,
    IBlobStore blobs,
    IClock clock
)
{
    private LegalContext Legal => calendar.For(folder.Province.Value);

    public Task<Acted<Examination>> Act(
        ExaminationId id,
        Actor actor,
        ExaminationCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            examination => ExaminationRules.Decide(examination, command, new ExaminationContext(actor, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion, AlsoStore = [.. References(id, command, now)] },
            cancel
        );
    }

    /// <summary>Closes, and lets the complaint know in the same transaction that it is no longer there.</summary>
    public Task<Acted<Examination, Complaint>> Close(
        Examination examination,
        Actor actor,
        string? told,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            examination.Id.Value,
            complaints,
            examination.Complaint.Value,
            actor,
            now,
            (state, complaint) =>
                (
                    ExaminationRules.Decide(state, new ExaminationCommand.Close(told), new ExaminationContext(actor, now, Legal)),
                    ComplaintRules.Decide(
                        complaint,
                        new ComplaintCommand.EndEscalation(state.Id, state.Conclusion),
                        new ComplaintContext(actor, now, Legal)
                    )
                ),
            new ActOptions { ExpectedVersion = expectedVersion },
            secondExpectedVersion: null,
            cancel
        );
    }

    /// <summary>The complainant lets the Ombudsman know who they are: both files say so, and the identity's key is wrapped for it.</summary>
    public Task<Acted<Complaint, Examination>> ShareIdentity(
        Complaint complaint,
        Actor.Complainant complainant,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            complaints,
            complaint.Id.Value,
            stream,
            complaint.Ombudsman?.Examination.Value ?? Guid.Empty,
            complainant,
            now,
            (state, examination) =>
                (
                    ComplaintRules.Decide(state, new ComplaintCommand.ShareIdentity(), new ComplaintContext(complainant, now, Legal)),
                    ExaminationRules.Decide(
                        examination,
                        new ExaminationCommand.ShareIdentity(),
                        new ExaminationContext(complainant, now, Legal)
                    )
                ),
            new ActOptions { ExpectedVersion = expectedVersion },
            secondExpectedVersion: null,
            cancel
        );
    }

    private IEnumerable<object> References(ExaminationId id, ExaminationCommand command, Instant at) =>
        command is ExaminationCommand.Complete { Evidence: { IsDefault: false } files }
            ? blobs.References(files, $"{stream.Prefix}/{id}", at)
            : [];
}
