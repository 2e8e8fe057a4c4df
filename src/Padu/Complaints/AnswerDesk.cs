using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>What stands around an answer while it is being written: the own draft, colleagues at the same, ready replies.</summary>
public sealed class AnswerDesk(AnswerDrafts drafts, CannedReplies replies, PostQueries posts, PostNames names, CaseWords words, Say say)
{
    /// <summary>Where the writer goes on: the own draft, else the proposal that came back, else nothing.</summary>
    public async Task<(string? Text, ImmutableArray<Evidence> Evidence, NodaTime.Instant? SavedAt)> Begin(
        CaseFile file,
        CancellationToken cancel
    )
    {
        var own = (await drafts.Of(file.Complaint.Id, file.Reader, cancel)).FirstOrDefault(draft => draft.Post == file.Reader.Post);
        if (own is not null)
        {
            return (own.Text, own.Evidence, own.SavedAt);
        }

        var returned = Returned(file);
        var proposed =
            file.Proposed
            ?? file.History.FirstOrDefault(recorded => recorded.Version == returned?.Proposal)?.Fact as ComplaintEvent.AnswerProposed;
        return (proposed?.Text, proposed?.Evidence ?? [], null);
    }

    public Task<AnswerDraft> Save(CaseFile file, string text, ImmutableArray<Evidence> evidence, CancellationToken cancel) =>
        drafts.Save(file.Complaint.Id, file.Reader, text, evidence, cancel);

    public Task<IReadOnlyList<AnswerDraft>> Others(CaseFile file, CancellationToken cancel) =>
        drafts.Others(file.Complaint.Id, file.Reader, cancel);

    /// <summary>The ready replies of the office that answers.</summary>
    public Task<IReadOnlyList<CannedReplyRow>> Replies(CaseFile file, CancellationToken cancel) =>
        replies.Of(file.Reader.Office.Code, cancel);

    /// <summary>What was typed with a ready reply under it; the same when there is no such reply.</summary>
    public async Task<string?> Insert(CaseFile file, string? typed, string? reply, CancellationToken cancel)
    {
        if (!Guid.TryParse(reply, out var id) || await replies.Find(file.Reader.Office.Code, id, cancel) is not { } found)
        {
            return typed;
        }

        var complaint = file.Complaint;
        var text = CannedReplies.Fill(
            found,
            complaint,
            file.Title,
            words.Office(complaint.Subject.Seat),
            complaint.Unit is { } unit ? words.Unit(unit) : null,
            say.Date(say.Today)
        );
        return string.IsNullOrWhiteSpace(typed) ? text : $"{typed.TrimEnd()}\n\n{text}";
    }

    /// <summary>Posts in words; a post that was abolished meanwhile has no name left.</summary>
    public async Task<IReadOnlyDictionary<PostId, string>> NamesOf(IEnumerable<AnswerDraft> writing, CancellationToken cancel)
    {
        var found = new Dictionary<PostId, string>();
        foreach (var post in writing.Select(draft => draft.Post).Distinct())
        {
            found[post] = await NameOf(post, cancel);
        }

        return found;
    }

    public async Task<string> NameOf(PostId post, CancellationToken cancel) =>
        await posts.Find(post, cancel) is { } known ? names.Post(known.Row) : "";

    /// <summary>What the head said of the last proposal, while nothing was proposed since.</summary>
    public static string? CommentOn(CaseFile file) => Returned(file)?.Comment;

    private static ComplaintEvent.AnswerReturned? Returned(CaseFile file) =>
        file.History.LastOrDefault(recorded =>
            recorded.Fact is ComplaintEvent.AnswerProposed or ComplaintEvent.AnswerReturned or ComplaintEvent.Answered
        )?.Fact as ComplaintEvent.AnswerReturned;
}
