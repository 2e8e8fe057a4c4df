using System.Data;
using System.Data.Common;
using System.Threading.Channels;

namespace Padu.Storage;

/// <summary>
/// The one writer: takes what waits in the queue, up to a batch, writes it in one transaction and one flush to the disk, then answers
/// everybody. It does not linger for more: while it writes, the next batch gathers by itself.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private const int BatchLimit = 256;

    /// <summary>How long a commit of unknown outcome is asked after, in milliseconds: a server that was started anew is back by then.</summary>
    private const long MostAsking = 10_000;
    private const int BetweenAsking = 200;

    private const string Unknown = "whether this was kept is not known, and asking again with the same key or version is safe";
    private readonly Channel<WriteRequest> _queue = Channel.CreateUnbounded<WriteRequest>(
        new UnboundedChannelOptions { SingleReader = true, AllowSynchronousContinuations = false }
    );
    private readonly Database _database;
    private readonly TableShapes _shapes;
    private readonly JournalSignal _signal;
    private readonly ILogger<JournalWriter> _logger;
    private readonly Task _loop;
    private Connected? _connected;

    /// <summary>Erased bytes may still lie in the files: tried again after each batch until they do not.</summary>
    private bool _mustScrub;

    public JournalWriter(Database database, TableShapes shapes, JournalSignal signal, ILogger<JournalWriter> logger)
    {
        _database = database;
        _shapes = shapes;
        _signal = signal;
        _logger = logger;
        _loop = Task.Run(Loop);
    }

    public Task<WriteAnswer> Write(WriteRequest request) =>
        _queue.Writer.TryWrite(request) ? request.Answer.Task : throw new ObjectDisposedException(nameof(JournalWriter));

    /// <summary>What waits is still written; nothing is taken after.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
#pragma warning disable VSTHRD003 // our own loop, started in the constructor on the pool: there is no context to deadlock with
        await _loop;
#pragma warning restore VSTHRD003
        _connected?.Dispose();
    }

    private async Task Loop()
    {
        var batch = new List<WriteRequest>(BatchLimit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < BatchLimit && _queue.Reader.TryRead(out var request))
            {
                batch.Add(request);
            }

            try
            {
                Process(batch, unknownUntil: null);
            }
            catch (Exception e)
            {
                // A fault of ours, for the database's are dealt with there. Whoever waits is told, and the loop lives: without it nobody is answered again.
                _logger.LogCritical("The writer broke over a batch and goes on with a new connection: {Failure}", e.GetType().Name);
                Fail(batch, Unknown, e);
                Forget();
            }

            batch.Clear();
        }
    }

    /// <summary>Writes a batch; when a row of it fails, each half for itself, until the culprit is alone.</summary>
    /// <param name="unknownUntil">The batch may be in the journal already; until when the database is asked. Null where it cannot be.</param>
    private void Process(IReadOnlyList<WriteRequest> batch, long? unknownUntil)
    {
        Written written;
        var isCommitting = false;
        var isFresh = _connected is null;
        try
        {
            var connected = _connected ??= new Connected(_database.OpenForWriting());
            connected.Run(_database.BeginWrite);
            written = Write(batch, new BatchStore(_database, connected, _shapes), unknownUntil is not null);
            isCommitting = true;
            connected.Run("COMMIT");
        }
        catch (Exception e)
        {
            Recover(batch, e, isCommitting, isFresh, unknownUntil);
            return;
        }

        foreach (var (request, answer) in written.Answers)
        {
            request.Answer.TrySetResult(answer);
        }

        if (written.HeadMoved)
        {
            _signal.Raise();
        }

        _mustScrub |= batch.Any(request => !request.Erase.IsEmpty);
        if (_mustScrub)
        {
            Scrub();
        }
    }

    private static Written Write(IReadOnlyList<WriteRequest> batch, BatchStore store, bool mayBeWritten)
    {
        var answers = new List<(WriteRequest, WriteAnswer)>(batch.Count);
        var fresh = new List<WriteRequest>(batch.Count);
        foreach (var request in batch)
        {
            if (mayBeWritten && store.WrittenBefore(request) is { } position)
            {
                answers.Add((request, new WriteAnswer(Verdict.Written, position)));
            }
            else
            {
                fresh.Add(request);
            }
        }

        var read = store.Read(fresh);
        var (plan, head) = BatchPlan.Make(fresh, read);
        answers.AddRange(plan.Select(planned => (planned.Request, store.Write(planned))));
        if (head != read.Head)
        {
            store.MoveHead(head);
        }

        store.Flush();
        return new Written(answers, head != read.Head);
    }

    private void Scrub()
    {
        try
        {
            _mustScrub = !_database.Scrub(_connected!.Connection);
        }
        catch (DbException e)
        {
            // The erasure stands; only the overwritten page waits for a later round.
            _logger.LogWarning("After an erasure the log of the database could not be cut: {Failure}", e.GetType().Name);
        }
    }

    private void Recover(IReadOnlyList<WriteRequest> batch, Exception failure, bool isCommitting, bool isFresh, long? unknownUntil)
    {
        // A connection that failed is not trusted with the next batch.
        var isBroken = _connected is { Connection.State: not ConnectionState.Open };
        Forget();
        if (isCommitting && unknownUntil is null)
        {
            // Whether it was committed is not known: ask the journal for each.
            Process(batch, Environment.TickCount64 + MostAsking);
        }
        else if (!_database.IsUnavailable(failure))
        {
            Divide(batch, failure, unknownUntil);
        }
        else if (unknownUntil is { } until && Environment.TickCount64 < until)
        {
            Thread.Sleep(BetweenAsking);
            Process(batch, until);
        }
        else if (unknownUntil is null && isBroken && !isFresh)
        {
            // The server was started anew since the last batch; a new connection may find it well.
            Process(batch, null);
        }
        else
        {
            Fail(batch, unknownUntil is null ? "nothing was kept" : Unknown, failure);
        }
    }

    private void Forget()
    {
        var connected = _connected;
        _connected = null;
        try
        {
            connected?.Dispose();
        }
        catch (Exception e)
        {
            _logger.LogWarning("A broken connection could not be closed: {Failure}", e.GetType().Name);
        }
    }

    /// <summary>Tells everybody who has no answer yet.</summary>
    private static void Fail(IReadOnlyList<WriteRequest> batch, string outcome, Exception failure)
    {
        foreach (var request in batch)
        {
            request.Answer.TrySetException(new StorageUnavailableException($"The database cannot be written now; {outcome}.", failure));
        }
    }

    private void Divide(IReadOnlyList<WriteRequest> batch, Exception failure, long? unknownUntil)
    {
        if (batch.Count == 1)
        {
            batch[0].Answer.TrySetException(failure);
            return;
        }

        var half = batch.Count / 2;
        Process([.. batch.Take(half)], unknownUntil);
        Process([.. batch.Skip(half)], unknownUntil);
    }

    private readonly record struct Written(List<(WriteRequest Request, WriteAnswer Answer)> Answers, bool HeadMoved);
}

/// <summary>Wakes those who wait for the journal to grow.</summary>
internal sealed class JournalSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Taken before reading, waited for after: nothing is missed between.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
