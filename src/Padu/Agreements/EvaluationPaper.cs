using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Padu.Documents;
using Padu.Documents.Pdf;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>The joint evaluation of a year as PDF: what its page says, with the posts that wrote and agreed.</summary>
public sealed class EvaluationPaper(
    OfficePapers papers,
    PostQueries posts,
    PostNames names,
    AgreementWords words,
    ObligationWords duties,
    Texts texts,
    Say say
)
{
    public async Task<IActionResult> Of(HttpContext http, AgreementFile file, YearReport report, CancellationToken cancel)
    {
        var (agreement, evaluation) = (file.Agreement, report.Evaluation);
        var year = words.Year(evaluation.Year);
        var title = texts["evaluation.of", year];
        var written = file.History.Single(one => one.Version == evaluation.Version);
        var agreed = file.History.Single(one => one.Fact is AgreementEvent.EvaluationAgreed fact && fact.Year == evaluation.Year);
        var acting = await posts.Behind([written.Actor, agreed.Actor], cancel);
        ImmutableArray<PdfBlock> blocks =
        [
            new PdfBlock.Title(title, file.Title(words.Language) ?? texts["desk.erased"]),
            new PdfBlock.Facts([
                (texts["evaluation.paper.code"], agreement.Code.Value),
                (texts["agreement.field.pihak"], words.Parties(agreement.Parties)),
                (texts["evaluation.written-by"], By(written)),
                (texts["evaluation.agreed-by"], By(agreed)),
            ]),
            new PdfBlock.Heading(texts["evaluation.figures", year]),
            new PdfBlock.Paragraph(texts["evaluation.figures.lead"]),
            Figures(evaluation, report.Today),
            new PdfBlock.Heading(texts["evaluation.words"]),
            new PdfBlock.Paragraph(file.EvaluationOf(evaluation) ?? texts["desk.erased"]),
            .. report.Owed.Count == 0 ? [] : new PdfBlock[] { new PdfBlock.Heading(texts["evaluation.owed"]), Owed(report.Owed) },
            new PdfBlock.Paragraph([new PdfRun(texts["evaluation.paper.approved"], PdfHand.Italic)]),
        ];
        return papers.Serve(
            http,
            new OfficePaper(
                agreement.Parties,
                $"{title} · {agreement.Code}",
                $"{title} · {agreement.Code}",
                $"evaluasi-{agreement.Code}-{year}",
                // It shows how things stand today.
                say.Today.AtStartOfDayInZone(words.Legal.Zone).ToInstant(),
                blocks
            )
        );

        string By(Recorded act) =>
            string.Join(
                ", ",
                new[]
                {
                    acting.TryGetValue(act.Actor, out var post) ? names.Post(post.Row) : null,
                    act.Office is { } office ? words.Office(office) : null,
                    say.Date(act.OccurredAt),
                }.OfType<string>()
            );
    }

    private PdfBlock.Table Figures(Evaluation evaluation, ObligationFigures today)
    {
        var frozen = evaluation.Frozen ?? ObligationFigures.None;
        return new PdfBlock.Table(
            [
                texts["evaluation.column"],
                texts["evaluation.figures.frozen", say.Date(evaluation.FrozenAt!.Value)],
                texts["evaluation.figures.today", say.Date(say.Today)],
            ],
            [
                Row(texts["obligation.figures.all"], frozen.All, today.All),
                .. Enum.GetValues<ObligationColumn>()
                    .Select(column => Row(texts[$"obligation.board.{column.Code()}"], frozen.In(column), today.In(column))),
            ],
            [2, 2, 2]
        );

        ImmutableArray<string> Row(string what, int then, int now) => [what, say.Number(then), say.Number(now)];
    }

    private PdfBlock.Table Owed(IReadOnlyList<ObligationLine> owed) =>
        new(
            [texts["obligation.column.what"], texts["obligation.column.owner"], texts["obligation.column.due"], texts["evaluation.column"]],
            [
                .. owed.Select(line =>
                    ImmutableArray.Create(
                        line.Title ?? texts["desk.erased"],
                        duties.Office(line.Row.Owner),
                        say.ShortDate(line.Row.DueDate),
                        duties.Chip(line.Row).Words
                    )
                ),
            ],
            [5, 3, 2, 2]
        );
}
