using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

/// <summary>Mediation where a side asks for it, and never across a table from somebody one fears.</summary>
public sealed class SettlingTests
{
    private static readonly ExaminationCommand.AskSettlement Ask = new(Apart: false);

    [Theory(DisplayName = "Rule 11: the complainant asks the Ombudsman to mediate until it has decided")]
    [InlineData(ExaminationStage.Received, null)]
    [InlineData(ExaminationStage.AwaitingCompletion, null)]
    [InlineData(ExaminationStage.Verified, null)]
    [InlineData(ExaminationStage.Registered, null)]
    [InlineData(ExaminationStage.UnderExamination, null)]
    [InlineData(ExaminationStage.Declined, "settlement.too-late")]
    [InlineData(ExaminationStage.Concluded, "settlement.too-late")]
    [InlineData(ExaminationStage.Closed, "examination.closed")]
    public void It_is_asked_while_it_is_open(ExaminationStage stage, string? code) =>
        Assert.Equal(code, GivenReport.At(stage).Decide(Ask, Given.Reporter, GivenReport.Hours(72)).Refusal?.Code);

    [Fact(DisplayName = "Rule 11: once, and only by the complainant of the case")]
    public void It_is_the_complainants_and_asked_once()
    {
        var asked = GivenReport.At(ExaminationStage.Received).After(Ask, Given.Reporter, GivenReport.Hours(1));
        Assert.Equal("settlement.already-asked", Code(asked, Ask, Given.Reporter));
        Assert.Equal("complaint.unknown", Code(GivenReport.At(ExaminationStage.Received), Ask, Given.Stranger));
        Assert.Equal("access.not-yours", Code(GivenReport.At(ExaminationStage.Received), Ask, Given.Assistant));
    }

    [Fact(DisplayName = "Rule 11: an office asks for it with its referral, as the other side")]
    public void An_office_asks_with_its_referral()
    {
        var complaint = Given.At(Stage.Assigned);
        var left = complaint.Decide(Given.Refer, Given.ProvinceAdmin, GivenReport.Opened);
        var open = new ExaminationCommand.Open(
            left.Events.OfType<ComplaintEvent.Escalated>().Single(),
            Given.Fold(complaint, left.Events, GivenReport.Opened),
            Given.City.Code,
            null
        );
        var asking = Examination.None.Decide(open with { AsksSettlement = true }, Given.ProvinceAdmin, GivenReport.Opened);
        Assert.Equal(SettlementParty.Office, Assert.IsType<ExaminationEvent.SettlementAsked>(asking.Events[1]).By);
        Assert.Single(Examination.None.Decide(open, Given.ProvinceAdmin, GivenReport.Opened).Events);
    }

    [Fact(DisplayName = "Rule 11: what was asked for is told of when it is concluded")]
    public void A_mediation_that_was_asked_for_is_told_of()
    {
        var asked = GivenReport.At(ExaminationStage.UnderExamination).After(Ask, Given.Reporter, GivenReport.Hours(51));
        Assert.Equal("settlement.untold", Code(asked, GivenReport.Conclude, Given.OmbudsmanHead));
        foreach (var outcome in Enum.GetValues<SettlementOutcome>())
        {
            var told = new Settlement(outcome, Apart: false);
            var concluded = asked.After(GivenReport.Conclude with { Settlement = told }, Given.OmbudsmanHead, GivenReport.Hours(72));
            Assert.Equal((ExaminationStage.Concluded, told), (concluded.Stage, concluded.Settlement));
        }
    }

    [Fact(DisplayName = "Rule 11: the Ombudsman may mediate unasked, and need not")]
    public void Unasked_it_is_the_Ombudsmans_choice()
    {
        var examined = GivenReport.At(ExaminationStage.UnderExamination);
        var told = GivenReport.Conclude with { Settlement = new Settlement(SettlementOutcome.Agreed, Apart: false) };
        Assert.Null(Code(examined, told, Given.OmbudsmanHead));
        Assert.Single(examined.Decide(GivenReport.Conclude, Given.OmbudsmanHead, GivenReport.Hours(72)).Events);
    }

    [Theory(DisplayName = "Rule 13: who wished to be heard apart is brought together with nobody")]
    [InlineData(SettlementOutcome.Agreed, false, "settlement.heard-together")]
    [InlineData(SettlementOutcome.NotAgreed, false, "settlement.heard-together")]
    [InlineData(SettlementOutcome.Agreed, true, null)]
    [InlineData(SettlementOutcome.Declined, false, null)]
    public void Heard_apart_means_apart(SettlementOutcome outcome, bool apart, string? code)
    {
        var asked = GivenReport
            .At(ExaminationStage.UnderExamination)
            .After(Ask with { Apart = true }, Given.Reporter, GivenReport.Hours(51));
        Assert.Equal(code, Code(asked, GivenReport.Conclude with { Settlement = new Settlement(outcome, apart) }, Given.OmbudsmanHead));
    }

    [Fact(DisplayName = "Rule 13: what was wished of the office holds at the Ombudsman too")]
    public void The_wish_goes_along()
    {
        var complaint = Given.At(Stage.Assigned) with { WishesApart = true };
        var left = complaint.Decide(Given.Escalate, Given.Reporter, GivenReport.Opened);
        var open = new ExaminationCommand.Open(
            left.Events.OfType<ComplaintEvent.Escalated>().Single(),
            Given.Fold(complaint, left.Events, GivenReport.Opened),
            Given.City.Code,
            null
        );
        var opened = Examination.None.After(open, Given.Reporter, GivenReport.Opened);
        Assert.True(opened is { HearsApart: true, AsksSettlement: false });
        Assert.Single(opened.Decide(Ask with { Apart = true }, Given.Reporter, GivenReport.Hours(1)).Events);
        Assert.False(GivenReport.At(ExaminationStage.Received).HearsApart);
    }

    private static string? Code(Examination examination, ExaminationCommand command, Padu.Domain.Organisations.Actor actor) =>
        examination.Decide(command, actor, GivenReport.Hours(72)).Refusal?.Code;
}
