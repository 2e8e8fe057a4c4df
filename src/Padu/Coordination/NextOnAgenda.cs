using Padu.Web;

namespace Padu.Coordination;

/// <summary>The next joint days on the first page.</summary>
public sealed class NextOnAgenda(AgendaReading reading) : IHomePart
{
    private const int Most = 3;

    public async Task<HomePart?> Now(CancellationToken cancel) =>
        await reading.Next(Most, cancel) is { Count: > 0 } days ? new HomePart("/Coordination/Pages/_Next.cshtml", days) : null;
}
