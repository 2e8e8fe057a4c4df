using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

/// <summary>What the complainant wrote to the Ombudsman goes with the complaint's own words, never from a file that is open.</summary>
public sealed class ErasureTests
{
    private static readonly ExaminationCommand.Erase Erase = new(Given.PrivacyAsked);

    [Theory(DisplayName = "Rule 53: nothing is erased from an examination that is open")]
    [InlineData(ExaminationStage.Received)]
    [InlineData(ExaminationStage.AwaitingCompletion)]
    [InlineData(ExaminationStage.UnderExamination)]
    [InlineData(ExaminationStage.Concluded)]
    public void An_open_one_stays(ExaminationStage stage) => Assert.Equal("privacy.case-open", Code(GivenReport.At(stage)));

    [Fact(DisplayName = "Rule 53: a closed one is erased once, by the custodian alone, and knows nobody any more")]
    public void A_closed_one_is_erased_once()
    {
        var closed = GivenReport.At(ExaminationStage.Closed, email: "ibu@contoh.example");
        foreach (var (name, actor) in Given.Everybody.Where(one => one.Key != "kustodian"))
        {
            Assert.True(closed.Decide(Erase, actor, GivenReport.Hours(80)).Refusal?.Code == "privacy.custodian-only", name);
        }

        var erased = closed.After(Erase, Given.Custodian, GivenReport.Hours(80));
        Assert.Equal((GivenReport.Hours(80), false, false), (erased.ErasedAt, erased.HasEmail, erased.SharesIdentity));
        Assert.Equal(closed.LastActAt, erased.LastActAt);
        Assert.Equal("complaint.erased", Code(erased));
        Assert.Equal("complaint.unknown", Code(Examination.None));
    }

    [Fact]
    public void Whose_move_it_is_follows_from_the_stage() =>
        Assert.Equal(
            [
                ExaminationMover.Assistant,
                ExaminationMover.Complainant,
                ExaminationMover.Head,
                ExaminationMover.Assistant,
                ExaminationMover.Assistant,
                ExaminationMover.Assistant,
                ExaminationMover.Assistant,
                ExaminationMover.Nobody,
            ],
            Enum.GetValues<ExaminationStage>().Select(stage => GivenReport.At(stage).Mover)
        );

    private static string? Code(Examination examination) => examination.Decide(Erase, Given.Custodian, GivenReport.Hours(80)).Refusal?.Code;
}
