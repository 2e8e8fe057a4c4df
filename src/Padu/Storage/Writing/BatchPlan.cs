using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>What a batch needs to know of the tables, read inside its transaction.</summary>
internal sealed class BatchRead
{
    public long Head { get; init; }

    public Dictionary<string, int> Versions { get; init; } = [];

    public Dictionary<string, IdempotencyRow> Seen { get; init; } = [];

    public Dictionary<RegisterBook, int> LastNumbers { get; init; } = [];

    /// <summary>Purposes, institutions and custodians that have a living key, of the streams for which the batch brings new keys.</summary>
    public HashSet<(string Stream, KeyPurpose Purpose, Institution Institution, Institution Custodian)> LivingKeys { get; init; } = [];
}

/// <summary>What is to be done for one request.</summary>
internal sealed record Planned(
    WriteRequest Request,
    WriteAnswer Answer,
    ImmutableArray<EventRow> Events,
    ImmutableArray<RegisterEntryRow> Numbers
);

/// <summary>Decides a batch without touching the tables: who is stale, which position and which register number each event gets.</summary>
internal static class BatchPlan
{
    /// <summary>The plan, and where the journal ends after it. What a request writes is seen by those behind it in the batch.</summary>
    public static (ImmutableArray<Planned> Requests, long Head) Make(IEnumerable<WriteRequest> requests, BatchRead read)
    {
        var head = read.Head;
        var versions = new Dictionary<string, int>(read.Versions);
        var seen = new Dictionary<string, IdempotencyRow>(read.Seen);
        var numbers = new Dictionary<RegisterBook, int>(read.LastNumbers);
        var keys = new HashSet<(string, KeyPurpose, Institution, Institution)>(read.LivingKeys);
        var plan = ImmutableArray.CreateBuilder<Planned>();
        foreach (var request in requests)
        {
            if (Refuse(request, head, versions, seen, keys) is { } refused)
            {
                plan.Add(new Planned(request, refused, [], []));
                continue;
            }

            var events = ImmutableArray.CreateBuilder<EventRow>();
            var entries = ImmutableArray.CreateBuilder<RegisterEntryRow>();
            foreach (var append in request.Appends)
            {
                foreach (var pending in append.Events)
                {
                    events.Add(pending.Row with { Position = ++head });
                    foreach (var book in pending.Registers)
                    {
                        var number = numbers[book] = numbers.GetValueOrDefault(book) + 1;
                        entries.Add(EntryOf(book, number, append.Stream, head));
                    }
                }

                versions[append.Stream] = append.ExpectedVersion + append.Events.Length;
            }

            foreach (var (stream, purpose) in request.Erase)
            {
                keys.RemoveWhere(key => key.Item1 == stream && key.Item2 == purpose);
            }

            keys.UnionWith(request.NewKeys.Select(key => (key.Stream, key.Purpose, key.Institution, key.Custodian)));
            if (request.Idempotency is { } idempotency)
            {
                seen[idempotency.Key] = idempotency;
            }

            var position = events.Count > 0 ? head : 0;
            plan.Add(new Planned(request, new WriteAnswer(Verdict.Written, position), events.ToImmutable(), entries.ToImmutable()));
        }

        return (plan.ToImmutable(), head);
    }

    public static RegisterEntryRow EntryOf(RegisterBook book, int number, string stream, long position) =>
        new()
        {
            Office = book.Office,
            Year = book.Year,
            Book = book.Book,
            Number = number,
            Stream = stream,
            Position = position,
        };

    private static WriteAnswer? Refuse(
        WriteRequest request,
        long head,
        Dictionary<string, int> versions,
        Dictionary<string, IdempotencyRow> seen,
        HashSet<(string, KeyPurpose, Institution, Institution)> keys
    )
    {
        if (request.Idempotency is { } idempotency && seen.TryGetValue(idempotency.Key, out var before))
        {
            var verdict = before.Hash.AsSpan().SequenceEqual(idempotency.Hash) ? Verdict.Seen : Verdict.Different;
            return new WriteAnswer(verdict, SeenStream: before.Stream);
        }

        return
            (request.Head is { } expected && expected != head)
            || request.Appends.Any(append => versions.GetValueOrDefault(append.Stream) != append.ExpectedVersion)
            || request.NewKeys.Any(key => keys.Contains((key.Stream, key.Purpose, key.Institution, key.Custodian)))
            ? new WriteAnswer(Verdict.Stale)
            : null;
    }
}
