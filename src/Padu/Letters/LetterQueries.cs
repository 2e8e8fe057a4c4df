using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>Reads of letters. Every list goes through the access filter of the cases they are about.</summary>
public sealed class LetterQueries(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    LetterStream stream,
    ComplaintQueries cases,
    OfficePractices practices,
    OfficeRegister offices,
    IClock clock
)
{
    public const int PageSize = 50;

    /// <summary>No case has more.</summary>
    private const int MostOfACase = 200;

    /// <summary>The letter for a reader on the desk, or null: out of scope and unknown are the same.</summary>
    public async Task<LetterOnDesk?> Open(Actor.Staff reader, LetterId id, CancellationToken cancel)
    {
        var letter = (await journal.Load(stream, id.Value, cancel)).State;
        if (!letter.Exists)
        {
            return null;
        }

        var complaint = await cases.State(letter.Complaint, cancel);
        return Access.May(reader, LetterAct.Read, letter.SubjectIn(complaint.Subject))
            ? new LetterOnDesk(
                await File(letter, complaint, part => Reads(reader, letter, part), cancel),
                reader,
                Context(reader, letter.Office, complaint)
            )
            : null;
    }

    /// <summary>What a decision about a letter of an office is told.</summary>
    internal LetterContext Context(Actor actor, OfficeCode office, Complaint complaint)
    {
        var now = clock.GetCurrentInstant();
        var today = offices.Find(office) is { } known ? offices.DayIn(known, now) : now.InUtc().Date;
        return new LetterContext(actor, now, today, complaint, practices.NeedsApproval(office));
    }

    /// <summary>The letters of a case that this reader may see, the newest on top.</summary>
    public async Task<IReadOnlyList<LetterLine>> OfCase(Actor.Staff reader, Complaint complaint, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await OfCase(database, complaint.Id).ToListAsync(cancel);
        return await Lines(
            database,
            [.. rows.Where(row => Access.May(reader, LetterAct.Read, row.SubjectIn(complaint.Subject)))],
            reader,
            cancel
        );
    }

    /// <summary>What was issued to the complainant in a case, revoked letters too, the newest on top.</summary>
    public async Task<IReadOnlyList<LetterLine>> ForComplainant(Complaint complaint, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await OfCase(database, complaint.Id).ToListAsync(cancel);
        return await Lines(database, rows.FindAll(row => row.IsOut && row.Kind.IsToComplainant()), null, cancel);
    }

    /// <summary>One of them with its words; null for every other letter.</summary>
    public async Task<LetterFile?> OpenForComplainant(Complaint complaint, LetterId id, CancellationToken cancel)
    {
        var letter = (await journal.Load(stream, id.Value, cancel)).State;
        return letter.IsOut && letter.Complaint == complaint.Id && letter.Kind.IsToComplainant()
            ? await File(letter, complaint, part => part.Purpose == KeyPurpose.Record, cancel)
            : null;
    }

    /// <summary>How many of the own office's letters are in a state; asked for states that letters leave again, so there are never many.</summary>
    public async Task<int> Waiting(Actor.Staff reader, LetterState state, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await InState(database, reader, state).CountAsync(cancel);
    }

    /// <summary>The own office's letters in a state, the oldest on top: what waits is not forgotten.</summary>
    public async Task<LetterPage> Worklist(Actor.Staff reader, LetterState state, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = InState(database, reader, state);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.DraftedAt >= moment && (row.DraftedAt > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.DraftedAt).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return await Page(database, found, row => row.DraftedAt, reader, cancel);
    }

    /// <summary>
    /// The book of an office for a month, in the order of its numbers. Every number stands in it; of a case that this reader does not see, nothing but the
    /// number, the day, the kind and whether it holds.
    /// </summary>
    public async Task<LetterPage> Register(Actor.Staff reader, OfficeCode office, YearMonth month, string? after, CancellationToken cancel)
    {
        if (offices.Find(office) is not { } known || !Access.ReadsBookOf(reader, known))
        {
            return new LetterPage([], null);
        }

        var zone = offices.ZoneOf(known);
        var from = month.OnDayOfMonth(1).AtStartOfDayInZone(zone).ToInstant();
        var until = month.OnDayOfMonth(1).PlusMonths(1).AtStartOfDayInZone(zone).ToInstant();
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database
            .Set<LetterRow>()
            .AsNoTracking()
            .Where(row => row.Office == office && row.IssuedAt >= from && row.IssuedAt < until);
        if (ListPlace.Read(after) is { Moment: var moment, Id: var id })
        {
            rows = rows.Where(row => row.IssuedAt >= moment && (row.IssuedAt > moment || row.Id.CompareTo(id) > 0));
        }

        var found = await rows.OrderBy(row => row.IssuedAt).ThenBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        return await Page(database, found, row => row.IssuedAt!.Value, reader, cancel);
    }

    /// <summary>The newest letter issued, and not revoked, to a body in a case.</summary>
    public async Task<OnwardLetterIssued?> IssuedTo(Complaint complaint, OfficeCode addressee, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await OfCase(database, complaint.Id).ToListAsync(cancel);
        return
            rows.Find(row => row is { Kind: LetterKind.Onward, State: LetterState.Issued } && row.Addressee == addressee) is { } row
            && (await Numbers(database, [row.Id], cancel)).GetValueOrDefault(row.Id) is { } number
            ? new OnwardLetterIssued(row.Id, number.ToString(), row.IssuedOn!.Value)
            : null;
    }

    /// <summary>The letter of a number, whoever asks: for the page that then demands the code. <see cref="Letter.None"/> where there is none.</summary>
    public async Task<Letter> ByNumber(LetterNumber? number, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var asked = number ?? new LetterNumber(new OfficeCode(""), 0, 0);
        var name = await database
            .Set<RegisterEntryRow>()
            .Where(entry =>
                entry.Office == asked.Office && entry.Year == asked.Year && entry.Book == LetterStream.Book && entry.Number == asked.Order
            )
            .Select(entry => entry.Stream)
            .SingleOrDefaultAsync(cancel);
        var id = name is not null && Guid.TryParse(name[(stream.Prefix.Length + 1)..], out var found) ? found : Guid.Empty;
        return (await journal.Load(stream, id, cancel)).State;
    }

    private async Task<LetterFile> File(Letter letter, Complaint complaint, Func<SealedPart, bool> mayOpen, CancellationToken cancel)
    {
        var history = await journal.History(stream, letter.Id.Value, mayOpen, cancel);
        if (!letter.IsOut)
        {
            return new LetterFile(letter, complaint, history, null);
        }

        await using var database = await databases.CreateDbContextAsync(cancel);
        return new LetterFile(
            letter,
            complaint,
            history,
            (await Numbers(database, [letter.Id.Value], cancel)).GetValueOrDefault(letter.Id.Value)
        );
    }

    /// <summary>Drafts and what was said of them are the office's own paper; the rest whoever may read the letter reads.</summary>
    private static bool Reads(Actor.Staff reader, Letter letter, SealedPart part) =>
        part.Purpose == KeyPurpose.Record
        || Access.ReadsPaperOf(reader, letter.Office)
        || (part.Type == LetterStream.Issued && Access.ReadsInCase(reader, letter.Office));

    private static IQueryable<LetterRow> OfCase(PaduDb database, ComplaintId complaint)
    {
        var id = complaint.Value;
        return database
            .Set<LetterRow>()
            .AsNoTracking()
            .Where(row => row.Complaint == id)
            .OrderByDescending(row => row.DraftedAt)
            .ThenByDescending(row => row.Id)
            .Take(MostOfACase);
    }

    private static IQueryable<LetterRow> InState(PaduDb database, Actor.Staff reader, LetterState state)
    {
        var own = reader.Office.Code;
        return Scoped(database, reader).Where(row => row.Office == own && row.State == state);
    }

    private static IQueryable<LetterRow> Scoped(PaduDb database, Actor.Staff reader)
    {
        var seen = database.Set<ComplaintRow>().Scoped(Access.Scope(reader), database);
        return database.Set<LetterRow>().AsNoTracking().Where(row => seen.Any(complaint => complaint.Id == row.Complaint));
    }

    private async Task<LetterPage> Page(
        PaduDb database,
        List<LetterRow> found,
        Func<LetterRow, Instant> at,
        Actor.Staff reader,
        CancellationToken cancel
    )
    {
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        var lines = await Lines(database, found, reader, cancel);
        return new LetterPage(lines, more ? ListPlace.Write(at(found[^1]), found[^1].Id) : null);
    }

    private async Task<IReadOnlyList<LetterLine>> Lines(
        PaduDb database,
        List<LetterRow> rows,
        Actor.Staff? reader,
        CancellationToken cancel
    )
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var of = rows.Select(row => row.Complaint).Distinct().ToList();
        var cases = database.Set<ComplaintRow>().AsNoTracking();
        var numbers = await (reader is null ? cases : cases.Scoped(Access.Scope(reader), database))
            .Where(row => of.Contains(row.Id))
            .Select(row => new { row.Id, row.Number })
            .ToDictionaryAsync(row => row.Id, row => row.Number, cancel);
        var taken = await Numbers(database, [.. rows.Where(row => row.IsOut).Select(row => row.Id)], cancel);
        var opened = await journal.OpenMany(
            stream,
            [.. rows.Where(row => numbers.ContainsKey(row.Complaint)).Select(row => (row.Id, row.WordsVersion))],
            part => part.Purpose == KeyPurpose.Record || (reader is not null && Access.ReadsInCase(reader, part.Writer)),
            cancel
        );
        return
        [
            .. rows.Select(row => new LetterLine(
                row,
                numbers.TryGetValue(row.Complaint, out var number) ? number : null,
                taken.GetValueOrDefault(row.Id),
                opened.GetValueOrDefault(row.Id)?.Fact switch
                {
                    LetterEvent.Drafted e => e.Subject,
                    LetterEvent.Redrafted e => e.Subject,
                    LetterEvent.Issued e => e.Subject,
                    _ => null,
                }
            )),
        ];
    }

    private async Task<Dictionary<Guid, LetterNumber>> Numbers(PaduDb database, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var names = ids.Select(id => $"{stream.Prefix}/{id:D}").ToList();
        var entries = await database
            .Set<RegisterEntryRow>()
            .AsNoTracking()
            .Where(entry => names.Contains(entry.Stream))
            .ToListAsync(cancel);
        return entries
            .Where(entry => entry.Book == LetterStream.Book)
            .ToDictionary(entry => Guid.Parse(entry.Stream[(stream.Prefix.Length + 1)..]), LetterNumber.Of);
    }
}
