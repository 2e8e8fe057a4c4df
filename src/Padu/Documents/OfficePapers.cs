using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Documents.Pdf;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Documents;

/// <summary>What a paper of one or more offices says, before it is set.</summary>
/// <param name="Offices">Whose paper it is; one office writes under its address, several under their names alone.</param>
/// <param name="Foot">A short line at the foot of every page.</param>
/// <param name="Created">When the record that it shows came to be, so that the same record gives the same bytes.</param>
public sealed record OfficePaper(
    ImmutableArray<OfficeCode> Offices,
    string Title,
    string Foot,
    string FileName,
    Instant Created,
    ImmutableArray<PdfBlock> Blocks
);

/// <summary>Sets papers of offices as PDF in the language of the request: made anew each time from the record and stored nowhere.</summary>
public sealed class OfficePapers(OfficeRegister offices, DataFolder folder, Texts texts)
{
    public IActionResult Serve(HttpContext http, OfficePaper paper)
    {
        var language = texts.Language.TwoLetterISOLanguageName;
        var names = paper.Offices.Select(office => offices.NameOf(office, language)).ToList();
        var bytes = PdfWriter.Write(
            new PdfSheet
            {
                Title = paper.Title,
                Author = string.Join(" · ", names),
                Language = language,
                Created = paper.Created,
                Letterhead = new PdfLetterhead(string.Join('\n', names), paper.Offices is [var only] ? Address(only) : []),
                Blocks = paper.Blocks,
                FootLine = paper.Foot,
                IsDemonstration = folder.Kind == DataFolderKind.Demonstration,
            }
        );
        return EvidenceDownload.Serve(http, new MemoryStream(bytes), $"{paper.FileName}.pdf", "application/pdf");
    }

    private ImmutableArray<string> Address(OfficeCode office)
    {
        var row = offices.Row(office);
        var reach = string.Join(" · ", new[] { row?.Phone, row?.Email }.Where(part => !string.IsNullOrEmpty(part)));
        return [.. new[] { row?.Address, reach }.OfType<string>().Where(line => line.Length > 0)];
    }
}
