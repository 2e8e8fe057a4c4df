using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>An answer being written, with the files taken for it.</summary>
public sealed record AnswerDraft(PostId Post, Instant SavedAt, string Text, ImmutableArray<Evidence> Evidence);

/// <summary>
/// Drafts of answers. Each writer has one of their own for each case, so that two at work never overwrite each other; colleagues of the same office see
/// that somebody writes and what. Sealed under a key outside the database, and gone when the answer is sent or after three months.
/// </summary>
public sealed class AnswerDrafts(IDbContextFactory<PaduDb> databases, Journal journal, KeyFiles keys, IBlobStore blobs, IClock clock)
    : ISweep
{
    private static readonly Duration Kept = Duration.FromDays(90);

    /// <summary>Who saved longer ago has gone to do something else.</summary>
    private static readonly Duration AtWork = Duration.FromHours(1);

    public string Name => "draf-jawaban";

    /// <summary>The drafts of a case that this reader's office is writing, the newest first.</summary>
    public async Task<IReadOnlyList<AnswerDraft>> Of(ComplaintId complaint, Actor.Staff reader, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var rows = await database.Set<AnswerDraftRow>().AsNoTracking().Where(row => row.Complaint == complaint.Value).ToListAsync(cancel);
        return [.. rows.Where(row => Access.ReadsPaperOf(reader, row.Office)).OrderByDescending(row => row.SavedAt).Select(Open)];
    }

    /// <summary>Who else writes an answer to this case right now.</summary>
    public async Task<IReadOnlyList<AnswerDraft>> Others(ComplaintId complaint, Actor.Staff reader, CancellationToken cancel) =>
        [
            .. (await Of(complaint, reader, cancel)).Where(draft =>
                draft.Post != reader.Post && clock.GetCurrentInstant() - draft.SavedAt < AtWork
            ),
        ];

    public async Task<AnswerDraft> Save(
        ComplaintId complaint,
        Actor.Staff writer,
        string text,
        ImmutableArray<Evidence> evidence,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        var draft = new AnswerDraft(writer.Post, clock.GetCurrentInstant(), text, evidence);
        var row = new AnswerDraftRow(
            complaint.Value,
            writer.Post.Value,
            writer.Office.Code,
            draft.SavedAt,
            SealedBox.Seal(KeyOf(complaint.Value, writer.Post.Value), JsonSerializer.SerializeToUtf8Bytes(new Content(text, evidence)))
        );
        await journal.Store([row, .. References(row, draft)]);
        return draft;
    }

    /// <summary>The rows to remove in the transaction in which the writer's draft becomes an answer or a proposal.</summary>
    public async Task<IReadOnlyList<object>> Removal(ComplaintId complaint, PostId writer, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var row = await database
            .Set<AnswerDraftRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Complaint == complaint.Value && one.Post == writer.Value, cancel);
        return row is null ? [] : [row, .. References(row, Open(row))];
    }

    /// <summary>Takes away what nobody came back to.</summary>
    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var before = now - Kept;
        while (
            await database.Set<AnswerDraftRow>().AsNoTracking().Where(row => row.SavedAt < before).Take(100).ToListAsync(cancel)
                is { Count: > 0 } old
        )
        {
            await journal.Remove([.. old.SelectMany(row => References(row, Open(row)).Prepend<object>(row))]);
        }
    }

    /// <summary>What keeps the draft's files from the orphan sweeper.</summary>
    private IEnumerable<BlobReferenceRow> References(AnswerDraftRow row, AnswerDraft draft) =>
        draft.Evidence.Select(file =>
            blobs.Reference(file.Hash, file.Key, file.Bytes, $"answer-draft/{row.Complaint:N}/{row.Post:N}", draft.SavedAt)
        );

    private AnswerDraft Open(AnswerDraftRow row)
    {
        var content =
            JsonSerializer.Deserialize<Content>(SealedBox.Open(KeyOf(row.Complaint, row.Post), row.Sealed))
            ?? throw new InvalidOperationException("An empty draft was sealed.");
        return new AnswerDraft(new PostId(row.Post), row.SavedAt, content.Text, content.Evidence);
    }

    /// <summary>What is sealed of a draft.</summary>
    private sealed record Content(string Text, ImmutableArray<Evidence> Evidence);

    private byte[] KeyOf(Guid complaint, Guid post) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            keys.Pepper,
            32,
            info: Encoding.UTF8.GetBytes($"padu answer draft v1 {complaint:N} {post:N}")
        );
}
