using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Agreements;
using Padu.Domain.Agreements;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;

namespace Padu.Tests.Agreements;

/// <summary>Agreements and obligations brought to a state through the desks.</summary>
internal static class Cooperation
{
    public static readonly LocalDate Today = new(2026, 11, 12);

    public static AgreementCommand.Draft Words(string title = "Perjanjian kerja sama uji", LocalDate? ends = null) =>
        new(
            [ElectionScope.General, ElectionScope.Regional],
            new Term(Today, ends),
            title,
            "Pelayanan yang lebih baik.",
            null,
            ["Menangani pengaduan bersama.", "Memasang maklumat pelayanan."],
            null
        );

    private static AgreementDesk Desk(TestSite site) => site.Services.GetRequiredService<AgreementDesk>();

    public static async Task<Agreement> Draft(
        this TestSite site,
        AgreementKind kind = AgreementKind.Cooperation,
        AgreementId? parent = null,
        AgreementId? renews = null,
        AgreementCommand.Draft? words = null
    )
    {
        var acted = await Desk(site)
            .Begin(
                site.Post("sekretariat"),
                new NewAgreement(kind, parent, renews, TestSite.Ombudsman, words ?? Words()),
                TestContext.Current.CancellationToken
            );
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Agreement> Do(this TestSite site, Agreement agreement, string person, AgreementCommand command)
    {
        var actor = person == "sistem" ? (Actor)new Actor.System() : site.Post(person);
        var acted = await Desk(site).Act(agreement.Id, actor, command, cancel: TestContext.Current.CancellationToken);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    /// <summary>The Ombudsman's head agrees with what the other side wrote.</summary>
    public static async Task<Agreement> AgreeEvaluation(this TestSite site, Agreement agreement, int year)
    {
        var acted = await Desk(site)
            .AgreeEvaluation(agreement.Id, site.Post("kepala-ombudsman"), year, cancel: TestContext.Current.CancellationToken);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Agreement> Approve(this TestSite site, Agreement agreement)
    {
        await site.Do(agreement, "ketua-provinsi", new AgreementCommand.Approve(agreement.Draft));
        return await site.Do(agreement, "kepala-ombudsman", new AgreementCommand.Approve(agreement.Draft));
    }

    public static async Task<Agreement> Sign(this TestSite site, Agreement agreement)
    {
        var sign = new AgreementCommand.Sign(Today, "Bengkulu", "Penanda Tangan Rekaan", "Ketua", null);
        await site.Do(agreement, "ketua-provinsi", sign);
        return await site.Do(agreement, "kepala-ombudsman", sign);
    }

    public static async Task<Agreement> InForce(this TestSite site, AgreementCommand.Draft? words = null) =>
        await site.Sign(await site.Approve(await site.Draft(words: words)));

    /// <summary>An obligation of an office from the second clause of an agreement in force.</summary>
    public static async Task<Obligation> Owe(
        this TestSite site,
        OfficeCode owner,
        OfficeCode? judge = null,
        LocalDate? on = null,
        Agreement? from = null,
        string? title = null
    )
    {
        var agreement = from ?? await site.InForce();
        var words = title ?? $"Maklumat {Guid.NewGuid():N}";
        var cancel = TestContext.Current.CancellationToken;
        var term = DueTerm.Date(on ?? new LocalDate(2026, 11, 20));
        Assert.Null(
            await Desk(site)
                .PromiseForEach(agreement.Id, site.Post("sekretariat"), 2, [owner], judge ?? TestSite.Province, term, words, cancel)
        );
        var queries = site.Services.GetRequiredService<ObligationQueries>();
        var line = (await queries.From(agreement.Id.Value, cancel)).Single(line => line.Title == words);
        return (await queries.Open(site.Post("auditor-provinsi"), new ObligationId(line.Row.Id), cancel))!.Obligation;
    }

    public static async Task<Obligation> Do(this TestSite site, Obligation obligation, string person, ObligationCommand command)
    {
        var actor = person == "sistem" ? (Actor)new Actor.System() : site.Post(person);
        var acted = await site
            .Services.GetRequiredService<ObligationDesk>()
            .Act(obligation.Id, actor, command, cancel: TestContext.Current.CancellationToken);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static Task<Obligation> Give(this TestSite site, Obligation obligation, string person = "admin-kota") =>
        site.Do(obligation, person, new ObligationCommand.GiveEvidence("Papan terpasang.", null, []));
}
