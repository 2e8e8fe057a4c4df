using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>
/// The three ways to the Ombudsman: loads, asks both rules, and appends the complaint's escalation and the examination's opening in one transaction. Both
/// are written or neither is.
/// </summary>
public sealed class EscalationDesk(
    Journal journal,
    ComplaintStream complaints,
    ExaminationStream examinations,
    ComplaintDesk filings,
    OmbudsmanOffice ombudsman,
    Law calendar,
    DataFolder folder,
    IClock clock
)
{
    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <summary>The complainant's own choice.</summary>
    public Task<Acted<Complaint, Examination>> Escalate(
        ComplaintId id,
        Actor.Complainant complainant,
        bool? sharesIdentity,
        string? wish,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var examination = New();
        return Both(
            id,
            complainant,
            clock.GetCurrentInstant(),
            examination,
            new ComplaintCommand.Escalate(examination, ombudsman.Office, sharesIdentity),
            about: null,
            wish,
            new ActOptions { ExpectedVersion = expectedVersion },
            asksSettlement: false,
            cancel
        );
    }

    /// <summary>The office's referral, with the complainant's consent.</summary>
    public Task<Acted<Complaint, Examination>> Refer(
        ComplaintId id,
        Actor.Staff officer,
        string reason,
        string consent,
        bool sharesIdentity,
        bool asksSettlement,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var examination = New();
        return Both(
            id,
            officer,
            clock.GetCurrentInstant(),
            examination,
            new ComplaintCommand.Refer(examination, ombudsman.Office, reason, consent, sharesIdentity),
            about: null,
            wish: null,
            new ActOptions { ExpectedVersion = expectedVersion },
            asksSettlement,
            cancel
        );
    }

    /// <summary>Filed straight there. Sending the same draft again answers with the first receipt.</summary>
    public async Task<Filed> File(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel)
    {
        var plan = await filings.Plan(filing, alsoStore, cancel);
        var examination = New();
        var acted = await Both(
            plan.Submit.Id,
            plan.Actor,
            plan.At,
            examination,
            new ComplaintCommand.FileDirectly(plan.Submit, examination, ombudsman.Office, filing.Path == FilingPath.OmbudsmanOnly),
            filing.Office,
            wish: null,
            plan.Options,
            asksSettlement: false,
            cancel
        );
        return new Filed(acted.Refusal, acted.First.State, plan.Code);
    }

    private Task<Acted<Complaint, Examination>> Both(
        ComplaintId id,
        Actor actor,
        Instant at,
        ExaminationId examination,
        ComplaintCommand command,
        OfficeCode? about,
        string? wish,
        ActOptions options,
        bool asksSettlement,
        CancellationToken cancel
    ) =>
        journal.Act(
            complaints,
            id.Value,
            examinations,
            examination.Value,
            actor,
            at,
            (complaint, none) => Decide(complaint, none, command, about, wish, asksSettlement, actor, at),
            options,
            secondExpectedVersion: 0,
            cancel
        );

    private (Decision<ComplaintEvent>, Decision<ExaminationEvent>) Decide(
        Complaint complaint,
        Examination none,
        ComplaintCommand command,
        OfficeCode? about,
        string? wish,
        bool asksSettlement,
        Actor actor,
        Instant at
    )
    {
        var left = ComplaintRules.Decide(complaint, command, new ComplaintContext(actor, at, Legal));
        if (left.IsRefused)
        {
            return (left, left.Refusal);
        }

        var after = left.Events.Aggregate(complaint, (state, fact) => Complaint.Evolve(state, fact, at));
        var open = new ExaminationCommand.Open(
            left.Events.OfType<ComplaintEvent.Escalated>().Single(),
            after,
            about ?? after.Subject.Seat,
            wish
        )
        {
            AsksSettlement = asksSettlement,
        };
        return (left, ExaminationRules.Decide(none, open, new ExaminationContext(actor, at, Legal)));
    }

    private static ExaminationId New() => new(Guid.CreateVersion7());
}
