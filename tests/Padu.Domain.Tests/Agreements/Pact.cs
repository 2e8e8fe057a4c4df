using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Agreements;

/// <summary>Agreements the tests start from.</summary>
internal static class Pact
{
    public static readonly AgreementId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000e1"));
    public static readonly Actor.Staff Chair = Given.Staff(Role.Head, Given.Province) with
    {
        Post = new PostId(Guid.Parse("0193a000-0000-7000-8000-0000000000c1")),
    };

    public static readonly Instant BegunAt = Given.Filed;
    public static readonly LocalDate Ends = new(2027, 11, 30);

    public static readonly AgreementCommand.Draft Words = new(
        [ElectionScope.General],
        new Term(new LocalDate(2026, 12, 1), Ends),
        "Perjanjian kerja sama",
        "Pelayanan yang lebih baik.",
        null,
        ["Menangani pengaduan bersama.", "Memasang maklumat."],
        null
    );

    public static readonly AgreementCommand.Sign Sign = new(new LocalDate(2026, 11, 14), "Bengkulu", "Nama Rekaan", "Ketua", null);

    public static AgreementCommand.Begin Begin(AgreementKind kind = AgreementKind.Cooperation, Agreement? parent = null) =>
        new(Id, new AgreementCode("pks-2026-uji"), kind, parent ?? Agreement.None, Agreement.None, Given.Ombudsman, Words);

    public static Decision<AgreementEvent> Decide(this Agreement agreement, AgreementCommand command, Actor actor, Instant at) =>
        AgreementRules.Decide(agreement, command, new AgreementContext(actor, at, Law.Bengkulu));

    public static Agreement After(this Agreement agreement, AgreementCommand command, Actor actor, Instant at)
    {
        var decision = agreement.Decide(command, actor, at);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(agreement, (state, fact) => Agreement.Evolve(state, fact, at));
    }

    public static Instant Days(int days) => BegunAt + Duration.FromDays(days);

    public static Agreement Approved(AgreementKind kind = AgreementKind.Cooperation, Agreement? parent = null) =>
        Agreement
            .None.After(Begin(kind, parent), Owed.Secretariat, BegunAt)
            .After(new AgreementCommand.Approve(1), Chair, Days(1))
            .After(new AgreementCommand.Approve(1), Given.OmbudsmanHead, Days(1));

    public static Agreement InForce => Approved().After(Sign, Chair, Days(2)).After(Sign, Given.OmbudsmanHead, Days(2));

    public static AgreementEvent.Recorded History { get; } =
        new(
            Id,
            new AgreementCode("pks-2016-uji"),
            AgreementKind.Cooperation,
            null,
            [Given.Ombudsman.Code, Given.Province.Code],
            [ElectionScope.General],
            null,
            "Arsip",
            "Record",
            [new Statement(StatementField.Number, null, null, "Berita")]
        );

    public static Agreement At(AgreementStage stage) =>
        stage switch
        {
            AgreementStage.Draft => Agreement.None.After(Begin(), Owed.Secretariat, BegunAt),
            AgreementStage.Approved => Approved(),
            AgreementStage.InForce => InForce,
            AgreementStage.Ended => InForce.After(new AgreementCommand.End(new LocalDate(2026, 11, 15), "Diganti."), Chair, Days(3)),
            AgreementStage.Renewed => InForce.After(new AgreementCommand.BeRenewed(new AgreementId(Guid.NewGuid())), Chair, Days(3)),
            AgreementStage.Archive => Agreement.None.After(new AgreementCommand.Record(History), Given.System, BegunAt),
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
}
