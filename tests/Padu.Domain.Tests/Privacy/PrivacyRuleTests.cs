using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Privacy;

/// <summary>What a data subject may ask, until when it is answered, by whom, and on which law it is refused.</summary>
public sealed class PrivacyRuleTests
{
    private const string Why = "Diperlukan sebagai bukti di pengadilan.";
    private static readonly PrivacyRequestId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000e1"));

    /// <summary>Saturday 14 November 2026, 08.44 in Bengkulu.</summary>
    private static readonly Instant Saturday = Given.Filed + Duration.FromDays(2);
    private static readonly Complaint Filed = Complaint.None.After(Given.Submit(), Given.Reporter, Given.Filed);
    private static readonly Complaint Protected = Complaint.None.After(Given.Submit(IdentityLevel.Protected), Given.Reporter, Given.Filed);
    private static readonly Complaint Closed = Filed.After(
        new ComplaintCommand.Withdraw(null),
        Given.Reporter,
        Given.Filed + Duration.FromHours(1)
    );
    private static readonly Identity Right = new("Ibu Benar", "Jalan Baru 2", "0812 0000 2222", null);

    [Theory]
    [InlineData(RequestKind.Correction)]
    [InlineData(RequestKind.Restriction)]
    [InlineData(RequestKind.Erasure)]
    public void Rule_51_a_request_is_owed_an_answer_in_seventy_two_hours_weekends_included(RequestKind kind)
    {
        var asked = Received(Filed, kind);
        Assert.Equal(Saturday + Duration.FromHours(72), asked.DueAt);
        Assert.True(asked.IsPending);
    }

    [Fact]
    public void Rule_51_who_has_the_code_gets_the_copy_at_once_and_it_stands_in_the_register()
    {
        var asked = Received(Filed, RequestKind.Access);
        Assert.Equal((Outcome.Granted, Saturday, 1), (asked.Outcome, asked.DecidedAt, asked.Copies));
    }

    [Fact]
    public void Rule_51_withdrawing_a_consent_works_at_once_and_stops_the_mail()
    {
        Assert.True(Filed.HasEmail);
        var silent = Filed.After(new ComplaintCommand.WithdrawConsent(ConsentKind.Email), Given.Reporter, Saturday);
        Assert.False(silent.HasEmail);
        var again = silent.After(new ComplaintCommand.GiveConsent(ConsentKind.Email, Wordings.Notice), Given.Reporter, Saturday);
        Assert.True(again.HasEmail);
        Assert.Equal([ConsentKind.Email], again.Consents);
    }

    [Fact]
    public void Rule_51_while_restricted_a_case_is_read_and_noted_on_but_not_worked_on()
    {
        var restricted = Verified(Filed).After(new ComplaintCommand.Restrict(Id), Given.Custodian, Saturday);
        var assign = new ComplaintCommand.Assign(Given.City, Given.Data, null);
        Assert.Equal("complaint.restricted", restricted.Decide(assign, Given.CityAdmin, Saturday).Refusal?.Code);
        Assert.Null(restricted.Decide(new ComplaintCommand.AddNote("Menunggu pelapor."), Given.CityAdmin, Saturday).Refusal);
        Assert.Equal(restricted.Clocks, Verified(Filed).Clocks);

        var lifted = restricted.After(new ComplaintCommand.LiftRestriction(null), Given.Reporter, Saturday);
        Assert.Null(lifted.Decide(assign, Given.CityAdmin, Saturday).Refusal);
    }

    [Theory]
    [InlineData(IdentityLevel.Open, null)]
    [InlineData(IdentityLevel.Protected, "privacy.custodian-only")]
    public void Rule_51_what_concerns_a_hidden_name_is_decided_by_the_custodian_alone(IdentityLevel level, string? refusal)
    {
        var filed = Verified(Complaint.None.After(Given.Submit(level), Given.Reporter, Given.Filed));
        var restricted = filed.After(new ComplaintCommand.Restrict(Id), Given.Custodian, Saturday);
        var lift = new ComplaintCommand.LiftRestriction("Pelapor memintanya lewat telepon.");
        Assert.Equal(refusal, Refused(filed, new ComplaintCommand.CorrectIdentity(Id, Right), Given.CityAdmin));
        Assert.Equal(refusal, Refused(filed, new ComplaintCommand.Restrict(Id), Given.CityAdmin));
        Assert.Equal(refusal, Refused(restricted, lift, Given.CityAdmin));
        Assert.Null(Refused(restricted, lift, Given.Custodian));
    }

    [Theory]
    [InlineData(IdentityLevel.Open, 1)]
    [InlineData(IdentityLevel.Protected, 1)]
    public void Rule_51_a_correction_replaces_the_identity_and_keeps_its_secrecy(IdentityLevel level, int more)
    {
        var before = Complaint.None.After(Given.Submit(level), Given.Reporter, Given.Filed);
        var after = before.After(new ComplaintCommand.CorrectIdentity(Id, Right), Given.Custodian, Saturday);
        Assert.Equal((level, false, before.Version + 1 + more), (after.Level, after.HasEmail, after.IdentityVersion));
    }

    [Fact]
    public void Rule_52_consent_is_its_own_fact_with_the_words_it_was_given_by()
    {
        var given = Filed.Decide(new ComplaintCommand.GiveConsent(ConsentKind.Story, Wordings.Notice), Given.Reporter, Saturday);
        var fact = Assert.IsType<ComplaintEvent.ConsentGiven>(Assert.Single(given.Events));
        Assert.Equal((ConsentKind.Story, Wordings.Notice), (fact.Kind, fact.Wording));
        Assert.Equal(
            "complaint.unknown",
            Refused(Filed, new ComplaintCommand.GiveConsent(ConsentKind.Story, Wordings.Notice), Given.Stranger)
        );
        Assert.NotNull(Refused(Filed, new ComplaintCommand.GiveConsent(ConsentKind.Story, Wordings.Notice), Given.CityAdmin));
    }

    [Fact]
    public void Rule_52_a_complaint_stands_without_any_consent_and_the_notice_shown_is_kept_with_it()
    {
        var silent = Complaint.None.After(Given.Submit(email: null) with { Notice = Wordings.Notice }, Given.Reporter, Given.Filed);
        Assert.Equal((Stage.Received, Wordings.Notice), (silent.Stage, silent.Notice));
        Assert.Empty(silent.Consents);
        var told = Complaint.None.After(Given.Submit() with { Notice = Wordings.Notice }, Given.Reporter, Given.Filed);
        Assert.Equal([ConsentKind.Email], told.Consents);
    }

    [Fact]
    public void Rule_52_each_consent_is_given_and_taken_back_for_itself()
    {
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            var other = Enum.GetValues<ConsentKind>().First(one => one != kind);
            var both = Filed
                .After(new ComplaintCommand.GiveConsent(kind, Wordings.Notice), Given.Reporter, Saturday)
                .After(new ComplaintCommand.GiveConsent(other, Wordings.Notice), Given.Reporter, Saturday);
            Assert.Equal(new[] { kind, other }.Order(), both.Consents.Order());
            Assert.Equal("consent.given-already", Refused(both, new ComplaintCommand.GiveConsent(kind, Wordings.Notice), Given.Reporter));
            Assert.Equal([other], both.After(new ComplaintCommand.WithdrawConsent(kind), Given.Reporter, Saturday).Consents);
        }
    }

    [Fact]
    public void Rule_53_nothing_is_erased_from_an_open_case() => Assert.Equal("privacy.case-open", Refused(Filed, Erase, Given.Custodian));

    [Fact]
    public void Rule_53_nothing_is_erased_while_proceedings_need_it()
    {
        var held = Closed.After(new ComplaintCommand.PlaceHold(Why), Given.CityAdmin, Saturday);
        Assert.Equal("privacy.held", Refused(held, Erase, Given.Custodian));
        var free = held.After(new ComplaintCommand.LiftHold("Putusan sudah berkekuatan hukum tetap."), Given.CityAdmin, Saturday);
        Assert.Null(Refused(free, Erase, Given.Custodian));
    }

    [Fact]
    public void Rule_53_for_its_age_alone_nothing_is_erased_a_day_early()
    {
        var today = Law.Bengkulu.DayOf(Saturday);
        Assert.Equal("privacy.still-kept", Refused(Closed, ByAge(today.PlusDays(1)), Given.Custodian));
        Assert.Null(Refused(Closed, ByAge(today), Given.Custodian));
        Assert.Equal("privacy.still-kept", Refused(Closed, ByAge(null), Given.Custodian));
    }

    [Fact]
    public void Rule_53_an_erased_case_knows_nobody_any_more_and_takes_nothing_new()
    {
        var erased = Closed.After(Erase, Given.Custodian, Saturday);
        Assert.Equal((0, false, Saturday), (erased.IdentityVersion, erased.HasEmail, erased.ErasedAt));
        Assert.Equal("complaint.erased", Refused(erased, new ComplaintCommand.AddWord("Masih ada.", []), Given.Reporter));
        Assert.Equal(
            "complaint.erased",
            Refused(erased, new ComplaintCommand.Reopen("Surat yang dijanjikan belum dikirim."), Given.CityAdmin)
        );
        Assert.Equal("complaint.erased", Refused(erased, Erase, Given.Custodian));
    }

    [Fact]
    public void Only_the_custodian_erases()
    {
        foreach (var (name, actor) in Given.Everybody.Where(one => one.Key != "kustodian"))
        {
            Assert.True(Refused(Closed, Erase, actor) is not null, name);
        }
    }

    [Fact]
    public void Nobody_decides_what_they_entered_and_an_admin_neither_erases_nor_touches_a_protected_identity()
    {
        var desk = Received(Filed, RequestKind.Correction, RequestChannel.Desk, Given.CityAdmin);
        Assert.Equal("custody.own-request", Judge(desk, Filed, Given.CityAdmin).Refusal?.Code);
        Assert.Null(Judge(desk, Filed, Given.ProvinceAdmin).Refusal);
        Assert.Equal("privacy.custodian-only", Judge(Received(Filed, RequestKind.Erasure), Filed, Given.CityAdmin).Refusal?.Code);
        Assert.Equal(
            "privacy.custodian-only",
            Judge(Received(Protected, RequestKind.Correction), Protected, Given.CityAdmin).Refusal?.Code
        );
        Assert.Equal("privacy.unknown", Judge(desk, Filed, Given.KaurAdmin).Refusal?.Code);
        Assert.Equal("privacy.unknown", Judge(desk, Filed, Given.CityOfficer).Refusal?.Code);
    }

    [Fact]
    public void A_refusal_names_a_ground_of_law_that_is_true_and_a_reason()
    {
        var asked = Received(Filed, RequestKind.Erasure);
        Assert.Equal("privacy.ground-missing", Refuse(asked, null, Why));
        Assert.Equal("text.required", Refuse(asked, RefusalGround.OpenCase, null));
        Assert.Equal("identity.reason-too-short", Refuse(asked, RefusalGround.OpenCase, "Tidak."));
        Assert.Equal("privacy.ground-untrue", Refuse(asked, RefusalGround.Proceedings, Why));
        Assert.Null(Refuse(asked, RefusalGround.OpenCase, Why));
    }

    [Fact]
    public void At_a_desk_somebody_shows_who_they_are_and_who_told_no_name_cannot()
    {
        var bare = Receive(Filed, RequestKind.Erasure, RequestChannel.Desk, Given.CityDesk, proofs: []);
        Assert.Equal("code.nothing-checked", bare.Refusal?.Code);
        var nameless = Complaint.None.After(Given.Submit(IdentityLevel.Anonymous), Given.Reporter, Given.Filed);
        Assert.Equal(
            "privacy.anonymous-at-desk",
            Receive(nameless, RequestKind.Erasure, RequestChannel.Desk, Given.CityDesk).Refusal?.Code
        );
        Assert.Equal("complaint.unknown", Receive(Filed, RequestKind.Erasure, RequestChannel.Desk, Given.CityOfficer).Refusal?.Code);
        Assert.Equal("complaint.unknown", Receive(Filed, RequestKind.Erasure, RequestChannel.Tracking, Given.Stranger).Refusal?.Code);
    }

    [Fact]
    public void Rule_51_a_copy_is_handed_out_by_who_may_decide_and_only_once_it_was_granted()
    {
        var asked = Received(Filed, RequestKind.Access, RequestChannel.Desk, Given.CityDesk);
        Assert.Equal("privacy.no-copy", HandOut(asked, Filed, Given.Custodian).Refusal?.Code);
        var granted = Folded(asked, Judge(asked, Filed, Given.Custodian).Events);
        var handed = Folded(granted, HandOut(granted, Filed, Given.Custodian).Events);
        Assert.Equal(granted.Copies + 1, handed.Copies);
        Assert.Equal("privacy.unknown", HandOut(granted, Filed, Given.CityAdmin).Refusal?.Code);
        Assert.Equal("privacy.unknown", HandOut(granted, Filed, Given.KaurAdmin).Refusal?.Code);
        Assert.Equal("privacy.unknown", HandOut(PrivacyRequest.None, Filed, Given.Custodian).Refusal?.Code);
        var erased = Closed.After(Erase, Given.Custodian, Saturday);
        Assert.Equal("complaint.erased", HandOut(granted, erased, Given.Custodian).Refusal?.Code);
    }

    [Fact]
    public void Rule_53_what_was_asked_is_forgotten_with_the_case_once()
    {
        var asked = Received(Filed, RequestKind.Correction);
        var forgotten = Folded(asked, Forget(asked).Events);
        Assert.True(forgotten is { IsForgotten: true, IsPending: false });
        Assert.Equal("privacy.unknown", Forget(forgotten).Refusal?.Code);
        Assert.Equal("privacy.unknown", Forget(PrivacyRequest.None).Refusal?.Code);
    }

    [Theory]
    [InlineData(RefusalGround.OpenCase, false)]
    [InlineData(RefusalGround.Proceedings, true)]
    public void Grounds_that_are_facts_of_the_file_are_held_to_it(RefusalGround ground, bool held)
    {
        var asked = Received(Closed, RequestKind.Erasure);
        var file = held ? Closed.After(new ComplaintCommand.PlaceHold(Why), Given.CityAdmin, Saturday) : Filed;
        Assert.Null(Judge(asked, file, Given.Custodian, Outcome.Refused, ground, Why).Refusal);
        Assert.Equal("privacy.ground-untrue", Judge(asked, Closed, Given.Custodian, Outcome.Refused, ground, Why).Refusal?.Code);
        Assert.Null(Judge(asked, Closed, Given.Custodian, Outcome.Refused, RefusalGround.NotProven, Why).Refusal);
    }

    [Fact]
    public void What_may_not_be_asked_is_refused_with_its_reason()
    {
        Assert.Equal(
            "privacy.erasure-only",
            Receive(Filed, RequestKind.Restriction, RequestChannel.Retention, Given.CityAdmin).Refusal?.Code
        );
        Assert.Null(Receive(Closed, RequestKind.Erasure, RequestChannel.Retention, Given.CityAdmin).Refusal);
        Assert.Equal("complaint.unknown", Receive(Closed, RequestKind.Erasure, RequestChannel.Retention, Given.CityOfficer).Refusal?.Code);
        var bare = Complaint.None.After(Given.Submit(IdentityLevel.Anonymous, email: null), Given.Reporter, Given.Filed);
        Assert.Equal("privacy.nothing-to-correct", Receive(bare, RequestKind.Correction).Refusal?.Code);
        Assert.Equal("complaint.erased", Receive(Closed.After(Erase, Given.Custodian, Saturday), RequestKind.Access).Refusal?.Code);
        Assert.Equal("privacy.ask-of-letter", Receive(Filed with { Origin = Given.Divide.Into }, RequestKind.Access).Refusal?.Code);
        var kept = Filed with { IsClosedToKpu = true };
        Assert.Equal("complaint.unknown", Receive(kept, RequestKind.Access, RequestChannel.Desk, Given.CityDesk).Refusal?.Code);
        var again = new PrivacyCommand.Receive(Id, Filed, RequestKind.Erasure, RequestChannel.Tracking, HasPending: true, [], null, null);
        Assert.Equal("privacy.already-asked", Decided(PrivacyRequest.None, again, Given.Reporter).Refusal?.Code);
        Assert.Equal(
            "privacy.already-received",
            Decided(Received(Filed, RequestKind.Erasure), again with { HasPending = false }, Given.Reporter).Refusal?.Code
        );
        var empty = again with { Kind = RequestKind.Correction, HasPending = false, Correction = new Identity(null, null, null, null) };
        Assert.Equal("text.required", Decided(PrivacyRequest.None, empty, Given.Reporter).Refusal?.Code);
        Assert.Equal("text.required", Decided(PrivacyRequest.None, empty with { Correction = null }, Given.Reporter).Refusal?.Code);
        var nameless = empty with { Correction = new Identity(null, "Jalan Baru 2", null, null) };
        Assert.Equal("text.required", Decided(PrivacyRequest.None, nameless, Given.Reporter).Refusal?.Code);
    }

    private static Decision<PrivacyEvent> Decided(PrivacyRequest request, PrivacyCommand command, Actor actor) =>
        PrivacyRules.Decide(request, command, new PrivacyContext(actor, Saturday, Law.Bengkulu));

    private static Decision<PrivacyEvent> HandOut(PrivacyRequest request, Complaint complaint, Actor actor) =>
        Decided(request, new PrivacyCommand.HandOut(complaint), actor);

    private static Decision<PrivacyEvent> Forget(PrivacyRequest request) =>
        Decided(
            request,
            new PrivacyCommand.Forget(new PrivacyRequestId(Guid.Parse("0193a000-0000-7000-8000-0000000000e2"))),
            Given.Custodian
        );

    private static PrivacyRequest Folded(PrivacyRequest request, ImmutableArray<PrivacyEvent> events) =>
        events.Aggregate(request, (state, fact) => PrivacyRequest.Evolve(state, fact, Saturday));

    [Fact]
    public void A_decided_request_is_decided()
    {
        var asked = Received(Filed, RequestKind.Correction);
        var granted = Judge(asked, Filed, Given.Custodian)
            .Events.Aggregate(asked, (state, fact) => PrivacyRequest.Evolve(state, fact, Saturday));
        Assert.Equal("privacy.already-decided", Judge(granted, Filed, Given.Custodian).Refusal?.Code);
        Assert.Equal("privacy.unknown", Judge(PrivacyRequest.None, Filed, Given.Custodian).Refusal?.Code);
    }

    private static ComplaintCommand.Erase Erase => new(Id, ErasureReason.Request, null);

    private static ComplaintCommand.Erase ByAge(LocalDate? until) => new(Id, ErasureReason.Retention, until);

    private static string? Refused(Complaint complaint, ComplaintCommand command, Actor actor) =>
        complaint.Decide(command, actor, Saturday).Refusal?.Code;

    private static Complaint Verified(Complaint complaint) =>
        complaint.After(new ComplaintCommand.Verify(ComplaintClass.Complaint, "Pindah memilih ditolak"), Given.CityAdmin, Saturday);

    private static Decision<PrivacyEvent> Receive(
        Complaint complaint,
        RequestKind kind,
        RequestChannel channel = RequestChannel.Tracking,
        Actor? actor = null,
        ImmutableArray<IdentityProof>? proofs = null
    ) =>
        PrivacyRules.Decide(
            PrivacyRequest.None,
            new PrivacyCommand.Receive(
                Id,
                complaint,
                kind,
                channel,
                HasPending: false,
                proofs ?? [IdentityProof.IdentityCard],
                null,
                kind == RequestKind.Correction ? Right : null
            ),
            new PrivacyContext(actor ?? Given.Reporter, Saturday, Law.Bengkulu)
        );

    private static PrivacyRequest Received(
        Complaint complaint,
        RequestKind kind,
        RequestChannel channel = RequestChannel.Tracking,
        Actor? actor = null
    )
    {
        var received = Receive(complaint, kind, channel, actor);
        Assert.Null(received.Refusal);
        return received.Events.Aggregate(PrivacyRequest.None, (state, fact) => PrivacyRequest.Evolve(state, fact, Saturday));
    }

    private static Decision<PrivacyEvent> Judge(
        PrivacyRequest request,
        Complaint complaint,
        Actor actor,
        Outcome outcome = Outcome.Granted,
        RefusalGround? ground = null,
        string? reason = null
    ) =>
        PrivacyRules.Decide(
            request,
            new PrivacyCommand.Decide(complaint, outcome, ground, reason),
            new PrivacyContext(actor, Saturday, Law.Bengkulu)
        );

    private static string? Refuse(PrivacyRequest request, RefusalGround? ground, string? reason) =>
        Judge(request, Filed, Given.Custodian, Outcome.Refused, ground, reason).Refusal?.Code;
}
