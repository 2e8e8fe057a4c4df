using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents;
using Padu.Documents.Pdf;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>
/// The papers of a case as PDF, for whoever keeps files and not pages. Each says what its page says, to the same reader; it is made anew each time from
/// the record and stored nowhere. The same record gives the same bytes.
/// </summary>
public sealed class CasePapers(OfficeRegister offices, DataFolder folder, Texts texts, Say say)
{
    /// <summary>In the complainant's language, whoever asks.</summary>
    public IActionResult Closing(HttpContext http, Complaint complaint, ClosingLetter letter)
    {
        var words = letter.Words;
        var name = words["closing-letter.title"];
        ImmutableArray<PdfBlock> blocks =
        [
            new PdfBlock.Title(name),
            new PdfBlock.Paragraph(words["closing-letter.date", letter.ClosedOn]),
            new PdfBlock.Paragraph([new PdfRun(words["closing-letter.to"] + " "), new PdfRun(letter.Number.Value, PdfHand.Bold)]),
            new PdfBlock.Paragraph(words["closing-letter.opening", letter.ReceivedOn, letter.ClosedOn]),
            new PdfBlock.Heading($"{words["closing-letter.why"]} {words[$"reason.{letter.Reason.Code()}"]}"),
            new PdfBlock.Paragraph(words[$"closing-letter.reason.{letter.Reason.Code()}"]),
            .. letter.Explanation is { } explanation
                ? new PdfBlock[] { new PdfBlock.Heading(words["closing-letter.explanation"]), new PdfBlock.Quote(explanation) }
                : [],
            new PdfBlock.Heading(words["closing-letter.next"]),
            new PdfBlock.Listing(
                [
                    Plain(letter.Until is { } until ? words["closing-letter.object.until", until] : words["closing-letter.object.always"]),
                    Plain(words["closing-letter.ombudsman"]),
                    Plain(words["closing-letter.free"]),
                ],
                IsNumbered: false
            ),
            new PdfBlock.Signature([], letter.Office),
        ];
        return Serve(http, complaint, words, complaint.Subject.Seat, name, "surat-penutupan", complaint.ClosedAt!.Value, blocks);
    }

    /// <summary>In the language of the request. It carries the secret code, like the page that was just shown to the same browser.</summary>
    public IActionResult Receipt(HttpContext http, Complaint complaint, string code, string? story, int files, OmbudsmanSide? ombudsman)
    {
        var name = texts["receipt.title"];
        var office = NameOf(complaint.Owner, texts);
        var clocks = complaint
            .Clocks.Where(clock => clock.Kind is ClockKind.Verification or ClockKind.FirstAnswer or ClockKind.Resolution)
            .Select(clock => (clock, office));
        if (ombudsman is { Next: { } theirs })
        {
            clocks = clocks.Append((theirs, NameOf(ombudsman.Office, texts)));
        }

        ImmutableArray<PdfBlock> blocks =
        [
            new PdfBlock.Title(name),
            new PdfBlock.Paragraph(Filled("receipt.received", say.Moment(complaint.ReceivedAt), office)),
            new PdfBlock.Facts([(texts["receipt.number"], complaint.Number.Value), (texts["receipt.code"], code)]),
            new PdfBlock.Qr($"{complaint.Number} {code}", [texts["receipt.qr"], texts["receipt.pdf.keep"]]),
            new PdfBlock.Heading(texts["receipt.next"]),
            new PdfBlock.Listing([.. clocks.Select(one => Step(one.clock, one.office))], IsNumbered: true),
            .. story is null ? [] : new PdfBlock[] { new PdfBlock.Heading(texts["receipt.what"]), new PdfBlock.Quote(story) },
            new PdfBlock.Paragraph(texts["receipt.files", files]),
            new PdfBlock.Paragraph(texts["receipt.officer"]),
        ];
        return Serve(http, complaint, texts, complaint.Owner, name, "tanda-terima", complaint.ReceivedAt, blocks);
    }

    private ImmutableArray<PdfRun> Step(Clock clock, string office) =>
        [
            new PdfRun(texts[$"clock.{clock.Kind.Code()}"] + ": ", PdfHand.Bold),
            .. Filled("receipt.by", say.Date(clock.DueDate!.Value)),
            new PdfRun(". " + texts["receipt.move", office]),
        ];

    /// <summary>A text in which <c>**</c> sets words apart. It is split before it is filled, so that nothing filled in can set anything apart.</summary>
    private ImmutableArray<PdfRun> Filled(string key, params object?[] arguments) =>
        [
            .. texts
                .Template(key)
                .Split("**")
                .Select((part, at) => new PdfRun(texts.Filled(part, arguments), at % 2 == 1 ? PdfHand.Bold : PdfHand.Regular)),
        ];

    private static ImmutableArray<PdfRun> Plain(string text) => [new PdfRun(text)];

    private string NameOf(OfficeCode office, Texts words) => offices.NameOf(office, words.Language.TwoLetterISOLanguageName);

    private IActionResult Serve(
        HttpContext http,
        Complaint complaint,
        Texts words,
        OfficeCode office,
        string name,
        string file,
        Instant created,
        ImmutableArray<PdfBlock> blocks
    )
    {
        var sender = NameOf(office, words);
        var row = offices.Row(office);
        var bytes = PdfWriter.Write(
            new PdfSheet
            {
                Title = $"{name} {complaint.Number}",
                Author = sender,
                Language = words.Language.TwoLetterISOLanguageName,
                Created = created,
                Letterhead = new PdfLetterhead(
                    sender,
                    [.. new[] { row?.Address, Joined(row?.Phone, row?.Email) }.OfType<string>().Where(line => line.Length > 0)]
                ),
                Blocks = blocks,
                FootLine = $"{name} · {complaint.Number}",
                IsDemonstration = folder.Kind == DataFolderKind.Demonstration,
            }
        );
        return EvidenceDownload.Serve(http, new MemoryStream(bytes), $"{file}-{complaint.Number}.pdf", "application/pdf");
    }

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
