namespace Padu.Storage;

/// <summary>Commands of one stream queue one behind another in this process, instead of losing races.</summary>
internal sealed class StreamLocks
{
    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Holds the places of these streams until disposed; always taken in one order.</summary>
    public async Task<IDisposable> Hold(CancellationToken cancel, params string[] streams)
    {
        var stripes = streams.Select(stream => (uint)stream.GetHashCode(StringComparison.Ordinal) % _stripes.Length).Distinct().Order();
        var held = new Held();
        try
        {
            foreach (var stripe in stripes)
            {
                await _stripes[stripe].WaitAsync(cancel);
                held.Add(_stripes[stripe]);
            }
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return held;
    }

    private sealed class Held : IDisposable
    {
        private readonly List<SemaphoreSlim> _semaphores = [];

        public void Add(SemaphoreSlim semaphore) => _semaphores.Add(semaphore);

        public void Dispose()
        {
            foreach (var semaphore in _semaphores)
            {
                semaphore.Release();
            }

            _semaphores.Clear();
        }
    }
}
