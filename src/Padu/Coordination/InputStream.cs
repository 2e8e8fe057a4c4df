using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>The stream <c>input/{id}</c>: names on the wire, keys, read rows.</summary>
public sealed class InputStream : StreamKind<Input, InputEvent>
{
    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["input.received.v1"] = typeof(InputEvent.Received),
        ["input.reachable.v1"] = typeof(InputEvent.Reachable),
        ["input.acknowledged.v1"] = typeof(InputEvent.Acknowledged),
        ["input.answered.v1"] = typeof(InputEvent.Answered),
        ["input.change-told.v1"] = typeof(InputEvent.ChangeTold),
        ["input.published.v1"] = typeof(InputEvent.Published),
        ["input.overdue.v1"] = typeof(InputEvent.Overdue),
        ["input.recounted.v1"] = typeof(InputEvent.Recounted),
        ["input.erased.v1"] = typeof(InputEvent.Erased),
    };

    public override string Prefix => "input";

    public override Input Empty => Input.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Input Evolve(Input state, InputEvent fact, Instant occurredAt) => Input.Evolve(state, fact, occurredAt);

    /// <summary>An author's words and address lie under the author's keys, an office's under its record.</summary>
    public override Custody CustodyOf(InputEvent fact) =>
        fact switch
        {
            InputEvent.Received { From: null } e => new Custody(KeyPurpose.Words, e.Institution),
            InputEvent.Reachable => new Custody(KeyPurpose.Identity),
            _ => new Custody(KeyPurpose.Record),
        };

    public override Institution Keeper(Input state) => state.Exists ? state.Institution : Institution.Kpu;

    /// <summary>What was suggested and answered both institutions read; the author's address only the one that answers.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Input state, KeyPurpose purpose, Institution institution) =>
        purpose == KeyPurpose.Identity ? [] : [institution == Institution.Kpu ? Institution.Ombudsman : Institution.Kpu];

    /// <summary>Raised with <see cref="InputRow"/>.</summary>
    public override int RowsVersion => 2;

    public override IEnumerable<object> Rows(Guid id, Input state) => [InputRow.From(state)];
}
