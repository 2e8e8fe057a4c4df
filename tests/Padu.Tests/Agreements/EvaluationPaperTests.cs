using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Padu.Agreements;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Obligations;
using Padu.Storage;
using Padu.Tests.Documents.Pdf;

namespace Padu.Tests.Agreements;

/// <summary>A year's joint evaluation: its figures freeze when both sides agree, and its paper says both what they were and what they are.</summary>
public sealed class EvaluationPaperTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_figures_freeze_when_both_agree_and_stand_beside_those_of_today()
    {
        var (agreement, owed) = await Evaluated();
        agreement = await site.AgreeEvaluation(agreement, 2026);
        var frozen = agreement.Evaluations.Single().Frozen;
        Assert.Equal(await Folded(agreement), frozen);
        Assert.Equal(new ObligationFigures(2, 1, 0, 0, 0), frozen);

        await site.Do(owed, "sekretariat", new ObligationCommand.Accept(null));

        Assert.Equal(
            frozen,
            (await site.Services.GetRequiredService<AgreementQueries>().State(agreement.Id, Cancel)).Evaluations[0].Frozen
        );
        using var visitor = new Browser(site.Address);
        var page = await visitor.Get($"/perjanjian/{agreement.Code}/evaluasi/2026");
        var table = page.Page.QuerySelector("table.plain")!;
        Assert.Equal(
            ["Keadaan", "Saat disepakati, Kamis, 12 November 2026", "Hari ini, Kamis, 12 November 2026"],
            table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim())
        );
        // Promised, open, to be judged, late, done, over: then and now.
        Assert.Equal(
            ["3", "3", "2", "2", "1", "0", "0", "0", "0", "1", "0", "0"],
            table.QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim())
        );
    }

    /// <summary>A duty is judged after the figures were counted and before they are frozen: they are counted again.</summary>
    [Fact]
    public async Task The_figures_are_those_of_the_act_also_when_something_is_judged_while_it_is_done()
    {
        var (agreement, owed) = await Evaluated();
        var happened = 0;
        // The first asking is when the act begins; the second when its facts are written down, which is after the figures were read.
        site.Clock.Meanwhile(
            2,
            () =>
            {
                happened++;
                Task.Run(() => site.Do(owed, "sekretariat", new ObligationCommand.Accept(null)), Cancel).Wait(Cancel);
            }
        );
        agreement = await site.AgreeEvaluation(agreement, 2026);

        Assert.Equal(1, happened);
        Assert.Equal(new ObligationFigures(2, 0, 0, 1, 0), agreement.Evaluations.Single().Frozen);
        Assert.Equal(await Folded(agreement), agreement.Evaluations.Single().Frozen);
    }

    /// <summary>The agreement ends while its clause is promised: nothing is promised, to none of the offices.</summary>
    [Fact]
    public async Task A_clause_is_promised_to_every_office_or_to_none()
    {
        var agreement = await site.InForce();
        var desk = site.Services.GetRequiredService<AgreementDesk>();
        var happened = 0;
        site.Clock.Meanwhile(
            2,
            () =>
            {
                happened++;
                var end = new AgreementCommand.End(Cooperation.Today, "Diganti.");
                Task.Run(() => site.Do(agreement, "ketua-provinsi", end), Cancel).Wait(Cancel);
            }
        );
        var refused = await desk.PromiseForEach(
            agreement.Id,
            site.Post("sekretariat"),
            1,
            [TestSite.City, TestSite.Kaur],
            TestSite.Ombudsman,
            DueTerm.Date(Cooperation.Today.PlusDays(9)),
            "Papan terpasang",
            Cancel
        );

        Assert.Equal(("agreement.not-in-force", 1), (refused?.Code, happened));
        Assert.Empty(await site.Services.GetRequiredService<ObligationQueries>().From(agreement.Id.Value, Cancel));
    }

    [Theory]
    [InlineData(
        "id",
        "Evaluasi bersama tahun 2026",
        "Ditulis oleh",
        "Saat disepakati, Kamis, 12 November 2026",
        "Dijanjikan 3 3",
        "Penilaian bersama",
        "Kepala Perwakilan"
    )]
    [InlineData(
        "en",
        "Joint evaluation of 2026",
        "Written by",
        "When agreed, Thursday, 12 November 2026",
        "Promised 3 3",
        "What both sides say",
        ""
    )]
    public async Task The_paper_says_who_wrote_and_agreed_the_figures_the_words_and_what_was_owed(
        string language,
        string title,
        string by,
        string frozen,
        string figures,
        string words,
        string post
    )
    {
        var (agreement, owed) = await Evaluated();
        using var visitor = new Browser(site.Address);
        await visitor.Get($"/bahasa/{language}");
        var address = $"/perjanjian/{agreement.Code}/evaluasi/2026/evaluasi.pdf";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(address)).Status);
        await site.AgreeEvaluation(agreement, 2026);

        var paper = await visitor.Fetch(address);
        var bytes = await paper.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("application/pdf", paper.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("attachment", paper.Content.Headers.ContentDisposition!.ToString());
        var text = PdfReading.Text(bytes);
        text.ShouldRead(
            title,
            agreement.Code.Value,
            by,
            frozen,
            figures,
            words,
            "Berjalan baik. Dua kantor terlambat.",
            "Papan terpasang di loket"
        );
        Assert.Contains(post, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(bytes, await (await visitor.Fetch(address)).Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(address.Replace("2026/", "2025/", StringComparison.Ordinal))).Status);
        Assert.Equal(3, (await Folded(agreement)).All);
        Assert.Equal(ObligationState.EvidenceGiven, owed.State);
    }

    /// <summary>An agreement with three duties due this year, one of them waiting to be judged, and one side's words about the year.</summary>
    private async Task<(Agreement Agreement, Obligation Owed)> Evaluated()
    {
        var agreement = await site.InForce();
        await site.Owe(TestSite.City, from: agreement, title: "Papan terpasang di loket");
        await site.Owe(TestSite.Kaur, from: agreement);
        var owed = await site.Give(await site.Owe(TestSite.City, from: agreement));
        await site.Owe(TestSite.City, on: new(2027, 1, 31), from: agreement);
        agreement = await site.Do(agreement, "sekretariat", new AgreementCommand.Evaluate(2026, "Berjalan baik. Dua kantor terlambat."));
        return (agreement, owed);
    }

    /// <summary>The figures of 2026 counted from every obligation's own events.</summary>
    private async Task<ObligationFigures> Folded(Agreement agreement)
    {
        var journal = site.Services.GetRequiredService<Journal>();
        var stream = site.Services.GetRequiredService<ObligationStream>();
        var columns = new List<ObligationColumn>();
        foreach (var line in await site.Services.GetRequiredService<ObligationQueries>().From(agreement.Id.Value, Cancel))
        {
            var history = await journal.History(stream, line.Row.Id, _ => false, Cancel);
            var state = history.Aggregate(Obligation.None, (folded, one) => Obligation.Evolve(folded, one.Fact, one.OccurredAt));
            if (state.DueDate.Year == 2026)
            {
                columns.Add(state.Column);
            }
        }

        return ObligationFigures.Of(columns);
    }
}
