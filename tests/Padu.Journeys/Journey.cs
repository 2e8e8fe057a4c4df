namespace Padu.Journeys;

/// <summary>What the tests share: their visitors leave at the end, and a failed test shows what the program had to say.</summary>
public abstract class Journey(Site site) : IAsyncDisposable
{
    private const int Tail = 4000;
    private readonly List<Visitor> visitors = [];

    protected Site Site { get; } = site;

    protected async Task<Visitor> Arrive(Manner? manner = null)
    {
        var visitor = await Visitor.Arrive(Site, manner);
        visitors.Add(visitor);
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
        {
            foreach (var visitor in visitors)
            {
                TestContext.Current.TestOutputHelper?.WriteLine($"A visitor stood at {visitor.Path}");
            }

            var log = Site.Log;
            TestContext.Current.TestOutputHelper?.WriteLine(log[Math.Max(0, log.Length - Tail)..]);
        }

        foreach (var visitor in visitors)
        {
            await visitor.DisposeAsync();
        }
    }
}
