using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>Posts in the journal. Nothing of a post is private; the seal holds only the salt.</summary>
public sealed class PostKind : StreamKind<Post, PostEvent>
{
    public override string Prefix => "post";

    public override Post Empty => Post.None;

    public override IReadOnlyDictionary<string, Type> Names { get; } =
        new Dictionary<string, Type>
        {
            ["post.created.v1"] = typeof(PostEvent.Created),
            ["post.appointed.v1"] = typeof(PostEvent.Appointed),
            ["post.ended.v1"] = typeof(PostEvent.Ended),
            ["post.abolished.v1"] = typeof(PostEvent.Abolished),
        };

    public override Post Evolve(Post state, PostEvent fact, Instant occurredAt) => Post.Evolve(state, fact, occurredAt);

    public override Custody CustodyOf(PostEvent fact) => new(KeyPurpose.Record);

    public override IEnumerable<object> Rows(Guid id, Post state) =>
        state
            .Holdings.Select((holding, at) => (object)PostHoldingRow.Of(id, at, holding))
            .Prepend(new PostRow(id, state.Office, state.Role, state.Unit, state.Title, state.AbolishedOn));
}
