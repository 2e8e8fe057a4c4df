using NodaTime;
using Padu.Domain.Letters;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>The stream <c>letter/{id}</c>: names on the wire, keys, read rows and the book of letters.</summary>
public sealed class LetterStream : StreamKind<Letter, LetterEvent>
{
    /// <summary>The book of letters of an office and year.</summary>
    public const string Book = "surat";

    public const string Issued = "letter.issued.v1";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["letter.drafted.v1"] = typeof(LetterEvent.Drafted),
        ["letter.redrafted.v1"] = typeof(LetterEvent.Redrafted),
        ["letter.proposed.v1"] = typeof(LetterEvent.Proposed),
        ["letter.returned.v1"] = typeof(LetterEvent.Returned),
        ["letter.approved.v1"] = typeof(LetterEvent.Approved),
        [Issued] = typeof(LetterEvent.Issued),
        ["letter.revoked.v1"] = typeof(LetterEvent.Revoked),
        ["letter.discarded.v1"] = typeof(LetterEvent.Discarded),
    };

    public override string Prefix => "letter";

    public override Letter Empty => Letter.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Letter Evolve(Letter state, LetterEvent fact, Instant occurredAt) => Letter.Evolve(state, fact, occurredAt);

    /// <summary>Drafts, comments and dispositions are the office's own paper; what went out and why it was revoked is its record.</summary>
    public override Custody CustodyOf(LetterEvent fact) =>
        fact switch
        {
            LetterEvent.Issued e => new Custody(e.Kind.IsInternal() ? KeyPurpose.Internal : KeyPurpose.Record),
            LetterEvent.Revoked => new Custody(KeyPurpose.Record),
            _ => new Custody(KeyPurpose.Internal),
        };

    public override IEnumerable<RegisterBook> Registers(LetterEvent fact) =>
        fact is LetterEvent.Issued issued ? [new RegisterBook(issued.Office, issued.On.Year, Book)] : [];

    public override IEnumerable<object> Rows(Guid id, Letter state) => [LetterRow.From(state)];
}

/// <summary>The stream <c>letter-template/{id}</c>: an office's own wording of one kind in one language.</summary>
public sealed class LetterTemplateStream : StreamKind<LetterTemplate, LetterTemplateEvent>
{
    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["letter-template.changed.v1"] = typeof(LetterTemplateEvent.Changed),
        ["letter-template.restored.v1"] = typeof(LetterTemplateEvent.Restored),
    };

    public override string Prefix => "letter-template";

    public override LetterTemplate Empty => LetterTemplate.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override LetterTemplate Evolve(LetterTemplate state, LetterTemplateEvent fact, Instant occurredAt) =>
        LetterTemplate.Evolve(state, fact, occurredAt);

    public override Custody CustodyOf(LetterTemplateEvent fact) => new(KeyPurpose.Record);
}
