using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>One line of a list, with its title in the reader's language.</summary>
public sealed record AgreementLine(AgreementRow Row, string? Title);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record AgreementPage(IReadOnlyList<AgreementLine> Lines, string? Next);

/// <summary>A document with its place.</summary>
public sealed record AgreementDocument(Recorded Event, int Index, Evidence File);

/// <summary>One agreement with its history opened, for pages that have asked whether this reader may.</summary>
public sealed record AgreementFile(Agreement Agreement, IReadOnlyList<Recorded<AgreementEvent>> History) : IOpened<AgreementEvent>
{
    /// <summary>The words in force, or of the last draft; null for a historical record.</summary>
    public AgreementText? Text => Drafts.LastOrDefault().Fact?.Text;

    public IEnumerable<(Recorded<AgreementEvent> Event, AgreementEvent.Drafted Fact)> Drafts =>
        History.Where(one => one.Fact is AgreementEvent.Drafted).Select(one => (one, (AgreementEvent.Drafted)one.Fact));

    public IEnumerable<AgreementEvent.SignatureGiven> Signatures => History.Select(one => one.Fact).OfType<AgreementEvent.SignatureGiven>();

    public AgreementEvent.Recorded? Record => History.Select(one => one.Fact).OfType<AgreementEvent.Recorded>().FirstOrDefault();

    public AgreementEvent.Ended? Ending => History.Select(one => one.Fact).OfType<AgreementEvent.Ended>().LastOrDefault();

    public IEnumerable<AgreementDocument> Documents =>
        from one in History
        where one.Fact is AgreementEvent.DocumentsAdded { Documents: not null }
        from file in ((AgreementEvent.DocumentsAdded)one.Fact).Documents!.Value.Select((file, index) => (file, index))
        select new AgreementDocument(one, file.index, file.file);

    /// <summary>The words about a year, as last written.</summary>
    public string? EvaluationOf(Evaluation evaluation) =>
        History.FirstOrDefault(one => one.Version == evaluation.Version)?.Fact is AgreementEvent.Evaluated written ? written.Text : null;

    public string? Title(string language) => Titles.Of(History.FirstOrDefault(one => one.Version == Agreement.TextVersion)?.Fact, language);
}

/// <summary>The title an event gives.</summary>
internal static class Titles
{
    public static string? Of(AgreementEvent? fact, string language) =>
        fact switch
        {
            AgreementEvent.Drafted drafted => drafted.Text?.Title,
            AgreementEvent.Recorded record => language == "en" ? record.TitleEnglish : record.TitleIndonesian,
            _ => null,
        };
}

/// <summary>Reads for the pages of agreements.</summary>
public sealed class AgreementQueries(IDbContextFactory<PaduDb> databases, Journal journal, AgreementStream stream)
{
    private const int PageSize = 50;

    /// <summary>One of the two lists that anybody may read, the newest first.</summary>
    public async Task<AgreementPage> Public(AgreementShelf shelf, string language, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<AgreementRow>().AsNoTracking().Where(row => row.Shelf == shelf);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.BegunAt <= moment && (row.BegunAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.BegunAt).ThenByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return await Paged(found, row => row.BegunAt, language, cancel);
    }

    /// <summary>Memoranda and cooperation agreements in force, the newest first.</summary>
    public async Task<IReadOnlyList<AgreementLine>> InForce(int most, string language, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<AgreementRow>()
            .AsNoTracking()
            .Where(row =>
                row.Shelf == AgreementShelf.Open
                && row.Stage == AgreementStage.InForce
                && (row.Kind == AgreementKind.Memorandum || row.Kind == AgreementKind.Cooperation)
            )
            .OrderByDescending(row => row.BegunAt)
            .ThenByDescending(row => row.Id)
            .Take(most)
            .ToListAsync(cancel);
        return await Lines(found, language, cancel);
    }

    /// <summary>Everything, drafts too, the last touched first. The door has asked who reads.</summary>
    public async Task<AgreementPage> Desk(string language, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<AgreementRow>().AsNoTracking().AsQueryable();
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.LastActAt <= moment && (row.LastActAt < moment || row.Id.CompareTo(id) < 0));
        }

        var found = await rows.OrderByDescending(row => row.LastActAt)
            .ThenByDescending(row => row.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        return await Paged(found, row => row.LastActAt, language, cancel);
    }

    /// <summary>What hangs under an agreement, in the order of its beginning.</summary>
    public async Task<IReadOnlyList<AgreementLine>> Children(AgreementId parent, string language, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<AgreementRow>()
            .AsNoTracking()
            .Where(row => row.Parent == parent.Value)
            .OrderBy(row => row.BegunAt)
            .ThenBy(row => row.Id)
            .Take(200)
            .ToListAsync(cancel);
        return await Lines(found, language, cancel);
    }

    public async Task<AgreementFile?> Open(AgreementCode code, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var id = await database
            .Set<AgreementRow>()
            .Where(row => row.Code == code)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancel);
        return id is { } known ? await Open(new AgreementId(known), cancel) : null;
    }

    public async Task<AgreementFile?> Open(AgreementId id, CancellationToken cancel) =>
        (await journal.Load(stream, id.Value, cancel)).State is { Exists: true } state
            ? new AgreementFile(state, await journal.History(stream, id.Value, _ => true, cancel))
            : null;

    public async Task<Agreement> State(AgreementId id, CancellationToken cancel) => (await journal.Load(stream, id.Value, cancel)).State;

    /// <summary>Lines of some agreements, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, AgreementLine>> Among(
        IReadOnlyCollection<Guid> ids,
        string language,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database.Set<AgreementRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        return (await Lines(found, language, cancel)).ToDictionary(line => line.Row.Id);
    }

    /// <summary>What is in force and ends by a day, the earliest first.</summary>
    public async Task<List<Guid>> RunningOut(LocalDate by, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<AgreementRow>()
            .Where(row => row.RunsUntil <= by)
            .OrderBy(row => row.RunsUntil)
            .Take(500)
            .Select(row => row.Id)
            .ToListAsync(cancel);
    }

    /// <summary>What ended without a successor, with its last day, the latest first.</summary>
    public async Task<List<(Guid Id, LocalDate EndedOn)>> Ended(CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var found = await database
            .Set<AgreementRow>()
            .Where(row => row.EndedOn != null)
            .OrderByDescending(row => row.EndedOn)
            .Take(500)
            .Select(row => new { row.Id, row.EndedOn })
            .ToListAsync(cancel);
        return found.ConvertAll(row => (row.Id, row.EndedOn!.Value));
    }

    private async Task<AgreementPage> Paged(
        List<AgreementRow> found,
        Func<AgreementRow, Instant> place,
        string language,
        CancellationToken cancel
    )
    {
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        return new AgreementPage(await Lines(found, language, cancel), more ? ListPlace.Write(place(found[^1]), found[^1].Id) : null);
    }

    private async Task<IReadOnlyList<AgreementLine>> Lines(List<AgreementRow> rows, string language, CancellationToken cancel)
    {
        var opened = await journal.OpenMany(
            stream,
            [.. rows.Select(row => (row.Id, row.TextVersion))],
            part => part.Type is AgreementStream.Drafted or AgreementStream.Recorded,
            cancel
        );
        return rows.ConvertAll(row => new AgreementLine(row, Titles.Of(opened.GetValueOrDefault(row.Id)?.Fact, language)));
    }
}
