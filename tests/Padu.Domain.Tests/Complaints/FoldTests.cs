using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What each fact does to a case, and that those beside its course do nothing to it.</summary>
public sealed class FoldTests
{
    private static readonly Instant Now = Given.Filed + Duration.FromHours(72);

    [Fact]
    public void Whose_move_it_is_follows_from_the_stage() =>
        Assert.Equal(
            [
                (Stage.Received, Mover.Office),
                (Stage.AwaitingCompletion, Mover.Complainant),
                (Stage.Verified, Mover.Office),
                (Stage.Assigned, Mover.Office),
                (Stage.Asked, Mover.Complainant),
                (Stage.Answered, Mover.Complainant),
                (Stage.AtOmbudsman, Mover.Ombudsman),
                (Stage.Closed, Mover.Nobody),
                (Stage.Archived, Mover.Nobody),
            ],
            Enum.GetValues<Stage>().Select(stage => (stage, Given.At(stage).Mover))
        );

    [Fact(DisplayName = "Rule 20: every running clock stands under the rule that its kind and class name")]
    public void A_clock_stands_under_the_rule_of_its_kind()
    {
        var seen = new HashSet<ClockKind>();
        foreach (var state in Given.States(IdentityLevel.Open, null))
        {
            foreach (var clock in state.Complaint.Clocks)
            {
                seen.Add(clock.Kind);
                Assert.Equal(clock.Rule, ComplaintClocks.RuleOf(clock.Kind, state.Complaint.Class));
            }
        }

        Assert.Equal(
            [
                ClockKind.Verification,
                ClockKind.Completeness,
                ClockKind.Completion,
                ClockKind.FirstAnswer,
                ClockKind.Resolution,
                ClockKind.Decision,
                ClockKind.Notification,
                ClockKind.CounterReply,
                ClockKind.Question,
            ],
            seen.Order()
        );
    }

    [Fact]
    public void What_stands_beside_the_course_of_a_case_changes_nothing_of_it()
    {
        var assigned = Given.At(Stage.Assigned, IdentityLevel.Protected);
        foreach (
            var fact in new ComplaintEvent[]
            {
                new ComplaintEvent.Directed("Jawab minggu ini juga."),
                new ComplaintEvent.IdentityRevealed("Perlu mengirim surat."),
                new ComplaintEvent.OriginalReleased(new FileRef(1, 0), "Diminta penyidik."),
                new ComplaintEvent.NoteAdded("Sudah dicek."),
                new ComplaintEvent.AcceptedLate("Pelapor sakit."),
                new ComplaintEvent.EntryRemoved("Tangkapan layar."),
            }
        )
        {
            var after = Given.Fold(assigned, [fact], Now);
            Assert.Equal(assigned with { Version = after.Version, LastActAt = after.LastActAt, PastClocks = after.PastClocks }, after);
            Assert.Equal(assigned.Version + 1, after.Version);
        }
    }

    [Fact]
    public void A_returned_proposal_waits_for_nobody_and_may_be_proposed_again()
    {
        var proposed = Given.At(Stage.Assigned).After(Given.Propose, Given.CityOfficer, Now, needsApproval: true);
        var head = (Actor.Staff)Given.Everybody["pimpinan kota"];
        var returned = proposed.After(new ComplaintCommand.ReturnAnswer("Sebutkan dasar hukumnya."), head, Now, needsApproval: true);
        Assert.Equal((0, Stage.Assigned), (returned.Proposal, returned.Stage));
        Assert.Equal(returned.Version + 1, returned.After(Given.Propose, Given.CityOfficer, Now, needsApproval: true).Proposal);
    }

    [Fact(DisplayName = "Rule 53: once a person is erased nobody is asked any more who they were")]
    public void A_request_to_unmask_ends_with_the_erasure()
    {
        var asked = Given.At(Stage.Closed, IdentityLevel.Protected).After(Given.Unmask, Given.CityAdmin, Now);
        Assert.True(asked.Requests.Single().IsPending);
        var erase = new ComplaintCommand.Erase(Given.PrivacyAsked, ErasureReason.Request, null);
        Assert.False(asked.After(erase, Given.Custodian, Now).Requests.Single().IsPending);
    }

    [Fact]
    public void A_word_that_was_read_is_not_new_any_more()
    {
        var added = Given.At(Stage.Assigned).After(new ComplaintCommand.AddWord("Ada satu hal lagi.", []), Given.Reporter, Now);
        Assert.True(added.HasNewWord);
        Assert.False(added.After(new ComplaintCommand.ReadWord(), Given.CityOfficer, Now).HasNewWord);
    }

    [Fact]
    public void Members_are_counted_as_they_come_and_go()
    {
        var leading = Given.Conditions["leading"];
        Assert.Equal(1, leading.MemberCount);
        Assert.Equal(0, leading.After(Given.DropMember, Given.CityAdmin, Now).MemberCount);
    }
}
