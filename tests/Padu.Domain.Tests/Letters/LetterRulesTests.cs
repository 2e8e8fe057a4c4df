using CsCheck;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Letters;

/// <summary>Which letter is possible when and by whom, how it is approved, and what holds of every history.</summary>
public sealed class LetterRulesTests
{
    private static readonly LocalDate Today = new(2026, 11, 12);
    private static readonly Actor.Staff Chair = Given.Staff(Role.Head, Given.City);
    private static readonly LetterSignature Signature = new("Nama Rekaan", "Ketua, KPU Kota", "Bengkulu");
    private static readonly LetterCommand.Redraft Redraft = new("Perihal", "Isi baru.");
    private static readonly LetterCommand.Return Return = new("Kurang jelas.");
    private static readonly LetterCommand.Issue Issue = new("Perihal", "Isi.", Signature);
    private static readonly LetterCommand.Revoke Revoke = new("Keliru.");

    /// <summary>What each stage of a case lets the city's admin begin; the onward letter is the province's.</summary>
    [Theory]
    [InlineData(Stage.Received, "tanda_terima")]
    [InlineData(Stage.AwaitingCompletion, "tanda_terima permintaan_kelengkapan")]
    [InlineData(Stage.Verified, "tanda_terima")]
    [InlineData(Stage.Assigned, "tanda_terima lembar_disposisi")]
    [InlineData(Stage.Asked, "tanda_terima lembar_disposisi")]
    [InlineData(Stage.Answered, "tanda_terima lembar_disposisi jawaban")]
    [InlineData(Stage.Closed, "tanda_terima lembar_disposisi jawaban surat_penutupan")]
    [InlineData(Stage.Archived, "")]
    public void A_stage_has_its_letters(Stage stage, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', LetterRules.Begins(Given.At(stage), Given.CityAdmin).Select(kind => kind.Code())));

    [Fact]
    public void Whoever_may_do_the_act_may_write_its_letter_and_nobody_else()
    {
        var answered = Given.At(Stage.Answered);
        var writers = Given
            .Everybody.Where(person => LetterRules.Begins(answered, person.Value).Contains(LetterKind.Answer))
            .Select(person => person.Key);
        Assert.Equal(["admin kota", "penghubung kota/teknis"], writers);
        Assert.Equal("access.not-yours", Begin(answered, LetterKind.Answer, Given.ProvinceAdmin).Refusal!.Code);
        Assert.Equal("complaint.unknown", Begin(answered, LetterKind.Answer, Given.KaurAdmin).Refusal!.Code);
        Assert.Equal("complaint.unknown", Begin(answered, LetterKind.Receipt, new Actor.Public()).Refusal!.Code);
    }

    [Fact]
    public void An_onward_letter_needs_the_consent_that_is_recorded()
    {
        var bawaslu = new Office(new("bawaslu-17"), "Bawaslu", Institution.Other, OfficeLevel.Province, null, new("17"));
        var proposed = Given
            .At(Stage.Verified)
            .After(
                new ComplaintCommand.ProposeTransfer(bawaslu, TransferExtent.Whole, false, null, "Bukan kewenangan kami."),
                Given.ProvinceAdmin,
                Given.Filed + Duration.FromHours(30)
            );
        Assert.Equal("letter.no-consent", Begin(proposed, LetterKind.Onward, Given.ProvinceAdmin).Refusal!.Code);
        var agreed = proposed.After(new ComplaintCommand.AnswerTransfer(true, null), Given.Reporter, Given.Filed + Duration.FromHours(31));
        var letter = After(Letter.None, Draft(LetterKind.Onward), agreed, Given.ProvinceAdmin);
        Assert.Equal(bawaslu.Code, letter.Addressee);
        Assert.Equal(Given.Province.Code, letter.Office);
    }

    [Fact]
    public void A_decision_letter_tells_a_refusal_and_a_closing_letter_every_closing()
    {
        var closed = Given.At(Stage.Closed);
        Assert.Equal("letter.no-decision", Begin(closed, LetterKind.Decision, Given.CityAdmin).Refusal!.Code);
        var refused = closed with { ClosingReason = ClosingReason.NotCompetent };
        Assert.Equal(ClosingReason.NotCompetent, After(Letter.None, Draft(LetterKind.Decision), refused, Given.CityAdmin).Reason);
    }

    [Fact]
    public void Where_the_head_signs_nobody_else_does_and_never_an_own_draft()
    {
        var complaint = Given.At(Stage.Received);
        var proposed = After(
            After(Letter.None, Draft(LetterKind.Receipt), complaint, Given.CityAdmin),
            new LetterCommand.Propose(),
            complaint,
            Given.CityAdmin
        );
        Assert.Equal("letter.head-signs", Decide(proposed, new LetterCommand.Approve(), complaint, Given.CityAdmin, true).Refusal!.Code);
        Assert.False(Decide(proposed, new LetterCommand.Approve(), complaint, Chair, true).IsRefused);
        // The office that does not ask for it lets its admin.
        Assert.False(Decide(proposed, new LetterCommand.Approve(), complaint, Given.CityAdmin, false).IsRefused);
        var own = proposed with { Authors = [Chair.Account] };
        Assert.Equal("letter.own-draft", Decide(own, new LetterCommand.Approve(), complaint, Chair, true).Refusal!.Code);
    }

    [Fact]
    public void A_letter_that_the_case_has_overtaken_is_not_issued()
    {
        var answered = Given.At(Stage.Answered);
        var letter = After(Letter.None, Draft(LetterKind.Answer), answered, Given.CityAdmin);
        letter = After(letter, new LetterCommand.Propose(), answered, Given.CityAdmin);
        letter = After(letter, new LetterCommand.Approve(), answered, Chair);
        var replied = answered.After(Given.Reply, Given.Reporter, Given.Filed + Duration.FromHours(60));
        Assert.Equal("letter.not-answered", Decide(letter, Issue, replied, Given.CityAdmin).Refusal!.Code);
        var assigned = Given.At(Stage.Assigned);
        var sheet = After(Letter.None, Draft(LetterKind.Disposition), assigned, Given.CityAdmin);
        Assert.Equal("letter.needs-no-approval", Decide(sheet, new LetterCommand.Propose(), assigned, Given.CityAdmin).Refusal!.Code);
        Assert.Equal("letter.case-moved", Decide(sheet, Issue, assigned with { Unit = Given.Data }, Given.CityAdmin).Refusal!.Code);
    }

    [Fact]
    public void A_disposition_names_the_office_it_was_given_to_and_is_not_issued_once_another_has_the_case()
    {
        var atKaur = Given.At(Stage.Assigned) with { Handler = Given.Kaur.Code };
        var sheet = After(Letter.None, Draft(LetterKind.Disposition), atKaur, Given.ProvinceAdmin);
        Assert.Equal((Given.Kaur.Code, Given.Technical), (sheet.Addressee, sheet.Unit));
        Assert.Null(Decide(sheet, Issue, atKaur, Given.ProvinceAdmin).Refusal);
        // The city's unit has the same name.
        Assert.Equal("letter.case-moved", Decide(sheet, Issue, Given.At(Stage.Assigned), Given.ProvinceAdmin).Refusal?.Code);
    }

    [Fact]
    public void Only_the_signatory_and_the_head_revoke_and_only_what_is_out()
    {
        var complaint = Given.At(Stage.Received);
        var letter = After(Letter.None, Draft(LetterKind.Receipt), complaint, Given.CityAdmin);
        Assert.Equal("letter.not-issued", Decide(letter, Revoke, complaint, Chair).Refusal!.Code);
        letter = After(letter, new LetterCommand.Propose(), complaint, Given.CityAdmin);
        letter = After(letter, new LetterCommand.Approve(), complaint, Chair);
        letter = After(letter, Issue, complaint, Given.CityAdmin);
        Assert.Equal("access.not-yours", Decide(letter, Revoke, complaint, Given.CityAdmin).Refusal!.Code);
        Assert.Equal("text.required", Decide(letter, new LetterCommand.Revoke(" "), complaint, Chair).Refusal!.Code);
        letter = After(letter, Revoke, complaint, Chair);
        Assert.Equal((LetterState.Revoked, Today), (letter.State, letter.RevokedOn));
        Assert.Equal("letter.already-revoked", Decide(letter, Revoke, complaint, Chair).Refusal!.Code);
    }

    [Fact]
    public void A_letter_with_a_placeholder_left_is_refused_with_its_line()
    {
        var draft = Draft(LetterKind.Receipt) with { Body = "Baik.\nHalo {{siapa}}." };
        var refusal = Decide(Letter.None, draft, Given.At(Stage.Received), Given.CityAdmin).Refusal!;
        Assert.Equal(("letter.placeholder-left", "Body"), (refusal.Code, refusal.Field));
        Assert.Equal([2, "siapa"], refusal.Parameters);
    }

    private static readonly LetterCommand[] Commands =
    [
        Redraft,
        new LetterCommand.Propose(),
        new LetterCommand.Approve(),
        Return,
        Issue,
        Revoke,
        new LetterCommand.Discard(),
    ];

    private static readonly Actor[] People =
    [
        Given.CityAdmin,
        Given.CityOfficer,
        Chair,
        Given.ProvinceAdmin,
        Given.KaurAdmin,
        Given.Reporter,
    ];

    [Fact]
    public void Whatever_happens_what_goes_out_was_signed_by_another_and_is_never_changed_and_offers_are_kept() =>
        Gen.Select(Gen.Int[0, Commands.Length - 1], Gen.Int[0, People.Length - 1])
            .Array[0, 14]
            .Sample(
                steps =>
                {
                    var complaint = Given.At(Stage.Answered);
                    var letter = After(Letter.None, Draft(LetterKind.Answer), complaint, Given.CityOfficer);
                    foreach (var (command, person) in steps)
                    {
                        var (asked, actor) = (Commands[command], People[person]);
                        var offers = LetterRules.Offers(letter, Context(complaint, actor, true));
                        var decision = Decide(letter, asked, complaint, actor, true);
                        Assert.Equal(offers.Contains(ActOf(asked)), !decision.IsRefused);
                        if (asked is LetterCommand.Approve && !decision.IsRefused)
                        {
                            Assert.Equal(Role.Head, ((Actor.Staff)actor).Role);
                            Assert.DoesNotContain(((Actor.Staff)actor).Account, letter.Authors);
                        }

                        var before = letter;
                        letter = Fold(letter, decision.Events);
                        Assert.True(!before.IsOut || (letter.Hash == before.Hash && letter.IssuedOn == before.IssuedOn && letter.IsOut));
                        Assert.True(!letter.IsOut || letter.Signatory == Chair.Post);
                        Assert.True(before.State != LetterState.Discarded || decision.IsRefused);
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void Every_code_of_a_placeholder_and_kind_is_its_own_and_every_kind_has_its_placeholders()
    {
        Assert.All(Enum.GetValues<LetterKind>(), kind => Assert.True(LetterTemplateText.Of(kind).Length > 6));
        Assert.Empty(
            Enum.GetValues<LetterPlaceholder>().Except(Enum.GetValues<LetterKind>().SelectMany(kind => LetterTemplateText.Of(kind)))
        );
    }

    [Theory]
    [InlineData("# Perihal\n\nIsi {{isi_jawaban}}.", null)]
    [InlineData("Perihal\n\nIsi.", "template.no-subject")]
    [InlineData("# Perihal\n\n", "template.no-body")]
    [InlineData("# Perihal\n\nIsi {{nama_pelapor}}.", "template.unknown-placeholder")]
    [InlineData("# Perihal\n\nIsi {{kekurangan}}.", "template.placeholder-elsewhere")]
    [InlineData("# Perihal\n\nIsi {{isi_jawaban.", "template.braces")]
    [InlineData("", "text.required")]
    public void A_template_is_kept_only_when_it_can_be_filled(string text, string? code) =>
        Assert.Equal(code, LetterTemplateText.Check(LetterKind.Answer, text)?.Code);

    /// <summary>Words of the record may look like a placeholder; they are neither filled nor taken for one that was left open.</summary>
    [Fact]
    public void What_is_filled_in_is_never_filled_again() =>
        Gen.String.Sample(
            words =>
            {
                var (_, body) = LetterTemplateText.Fill(
                    "# Perihal\n\nA {{isi_jawaban}} B {{nomor_pengaduan}}",
                    new Dictionary<LetterPlaceholder, string>
                    {
                        [LetterPlaceholder.Answer] = words + "{{nomor_pengaduan}}",
                        [LetterPlaceholder.Number] = "N",
                    }
                );
                Assert.EndsWith("B N", body, StringComparison.Ordinal);
                Assert.DoesNotContain("{{nomor_pengaduan}}", body, StringComparison.Ordinal);
            },
            iter: 500
        );

    [Fact]
    public void What_a_case_does_not_know_is_a_dash_and_no_line_is_only_that()
    {
        var (_, body) = LetterTemplateText.Fill(
            "# Perihal\n\nNomor {{nomor_pengaduan}}\n\n {{isi_jawaban}} \n\nSampai {{batas_tanggapan}}.",
            new Dictionary<LetterPlaceholder, string> { [LetterPlaceholder.Number] = "N" }
        );
        Assert.Equal("Nomor N\n\nSampai –.", body);
    }

    private static LetterAct ActOf(LetterCommand command) =>
        command switch
        {
            LetterCommand.Redraft => LetterAct.Edit,
            LetterCommand.Propose => LetterAct.Propose,
            LetterCommand.Approve or LetterCommand.Return => LetterAct.Approve,
            LetterCommand.Issue => LetterAct.Issue,
            LetterCommand.Revoke => LetterAct.Revoke,
            LetterCommand.Discard => LetterAct.Discard,
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    private static LetterCommand.Draft Draft(LetterKind kind) =>
        new(
            new LetterId(Guid.Parse("0193a000-0000-7000-8000-0000000000e1")),
            kind,
            Language.Indonesian,
            new TextHash(new string('a', 64)),
            "Perihal",
            "Isi."
        );

    private static Decision<LetterEvent> Begin(Complaint complaint, LetterKind kind, Actor actor) =>
        Decide(Letter.None, Draft(kind), complaint, actor);

    private static LetterContext Context(Complaint complaint, Actor actor, bool needsApproval) =>
        new(actor, Given.Filed, Today, complaint, needsApproval);

    private static Decision<LetterEvent> Decide(
        Letter letter,
        LetterCommand command,
        Complaint complaint,
        Actor actor,
        bool needsApproval = false
    ) => LetterRules.Decide(letter, command, Context(complaint, actor, needsApproval));

    private static Letter After(Letter letter, LetterCommand command, Complaint complaint, Actor actor)
    {
        var decision = Decide(letter, command, complaint, actor);
        Assert.Null(decision.Refusal);
        return Fold(letter, decision.Events);
    }

    private static Letter Fold(Letter letter, IEnumerable<LetterEvent> events) =>
        events.Aggregate(letter, (state, fact) => Letter.Evolve(state, fact, Given.Filed));
}
