using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Obligations;

/// <summary>Obligations the tests start from; the people and offices are those of the complaints.</summary>
internal static class Owed
{
    public static readonly ObligationId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000f1"));
    public static readonly ObligationId Next = new(Guid.Parse("0193a000-0000-7000-8000-0000000000f2"));
    public static readonly ObligationSource Source = new(SourceKind.Clause, Guid.Parse("0193a000-0000-7000-8000-0000000000fa"), 2);

    /// <summary>Thursday 12 November 2026, when it was promised; due at the end of the 20th.</summary>
    public static readonly Instant PromisedAt = Given.Filed;
    public static readonly LocalDate DueOn = new(2026, 11, 20);

    public static readonly Actor.Staff Secretariat = Given.Staff(Role.CooperationSecretariat, Given.Province);
    public static readonly Actor.Staff Chair = Given.Staff(Role.Head, Given.Province);

    public static readonly ObligationCommand.GiveEvidence Give = new("Papan terpasang di loket.", "https://contoh.example/foto", []);
    public static readonly ObligationCommand.Accept Accept = new(null);
    public static readonly ObligationCommand.RefuseEvidence Refuse = new("Fotonya tidak terbaca.");
    public static readonly ObligationCommand.CarryOver Carry = new(Next, new LocalDate(2026, 12, 20), "Gedung direnovasi.");
    public static readonly ObligationCommand.Withdraw Withdraw = new("Tidak diperlukan lagi.");
    public static readonly ObligationCommand.PassDue PassDue = new();
    public static readonly ObligationCommand.Recount Recount = new();
    public static readonly ObligationCommand.EndWithSource EndWithSource = new(new LocalDate(2026, 11, 15));

    /// <summary>A decision of Bawaslu on an administrative violation in a general election, received a day before it was typed in.</summary>
    public static ObligationCommand.RecordRuling Record { get; } =
        new(
            Id,
            RulingBody.Bawaslu,
            ElectionKind.General,
            new LocalDate(2026, 11, 11),
            PromisedAt + Duration.FromDays(31),
            Given.City,
            Given.Province,
            "Putusan 01, perbaiki daftar pemilih."
        );

    public static ObligationCommand.TakeOver TakeOver => new(Next, At(ObligationState.Promised), new LocalDate(2026, 12, 20), "Terus");

    public static ObligationCommand.Promise Promise(Office? owner = null, Office? judge = null, DueTerm? term = null) =>
        new(Id, Source, owner ?? Given.City, judge ?? Given.Province, term ?? DueTerm.Date(DueOn), "Memasang maklumat pelayanan");

    public static Decision<ObligationEvent> Decide(this Obligation obligation, ObligationCommand command, Actor actor, Instant at) =>
        ObligationRules.Decide(obligation, command, new ObligationContext(actor, at, Law.Bengkulu));

    public static Obligation Fold(Obligation obligation, IEnumerable<ObligationEvent> events, Instant at) =>
        events.Aggregate(obligation, (state, fact) => Obligation.Evolve(state, fact, at));

    public static Obligation After(this Obligation obligation, ObligationCommand command, Actor actor, Instant at)
    {
        var decision = obligation.Decide(command, actor, at);
        Assert.Null(decision.Refusal);
        return Fold(obligation, decision.Events, at);
    }

    public static Instant Days(int days) => PromisedAt + Duration.FromDays(days);

    public static Obligation At(ObligationState state)
    {
        var promised = Obligation.None.After(Promise(), Secretariat, PromisedAt);
        var given = () => promised.After(Give, Given.CityAdmin, Days(1));
        return state switch
        {
            ObligationState.Promised => promised,
            ObligationState.EvidenceGiven => given(),
            ObligationState.EvidenceRefused => given().After(Refuse, Secretariat, Days(2)),
            ObligationState.Done => given().After(Accept, Secretariat, Days(2)),
            ObligationState.CarriedOver => promised.After(Carry, Secretariat, Days(2)),
            ObligationState.Lapsed => promised.After(EndWithSource, Given.System, Days(2)),
            ObligationState.Withdrawn => promised.After(Withdraw, Secretariat, Days(2)),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
