using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>A letter with its words, as its reader may see it.</summary>
/// <param name="History">Opened for the reader; what another office drafted stays closed.</param>
/// <param name="Number">Null before it was issued.</param>
public sealed record LetterFile(Letter Letter, Complaint Complaint, IReadOnlyList<Recorded<LetterEvent>> History, LetterNumber? Number)
{
    public (string? Subject, string? Body) Words =>
        History.FirstOrDefault(one => one.Version == Letter.WordsVersion)?.Fact switch
        {
            LetterEvent.Drafted e => (e.Subject, e.Body),
            LetterEvent.Redrafted e => (e.Subject, e.Body),
            LetterEvent.Issued e => (e.Subject, e.Body),
            _ => (null, null),
        };

    /// <summary>Who signed; null before it was issued.</summary>
    public LetterSignature? Signature => History.Select(one => one.Fact).OfType<LetterEvent.Issued>().FirstOrDefault()?.Signature;

    /// <summary>Why it came back, while that was not met.</summary>
    public string? Comment => (History.FirstOrDefault(one => one.Version == Letter.CommentVersion)?.Fact as LetterEvent.Returned)?.Comment;

    public string? RevocationReason => History.Select(one => one.Fact).OfType<LetterEvent.Revoked>().FirstOrDefault()?.Reason;

    /// <summary>The text that the hash covers; null before it was issued or when its words are not there.</summary>
    public string? Text =>
        this is { Letter: { IsOut: true, IssuedOn: { } on } letter, Words: ({ } subject, { } body), Signature: { } signature }
            ? LetterText.Of(letter.Kind, letter.Office, on, letter.Language, subject, body, signature)
            : null;
}

/// <summary>A letter on the desk, and what its reader may do.</summary>
public sealed record LetterOnDesk(LetterFile File, Actor.Staff Reader, LetterContext Context) : IOpened<LetterEvent>
{
    public IReadOnlyList<Recorded<LetterEvent>> History => File.History;

    public ImmutableArray<LetterAct> Offers { get; } = LetterRules.Offers(File.Letter, Context);
}

/// <summary>One line of a list.</summary>
/// <param name="Case">The public number of the case; null in a book where the reader does not see the case.</param>
/// <param name="Subject">Its subject, where the reader may see it.</param>
public sealed record LetterLine(LetterRow Row, PublicNumber? Case, LetterNumber? Number, string? Subject);

/// <param name="Next">The opaque place after the last line, or null at the end.</param>
public sealed record LetterPage(IReadOnlyList<LetterLine> Lines, string? Next);
