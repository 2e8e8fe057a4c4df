using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>One case of several to be assigned, as it was when the officer saw it.</summary>
public sealed record ChosenCase(PublicNumber Number, int Version);

/// <summary>What would happen to one case, or why not.</summary>
public sealed record AssignPreview(CaseLine Line, Refusal? Refusal);

/// <summary>How one of them stands now.</summary>
public enum BulkState
{
    /// <summary>Not done, for the reason beside it.</summary>
    Refused,

    /// <summary>Assigned.</summary>
    Done,

    /// <summary>Assigned and taken back.</summary>
    TakenBack,

    /// <summary>The work was interrupted before this one's turn.</summary>
    Pending,
}

/// <param name="Line">Null where the case has left the reader's sight: it went to another office.</param>
/// <param name="Refusal">Why it was not done, or not taken back.</param>
public sealed record BulkLine(PublicNumber Number, CaseLine? Line, BulkState State, Refusal? Refusal);

/// <summary>Several assignments and what became of each.</summary>
/// <param name="CanTakeBack">Until when those that were done can be taken back; null when none can.</param>
public sealed record BulkResult(
    Guid Id,
    OfficeCode Office,
    UnitCode Unit,
    Instant MadeAt,
    IReadOnlyList<BulkLine> Lines,
    Instant? CanTakeBack
);

/// <summary>
/// Assigning many cases at once: each is an ordinary assignment through the desk, with its own version and its own refusal. What was confirmed is kept
/// before the first is written, and what was done is read from the cases themselves, so that an interruption loses nothing and can be gone on with.
/// </summary>
public sealed class BulkAssignments(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    ComplaintStream stream,
    ComplaintDesk desk,
    ComplaintQueries queries,
    Receivers receivers,
    KeyFiles keys,
    IClock clock
) : ISweep
{
    /// <summary>A page of the worklist.</summary>
    public const int Most = 50;

    private static readonly Duration Kept = Duration.FromDays(7);

    public string Name => "tugas-bersama";

    /// <summary>What an assignment would do to each case in the reader's sight; nothing is written.</summary>
    public async Task<IReadOnlyList<AssignPreview>> Preview(
        Actor.Staff admin,
        IReadOnlyCollection<ChosenCase> chosen,
        ComplaintCommand.Assign assign,
        CancellationToken cancel
    )
    {
        var previews = new List<AssignPreview>();
        foreach (var line in await queries.Lines(admin, [.. chosen.Select(one => one.Number)], cancel))
        {
            var version = chosen.First(one => one.Number == line.Row.Number).Version;
            previews.Add(new AssignPreview(line, await desk.WouldRefuse(new ComplaintId(line.Row.Id), admin, assign, version, cancel)));
        }

        return previews;
    }

    /// <summary>Keeps what was confirmed and does it, one after the other.</summary>
    /// <returns>The id of its page.</returns>
    public async Task<Guid> Confirm(
        Actor.Staff admin,
        IReadOnlyCollection<ChosenCase> chosen,
        ComplaintCommand.Assign assign,
        CancellationToken cancel
    )
    {
        var id = await Keep(admin, chosen, assign, cancel);
        await GoOn(admin, id, cancel);
        return id;
    }

    /// <summary>Keeps what was confirmed, before any of it is done.</summary>
    internal async Task<Guid> Keep(
        Actor.Staff admin,
        IReadOnlyCollection<ChosenCase> chosen,
        ComplaintCommand.Assign assign,
        CancellationToken cancel
    )
    {
        var lines = await queries.Lines(admin, [.. chosen.Select(one => one.Number)], cancel);
        var planned = lines.Select(line => new Planned(
            line.Row.Id,
            line.Row.Number.Value,
            chosen.First(one => one.Number == line.Row.Number).Version,
            null
        ));
        var plan = new Plan(assign.Target!.Code.Value, assign.Unit.Value, assign.Instruction, [.. planned]);
        var row = new BulkAssignmentRow(Guid.CreateVersion7(), admin.Account, clock.GetCurrentInstant(), []);
        await journal.Store(Sealed(row, plan));
        return row.Id;
    }

    /// <summary>Goes on with what an interruption left undone; what was done or refused stays as it is.</summary>
    public async Task GoOn(Actor.Staff admin, Guid id, CancellationToken cancel)
    {
        if (await Find(admin, id, cancel) is { } row)
        {
            await Do(admin, row, Open(row), cancel);
        }
    }

    /// <summary>Takes back each that was done and that nobody has acted on since.</summary>
    /// <returns>The numbers for which that was refused, with the reason.</returns>
    public async Task<IReadOnlyDictionary<PublicNumber, Refusal>> TakeBack(Actor.Staff admin, Guid id, CancellationToken cancel)
    {
        var refused = new Dictionary<PublicNumber, Refusal>();
        if (await Find(admin, id, cancel) is not { } row)
        {
            return refused;
        }

        var plan = Open(row);
        foreach (var planned in plan.Lines)
        {
            if (await StateOf(planned, plan, cancel) != BulkState.Done)
            {
                continue;
            }

            var acted = await desk.Act(
                new ComplaintId(planned.Case),
                admin,
                new ComplaintCommand.TakeBackAssignment(planned.Version + 1),
                cancel: cancel
            );
            if (acted.Refusal is { } refusal)
            {
                refused[new PublicNumber(planned.Number)] = refusal;
            }
        }

        return refused;
    }

    /// <summary>How they stand; null for whoever did not make them.</summary>
    public async Task<BulkResult?> Result(Actor.Staff admin, Guid id, CancellationToken cancel)
    {
        if (await Find(admin, id, cancel) is not { } row)
        {
            return null;
        }

        var plan = Open(row);
        var seen = (await queries.Lines(admin, [.. plan.Lines.Select(planned => new PublicNumber(planned.Number))], cancel)).ToDictionary(
            line => line.Row.Number
        );
        var lines = new List<BulkLine>();
        foreach (var planned in plan.Lines)
        {
            var number = new PublicNumber(planned.Number);
            lines.Add(
                new BulkLine(
                    number,
                    seen.GetValueOrDefault(number),
                    await StateOf(planned, plan, cancel),
                    planned.Refusal is { } code ? new Refusal(code) : null
                )
            );
        }

        var until = row.MadeAt + Assignment.TakenBackWithin;
        return new BulkResult(
            row.Id,
            new OfficeCode(plan.Office),
            new UnitCode(plan.Unit),
            row.MadeAt,
            lines,
            until > clock.GetCurrentInstant() && lines.Any(line => line.State == BulkState.Done) ? until : null
        );
    }

    /// <summary>Takes away the pages that nobody needs any more; the assignments stay in their cases.</summary>
    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var before = now - Kept;
        while (
            await database.Set<BulkAssignmentRow>().AsNoTracking().Where(row => row.MadeAt < before).Take(100).ToListAsync(cancel)
                is { Count: > 0 } old
        )
        {
            await journal.Remove([.. old]);
        }
    }

    private async Task Do(Actor.Staff admin, BulkAssignmentRow row, Plan plan, CancellationToken cancel)
    {
        var assign = new ComplaintCommand.Assign(
            receivers.All.FirstOrDefault(office => office.Code.Value == plan.Office),
            new UnitCode(plan.Unit),
            plan.Instruction
        );
        var lines = new List<Planned>();
        foreach (var planned in plan.Lines)
        {
            if (await StateOf(planned, plan, cancel) != BulkState.Pending)
            {
                lines.Add(planned);
                continue;
            }

            var acted = await desk.Act(new ComplaintId(planned.Case), admin, assign, planned.Version, cancel);
            lines.Add(planned with { Refusal = acted.Refusal?.Code });
        }

        await journal.Store(Sealed(row, plan with { Lines = [.. lines] }));
    }

    /// <summary>From the case's own history: the event after the version that was seen is this assignment, or it is not.</summary>
    private async Task<BulkState> StateOf(Planned planned, Plan plan, CancellationToken cancel)
    {
        if (planned.Refusal is not null)
        {
            return BulkState.Refused;
        }

        var history = await journal.History(stream, planned.Case, _ => false, cancel);
        var next = history.ElementAtOrDefault(planned.Version)?.Fact;
        return next is not ComplaintEvent.Assigned assigned || assigned.Office.Value != plan.Office || assigned.Unit.Value != plan.Unit
                ? BulkState.Pending
            : history.ElementAtOrDefault(planned.Version + 1)?.Fact is ComplaintEvent.AssignmentTakenBack ? BulkState.TakenBack
            : BulkState.Done;
    }

    private async Task<BulkAssignmentRow?> Find(Actor.Staff admin, Guid id, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<BulkAssignmentRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.Account == admin.Account, cancel);
    }

    private BulkAssignmentRow Sealed(BulkAssignmentRow row, Plan plan) =>
        row with
        {
            Sealed = SealedBox.Seal(KeyOf(row.Id), JsonSerializer.SerializeToUtf8Bytes(plan)),
        };

    private Plan Open(BulkAssignmentRow row) =>
        JsonSerializer.Deserialize<Plan>(SealedBox.Open(KeyOf(row.Id), row.Sealed))
        ?? throw new InvalidOperationException("Empty assignments were sealed.");

    private byte[] KeyOf(Guid id) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Pepper, 32, info: Encoding.UTF8.GetBytes($"padu bulk assignment v1 {id:N}"));

    /// <summary>What is sealed of it.</summary>
    private sealed record Plan(string Office, string Unit, string? Instruction, ImmutableArray<Planned> Lines);

    /// <param name="Version">The version of the case that the officer saw.</param>
    /// <param name="Refusal">The code with which the desk refused; null where it did not, or was not asked yet.</param>
    private sealed record Planned(Guid Case, string Number, int Version, string? Refusal);
}
