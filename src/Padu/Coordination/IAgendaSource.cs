using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Coordination;

/// <summary>How sure an entry is.</summary>
public enum EntryStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>Something that another module holds and the agenda shows: a meeting, the last day of an agreement.</summary>
/// <param name="Uid">Stable for ever, unique over all sources: <c>perjanjian-akhir-…</c>.</param>
/// <param name="Sequence">Rises with each change of the time.</param>
/// <param name="Starts">For a whole day its first moment.</param>
/// <param name="Changed">When it was last changed.</param>
/// <param name="Path">The page where it stands; null where there is none for this reader.</param>
/// <param name="Chip">The key of the words that say what it is.</param>
public sealed record AgendaEntry(
    string Uid,
    int Sequence,
    EntryStatus Status,
    Instant Starts,
    Instant Ends,
    bool IsWholeDay,
    string Title,
    string? Place,
    Instant Changed,
    string? Path,
    string Chip
);

/// <summary>Whose agenda is asked for.</summary>
/// <param name="Scope">Null for what anybody may read.</param>
/// <param name="Language">Two letters.</param>
public sealed record AgendaReader(Access.AgendaScope? Scope, string Language);

/// <summary>An office that takes part in something.</summary>
public sealed record BusyOffice(OfficeCode Office, AgendaEntry Entry);

/// <summary>A module whose days stand on the agenda and in its feeds; it decides what this reader may see.</summary>
public interface IAgendaSource
{
    /// <summary>What begins in [<paramref name="from"/>, <paramref name="until"/>), at most some hundreds.</summary>
    Task<IReadOnlyList<AgendaEntry>> Between(Instant from, Instant until, AgendaReader reader, CancellationToken cancel);

    /// <summary>What keeps one of these offices busy at some moment in [<paramref name="starts"/>, <paramref name="ends"/>), as anybody may know it.</summary>
    Task<IReadOnlyList<BusyOffice>> Busy(
        IReadOnlyCollection<OfficeCode> offices,
        Instant starts,
        Instant ends,
        string language,
        CancellationToken cancel
    );
}
