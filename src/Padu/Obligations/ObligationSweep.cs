using NodaTime;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Obligations;

/// <summary>Tells every obligation whose day has passed unmet so, as <i>sistem</i>. Repeating is harmless.</summary>
public sealed class ObligationSweep(ObligationQueries queries, ObligationDesk desk) : ISweep
{
    private const int Batch = 200;

    public string Name => "kewajiban";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        while (await queries.Due(now, Batch, cancel) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                await desk.Act(new ObligationId(id), new Actor.System(), new ObligationCommand.PassDue(), cancel: cancel);
            }

            if (due.Count < Batch)
            {
                return;
            }
        }
    }
}
