using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>Why a case may be the same as another.</summary>
public enum Likeness
{
    /// <summary>The same telephone number or e-mail address; told only where the reader knows both names anyway.</summary>
    SameReporter,

    /// <summary>The same region, day and service.</summary>
    SameService,

    /// <summary>The same region and day.</summary>
    SameDay,
}

/// <summary>A case that may be the same, strongest likeness first.</summary>
public sealed record SimilarCase(CaseLine Line, Likeness Likeness);

/// <summary>Cases that belong, or may belong, together; each list within the reader's scope.</summary>
public sealed partial class ComplaintQueries
{
    private const int MostSimilar = 50;

    /// <summary>The letter a part was made from, and any other case itself: where identity and code are kept.</summary>
    public async Task<Complaint> Letter(Complaint complaint, CancellationToken cancel) =>
        complaint.Origin is { } origin ? await State(origin, cancel) : complaint;

    /// <summary>Who acts for the person harmed; null when nobody does or the key is gone. The caller has asked <see cref="Access"/>.</summary>
    public async Task<ComplaintEvent.Represented?> RepresentationOf(Complaint complaint, CancellationToken cancel)
    {
        complaint = await Letter(complaint, cancel);
        if (complaint.RepresentationVersion == 0)
        {
            return null;
        }

        var opened = await journal.OpenMany(stream, [(complaint.Id.Value, complaint.RepresentationVersion)], _ => true, cancel);
        return opened.GetValueOrDefault(complaint.Id.Value)?.Fact as ComplaintEvent.Represented;
    }

    /// <summary>The papers of a representation with the version of the event each came with. The caller has asked <see cref="Access"/>.</summary>
    public async Task<IReadOnlyList<(int Version, int Index, Evidence File)>> PowerOf(Complaint complaint, CancellationToken cancel)
    {
        var history = await journal.History(stream, (await Letter(complaint, cancel)).Id.Value, _ => true, cancel);
        return
        [
            .. history.SelectMany(recorded =>
                (
                    recorded.Fact switch
                    {
                        ComplaintEvent.Represented { Power: { } files } => files,
                        ComplaintEvent.PowerShown { Power: { } files } => files,
                        _ => [],
                    }
                ).Select((file, index) => (recorded.Version, index, file))
            ),
        ];
    }

    /// <summary>Those of some cases that the reader may see, each with its title.</summary>
    public async Task<IReadOnlyList<CaseLine>> Among(Actor.Staff reader, IReadOnlyCollection<ComplaintId> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => id.Value).ToList();
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Scoped(Access.Scope(reader), database)
            .Where(row => keys.Contains(row.Id))
            .OrderBy(row => row.ReceivedAt)
            .ToListAsync(cancel);
        return await Lines(rows, reader, cancel);
    }

    /// <summary>For the complainant: the parts of a letter, or the letter of a part and its other parts.</summary>
    public async Task<IReadOnlyList<Complaint>> FamilyOf(Complaint complaint, CancellationToken cancel)
    {
        var letter = await Letter(complaint, cancel);
        var family = new List<Complaint>();
        foreach (var id in letter.Parts.Prepend(letter.Id).Where(id => id != complaint.Id))
        {
            family.Add(await State(id, cancel));
        }

        return family;
    }

    /// <summary>The reader's own part of a group, fifty at a time, in the order of filing.</summary>
    public async Task<CasePage> Members(Actor.Staff reader, ComplaintId lead, string? after, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = database.Set<ComplaintRow>().AsNoTracking().Scoped(Access.Scope(reader), database).Where(row => row.Lead == lead);
        if (ListPlace.Read(after) is { Id: var id })
        {
            rows = rows.Where(row => row.Id.CompareTo(id) > 0);
        }

        var found = await rows.OrderBy(row => row.Id).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        if (more)
        {
            found.RemoveAt(PageSize);
        }

        return new CasePage(await Lines(found, reader, cancel), more ? ListPlace.Write(found[^1].ReceivedAt, found[^1].Id) : null);
    }

    /// <summary>Members that still wait for their lead's answer, whoever asks: for the follower that carries it over.</summary>
    public async Task<IReadOnlyList<ComplaintId>> Following(ComplaintId lead, int most, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var ids = await database
            .Set<ComplaintRow>()
            .Where(row => row.Lead == lead && row.Queue == Queue.Following)
            .OrderBy(row => row.Id)
            .Take(most)
            .Select(row => row.Id)
            .ToListAsync(cancel);
        return ids.ConvertAll(id => new ComplaintId(id));
    }

    /// <summary>What an office's counter entered since a moment, newest first; what is about the office itself is not for it.</summary>
    public async Task<IReadOnlyList<ComplaintRow>> TakenIn(OfficeCode desk, Instant since, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Where(row => row.TakenInBy == desk && row.EnteredAt >= since && (row.Against == null || row.Against != desk))
            .OrderByDescending(row => row.EnteredAt)
            .Take(PageSize)
            .ToListAsync(cancel);
    }

    /// <summary>
    /// Cases that may be the same as this one: of the same sender, or of the same region and day. Old casework is left out, and so is everything the reader
    /// may not see; that two cases are of one sender is told only where the reader knows who filed either.
    /// </summary>
    public async Task<IReadOnlyList<SimilarCase>> Similar(CaseFile file, CancellationToken cancel)
    {
        var (complaint, reader) = (file.Complaint, file.Reader);
        await using var database = await databases.CreateDbContextAsync(cancel);
        var scoped = database
            .Set<ComplaintRow>()
            .AsNoTracking()
            .Scoped(Access.Scope(reader), database)
            .Where(row => row.Id != complaint.Id.Value && row.Stage != Stage.Archived);
        var marks = database.Set<ReporterMarkRow>();
        var ofSender = Access.SeesIdentity(reader, complaint.Subject)
            ? await marks
                .Where(mark => mark.Complaint == complaint.Id.Value)
                .Join(marks, mark => mark.Mark, other => other.Mark, (_, other) => other.Complaint)
                .Where(id => id != complaint.Id.Value)
                .Distinct()
                // The newest of somebody who filed very often.
                .OrderByDescending(id => id)
                .Take(MostSimilar)
                .ToListAsync(cancel)
            : [];
        // A level that became stricter since takes the tie away again.
        var rows = await scoped.Where(row => ofSender.Contains(row.Id) && row.Level == IdentityLevel.Open).ToListAsync(cancel);
        ofSender = rows.ConvertAll(row => row.Id);
        if (complaint is { Region: { } region, HappenedOn: { } day })
        {
            rows.AddRange(
                await scoped
                    .Where(row => row.Region == region && row.HappenedOn == day && !ofSender.Contains(row.Id))
                    .OrderByDescending(row => row.ReceivedAt)
                    .Take(MostSimilar)
                    .ToListAsync(cancel)
            );
        }

        var services = await Services(rows, cancel);
        var own = file.Filed?.Service;
        var lines = await Lines(rows, reader, cancel);
        return
        [
            .. lines
                .Select(line => new SimilarCase(line, LikenessOf(line.Row)))
                .OrderBy(similar => similar.Likeness)
                .ThenByDescending(similar => similar.Line.Row.ReceivedAt),
        ];

        Likeness LikenessOf(ComplaintRow row) =>
            ofSender.Contains(row.Id) ? Likeness.SameReporter
            : own is not null && string.Equals(services.GetValueOrDefault(row.Id), own, StringComparison.OrdinalIgnoreCase)
                ? Likeness.SameService
            : Likeness.SameDay;
    }

    private async Task<Dictionary<Guid, string?>> Services(List<ComplaintRow> rows, CancellationToken cancel)
    {
        var opened = await journal.OpenMany(stream, [.. rows.Select(row => (row.Id, 1))], part => part.Purpose == KeyPurpose.Words, cancel);
        return opened.ToDictionary(one => one.Key, one => (one.Value.Fact as ComplaintEvent.Submitted)?.Service);
    }

    private async Task<IReadOnlyList<CaseLine>> Lines(List<ComplaintRow> rows, Actor reader, CancellationToken cancel)
    {
        var titles = await Titles(rows, reader, cancel);
        return rows.ConvertAll(row => new CaseLine(row, titles.GetValueOrDefault(row.Id)));
    }
}
