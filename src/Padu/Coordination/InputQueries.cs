using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>One line of a list, with its title opened; null where the author let it be forgotten.</summary>
public sealed record InputLine(InputRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record InputPage(IReadOnlyList<InputLine> Lines, string? Next);

/// <summary>What anybody may read of an input: the office's words for what was asked, the answer, and what changed.</summary>
public sealed record PublishedInput(InputRow Row, string? Asked, string? Answer, string? Change);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record PublishedPage(IReadOnlyList<PublishedInput> Lines, string? Next);

/// <summary>Which list: what this reader may see of a column, an office, an institution, or of what an office gave.</summary>
/// <param name="Column">Null for all columns.</param>
/// <param name="To">The office that answers.</param>
/// <param name="Given">Only what this office gave.</param>
public sealed record InputFilter(InputColumn? Column, OfficeCode? To, Institution? Institution, OfficeCode? Given);

/// <summary>One input with its history opened, for pages that have asked whether this reader may.</summary>
public sealed record InputOpened(Input Input, IReadOnlyList<Recorded<InputEvent>> History) : IOpened<InputEvent>
{
    private InputEvent.Received? Received => History[0].Fact as InputEvent.Received;

    public string? Title => Received?.Title;

    public string? Text => Received?.Text;

    public InputEvent.Answered? Answer => Last<InputEvent.Answered>();

    public string? Change => Last<InputEvent.ChangeTold>()?.Change;

    public string? Asked => Last<InputEvent.Published>()?.Asked;

    private T? Last<T>()
        where T : InputEvent => History.Select(one => one.Fact).OfType<T>().LastOrDefault();
}

/// <summary>Reads for the lists and pages of inputs. Who wrote one is read by nothing but the letters that tell of news.</summary>
public sealed class InputQueries(IDbContextFactory<PaduDb> databases, Journal journal, InputStream stream)
{
    public const int PageSize = 50;

    /// <summary>Fifty lines after a place, the newest first, within what this reader may see.</summary>
    public async Task<InputPage> List(Access.InputScope scope, InputFilter filter, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = Of(database, scope, filter);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.ReceivedAt <= moment && (row.ReceivedAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.ReceivedAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var more = Cut(found);
        var titles = await journal.OpenMany(
            stream,
            [.. found.Select(row => (row.Id, 1))],
            part => part.Purpose != KeyPurpose.Identity,
            cancel
        );
        return new InputPage(
            found.ConvertAll(row => new InputLine(row, (titles.GetValueOrDefault(row.Id)?.Fact as InputEvent.Received)?.Title)),
            more ? ListPlace.Write(found[^1].ReceivedAt, found[^1].Id) : null
        );
    }

    /// <summary>How many of a column an office has to answer, and until when the one that has waited longest.</summary>
    public async Task<(int Count, LocalDate? Day)> Nearest(OfficeCode to, InputColumn column, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<InputRow>().Where(row => row.To == to && row.Column == column);
        var first = await rows.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).Select(row => row.DueDate).FirstOrDefaultAsync(cancel);
        return first is null ? default : (await rows.CountAsync(cancel), first);
    }

    /// <summary>What anybody may read, the newest first.</summary>
    public async Task<PublishedPage> Published(string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<InputRow>().AsNoTracking().Where(row => row.PublishedAt != null);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.PublishedAt <= moment && (row.PublishedAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.PublishedAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var more = Cut(found);
        var asked = await Opened(found, row => row.PublishedVersion, cancel);
        var answers = await Opened(found, row => row.AnswerVersion, cancel);
        var changes = await Opened(found, row => row.ChangeVersion, cancel);
        return new PublishedPage(
            found.ConvertAll(row => new PublishedInput(
                row,
                (asked.GetValueOrDefault(row.Id) as InputEvent.Published)?.Asked,
                (answers.GetValueOrDefault(row.Id) as InputEvent.Answered)?.Answer,
                (changes.GetValueOrDefault(row.Id) as InputEvent.ChangeTold)?.Change
            )),
            more ? ListPlace.Write(found[^1].PublishedAt!.Value, found[^1].Id) : null
        );
    }

    /// <summary>The input with its history but the author's address, or null: out of scope and unknown are the same.</summary>
    public async Task<InputOpened?> Open(Actor.Staff reader, InputNumber number, CancellationToken cancel) =>
        await IdOf(number, cancel) is { } id && await Of(id, cancel) is { } found && Access.May(reader, InputAct.Read, found.Input.Subject)
            ? found
            : null;

    /// <summary>The same by id, for whoever has shown the code.</summary>
    public async Task<InputOpened?> Of(InputId id, CancellationToken cancel) =>
        await State(id, cancel) is { Exists: true } state
            ? new InputOpened(state, await journal.History(stream, id.Value, part => part.Purpose != KeyPurpose.Identity, cancel))
            : null;

    public async Task<InputId?> IdOf(InputNumber number, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = await database
            .Set<InputRow>()
            .Where(row => row.Number == number)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancel);
        return id is { } known ? new InputId(known) : null;
    }

    public async Task<Input> State(InputId id, CancellationToken cancel) => (await journal.Load(stream, id.Value, cancel)).State;

    /// <summary>Where the author wants to be told of news; null where there is no such place, or it was forgotten.</summary>
    public async Task<string?> AddressOf(Input input, CancellationToken cancel)
    {
        if (input.ReachableVersion == 0)
        {
            return null;
        }

        var opened = await journal.OpenMany(stream, [(input.Id.Value, input.ReachableVersion)], _ => true, cancel);
        return (opened.GetValueOrDefault(input.Id.Value)?.Fact as InputEvent.Reachable)?.Email;
    }

    /// <summary>The numbers and titles of some inputs.</summary>
    public async Task<IReadOnlyDictionary<Guid, InputRow>> Among(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<InputRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
    }

    /// <summary>Whose author's words nothing obliges that institution to keep any longer, the oldest first; at most one page, the rest follows once these are erased.</summary>
    public async Task<IReadOnlyList<InputRow>> DueForErasure(Institution keeper, Instant overBefore, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<InputRow>()
            .AsNoTracking()
            .Where(row => row.Institution == keeper && row.KeptSince != null && row.KeptSince < overBefore)
            .OrderBy(row => row.KeptSince)
            .ThenBy(row => row.Id)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    /// <summary>Those whose day has passed unrecorded, oldest first.</summary>
    public async Task<List<Guid>> Due(Instant now, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<InputRow>().Due(now, most, cancel);
    }

    /// <summary>Those whose running day was counted by other holidays than these.</summary>
    public async Task<List<Guid>> CountedByOthers(CalendarVersion current, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database.Set<InputRow>().CountedByOthers(current.Value, most, cancel);
    }

    private async Task<Dictionary<Guid, InputEvent>> Opened(List<InputRow> rows, Func<InputRow, int> version, CancellationToken cancel)
    {
        var wanted = rows.Where(row => version(row) > 0).Select(row => (row.Id, version(row))).ToList();
        var opened = await journal.OpenMany(stream, wanted, part => part.Purpose == KeyPurpose.Record, cancel);
        return opened.ToDictionary(one => one.Key, one => one.Value.Fact);
    }

    private static bool Cut(List<InputRow> found)
    {
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        return more;
    }

    private static IQueryable<InputRow> Of(PaduDb database, Access.InputScope scope, InputFilter filter)
    {
        var rows = database.Set<InputRow>().AsNoTracking();
        if (!scope.All)
        {
            // One of the ten sees its own, whatever the address asks for.
            if (scope.Office is not { } own)
            {
                return rows.Where(row => false);
            }

            filter = filter with { To = filter.Given is null ? own : null, Given = filter.Given is null ? null : own, Institution = null };
        }

        if (filter.Given is { } giver)
        {
            rows = rows.Where(row => row.Giver == giver);
        }
        else if (filter.To is { } to)
        {
            rows = rows.Where(row => row.To == to);
        }
        else if (filter.Institution is { } institution)
        {
            rows = rows.Where(row => row.Institution == institution);
        }

        return filter.Column is { } column ? rows.Where(row => row.Column == column) : rows;
    }
}
