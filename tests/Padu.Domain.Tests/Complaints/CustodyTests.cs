using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>Who learns who the complainant is: asked, judged by another, for a limited time; and what a lost code and a changed level need.</summary>
public sealed class CustodyTests
{
    private const string Why = "Surat panggilan harus dikirim ke rumah pelapor.";
    private static readonly Instant Thursday = Given.Filed + Duration.FromHours(30);
    private static readonly ComplaintCommand.RequestUnmasking Ask = new(Given.Request, Why);
    private static readonly ComplaintCommand.RevealIdentity Read = new(Why);
    private static readonly ComplaintCommand.JudgeRequest Allow = new(
        Given.Request,
        Ruling.Allowed,
        "Surat tidak dapat dikirim tanpa nama."
    );
    private static readonly ComplaintCommand.JudgeRequest Refuse = new(
        Given.Request,
        Ruling.Refused,
        "Pelapor dapat dihubungi lewat kodenya."
    );
    private static readonly ComplaintCommand.ReportCodeLoss Lost = new(
        Given.Request,
        [IdentityProof.IdentityCard],
        true,
        "Datang sendiri."
    );
    private static readonly ComplaintCommand.ReissueCode Reissue = new(Given.Request, new CodeVerifier(new string('c', 64)));

    [Fact(DisplayName = "Rule 05: a protected identity opens by the custodian, with a reason, for a time")]
    public void An_admin_reads_a_protected_identity_only_between_the_custodians_yes_and_its_end()
    {
        var asked = Protected.After(Ask, Given.CityAdmin, Thursday);
        Assert.Equal("unmask.not-allowed", Code(asked, Read, Given.CityAdmin, Thursday));

        var allowed = asked.After(Allow, Given.Custodian, Thursday);
        var until = Thursday + Duration.FromHours(24);
        Assert.Null(Code(allowed, Read, Given.CityAdmin, until - Duration.FromSeconds(1)));
        Assert.Equal("unmask.not-allowed", Code(allowed, Read, Given.CityAdmin, until));
    }

    [Fact]
    public void A_refusal_opens_nothing_and_leaves_the_way_to_ask_again()
    {
        var refused = Protected.After(Ask, Given.CityAdmin, Thursday).After(Refuse, Given.Custodian, Thursday);
        Assert.Equal("unmask.not-allowed", Code(refused, Read, Given.CityAdmin, Thursday));
        Assert.Null(Code(refused, Ask with { Id = Another }, Given.CityAdmin, Thursday));
    }

    [Fact]
    public void An_allowance_is_the_askers_alone()
    {
        var allowed = Protected.After(Ask, Given.CityAdmin, Thursday).After(Allow, Given.Custodian, Thursday);
        var successor = Given.CityAdmin with { Account = Guid.CreateVersion7() };
        Assert.Equal("unmask.not-allowed", Code(allowed, Read, successor, Thursday));
        Assert.Equal("access.not-yours", Code(allowed, Read, Given.CityOfficer, Thursday));
    }

    [Fact]
    public void One_question_at_a_time_and_none_while_the_answer_holds()
    {
        var asked = Protected.After(Ask, Given.CityAdmin, Thursday);
        Assert.Equal("unmask.already-asked", Code(asked, Ask with { Id = Another }, Given.CityAdmin, Thursday));
        var allowed = asked.After(Allow, Given.Custodian, Thursday);
        Assert.Equal("unmask.already-asked", Code(allowed, Ask with { Id = Another }, Given.CityAdmin, Thursday));
        Assert.Null(Code(allowed, Ask with { Id = Another }, Given.CityAdmin, Thursday + Duration.FromHours(25)));
    }

    [Fact]
    public void Nobody_judges_what_they_asked_and_no_admin_judges_an_unmasking()
    {
        var asked = Protected.After(Ask, Given.CityAdmin, Thursday);
        Assert.Equal("custody.custodian-only", Code(asked, Allow, Given.ProvinceAdmin, Thursday));
        var both = Given.Custodian with { Account = Given.CityAdmin.Account };
        Assert.Equal("custody.own-request", Code(asked, Allow, both, Thursday));
    }

    [Fact]
    public void A_request_is_due_after_one_working_day_and_is_judged_once()
    {
        var asked = Protected.After(Ask, Given.CityAdmin, Thursday);
        // Friday 13 November 2026 ends at the local midnight after it; the day of asking is day zero.
        Assert.Equal(Law.Bengkulu.DayOf(Thursday).PlusDays(3), Law.Bengkulu.DayOf(asked.Requests[0].DueAt - Duration.FromSeconds(1)));
        Assert.Equal("custody.not-pending", Code(asked.After(Refuse, Given.Custodian, Thursday), Allow, Given.Custodian, Thursday));
    }

    [Fact]
    public void A_question_about_a_level_that_is_gone_is_moot()
    {
        var open = Protected
            .After(Ask, Given.CityAdmin, Thursday)
            .After(new ComplaintCommand.ChangeLevel(IdentityLevel.Open, null, null), Given.Reporter, Thursday);
        Assert.Equal("custody.not-pending", Code(open, Allow, Given.Custodian, Thursday));
    }

    [Fact]
    public void An_open_case_gets_its_new_code_by_a_second_officer_and_the_old_one_dies()
    {
        var asked = Given.At(Stage.Assigned).After(Lost, Given.CityDesk, Thursday);
        Assert.Equal("code.not-allowed", Code(asked, Reissue, Given.CityDesk, Thursday));
        var admin = Given.CityAdmin with { Account = Guid.CreateVersion7() };
        var allowed = asked.After(Allow, admin, Thursday);
        var issued = allowed.After(Reissue, Given.CityDesk, Thursday + Duration.FromHours(2));
        Assert.Equal(Reissue.Verifier, issued.Verifier);
        Assert.Equal("code.not-allowed", Code(issued, Reissue, Given.CityDesk, Thursday + Duration.FromHours(2)));
    }

    [Fact]
    public void A_protected_cases_new_code_is_the_custodians_to_allow()
    {
        var asked = Protected.After(Lost, Given.CityDesk, Thursday);
        Assert.Equal("custody.custodian-only", Code(asked, Allow, Given.CityAdmin with { Account = Guid.CreateVersion7() }, Thursday));
        Assert.Null(Code(asked, Allow, Given.Custodian, Thursday));
    }

    [Theory]
    [InlineData("NIK 1771 0101 0190 0001", "code.number-in-note")]
    [InlineData("KTP 1771-0101", "code.number-in-note")]
    [InlineData("Lahir 1990, datang pukul 10.15.", null)]
    public void The_number_of_a_document_is_never_written_down(string note, string? refusal) =>
        Assert.Equal(refusal, Code(Given.At(Stage.Assigned), Lost with { Note = note }, Given.CityDesk, Thursday));

    [Fact]
    public void Who_told_no_name_gets_no_new_code() =>
        Assert.Equal("code.anonymous", Code(Given.At(Stage.Assigned, IdentityLevel.Anonymous), Lost, Given.CityDesk, Thursday));

    public static TheoryData<IdentityLevel, IdentityLevel, bool, string?> Changes() =>
        new()
        {
            { IdentityLevel.Open, IdentityLevel.Protected, false, null },
            { IdentityLevel.Protected, IdentityLevel.Open, false, null },
            { IdentityLevel.Open, IdentityLevel.Anonymous, false, null },
            { IdentityLevel.Protected, IdentityLevel.Anonymous, false, null },
            { IdentityLevel.Protected, IdentityLevel.Anonymous, true, "level.forgets-first" },
            { IdentityLevel.Anonymous, IdentityLevel.Open, false, "text.required" },
            { IdentityLevel.Anonymous, IdentityLevel.Protected, true, null },
            { IdentityLevel.Open, IdentityLevel.Open, false, "level.nothing-changes" },
            { IdentityLevel.Open, IdentityLevel.Open, true, null },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_complainant_changes_the_level_at_any_stage(IdentityLevel from, IdentityLevel to, bool tells, string? refusal)
    {
        var change = new ComplaintCommand.ChangeLevel(to, tells ? new Identity("Ibu Baru", null, null, null) : null, null);
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.Archived))
        {
            var decision = Given.At(stage, from).Decide(change, Given.Reporter, Given.Filed + Duration.FromHours(72));
            Assert.Equal(refusal, decision.Refusal?.Code);
            Assert.Equal(refusal is null ? to : from, Given.Fold(Given.At(stage, from), decision.Events, Thursday).Level);
        }
    }

    [Fact]
    public void Becoming_anonymous_leaves_no_identity_and_no_address_behind()
    {
        var anonymous = Protected.After(new ComplaintCommand.ChangeLevel(IdentityLevel.Anonymous, null, null), Given.Reporter, Thursday);
        Assert.Equal(0, anonymous.IdentityVersion);
        Assert.False(anonymous.HasEmail);
    }

    [Theory]
    [InlineData(IdentityLevel.Open, IdentityLevel.Protected, null)]
    [InlineData(IdentityLevel.Protected, IdentityLevel.Anonymous, null)]
    [InlineData(IdentityLevel.Protected, IdentityLevel.Open, "level.own-hand-only")]
    [InlineData(IdentityLevel.Anonymous, IdentityLevel.Protected, "level.own-hand-only")]
    public void A_custodian_hides_more_and_never_less(IdentityLevel from, IdentityLevel to, string? refusal) =>
        Assert.Equal(
            refusal,
            Code(
                Given.At(Stage.Assigned, from),
                new ComplaintCommand.ChangeLevel(to, null, "Diminta lewat surat."),
                Given.Custodian,
                Thursday
            )
        );

    [Fact]
    public void Nobody_else_changes_a_level() =>
        Assert.All(
            Given.Everybody.Where(one => one.Key is not ("pelapor" or "kustodian")),
            one =>
                Assert.NotNull(Code(Protected, new ComplaintCommand.ChangeLevel(IdentityLevel.Anonymous, null, Why), one.Value, Thursday))
        );

    private static CustodyRequestId Another => new(Guid.Parse("0193a000-0000-7000-8000-0000000000ee"));

    private static Complaint Protected => Given.At(Stage.Assigned, IdentityLevel.Protected);

    private static string? Code(Complaint complaint, ComplaintCommand command, Actor actor, Instant at) =>
        complaint.Decide(command, actor, at).Refusal?.Code;
}
