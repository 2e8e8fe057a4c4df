using CsCheck;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

public sealed class ComplaintPropertyTests
{
    private static readonly ComplaintCommand[] Commands =
    [
        Given.Ask,
        Given.Complete,
        Given.Verify,
        new ComplaintCommand.Verify(ComplaintClass.Supervision, "Dugaan potongan honor"),
        Given.Assign,
        new ComplaintCommand.Assign(Given.City, Given.Data, null),
        new ComplaintCommand.TakeUp(),
        new ComplaintCommand.Return("Bukan urusan kami."),
        Given.Question,
        Given.AnswerQuestion,
        Given.Propose,
        new ComplaintCommand.ReturnAnswer("Perbaiki."),
        Given.Contest,
        new ComplaintCommand.Reopen("Kami keliru."),
        new ComplaintCommand.Withdraw(null),
        new ComplaintCommand.AddWord("Satu hal lagi.", []),
        new ComplaintCommand.AddNote("Dicek."),
        new ComplaintCommand.DeclareConflict("Saudara saya.")
        {
            Around = new Around([Given.CityAdmin.Account], [Given.CityOfficer.Account], Given.Province.Code),
        },
        Given.Answer,
        Given.Reply,
        Given.Accept,
        new ComplaintCommand.RecordContact("Ditelepon."),
        Given.ReleaseOriginal,
        new ComplaintCommand.QuarantineFile(new FileRef(1, 0), "Eicar-Signature"),
        .. Enum.GetValues<ClosingReason>().Select(reason => new ComplaintCommand.Close(reason, "Penjelasan singkat.")),
        Given.Escalate,
        Given.Refer,
        new ComplaintCommand.ShareIdentity(),
        new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman."),
        Given.End,
        .. Enum.GetValues<ClockKind>().Select(kind => new ComplaintCommand.Lapse(kind)),
    ];

    private static readonly Actor[] Actors =
    [
        Given.Reporter,
        Given.CityAdmin,
        Given.ProvinceAdmin,
        Given.CityOfficer,
        Given.Everybody["pimpinan kota"],
        Given.System,
        Given.Assistant,
    ];

    /// <summary>Any sequence of requests by anybody, hours to weeks apart; the refused ones change nothing.</summary>
    private static readonly Gen<(ComplaintCommand Command, Actor Actor, int Hours)[]> Histories = Gen.Select(
        Gen.Int[0, Commands.Length - 1].Select(i => Commands[i]),
        Gen.Int[0, Actors.Length - 1].Select(i => Actors[i]),
        Gen.Int[0, 24 * 20]
    ).Array[1, 30];

    [Fact]
    public void Folding_any_history_of_lawful_acts_never_throws_and_no_open_case_is_without_a_clock_and_an_owner() =>
        Gen.Select(Histories, Gen.Bool)
            .Sample(
                (history, hasEmail) =>
                {
                    var complaint = Given.At(Stage.Received, email: hasEmail ? "a@b.id" : null);
                    var at = Given.Filed;
                    foreach (var (command, actor, hours) in history)
                    {
                        at += Duration.FromHours(hours);
                        complaint = Given.Fold(
                            complaint,
                            complaint.Decide(command, actor, at, command is ComplaintCommand.Propose).Events,
                            at
                        );
                        if (complaint.IsOpen)
                        {
                            // What is at the Ombudsman has its clock in the Ombudsman's file.
                            Assert.True(complaint.NextClock is not null || complaint.IsAtOmbudsman);
                            Assert.False(string.IsNullOrEmpty(complaint.Owner.Value));
                            Assert.NotEqual(Mover.Nobody, complaint.Mover);
                        }
                        else
                        {
                            Assert.DoesNotContain(complaint.Clocks, clock => clock.IsOpen);
                        }

                        Assert.Equal(complaint.Clocks.Length, complaint.Clocks.Select(clock => clock.Kind).Distinct().Count());
                        Assert.All(
                            complaint.Clocks,
                            clock => Assert.True(clock.Due is not null || clock.Status is not ClockStatus.Running)
                        );
                    }
                },
                iter: 3_000
            );

    [Fact]
    public void A_recorded_lapse_is_never_erased_by_a_later_act_on_the_same_clock() =>
        Histories.Sample(
            history =>
            {
                var complaint = Given.At(Stage.Received);
                var at = Given.Filed;
                foreach (var (command, actor, hours) in history)
                {
                    at += Duration.FromHours(hours);
                    var before = complaint;
                    complaint = Given.Fold(complaint, complaint.Decide(command, actor, at, command is ComplaintCommand.Propose).Events, at);
                    foreach (var clock in before.Clocks.Where(clock => clock.LapsedAt is not null))
                    {
                        var now = complaint.ClockOf(clock.Kind)!;
                        Assert.True(now.TriggeredAt > clock.TriggeredAt || now.LapsedAt == clock.LapsedAt);
                    }
                }
            },
            iter: 2_000
        );
}
