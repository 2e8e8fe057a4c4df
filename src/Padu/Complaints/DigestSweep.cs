using System.Collections.Concurrent;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>
/// Reminds each office that has an address, on the morning of a working day, of what waits there: one event, from which one letter follows. Repeating is
/// harmless, for the day's digest is a stream of its own.
/// </summary>
public sealed class DigestSweep(
    Journal journal,
    DigestStream stream,
    ComplaintQueries queries,
    Receivers receivers,
    OfficeRegister offices,
    Law law,
    DataFolder folder
) : ISweep
{
    /// <summary>The day on which an office was last looked at, so that a sweep each minute asks the database once a day.</summary>
    private readonly ConcurrentDictionary<OfficeCode, LocalDate> seen = new();

    public string Name => "ringkasan-harian";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        var legal = law.For(folder.Province.Value);
        if (!Reminding.IsTime(now, legal))
        {
            return;
        }

        var today = legal.DayOf(now);
        foreach (var office in receivers.All.Select(office => office.Code).Where(code => offices.Row(code)?.Email is not null))
        {
            if (seen.TryGetValue(office, out var day) && day == today)
            {
                continue;
            }

            await Remind(office, today, now, legal, cancel);
            seen[office] = today;
        }
    }

    private async Task Remind(OfficeCode office, LocalDate today, Instant now, Domain.Calendar.LegalContext legal, CancellationToken cancel)
    {
        var waiting = await queries.WaitingIn(office, now, Reminding.Horizon(today, legal), cancel);
        var actor = new Actor.System();
        await journal.Act(
            stream,
            DigestStream.IdOf(office, today),
            actor,
            now,
            state => Reminding.Remind(state, new DigestEvent.Due(office, today, waiting), actor, now, legal),
            cancel: cancel
        );
    }
}
