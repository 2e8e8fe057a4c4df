using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>A ready reply of an office, in both languages; a change is one <c>register.changed</c> event with the whole row.</summary>
/// <param name="TextEn">Null where only Indonesian was written; then everybody gets that.</param>
/// <param name="IsRetired">No longer offered; the row stays for the record.</param>
public sealed record CannedReplyRow(Guid Id, OfficeCode Office, string Title, string TextId, string? TextEn, bool IsRetired);

internal sealed class CannedReplyRowConfiguration : IEntityTypeConfiguration<CannedReplyRow>
{
    public void Configure(EntityTypeBuilder<CannedReplyRow> builder)
    {
        builder.ToTable("canned_replies");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.Office, row.Title });
    }
}

/// <summary>The ready replies of an office: kept by its admin, used by its officers.</summary>
public sealed class CannedReplies(IDbContextFactory<PaduDb> databases, Journal journal, IClock clock)
{
    private const int LongestTitle = 80;
    private const int MostReplies = 100;

    /// <summary>Those that are offered, by title.</summary>
    public async Task<IReadOnlyList<CannedReplyRow>> Of(OfficeCode office, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        return await database
            .Set<CannedReplyRow>()
            .AsNoTracking()
            .Where(row => row.Office == office && !row.IsRetired)
            .OrderBy(row => row.Title)
            .Take(MostReplies)
            .ToListAsync(cancel);
    }

    public async Task<CannedReplyRow?> Find(OfficeCode office, Guid id, CancellationToken cancel) =>
        (await Of(office, cancel)).FirstOrDefault(row => row.Id == id);

    /// <summary>Writes a new one, or another wording of one the office has.</summary>
    public async Task<Refusal?> Save(Actor.Staff actor, CannedReplyRow reply, CancellationToken cancel)
    {
        if (!OfficePractices.MayChange(actor) || reply.Office != actor.Office.Code)
        {
            return new Refusal("office.not-yours");
        }

        var wrong = Wording.FirstOf(
            Wording.Check("Name", reply.Title, required: true, oneLine: true, longest: LongestTitle),
            Wording.Check(nameof(reply.TextId), reply.TextId, required: true),
            Wording.Check(nameof(reply.TextEn), reply.TextEn, required: false)
        );
        if (wrong is null)
        {
            await journal.Change(actor, clock.GetCurrentInstant(), reply, cancel);
        }

        return wrong;
    }

    /// <summary>The text for one case in its complainant's language, with what stands in braces filled in; an unknown word in braces stays as it is.</summary>
    public static string Fill(CannedReplyRow reply, Complaint complaint, string? title, string office, string? unit, string today)
    {
        var text = complaint.Language == Language.English ? reply.TextEn ?? reply.TextId : reply.TextId;
        return text.Replace("{nomor}", complaint.Number.Value, StringComparison.Ordinal)
            .Replace("{judul}", title ?? "", StringComparison.Ordinal)
            .Replace("{kantor}", office, StringComparison.Ordinal)
            .Replace("{unit}", unit ?? "", StringComparison.Ordinal)
            .Replace("{tanggal}", today, StringComparison.Ordinal);
    }
}
