using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

/// <summary>What cannot be asked of the Ombudsman's file, each by its code.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, ExaminationStage, ExaminationCommand, bool> Refused() =>
        new()
        {
            { "completion.nothing-missing", ExaminationStage.Received, GivenReport.Ask with { Missing = [] }, false },
            {
                "examination.nothing-requested",
                ExaminationStage.Received,
                GivenReport.Verify with
                {
                    Proposal = new Proposal([], DeclineReason.NotCompleted, "Tidak lengkap."),
                },
                false
            },
            {
                "examination.nothing-requested",
                ExaminationStage.Verified,
                GivenReport.Decline with
                {
                    Reason = DeclineReason.NotCompleted,
                },
                true
            },
            {
                "examination.suggests-itself",
                ExaminationStage.Verified,
                GivenReport.Decline with
                {
                    Suggestion = Given.OtherOmbudsman,
                },
                true
            },
            { "identity.reason-too-short", ExaminationStage.Received, GivenReport.Reveal with { Reason = "Perlu." }, false },
            { "plenary.in-future", ExaminationStage.Verified, GivenReport.Decline with { PlenaryOn = new(2026, 12, 1) }, true },
            { "plenary.before-report", ExaminationStage.Verified, GivenReport.Decline with { PlenaryOn = new(2026, 11, 22) }, true },
            { "plenary.in-future", ExaminationStage.UnderExamination, GivenReport.Conclude with { PlenaryOn = new(2026, 12, 1) }, true },
            {
                "plenary.before-report",
                ExaminationStage.UnderExamination,
                GivenReport.Conclude with
                {
                    PlenaryOn = new(2026, 11, 22),
                },
                true
            },
            { "rapid.no-criterion", ExaminationStage.Received, GivenReport.Flag with { Criteria = [] }, false },
            { "plenary.in-future", ExaminationStage.Verified, GivenReport.Register with { PlenaryOn = new(2026, 12, 1) }, true },
            { "plenary.before-report", ExaminationStage.Verified, GivenReport.Register with { PlenaryOn = new(2026, 11, 22) }, true },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_asked_is_refused_by_its_code(string code, ExaminationStage stage, ExaminationCommand command, bool byHead) =>
        Assert.Equal(
            code,
            GivenReport.At(stage).Decide(command, byHead ? Given.OmbudsmanHead : Given.Assistant, GivenReport.Hours(72)).Refusal?.Code
        );

    [Fact]
    public void A_report_is_flagged_once_and_an_open_identity_is_not_unmasked()
    {
        var flagged = GivenReport.At(ExaminationStage.Received).After(GivenReport.Flag, Given.Assistant, GivenReport.Hours(1));
        Assert.Equal("rapid.already-flagged", flagged.Decide(GivenReport.Flag, Given.Assistant, GivenReport.Hours(2)).Refusal?.Code);
        var open = GivenReport.At(ExaminationStage.Received, IdentityLevel.Open);
        Assert.Equal("identity.nothing-protected", open.Decide(GivenReport.Reveal, Given.Assistant, GivenReport.Hours(2)).Refusal?.Code);
    }
}
