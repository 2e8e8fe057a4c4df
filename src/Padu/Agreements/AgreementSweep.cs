using NodaTime;
using Padu.Calendar;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>
/// Warns of what runs out, ends what has, and lets the obligations of what ended lapse where they were due after its end. Repeating is harmless.
/// </summary>
public sealed class AgreementSweep(
    AgreementQueries queries,
    AgreementDesk desk,
    ObligationQueries owed,
    ObligationDesk obligations,
    ReferenceCalendar calendar,
    DataFolder folder
) : ISweep
{
    public string Name => "perjanjian";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        var legal = calendar.For(folder.Province.Value);
        var today = legal.DayOf(now);
        var horizon = today.PlusDays(legal.Rules.On(AgreementRules.ExpiryWarning, today).Amount);
        foreach (var id in await queries.RunningOut(horizon, cancel))
        {
            if (
                (await queries.State(new AgreementId(id), cancel)) is var agreement
                && AgreementRules.LooksAgainOn(agreement, legal) <= today
            )
            {
                await desk.Act(agreement.Id, new Actor.System(), new AgreementCommand.PassTime(), cancel: cancel);
            }
        }

        foreach (var (id, endedOn) in await queries.Ended(cancel))
        {
            foreach (var line in await owed.OpenFrom(id, endedOn, legal.Zone, cancel))
            {
                await obligations.Act(
                    new ObligationId(line),
                    new Actor.System(),
                    new ObligationCommand.EndWithSource(endedOn),
                    cancel: cancel
                );
            }
        }
    }
}
