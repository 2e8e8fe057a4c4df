using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What a page offers is exactly what the rules would take; over every state, level, act and person.</summary>
public sealed class OffersTests
{
    private static readonly Dictionary<Act, ComplaintCommand> WellFormed = new()
    {
        [Act.Verify] = Given.Verify,
        [Act.RequestCompletion] = Given.Ask,
        [Act.Classify] = Given.Classify,
        [Act.Concern] = new ComplaintCommand.NameStage(null, Given.Pps with { Parent = Given.Kaur.Code }),
        [Act.ProposeTransfer] = Given.ProposeTransfer,
        [Act.RecordConsent] = Given.RecordConsent,
        [Act.SendTransfer] = Given.SendTransfer,
        [Act.Link] = Given.Link with
        {
            Other = Given.Other with { Id = new ComplaintId(Guid.Parse("0193a000-0000-7000-8000-000000000021")) },
        },
        [Act.Group] = Given.TakeMember,
        [Act.Part] = Given.Part,
        [Act.Split] = Given.Divide,
        [Act.Assign] = new ComplaintCommand.Assign(Given.City, Given.Data, null),
        [Act.TakeUp] = new ComplaintCommand.TakeUp(),
        [Act.Return] = new ComplaintCommand.Return("Ini urusan divisi data."),
        [Act.Direct] = new ComplaintCommand.Direct("Jawab minggu ini juga."),
        [Act.Ask] = Given.Question,
        [Act.Answer] = Given.Answer,
        [Act.Propose] = Given.Propose,
        [Act.Approve] = new ComplaintCommand.ReturnAnswer("Sebutkan dasar hukumnya."),
        [Act.Reopen] = new ComplaintCommand.Reopen("Surat yang dijanjikan belum dikirim."),
        [Act.ReadWord] = new ComplaintCommand.ReadWord(),
        [Act.Note] = new ComplaintCommand.AddNote("Kuota TPS 15 sudah dicek."),
        [Act.DeclareConflict] = new ComplaintCommand.DeclareConflict("Pelapor adalah saudara saya."),
        [Act.NamePerson] = new ComplaintCommand.NamePerson([Guid.Parse("0193a000-0000-7000-8000-0000000000cd")], "Disebut."),
        [Act.PlaceHold] = new ComplaintCommand.PlaceHold("Diminta pengadilan sebagai bukti."),
        [Act.Contact] = new ComplaintCommand.RecordContact("Ditelepon, sudah mendengar jawabannya."),
        [Act.RequestUnmasking] = new ComplaintCommand.RequestUnmasking(Given.Request, "Perlu menghubungi pelapor lewat surat."),
        [Act.RevealIdentity] = new ComplaintCommand.RevealIdentity("Perlu menghubungi pelapor lewat surat."),
        [Act.Refer] = Given.Refer,
        [Act.ReleaseNotes] = new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman."),
        [Act.Close] = new ComplaintCommand.Close(ClosingReason.NotCompetent, "Bukan kewenangan KPU; silakan ke Dukcapil."),
    };

    public static TheoryData<string, IdentityLevel, string?> Cases()
    {
        var cases = new TheoryData<string, IdentityLevel, string?>();
        foreach (var level in Enum.GetValues<IdentityLevel>())
        {
            foreach (var email in new[] { null, "ibu@contoh.example" })
            {
                foreach (var state in Given.States(level, email))
                {
                    cases.Add(state.Name, level, email);
                }
            }
        }

        return cases;
    }

    private static GivenState StateOf(string name, IdentityLevel level, string? email) =>
        Given.States(level, email).Single(state => state.Name == name);

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken(string name, IdentityLevel level, string? email)
    {
        var state = StateOf(name, level, email);
        foreach (var (person, actor) in Given.Everybody)
        {
            var offered = ComplaintRules.Offers(state.Complaint, actor, state.Now, state.NeedsApproval);
            foreach (var (act, command) in WellFormed)
            {
                var refusal = state.Complaint.Decide(command, actor, state.Now, state.NeedsApproval).Refusal;
                Assert.True(
                    refusal is null == offered.Contains(act),
                    $"{person}, {act} at {name}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                );
            }
        }
    }

    /// <summary>The states that a stage does not tell: following another, being transferred, represented without a power of attorney.</summary>
    public static TheoryData<string> Conditions() => [.. Given.Conditions.Keys];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void An_act_is_offered_when_and_only_when_it_would_be_taken_whatever_else_is_going_on(string condition)
    {
        var complaint = Given.Conditions[condition];
        foreach (var (name, actor) in Given.Everybody)
        {
            var offered = ComplaintRules.Offers(complaint, actor, Given.Filed + Duration.FromHours(72));
            foreach (var (act, command) in WellFormed)
            {
                // One page: it ends a hold where there is one.
                var asked = act == Act.PlaceHold && complaint.IsHeld ? new ComplaintCommand.LiftHold("Putusan sudah tetap.") : command;
                var refusal = complaint.Decide(asked, actor, Given.Filed + Duration.FromHours(72)).Refusal;
                Assert.True(
                    refusal is null == offered.Contains(act),
                    $"{name}, {act} while {condition}: offered {offered.Contains(act)}, but {refusal?.Code ?? "taken"}"
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_closing_reason_stands_in_the_list_when_and_only_when_the_stage_allows_it(string name, IdentityLevel level, string? email)
    {
        var complaint = StateOf(name, level, email).Complaint;
        var longAfter = Given.Filed + Duration.FromDays(200);
        var offered = ComplaintRules.ClosingReasons(complaint);
        foreach (var reason in Enum.GetValues<ClosingReason>())
        {
            var decision = complaint.Decide(new ComplaintCommand.Close(reason, "Penjelasan."), Given.CityAdmin, longAfter);
            Assert.Equal(!decision.IsRefused, offered.Contains(reason));
        }
    }

    [Fact]
    public void The_name_on_an_open_case_is_seen_by_those_who_may_act_and_by_nobody_else()
    {
        var subject = Given.At(Stage.Assigned).Subject;
        string[] may = ["admin provinsi", "admin kota", "penghubung kota/teknis"];
        Assert.Equal(may.Order(), WhoSees(subject).Order());
    }

    [Theory]
    [InlineData(IdentityLevel.Protected)]
    [InlineData(IdentityLevel.Anonymous)]
    public void A_protected_or_anonymous_identity_is_seen_by_nobody_without_the_act(IdentityLevel level) =>
        Assert.Empty(WhoSees(Given.At(Stage.Assigned, level).Subject));

    [Fact]
    public void The_number_an_anonymous_reporter_left_is_for_those_who_must_call_and_a_protected_one_for_nobody()
    {
        var anonymous = Given.At(Stage.Answered, IdentityLevel.Anonymous, null).Subject;
        Assert.Equal(
            ["admin kota", "penghubung kota/teknis"],
            Given.Everybody.Where(one => Access.SeesContact(one.Value, anonymous)).Select(one => one.Key).Order()
        );
        var @protected = Given.At(Stage.Answered, IdentityLevel.Protected, null).Subject;
        Assert.DoesNotContain(Given.Everybody.Values, actor => Access.SeesContact(actor, @protected));
    }

    private static IEnumerable<string> WhoSees(CaseSubject subject) =>
        Given.Everybody.Where(one => Access.SeesIdentity(one.Value, subject)).Select(one => one.Key);
}
