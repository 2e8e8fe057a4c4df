using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Complaints;

/// <summary>What cannot be asked of a case, each by the code that its sentence hangs on.</summary>
public sealed class RefusalTests
{
    private static readonly Instant Now = Given.Filed + Duration.FromHours(72);
    private static readonly LocalDate Tomorrow = Law.Bengkulu.DayOf(Now).PlusDays(1);

    public static TheoryData<string, Func<(Complaint, ComplaintCommand, Actor)>> Refused() =>
        new()
        {
            { "assign.no-such-office", () => (Given.At(Stage.Verified), Given.Assign with { Target = null }, Given.CityAdmin) },
            {
                "assign.no-such-office",
                () => (Given.At(Stage.Verified), Given.Assign with { Target = Given.Bawaslu }, Given.ProvinceAdmin)
            },
            { "assign.outside-office", () => (Given.At(Stage.Verified), Given.Assign with { Target = Given.Kaur }, Given.CityAdmin) },
            { "assign.already-there", () => (Given.At(Stage.Assigned), Given.Assign, Given.CityAdmin) },
            {
                "assign.against-office",
                () =>
                    (
                        Given.At(Stage.Verified) with
                        {
                            Against = Given.Kaur.Code,
                        },
                        Given.Assign with
                        {
                            Target = Given.Kaur,
                        },
                        Given.ProvinceAdmin
                    )
            },
            {
                "classify.nothing-changed",
                () => (Given.At(Stage.Verified), new ComplaintCommand.Classify(ComplaintClass.Complaint, false, "Sama."), Given.CityAdmin)
            },
            { "close.by-transfer", () => Close(Stage.Assigned, ClosingReason.Referred) },
            { "close.complainants-own", () => Close(Stage.Assigned, ClosingReason.AcceptedByComplainant) },
            { "close.complainants-own", () => Close(Stage.Assigned, ClosingReason.Withdrawn) },
            { "close.not-answered", () => Close(Stage.Assigned, ClosingReason.NoCounterReply) },
            { "close.nothing-requested", () => Close(Stage.Assigned, ClosingReason.NotCompleted) },
            { "close.window-open", () => (Given.At(Stage.AwaitingCompletion), CloseFor(ClosingReason.NotCompleted), Given.CityAdmin) },
            {
                "code.already-asked",
                () =>
                    (
                        Given.At(Stage.Assigned).After(Lost(Given.Request), Given.CityDesk, Now),
                        Lost(new CustodyRequestId(Guid.CreateVersion7())),
                        Given.CityDesk
                    )
            },
            { "completion.nothing-missing", () => (Given.At(Stage.Received), Given.Ask with { Missing = [] }, Given.CityAdmin) },
            {
                "conflict.already-kept",
                () =>
                    (
                        Given.At(Stage.Assigned) with
                        {
                            Bars = [new CaseBar(Given.CityOfficer.Account, BarGround.Named, true)],
                        },
                        new ComplaintCommand.NamePerson([Given.CityOfficer.Account], "Disebut."),
                        Given.CityAdmin
                    )
            },
            {
                "conflict.nobody-holds-it",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.NamePerson([], "Disebut."), Given.CityAdmin)
            },
            {
                "conflict.not-kept",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.LiftBar([Given.CityOfficer.Account], "Keliru."), Given.ProvinceAdmin)
            },
            {
                "consent.no-email",
                () =>
                    (
                        Given.At(Stage.Assigned, email: null),
                        new ComplaintCommand.GiveConsent(ConsentKind.Email, Wordings.Notice),
                        Given.Reporter
                    )
            },
            {
                "consent.not-given",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.WithdrawConsent(ConsentKind.Story), Given.Reporter)
            },
            {
                "consent.not-given",
                () => (Given.At(Stage.Assigned, email: null), new ComplaintCommand.WithdrawConsent(ConsentKind.Email), Given.Reporter)
            },
            { "escalate.no-such-office", () => (Given.At(Stage.Assigned), Given.Escalate with { Target = null }, Given.Reporter) },
            {
                "escalate.no-such-office",
                () => (Given.At(Stage.Assigned), Given.Escalate with { Target = Given.NationalOmbudsman }, Given.Reporter)
            },
            { "escalate.no-such-office", () => (Given.At(Stage.Assigned), Given.Refer with { Target = Given.Province }, Given.CityAdmin) },
            {
                "escalate.no-such-office",
                () =>
                    (
                        Complaint.None,
                        new ComplaintCommand.FileDirectly(Given.Submit(), Given.Examination, Given.City, false),
                        Given.Reporter
                    )
            },
            { "group.has-none", () => (Given.Conditions["leading"], new ComplaintCommand.DropMember(Given.Other), Given.CityAdmin) },
            {
                "group.has-none",
                () =>
                    (
                        Given.At(Stage.Closed, IdentityLevel.Protected),
                        Given.DropMember with
                        {
                            Member = Given.Conditions["following"],
                        },
                        Given.CityAdmin
                    )
            },
            { "complaint.unknown", () => (Given.Conditions["leading"], Given.DropMember, Given.Stranger) },
            { "complaint.erased", () => (Given.Conditions["erased"], Given.Escalate, Given.Reporter) },
            {
                "escalate.not-there",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.ReleaseNotes("Dimintai Ombudsman."), Given.CityAdmin)
            },
            {
                "escalate.not-there",
                () =>
                    (
                        Given.At(Stage.AtOmbudsman),
                        Given.End with
                        {
                            Examination = new ExaminationId(Guid.Parse("0193a000-0000-7000-8000-000000000099")),
                        },
                        Given.Assistant
                    )
            },
            {
                "identity.reason-too-short",
                () => (Given.At(Stage.Assigned, IdentityLevel.Protected), Given.Unmask with { Reason = "Perlu." }, Given.CityAdmin)
            },
            {
                "text.required",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.ChangeLevel(IdentityLevel.Protected, null, null), Given.Custodian)
            },
            {
                "text.required",
                () => (Given.Conditions["processing restricted"], new ComplaintCommand.LiftRestriction(null), Given.Custodian)
            },
            {
                "text.required",
                () =>
                    (
                        Complaint.None,
                        new ComplaintCommand.FileDirectly(Given.Submit() with { Story = " " }, Given.Examination, Given.Ombudsman, true),
                        Given.Reporter
                    )
            },
            {
                "identity.nothing-protected",
                () => (Given.At(Stage.Assigned), new ComplaintCommand.RevealIdentity("Perlu mengirim surat."), Given.CityAdmin)
            },
            {
                "identity.nothing-protected",
                () =>
                    (
                        Given.At(Stage.Assigned),
                        new ComplaintCommand.RequestUnmasking(Given.Request, "Perlu mengirim surat."),
                        Given.CityAdmin
                    )
            },
            {
                "import.closed-before-opened",
                () => (Complaint.None, Given.Import with { ClosedOn = new LocalDate(2014, 12, 31) }, Given.System)
            },
            { "import.opened-in-future", () => (Complaint.None, Given.Import with { OpenedOn = Tomorrow, ClosedOn = null }, Given.System) },
            { "link.none", () => (Given.At(Stage.Verified), new ComplaintCommand.Unlink(Given.Other.Id, "Keliru."), Given.CityAdmin) },
            {
                "representation.file-required",
                () => (Given.Conditions["represented without power"], new ComplaintCommand.ShowPower([]), Given.Reporter)
            },
            { "split.part-of-another", () => (Given.At(Stage.Verified) with { Origin = Given.Other.Id }, Given.Divide, Given.CityAdmin) },
            {
                "submit.no-office-above",
                () => (Complaint.None, Given.Submit() with { IsAboutOffice = true, Above = null }, Given.Reporter)
            },
            { "transfer.already-agreed", () => (Given.Conditions["transfer agreed"], Given.ProposeTransfer, Given.ProvinceAdmin) },
            {
                "transfer.already-agreed",
                () => (Given.Conditions["transfer agreed"], new ComplaintCommand.AnswerTransfer(true, null), Given.Reporter)
            },
            {
                "transfer.already-proposed",
                () => (Given.Conditions["transfer proposed"], Given.ProposeTransfer with { Addressee = Given.Bawaslu }, Given.ProvinceAdmin)
            },
            {
                "transfer.known-in-future",
                () => (Given.At(Stage.Verified), Given.ProposeTransfer with { KnownOn = Tomorrow }, Given.ProvinceAdmin)
            },
            {
                "transfer.nothing-proposed",
                () => (Given.At(Stage.Verified), new ComplaintCommand.AnswerTransfer(true, null), Given.Reporter)
            },
            {
                "transfer.sent-in-future",
                () => (Given.Conditions["transfer agreed"], Given.SendTransfer with { SentOn = Tomorrow }, Given.ProvinceAdmin)
            },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_asked_is_refused_by_its_code(string code, Func<(Complaint, ComplaintCommand, Actor)> ask)
    {
        var (complaint, command, actor) = ask();
        Assert.Equal(code, complaint.Decide(command, actor, Now).Refusal?.Code);
    }

    [Fact]
    public void A_case_that_is_none_and_an_archive_are_warned_of_nothing()
    {
        Assert.Empty(Admissibility.HintsOf(Complaint.None, Law.Bengkulu));
        Assert.Empty(Admissibility.HintsOf(Given.At(Stage.Archived), Law.Bengkulu));
    }

    private static (Complaint, ComplaintCommand, Actor) Close(Stage stage, ClosingReason reason) =>
        (Given.At(stage), CloseFor(reason), Given.CityOfficer);

    private static ComplaintCommand.Close CloseFor(ClosingReason reason) => new(reason, "Sudah dijelaskan.");

    private static ComplaintCommand.ReportCodeLoss Lost(CustodyRequestId id) => new(id, [IdentityProof.IdentityCard], true, null);
}
