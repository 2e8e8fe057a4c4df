using System.Collections.Immutable;
using NodaTime;
using Padu.Accounts;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
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
    private static readonly ImmutableArray<int> Shown = [10, 7, 43, 6, 44, 1];

    private readonly ComplaintDesk desk = services.GetRequiredService<ComplaintDesk>();
    private readonly OfficeRegister offices = services.GetRequiredService<OfficeRegister>();
    private readonly Dictionary<int, (Complaint Complaint, string Code)> cases = [];

    /// <summary>The moment at which the clock of a filling must start: before everything scripted.</summary>
    public static Instant Beginning(DemonstrationContent content, DemonstrationDays days) =>
        days.At(content.Complaints.Min(one => one.Day) - 1, new LocalTime(8, 0));

    public async Task<DemonstrationNotes> Fill(DemonstrationContent content, DemonstrationDays days, Instant now, CancellationToken cancel)
    {
        var legal = services.GetRequiredService<ReferenceCalendar>().For(DemonstrationFolder.Province.Value);
        var organisations = services.GetRequiredService<OrganisationDesk>();
        var start = clock.GetCurrentInstant();
        await organisations.CreateOffices(DemonstrationFolder.Province, start);
        await organisations.CreateStandardPosts(DemonstrationFolder.Province, start);
        var password = OneTimeCode.New().ToLowerInvariant();
        var cast = await DemonstrationCast.Hire(services, DemonstrationAccounts.Load(), password, start);
        foreach (var step in DemonstrationScript.Steps(content, days, legal, now))
        {
            cancel.ThrowIfCancellationRequested();
            clock.MoveTo(step.At);
            await Do(step, cast, days, legal.DayOf(step.At), cancel);
        }

        return new DemonstrationNotes(
            password,
            [.. Shown.Select(no => new DemonstrationReceipt(no, cases[no].Complaint.Number.Value, cases[no].Code))]
        );
    }

    private async Task Do(DemonstrationStep step, DemonstrationCast cast, DemonstrationDays days, LocalDate today, CancellationToken cancel)
    {
        switch (step)
        {
            case DemonstrationStep.File { Case: var one }:
                var filed = await desk.File(FilingOf(one, today), alsoStore: null, cancel);
                cases[one.No] = filed.Refusal is null
                    ? (filed.Complaint, filed.Code)
                    : throw new InvalidOperationException($"Filing #{one.No} is refused: {filed.Refusal}.");
                break;
            case DemonstrationStep.Act { Case: var one, Does: var act }:
                await Do(one, act, cast, days, cancel);
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
        );
}
