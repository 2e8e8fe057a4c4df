using System.Collections.Immutable;
using NodaTime;
using Padu.Accounts;
using Padu.Agreements;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Meetings;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>
/// Fills a new demonstration: the installation as <c>init</c> makes it, its people, and the scripts of the 44 complaints, act by act in the order of
/// time through the same desks as the pages, on a clock that stands at each act.
/// </summary>
public sealed class DemonstrationFiller(IServiceProvider services, SimulatedClock clock)
{
    /// <summary>The cases whose receipts are shown, each at another stage.</summary>
    private static readonly ImmutableArray<int> Shown = [10, 7, 43, 6, 44, 1, 14, 15];

    private static readonly OfficeCode Province = new($"kpu-{DemonstrationFolder.Province}");

    private readonly ComplaintDesk desk = services.GetRequiredService<ComplaintDesk>();
    private readonly OfficeRegister offices = services.GetRequiredService<OfficeRegister>();
    private readonly DemonstrationReporting reporting = new(services);
    private readonly DemonstrationPrivacy privacy = new(services);
    private readonly Dictionary<int, (Complaint Complaint, string Code)> cases = [];

    /// <summary>The moment at which the clock of a filling must start: before everything scripted.</summary>
    public static Instant Beginning(DemonstrationContent content, DemonstrationDays days) =>
        days.At(Math.Min(content.Complaints.Min(one => one.Day), DemonstrationMeetings.FirstDay) - 1, new LocalTime(8, 0));

    public async Task<DemonstrationNotes> Fill(DemonstrationContent content, DemonstrationDays days, Instant now, CancellationToken cancel)
    {
        var legal = services.GetRequiredService<ReferenceCalendar>().For(DemonstrationFolder.Province.Value);
        var organisations = services.GetRequiredService<OrganisationDesk>();
        var start = clock.GetCurrentInstant();
        await organisations.CreateOffices(DemonstrationFolder.Province, start);
        await organisations.CreateStandardPosts(DemonstrationFolder.Province, start);
        var password = OneTimeCode.New().ToLowerInvariant();
        var cast = await DemonstrationCast.Hire(services, DemonstrationAccounts.Load(), password, start);
        await HistoricalAgreements.Load(services.GetRequiredService<AgreementDesk>(), DemonstrationFolder.Province, cancel);
        await DemonstrationElection.Add(services, days, cancel);
        await HistoricalMeetings.Load(services.GetRequiredService<MeetingDesk>(), DemonstrationFolder.Province, cancel);
        var beside = new DemonstrationCooperation(services)
            .Steps(days)
            .Concat(new DemonstrationAgenda(services).Steps(days))
            .Concat(new DemonstrationMeetings(services).Steps(days))
            .Concat(privacy.Steps(days));
        foreach (var step in DemonstrationScript.Steps(content, days, legal, now, beside))
        {
            cancel.ThrowIfCancellationRequested();
            clock.MoveTo(step.At);
            await Do(step, cast, days, legal, cancel);
        }

        clock.MoveTo(now.ToMicroseconds());
        await LeaveRequests(cast, cancel);
        await new DemonstrationLetters(services).Write([.. cases.OrderBy(one => one.Key).Select(one => one.Value.Complaint)], cast, cancel);

        return new DemonstrationNotes(
            password,
            [.. Shown.Select(no => new DemonstrationReceipt(no, cases[no].Complaint.Number.Value, cases[no].Code))]
        );
    }

    private async Task Do(
        DemonstrationStep step,
        DemonstrationCast cast,
        DemonstrationDays days,
        LegalContext legal,
        CancellationToken cancel
    )
    {
        switch (step)
        {
            case DemonstrationStep.File { Case: var one }:
                var filed = await desk.File(FilingOf(one, legal.DayOf(step.At)), alsoStore: null, cancel);
                cases[one.No] = filed.Refusal is null
                    ? (filed.Complaint, filed.Code)
                    : throw new InvalidOperationException($"Filing #{one.No} is refused: {filed.Refusal}.");
                break;
            case DemonstrationStep.Act { Case: var one, Does: var act }:
                await Do(one, act, cast, days, cancel);
                break;
            case DemonstrationStep.Report { Case: var one, Does: var act }:
                cases[one.No] = (await reporting.Do(one.No, act, cases[one.No].Complaint, cast, legal, cancel), cases[one.No].Code);
                break;
            case DemonstrationStep.Cooperate { Does: var cooperate }:
                await cooperate(cast, cancel);
                break;
            case DemonstrationStep.Sweep:
                foreach (var sweep in services.GetServices<ISweep>())
                {
                    await sweep.Sweep(step.At, cancel);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task Do(
        DemonstrationCase one,
        DemonstrationAct act,
        DemonstrationCast cast,
        DemonstrationDays days,
        CancellationToken cancel
    )
    {
        if (act.Do == ScriptedAct.Reveal)
        {
            await Allow(
                one.No,
                cast.In(DemonstrationActing.PostFor(act, cases[one.No].Complaint)!),
                days.Words(act.Text!, one.Language),
                cast,
                cancel
            );
        }

        var (complaint, code) = cases[one.No];
        if (act.Do == ScriptedAct.Propose && complaint.Handler is { } handler)
        {
            var practices = services.GetRequiredService<OfficePractices>();
            _ = await practices.Change(cast.In(new DemonstrationPost(handler, null)), needsApproval: true, cancel);
        }

        Actor actor = DemonstrationActing.PostFor(act, complaint) is { } post ? cast.In(post) : new Actor.Complainant(complaint.ReporterId);
        var acted = await desk.Act(complaint.Id, actor, DemonstrationActing.CommandOf(act, complaint, days, offices.Find), cancel: cancel);
        cases[one.No] = acted.Refusal is null
            ? (acted.State, code)
            : throw new InvalidOperationException($"#{one.No}, {act.Do} on day {act.Day}, is refused: {acted.Refusal}.");
    }

    /// <summary>An unmasking asked for and allowed, as it must be before an identity is read.</summary>
    private async Task Allow(int no, Actor.Staff asks, string reason, DemonstrationCast cast, CancellationToken cancel)
    {
        var request = new CustodyRequestId(Guid.CreateVersion7());
        await Write(no, asks, new ComplaintCommand.RequestUnmasking(request, reason), cancel);
        var allow = new ComplaintCommand.JudgeRequest(request, Ruling.Allowed, "Alasannya jelas dan tidak ada jalan lain.");
        await Write(no, cast.In(Province, Role.Custodian), allow, cancel);
    }

    /// <summary>What lies on the custodian's table when the demonstration opens: one request to weigh, one just allowed, one lost code; and what people ask of their data.</summary>
    private async Task LeaveRequests(DemonstrationCast cast, CancellationToken cancel)
    {
        const string Why = "Surat jawaban resmi harus dikirim ke alamat pelapor.";
        var hidden = cases
            .Where(one => one.Value.Complaint is { HidesIdentity: true, IsOpen: true })
            .Select(one => one.Key)
            .Order()
            .Take(2)
            .ToList();
        var admin = cast.In(Province, Role.AgencyAdmin);
        await Write(hidden[0], admin, new ComplaintCommand.RequestUnmasking(new CustodyRequestId(Guid.CreateVersion7()), Why), cancel);
        await Allow(hidden[1], admin, Why, cast, cancel);
        var named = cases
            .Where(one => one.Value.Complaint is { Level: IdentityLevel.Open, IdentityVersion: > 0, IsOpen: true })
            .Min(one => one.Key);
        var lost = new ComplaintCommand.ReportCodeLoss(
            new CustodyRequestId(Guid.CreateVersion7()),
            [IdentityProof.IdentityCard],
            NameMatches: true,
            "Tanda terima basah kena hujan."
        );
        await Write(named, cast.In(Province, Role.FrontDesk), lost, cancel);
        await privacy.Leave(cases[named].Complaint, cases[hidden[0]].Complaint, cast, clock.GetCurrentInstant(), cancel);
    }

    private async Task Write(int no, Actor.Staff actor, ComplaintCommand command, CancellationToken cancel)
    {
        var (complaint, code) = cases[no];
        var acted = await desk.Act(complaint.Id, actor, command, cancel: cancel);
        cases[no] = acted.Refusal is null
            ? (acted.State, code)
            : throw new InvalidOperationException($"#{no}, {command.GetType().Name}, is refused: {acted.Refusal}.");
    }

    private static FilingRequest FilingOf(DemonstrationCase one, LocalDate today) =>
        new(
            Guid.CreateVersion7(),
            new OfficeCode(one.Office),
            IntakeChannel.Web,
            one.Language,
            one.Level,
            one.Identity ?? new Identity(null, null, null, null),
            one.Story,
            one.Place,
            one.Service,
            one.RequestedResolution,
            one.Region is null ? null : new RegionCode(one.Region),
            one.HappenedDaysBefore is { } days ? today.PlusDays(-days) : null,
            []
        )
        {
            Concern = DemonstrationElection.ConcernOf(one.No),
        };
}
