using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents;
using Padu.Documents.Pdf;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>A letter as it stands on a page or a PDF, in its own language, whoever reads it.</summary>
/// <param name="Warning">That it is a draft, a preview, or revoked; null for a letter that holds.</param>
/// <param name="Check">Where and with what it is checked; null for what was not issued.</param>
public sealed record LetterPaper(
    Texts Words,
    string Office,
    ImmutableArray<string> HeadLines,
    string? Warning,
    ImmutableArray<(string Label, string Value)> Facts,
    string To,
    ImmutableArray<LetterBlock> Body,
    LetterSignature? Signature,
    string PlaceAndDate,
    LetterCheckMark? Check,
    string Title,
    string FileName,
    Instant Created
);

/// <param name="Link">What the QR code holds.</param>
public sealed record LetterCheckMark(string Link, string Page, string Number, string Code, string Hash);

/// <summary>Sets letters: a pure function of the recorded words, so that a letter can be drawn anew as often as somebody asks.</summary>
public sealed class LetterPapers(OfficeRegister offices, Units units, LetterChecks checks, DataFolder folder, Texts texts)
{
    /// <summary>A letter of the record; null when its words are not there for this reader.</summary>
    public LetterPaper? Of(HttpContext http, LetterFile file, HostSettings settings)
    {
        if (file.Words is not ({ } subject, { } body))
        {
            return null;
        }

        var letter = file.Letter;
        var root = settings.PublicUrl ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        var warning = letter switch
        {
            { State: LetterState.Revoked, RevokedOn: { } day } => WordsOf(letter.Language)["surat.paper.revoked", day],
            { IsOut: true } => null,
            _ => WordsOf(letter.Language)["surat.paper.draft"],
        };
        var check =
            letter.IsOut && file.Number is { } number
                ? new LetterCheckMark(
                    new Uri(
                        root,
                        $"/surat/periksa?nomor={Uri.EscapeDataString(number.ToString())}&kode={checks.CodeOf(letter.Id)}"
                    ).AbsoluteUri,
                    new Uri(root, "/surat/periksa").AbsoluteUri,
                    number.ToString(),
                    checks.CodeOf(letter.Id),
                    letter.Hash!.Value.Value
                )
                : null;
        return Of(
            letter.Kind,
            letter.Language,
            letter.Office,
            subject,
            body,
            ToOf(letter, file.Complaint.Number),
            file.Signature,
            letter.IssuedOn,
            warning,
            check,
            letter.IssuedAt ?? letter.DraftedAt
        );
    }

    /// <summary>A template filled with a case nobody has.</summary>
    public LetterPaper Preview(OfficeCode office, LetterKind kind, Language language, string subject, string body, Instant now)
    {
        var words = WordsOf(language);
        return Of(
            kind,
            language,
            office,
            subject,
            body,
            kind.IsToComplainant()
                ? words["surat.to.complainant", words["surat.sample.nomor_pengaduan"]]
                : words["surat.to.office", words[kind == LetterKind.Onward ? "surat.sample.kantor_penerima" : "surat.sample.unit_tujuan"]],
            null,
            null,
            words["surat.paper.sample"],
            null,
            now
        );
    }

    public IActionResult Pdf(HttpContext http, LetterPaper paper) =>
        EvidenceDownload.Serve(http, new MemoryStream(Write(paper)), $"{paper.FileName}.pdf", "application/pdf");

    /// <summary>The text of an issued letter, byte for byte what the hash covers.</summary>
    public static IActionResult Text(HttpContext http, LetterFile file) =>
        file.Text is { } text
            ? EvidenceDownload.Serve(
                http,
                new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)),
                $"{FileNameOf(file.Letter.Kind, file.Number)}.txt",
                "text/plain; charset=utf-8"
            )
            : new NotFoundResult();

    /// <summary>The same paper gives the same bytes.</summary>
    internal byte[] Write(LetterPaper paper)
    {
        var words = paper.Words;
        var blocks = ImmutableArray.CreateBuilder<PdfBlock>();
        if (paper.Warning is { } warning)
        {
            blocks.Add(new PdfBlock.Paragraph([new PdfRun(warning, PdfHand.Bold)]));
        }

        blocks.Add(new PdfBlock.Facts(paper.Facts));
        blocks.Add(new PdfBlock.Paragraph(paper.To));
        blocks.AddRange(paper.Body.Select(Block));
        if (paper.Signature is { } signature)
        {
            blocks.Add(new PdfBlock.Signature([paper.PlaceAndDate, signature.Title], signature.Name, words["surat.paper.signed"]));
        }

        if (paper.Check is { } check)
        {
            blocks.Add(new PdfBlock.Rule());
            blocks.Add(
                new PdfBlock.Qr(
                    check.Link,
                    [words["surat.paper.check", check.Page], words["surat.paper.code", check.Code], words["surat.paper.hash"], check.Hash]
                )
            );
        }

        return PdfWriter.Write(
            new PdfSheet
            {
                Title = paper.Title,
                Author = paper.Office,
                Language = words.Language.TwoLetterISOLanguageName,
                Created = paper.Created,
                Letterhead = new PdfLetterhead(paper.Office, paper.HeadLines),
                Blocks = blocks.ToImmutable(),
                FootLine = paper.Title,
                IsDemonstration = folder.Kind == DataFolderKind.Demonstration,
            }
        );
    }

    private LetterPaper Of(
        LetterKind kind,
        Language language,
        OfficeCode office,
        string subject,
        string body,
        string to,
        LetterSignature? signature,
        LocalDate? on,
        string? warning,
        LetterCheckMark? check,
        Instant created
    )
    {
        var words = WordsOf(language);
        var name = words[$"surat.kind.{kind.Code()}"];
        var row = offices.Row(office);
        return new LetterPaper(
            words,
            offices.NameOf(office, language.Code()),
            [
                .. new[] { row?.Address, string.Join(" · ", new[] { row?.Phone, row?.Email }.Where(part => !string.IsNullOrEmpty(part))) }
                    .OfType<string>()
                    .Where(line => line.Length > 0),
            ],
            warning,
            [
                (words["surat.paper.number"], check?.Number ?? words["surat.paper.no-number"]),
                (words["surat.paper.kind"], name),
                (words["surat.paper.subject"], subject),
            ],
            to,
            LetterMarkup.Read(body),
            signature,
            signature is null || on is not { } day ? "" : $"{signature.Place}, {DateWords.WithoutDay(day, words.Language)}",
            check,
            check is null ? name : $"{name} {check.Number}",
            FileNameOf(kind, check is null ? null : LetterNumber.Read(check.Number)),
            created
        );
    }

    private string ToOf(Letter letter, PublicNumber number)
    {
        var words = WordsOf(letter.Language);
        var language = letter.Language.Code();
        return letter switch
        {
            { Unit: { } unit, Addressee: { } handler } => words[
                "surat.to.unit",
                units.NameOf(unit, language),
                offices.NameOf(handler, language)
            ],
            { Kind: LetterKind.Onward, Addressee: { } body } => words["surat.to.office", offices.NameOf(body, language)],
            _ => words["surat.to.complainant", number.Value],
        };
    }

    private Texts WordsOf(Language language) => texts.In(Languages.Named(language.Code())!);

    private static string FileNameOf(LetterKind kind, LetterNumber? number) =>
        $"{kind.Code().Replace('_', '-')}{(number is null ? "" : "-" + number.ToString().Replace('/', '-'))}";

    private static PdfBlock Block(LetterBlock block) =>
        block switch
        {
            LetterBlock.Heading heading => new PdfBlock.Heading(heading.Text),
            LetterBlock.Paragraph paragraph => new PdfBlock.Paragraph(paragraph.Runs),
            LetterBlock.Quote quote => new PdfBlock.Quote(quote.Text),
            LetterBlock.Listing listing => new PdfBlock.Listing(listing.Items, listing.IsNumbered),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
