using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>Who signed, as it stands under the letter, in the letter's language. Wholly private: a name is a person's.</summary>
public sealed record LetterSignature(string Name, string Title, string Place);

/// <summary>Every fact of a letter. Subject, body, comments, reasons and the signatory's name lie sealed; what kind, whose and when is public.</summary>
public abstract record LetterEvent
{
    private LetterEvent() { }

    /// <summary>Somebody began it from a template.</summary>
    /// <param name="Template">The hash of the template it was begun from.</param>
    /// <param name="Addressee">The body an onward letter goes to, or the office a disposition names; null for every other kind.</param>
    /// <param name="Unit">The unit a disposition names.</param>
    /// <param name="Reason">The closing reason that a decision or closing letter tells; null for every other kind.</param>
    public sealed record Drafted(
        LetterId Id,
        ComplaintId Complaint,
        LetterKind Kind,
        OfficeCode Office,
        Language Language,
        TextHash Template,
        PostId Post,
        Guid Account,
        OfficeCode? Addressee,
        UnitCode? Unit,
        ClosingReason? Reason,
        string? Subject,
        string? Body
    ) : LetterEvent;

    /// <summary>Its words were changed.</summary>
    public sealed record Redrafted(PostId Post, Guid Account, string? Subject, string? Body) : LetterEvent;

    /// <summary>It lies with whoever signs.</summary>
    public sealed record Proposed : LetterEvent;

    /// <summary>It came back, and why.</summary>
    public sealed record Returned(string? Comment) : LetterEvent;

    /// <summary>Signed by the holder of a post.</summary>
    public sealed record Approved(PostId Post, Guid Account) : LetterEvent;

    /// <summary>It took its number in the letters' book of the office and year, and went out as these words.</summary>
    /// <param name="On">The day in the office's zone.</param>
    /// <param name="Signatory">The post that signed.</param>
    /// <param name="Hash">Of <see cref="LetterText"/>.</param>
    public sealed record Issued(
        LetterKind Kind,
        OfficeCode Office,
        LocalDate On,
        PostId Signatory,
        TextHash Hash,
        string? Subject,
        string? Body,
        LetterSignature? Signature
    ) : LetterEvent;

    /// <summary>It holds no longer; what went out stays in the record.</summary>
    public sealed record Revoked(LocalDate On, string? Reason) : LetterEvent;

    /// <summary>It was given up before it had a number.</summary>
    public sealed record Discarded : LetterEvent;
}
