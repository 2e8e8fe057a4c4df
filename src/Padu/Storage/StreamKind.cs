using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>Whose key seals the private part of an event; a key is what can be opened, wrapped for others and erased apart.</summary>
public enum KeyPurpose
{
    /// <summary>The complainant's own words of one case.</summary>
    [Code("kata")]
    Words,

    /// <summary>Who the complainant is: a key of its own (docs/adr/0003).</summary>
    [Code("identitas")]
    Identity,

    /// <summary>What one institution wrote on one stream, to the complainant or as an act.</summary>
    [Code("catatan")]
    Record,

    /// <summary>What one institution wrote on one stream for itself: instructions, notes, deliberations.</summary>
    [Code("internal")]
    Internal,
}

/// <summary>Under which key an event's private part lies.</summary>
/// <param name="Institution">
/// For <see cref="KeyPurpose.Record"/> and <see cref="KeyPurpose.Internal"/> the institution that writes, for the others the one that holds the key
/// when it is first made. Null: the institution of the actor's office, and the stream's keeper where the actor has none (complainant, system).
/// </param>
public readonly record struct Custody(KeyPurpose Purpose, Institution? Institution = null);

/// <summary>A register in which an event takes the next number: gapless per office, year and book.</summary>
public readonly record struct RegisterBook(OfficeCode Office, int Year, string Book);

/// <summary>What storage needs of a kind of stream without knowing its types; modules derive from <see cref="StreamKind{TState, TEvent}"/>.</summary>
public interface IStreamKind
{
    /// <summary>The first part of the stream's name: <c>complaint</c> in <c>complaint/{id}</c>.</summary>
    string Prefix { get; }

    /// <summary>Wire name to event type, for ever: <c>complaint.submitted.v1</c>.</summary>
    IReadOnlyDictionary<string, Type> Names { get; }

    /// <summary>Raised when <see cref="StreamKind{TState, TEvent}.Rows"/> gives other rows for the same state: the read tables are then rebuilt at start.</summary>
    int RowsVersion { get; }

    object EmptyState { get; }

    object Fold(object state, object fact, Instant occurredAt);

    Custody CustodyOfFact(object fact);

    Institution KeeperIn(object state);

    IEnumerable<Institution> AlsoKeptBy(object state, KeyPurpose purpose, Institution institution);

    IEnumerable<object> RowsOf(Guid id, object state);

    IEnumerable<RegisterBook> RegistersOf(object fact);
}

/// <summary>
/// One kind of event-sourced stream, found by scanning and made once. Everything here is pure. State is folded from public parts only: a
/// private property is null in <see cref="Evolve"/>, always, so that the fold is the same after an erasure.
/// </summary>
public abstract class StreamKind<TState, TEvent> : IStreamKind
    where TState : class
    where TEvent : class
{
    public abstract string Prefix { get; }

    public abstract TState Empty { get; }

    public abstract IReadOnlyDictionary<string, Type> Names { get; }

    public virtual int RowsVersion => 1;

    public abstract TState Evolve(TState state, TEvent fact, Instant occurredAt);

    public abstract Custody CustodyOf(TEvent fact);

    /// <summary>The institution that first holds the keys of what complainants and the system write, in that state.</summary>
    public virtual Institution Keeper(TState state) => Institution.Kpu;

    /// <summary>
    /// For whom, beside the institution that made it, a key is wrapped from that state on. Asked after each act; what is missing is wrapped in the same
    /// transaction, also for keys that are made later. Taken back it cannot be: who could read once has read.
    /// </summary>
    public virtual IEnumerable<Institution> AlsoKeeps(TState state, KeyPurpose purpose, Institution institution) => [];

    /// <summary>
    /// The rows of the read tables, a pure function of the folded state. A row once produced never disappears (it may change), and holds
    /// nothing private: a list opens its titles from the events that the rows name.
    /// </summary>
    public virtual IEnumerable<object> Rows(Guid id, TState state) => [];

    /// <summary>The registers in which this event takes a number; decided from its public part.</summary>
    public virtual IEnumerable<RegisterBook> Registers(TEvent fact) => [];

    object IStreamKind.EmptyState => Empty;

    object IStreamKind.Fold(object state, object fact, Instant occurredAt) => Evolve((TState)state, (TEvent)fact, occurredAt);

    Custody IStreamKind.CustodyOfFact(object fact) => CustodyOf((TEvent)fact);

    Institution IStreamKind.KeeperIn(object state) => Keeper((TState)state);

    IEnumerable<Institution> IStreamKind.AlsoKeptBy(object state, KeyPurpose purpose, Institution institution) =>
        AlsoKeeps((TState)state, purpose, institution);

    IEnumerable<object> IStreamKind.RowsOf(Guid id, object state) => Rows(id, (TState)state);

    IEnumerable<RegisterBook> IStreamKind.RegistersOf(object fact) => Registers((TEvent)fact);
}
