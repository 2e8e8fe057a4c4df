using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Coordination;

/// <summary>An input (masukan) as decisions see it: folded from public parts only.</summary>
public sealed record Input
{
    public static readonly Input None = new();

    /// <summary>How many events were folded; 0 means there is no such input.</summary>
    public int Version { get; init; }

    public InputId Id { get; init; }

    public InputNumber Number { get; init; }

    public Guid AuthorId { get; init; }

    public InputAuthor Author { get; init; }

    public InputTopic Topic { get; init; }

    public OfficeCode To { get; init; }

    /// <summary>The institution of <see cref="To"/>.</summary>
    public Institution Institution { get; init; }

    public OfficeCode? From { get; init; }

    public CodeVerifier? Verifier { get; init; }

    public Language Language { get; init; }

    public InputState State { get; init; }

    public Clock? Clock { get; init; }

    public Instant ReceivedAt { get; init; }

    public Instant LastActAt { get; init; }

    public Instant? AnsweredAt { get; init; }

    /// <summary>When nothing of it was owed any more: declined, or what changed was told; null while something is.</summary>
    public Instant? OverAt { get; init; }

    /// <summary>The due moment, once it is recorded that it passed unanswered; never erased.</summary>
    public Instant? LateSince { get; init; }

    /// <summary>One for each accepted part, in order.</summary>
    public ImmutableArray<ObligationId> Promised { get; init; } = [];

    /// <summary>The version of the event with the address; 0 where there is none or it was forgotten.</summary>
    public int ReachableVersion { get; init; }

    public int AnswerVersion { get; init; }

    public int ChangeVersion { get; init; }

    public int PublishedVersion { get; init; }

    public Instant? PublishedAt { get; init; }

    public bool IsErased { get; init; }

    /// <summary>Since when the time of keeping the author's words and address runs; null where there are none or they are still needed.</summary>
    public Instant? KeptSince => this is { From: null, IsErased: false } ? OverAt : null;

    public bool Exists => Version > 0;

    public bool IsPublished => PublishedAt is not null;

    /// <summary>Still to be answered.</summary>
    public bool IsWaiting => Exists && State is InputState.Received or InputState.Acknowledged;

    public InputSubject Subject => new(To, From);

    public InputColumn Column =>
        State switch
        {
            InputState.Received or InputState.Acknowledged => LateSince is null ? InputColumn.Waiting : InputColumn.Late,
            InputState.Accepted or InputState.Partly => InputColumn.InWork,
            InputState.Declined => InputColumn.Declined,
            InputState.Changed => InputColumn.Changed,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>When the sweep must look; null once it is answered or lateness is recorded.</summary>
    public Instant? SweepAt => IsWaiting && LateSince is null ? Clock?.Due : null;

    /// <summary>The holidays a running count rests on; null where nothing is counted any more.</summary>
    public CalendarVersion? CountedBy => SweepAt is null ? null : Clock?.CalendarVersion;

    /// <summary>Folds one fact. Every case has its arm; an unknown one is a bug.</summary>
    public static Input Evolve(Input state, InputEvent fact, Instant occurredAt)
    {
        var next = state with
        {
            Version = state.Version + 1,
            LastActAt = fact is InputEvent.Overdue or InputEvent.Recounted ? state.LastActAt : occurredAt,
        };
        return fact switch
        {
            InputEvent.Received e => next with
            {
                Id = e.Id,
                Number = e.Number,
                AuthorId = e.AuthorId,
                Author = e.Author,
                Topic = e.Topic,
                To = e.To,
                Institution = e.Institution,
                From = e.From,
                Verifier = e.Verifier,
                Language = e.Language,
                Clock = e.Clock,
                ReceivedAt = occurredAt,
                State = InputState.Received,
            },
            InputEvent.Reachable => next with { ReachableVersion = next.Version },
            InputEvent.Acknowledged => next with { State = InputState.Acknowledged },
            InputEvent.Answered e => next with
            {
                State = e.Verdict switch
                {
                    InputVerdict.Accept => InputState.Accepted,
                    InputVerdict.Partly => InputState.Partly,
                    InputVerdict.Decline => InputState.Declined,
                    _ => throw new System.Diagnostics.UnreachableException(),
                },
                Promised = e.Promised,
                AnsweredAt = occurredAt,
                AnswerVersion = next.Version,
                OverAt = e.Verdict == InputVerdict.Decline ? occurredAt : null,
            },
            InputEvent.ChangeTold => next with { State = InputState.Changed, ChangeVersion = next.Version, OverAt = occurredAt },
            InputEvent.Published => next with { PublishedAt = state.PublishedAt ?? occurredAt, PublishedVersion = next.Version },
            InputEvent.Overdue e => next with { LateSince = e.DueAt },
            InputEvent.Recounted e => next with { Clock = e.Clock },
            InputEvent.Erased => next with { IsErased = true, ReachableVersion = 0 },
            _ => throw new System.Diagnostics.UnreachableException($"No arm for {fact.GetType().Name}."),
        };
    }
}
