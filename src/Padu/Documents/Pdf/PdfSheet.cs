using System.Collections.Immutable;
using NodaTime;

namespace Padu.Documents.Pdf;

/// <summary>
/// A paper as data: what it says, in order. <see cref="PdfWriter"/> decides where it stands. The same sheet gives the same bytes.
/// </summary>
public sealed record PdfSheet
{
    /// <summary>What a reader shows in its window and an archive in its list.</summary>
    public required string Title { get; init; }

    /// <summary>The office that answers for the paper.</summary>
    public required string Author { get; init; }

    /// <summary>The language of the words (<c>id</c> or <c>en</c>): for screen readers, and for the words of the foot.</summary>
    public required string Language { get; init; }

    /// <summary>Passed in, so that the same paper has the same bytes on another day.</summary>
    public required Instant Created { get; init; }

    /// <summary>The head of the first page (<em>kop surat</em>); none for inner papers.</summary>
    public PdfLetterhead? Letterhead { get; init; }

    public required ImmutableArray<PdfBlock> Blocks { get; init; }

    /// <summary>A short line at the foot of every page, such as the number of a letter.</summary>
    public string FootLine { get; init; } = "";

    /// <summary>Every page says that it belongs to a demonstration.</summary>
    public bool IsDemonstration { get; init; }
}

/// <param name="Office">The office's name, as it signs. No institution's mark is drawn: those are theirs to print.</param>
/// <param name="Lines">Address and ways to reach it, a line each.</param>
public sealed record PdfLetterhead(string Office, ImmutableArray<string> Lines);

/// <summary>Words in one hand. Nothing in <paramref name="Text"/> is markup; a line feed breaks the line.</summary>
public readonly record struct PdfRun(string Text, PdfHand Hand = PdfHand.Regular);

public enum PdfHand
{
    Regular,
    Bold,
    Italic,
}

/// <summary>One thing on the paper.</summary>
public abstract record PdfBlock
{
    private PdfBlock() { }

    /// <summary>The paper's own title, in the middle.</summary>
    public sealed record Title(string Text, string Under = "") : PdfBlock;

    /// <summary>A heading; it never stands alone at the end of a page.</summary>
    public sealed record Heading(string Text) : PdfBlock;

    public sealed record Paragraph(ImmutableArray<PdfRun> Runs) : PdfBlock
    {
        public Paragraph(string text)
            : this([new PdfRun(text)]) { }
    }

    /// <summary>Somebody else's words, set in with a bar beside them.</summary>
    public sealed record Quote(string Text) : PdfBlock;

    /// <summary>Labels and what belongs to them: number, date, subject.</summary>
    public sealed record Facts(ImmutableArray<(string Label, string Value)> Lines) : PdfBlock;

    public sealed record Listing(ImmutableArray<ImmutableArray<PdfRun>> Items, bool IsNumbered) : PdfBlock;

    /// <param name="Header">Stands again at the top of every page that the table reaches.</param>
    /// <param name="Rows">Each with as many cells as <paramref name="Header"/>.</param>
    /// <param name="Widths">How wide each column is beside the others; empty when all are alike.</param>
    public sealed record Table(ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<int> Widths)
        : PdfBlock;

    /// <param name="Above">Place and date, and the post that signs.</param>
    /// <param name="Name">Who held the post when it signed.</param>
    /// <param name="Below">A number of service, or that it was approved in the program and not by hand.</param>
    public sealed record Signature(ImmutableArray<string> Above, string Name, string Below = "") : PdfBlock;

    /// <summary>A QR code with the words that say the same beside it.</summary>
    public sealed record Qr(string Payload, ImmutableArray<string> Lines) : PdfBlock;

    /// <summary>A thin line across.</summary>
    public sealed record Rule : PdfBlock;

    public sealed record NewPage : PdfBlock;
}
