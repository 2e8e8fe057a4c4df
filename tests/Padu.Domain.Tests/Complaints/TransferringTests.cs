using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Calendar;

namespace Padu.Domain.Tests.Complaints;

public sealed class TransferringTests
{
    private static readonly ComplaintCommand.ProposeTransfer ToBawaslu = Given.ProposeTransfer with
    {
        Addressee = Given.Bawaslu,
        NeedsIdentity = true,
    };

    [Fact(DisplayName = "Rule 41: to another body only once the complainant agreed")]
    public void With_consent_the_whole_goes_and_the_case_closes_as_handed_on()
    {
        var proposed = Given.At(Stage.Verified).After(ToBawaslu, Given.ProvinceAdmin, At(1));
        Assert.Equal("transfer.not-agreed", proposed.Decide(Given.SendTransfer, Given.ProvinceAdmin, At(2)).Refusal?.Code);

        var agreed = proposed.After(Given.AnswerTransfer, Given.Reporter, At(3));
        var sent = agreed.After(Given.SendTransfer, Given.ProvinceAdmin, At(4));

        Assert.Equal((Stage.Closed, ClosingReason.Referred), (sent.Stage, sent.ClosingReason));
        Assert.DoesNotContain(sent.Clocks, clock => clock.IsOpen);
    }

    [Fact]
    public void A_part_goes_and_the_rest_stays_with_all_its_clocks()
    {
        var before = Given.At(Stage.Assigned);
        var sent = before
            .After(ToBawaslu with { Extent = TransferExtent.Part }, Given.ProvinceAdmin, At(1))
            .After(Given.AnswerTransfer, Given.Reporter, At(2))
            .After(Given.SendTransfer, Given.ProvinceAdmin, At(3));
        Assert.Equal(before with { Version = sent.Version, LastActAt = At(3) }, sent with { Clocks = before.Clocks });
        Assert.Equal(before.Clocks, sent.Clocks);
    }

    [Fact]
    public void Declined_it_stays_and_may_be_proposed_to_another()
    {
        var declined = Given
            .At(Stage.Verified)
            .After(ToBawaslu, Given.ProvinceAdmin, At(1))
            .After(new ComplaintCommand.AnswerTransfer(false, "Saya takut."), Given.Reporter, At(2));
        Assert.Null(declined.Transfer);
        Assert.Equal("transfer.not-agreed", declined.Decide(Given.SendTransfer, Given.ProvinceAdmin, At(3)).Refusal?.Code);
        Assert.Null(declined.Decide(Given.ProposeTransfer, Given.ProvinceAdmin, At(3)).Refusal);
    }

    [Fact(DisplayName = "Rule 46: an anonymous case never goes to a body that needs a name")]
    public void An_anonymous_case_never_goes_to_a_body_that_needs_a_name()
    {
        var anonymous = Given.At(Stage.Verified, IdentityLevel.Anonymous);
        Assert.Equal("transfer.needs-name", anonymous.Decide(ToBawaslu, Given.ProvinceAdmin, At(1)).Refusal?.Code);
        Assert.Null(anonymous.Decide(Given.ProposeTransfer, Given.ProvinceAdmin, At(1)).Refusal);
    }

    [Theory(DisplayName = "Rule 41: without the name, and the address where it is demanded, nobody agrees and nothing is sent")]
    [InlineData(true, true, true, null)]
    [InlineData(false, true, false, null)]
    [InlineData(true, true, false, "transfer.address-missing")]
    [InlineData(true, false, true, "transfer.name-missing")]
    [InlineData(false, false, false, "transfer.name-missing")]
    public void What_the_body_demands_is_asked_at_the_consent_and_at_the_sending(
        bool addressDemanded,
        bool hasName,
        bool hasAddress,
        string? code
    )
    {
        var told = new Particulars(addressDemanded, hasName, hasAddress);
        var proposed = Given.At(Stage.Verified).After(ToBawaslu, Given.ProvinceAdmin, At(1));
        Assert.Equal(code, proposed.Decide(Given.AnswerTransfer with { Told = told }, Given.Reporter, At(2)).Refusal?.Code);
        Assert.Equal(code, proposed.Decide(Given.RecordConsent with { Told = told }, Given.CityAdmin, At(2)).Refusal?.Code);
        var agreed = proposed.After(Given.AnswerTransfer, Given.Reporter, At(2));
        Assert.Equal(code, agreed.Decide(Given.SendTransfer with { Told = told }, Given.ProvinceAdmin, At(3)).Refusal?.Code);
        // To say no nobody has to tell anything.
        Assert.Null(proposed.Decide(new ComplaintCommand.AnswerTransfer(false, null) { Told = told }, Given.Reporter, At(2)).Refusal);
    }

    [Fact(
        DisplayName = "Rule 41: where nobody looked at what was told, nothing goes; a body that takes reports without a name asks nothing"
    )]
    public void Nothing_known_is_nothing_told()
    {
        var unseen = new ComplaintCommand.AnswerTransfer(true, null);
        var demanding = Given.At(Stage.Verified).After(ToBawaslu, Given.ProvinceAdmin, At(1));
        Assert.Equal("transfer.name-missing", demanding.Decide(unseen, Given.Reporter, At(2)).Refusal?.Code);
        var open = Given.At(Stage.Verified).After(Given.ProposeTransfer, Given.ProvinceAdmin, At(1)).After(unseen, Given.Reporter, At(2));
        Assert.Equal(
            Stage.Closed,
            open.After(new ComplaintCommand.SendTransfer(new LocalDate(2026, 11, 13), "1"), Given.ProvinceAdmin, At(3)).Stage
        );
    }

    [Fact(DisplayName = "Rule 41: an address told with the consent belongs to the identity, and the consent follows it")]
    public void An_address_told_with_the_consent()
    {
        var proposed = Given.At(Stage.Verified, IdentityLevel.Protected).After(ToBawaslu, Given.ProvinceAdmin, At(1));
        var whole = new Identity("Ibu Contoh", "Jalan Contoh 1", null, "ibu@contoh.example");
        var answer = Given.AnswerTransfer with { Address = "Jalan Contoh 1", Completed = whole };
        var decided = proposed.Decide(answer, Given.Reporter, At(2));
        Assert.Equal(
            [typeof(ComplaintEvent.LevelChanged), typeof(ComplaintEvent.Identified), typeof(ComplaintEvent.TransferAgreed)],
            decided.Events.Select(fact => fact.GetType())
        );
        var agreed = proposed.After(answer, Given.Reporter, At(2));
        Assert.Equal((IdentityLevel.Protected, true, agreed.Version - 1), (agreed.Level, agreed.HasEmail, agreed.IdentityVersion));
        Assert.Equal(
            ("text.too-long", "Address"),
            proposed.Decide(answer with { Address = new string('x', 501) }, Given.Reporter, At(2)).Refusal is { } no
                ? (no.Code, no.Field)
                : default
        );
        Assert.Equal(
            "complaint.unknown",
            proposed.Decide(answer with { Address = new string('x', 501) }, Given.Stranger, At(2)).Refusal?.Code
        );
    }

    [Theory(DisplayName = "Rule 46: whoever takes the name back takes back that it may go to a body that demands one")]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Becoming_anonymous_takes_the_consent_back(bool needsIdentity, bool stays)
    {
        var agreed = Given
            .At(Stage.Verified, email: null)
            .After(ToBawaslu with { NeedsIdentity = needsIdentity }, Given.ProvinceAdmin, At(1));
        var anonymous = new ComplaintCommand.ChangeLevel(IdentityLevel.Anonymous, null, null);
        var after = agreed.After(anonymous, Given.Reporter, At(3));
        Assert.Equal(stays, after.Transfer is not null);
        Assert.Equal(stays, after.ClockOf(ClockKind.Notification)!.IsOpen);
        var decline = agreed.Decide(anonymous, Given.Reporter, At(3)).Events.OfType<ComplaintEvent.TransferDeclined>();
        Assert.Equal(stays ? [] : [ConsentBasis.Page], decline.Select(fact => fact.Basis));
        var byCustodian = agreed.Decide(anonymous with { Reason = "Pelapor meminta lewat surat." }, Given.Custodian, At(3));
        Assert.Equal(
            stays ? [] : [ConsentBasis.Desk],
            byCustodian.Events.OfType<ComplaintEvent.TransferDeclined>().Select(fact => fact.Basis)
        );
        // Open to protected takes nothing back.
        var hidden = agreed.After(new ComplaintCommand.ChangeLevel(IdentityLevel.Protected, null, null), Given.Reporter, At(3));
        Assert.NotNull(hidden.Transfer);
    }

    [Fact]
    public void Only_the_province_writes_to_another_body()
    {
        Assert.Equal("access.not-yours", Given.At(Stage.Verified).Decide(ToBawaslu, Given.CityAdmin, At(1)).Refusal?.Code);
        Assert.Equal(
            "transfer.no-such-addressee",
            Given.At(Stage.Verified).Decide(ToBawaslu with { Addressee = Given.Kaur }, Given.ProvinceAdmin, At(1)).Refusal?.Code
        );
    }

    [Fact]
    public void Who_left_no_email_must_be_told_of_the_proposal_and_says_yes_by_telephone()
    {
        var proposed = Given.At(Stage.Verified, email: null).After(ToBawaslu, Given.ProvinceAdmin, At(1));
        Assert.True(proposed.MustBeContacted);
        Assert.True(proposed.ClockOf(ClockKind.Notification)?.IsOpen);

        var heard = proposed.After(Given.RecordConsent, Given.CityAdmin, At(2));
        Assert.False(heard.MustBeContacted);
        Assert.Equal(ClockStatus.Met, heard.ClockOf(ClockKind.Notification)?.Status);
        Assert.True(heard.Transfer?.IsAgreed);
    }

    // Known on Monday 9 November 2026: seven working days end on Wednesday the 18th, seven days on Monday the 16th.
    [Theory(DisplayName = "Rule 40: Bawaslu's own period is told as the election's law counts it; unknown, the shorter one")]
    [InlineData(ElectionKind.General, "2026-11-18")]
    [InlineData(ElectionKind.Regional, "2026-11-16")]
    [InlineData(null, "2026-11-16")]
    public void Filing_here_stops_no_period_of_Bawaslu_and_its_days_are_told(ElectionKind? kind, string due)
    {
        var election = StageTests.Of(new ElectionCode("uji"), new LocalDate(2026, 12, 1), false, 1, "17") with { Kind = kind ?? default };
        var legal = Law.Bengkulu with { Elections = new ElectionSchedule(kind is null ? [] : [election]) };
        var concern = new StageRef(election.Code, election.Stages[0].Code);
        var known = new LocalDate(2026, 11, 9);
        Assert.Equal(TestLaw.Date(due), Transferring.Period(Given.Bawaslu.Code, known, concern, legal)?.DueDate);
        Assert.Equal(TestLaw.Date("2026-11-16"), Transferring.Period(Given.Bawaslu.Code, known, null, legal)?.DueDate);
        Assert.Null(Transferring.Period(Given.Bawaslu.Code, null, concern, legal));
        Assert.Null(Transferring.Period(Given.Dukcapil.Code, known, concern, legal));
    }

    /// <summary>Told is the period of the law of that election, also should the other law's ever be the shorter one.</summary>
    [Theory(DisplayName = "Rule 40: once the election is known, its own law counts and no other")]
    [InlineData(ElectionKind.General, 3, 30, "2026-12-09")]
    [InlineData(ElectionKind.Regional, 30, 3, "2026-12-09")]
    public void A_known_election_is_told_its_own_period(ElectionKind kind, int regional, int general, string due)
    {
        var election = StageTests.Of(new ElectionCode("uji"), new LocalDate(2026, 12, 1), false, 1, "17") with { Kind = kind };
        var rules = Law.Bengkulu.Rules.Rows.Select(row =>
            row.Code == ComplaintClocks.ReportToBawaslu ? row with { Amount = general, Unit = CountingUnit.CalendarDay }
            : row.Code == ComplaintClocks.ReportToBawasluRegional ? row with { Amount = regional }
            : row
        );
        var legal = Law.Bengkulu with { Rules = new DeadlineRules("uji", [.. rules]), Elections = new ElectionSchedule([election]) };
        var period = Transferring.Period(
            Given.Bawaslu.Code,
            new LocalDate(2026, 11, 9),
            new StageRef(election.Code, election.Stages[0].Code),
            legal
        );
        Assert.Equal(TestLaw.Date(due), period?.DueDate);
    }

    [Fact(DisplayName = "Rule 40: seven days that end on a Sunday end on that Sunday")]
    public void Another_bodys_period_is_never_prolonged() =>
        Assert.Equal(
            new LocalDate(2026, 11, 15),
            Transferring.Period(Given.Bawaslu.Code, new LocalDate(2026, 11, 8), null, Law.Bengkulu)?.DueDate
        );

    private static Instant At(int hours) => Given.Filed + Duration.FromHours(48 + hours);
}
