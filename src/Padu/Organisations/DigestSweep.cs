using System.Collections.Concurrent;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>
/// Reminds each office that has an address, on the morning of a working day, of what waits there, over all modules: one event, from which one letter
/// follows. Repeating is harmless, for the day's digest is a stream of its own.
/// </summary>
public sealed class DigestSweep(
    Journal journal,
    DigestStream stream,
    IEnumerable<ICountsWaiting> modules,
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
        foreach (var office in offices.Rows.Where(row => row.Email is not null).Select(row => row.Code))
        {
            if (seen.TryGetValue(office, out var day) && day == today)
            {
                continue;
            }

            await Remind(office, today, now, legal, cancel);
            seen[office] = today;
        }
    }

    private async Task Remind(OfficeCode office, LocalDate today, Instant now, LegalContext legal, CancellationToken cancel)
    {
        var horizon = Reminding.Horizon(today, legal);
        var waiting = new List<Waiting>();
        foreach (var module in modules)
        {
            waiting.AddRange((await module.In(office, now, horizon, cancel)).Where(one => one.Count > 0));
        }

        var due = new DigestEvent.Due(office, today, [.. waiting.OrderBy(one => one.Matter)]);
        var actor = new Actor.System();
        await journal.Act(
            stream,
            DigestStream.IdOf(office, today),
            actor,
            now,
            state => Reminding.Remind(state, due, actor, now, legal),
            cancel: cancel
        );
    }
}
