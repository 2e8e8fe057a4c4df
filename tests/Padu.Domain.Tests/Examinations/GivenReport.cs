using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Examinations;

/// <summary>Examinations the tests start from; the people and offices are those of the complaints.</summary>
internal static class GivenReport
{
    /// <summary>Monday 23 November 2026, when the report came in.</summary>
    public static readonly Instant Opened = Given.Filed + Duration.FromDays(11);

    public static readonly Office Bawaslu = new(
        new("bawaslu-17"),
        "Bawaslu Provinsi",
        Institution.Other,
        OfficeLevel.Province,
        null,
        new("17")
    );

    public static readonly LocalDate Plenary = new(2026, 11, 25);

    public static readonly ExaminationCommand.RequestCompletion Ask = new([MissingItem.Identity], "Mohon kirim salinan KTP.");
    public static readonly ExaminationCommand.Complete Complete = new("Ini salinannya.", []);
    public static readonly ExaminationCommand.Verify Verify = new(new Proposal([VerifiedItem.Identity], null, "Lengkap; usul terima."));
    public static readonly ExaminationCommand.Register Register = new(Plenary, "Diputuskan bulat.");
    public static readonly ExaminationCommand.Decline Decline = new(
        DeclineReason.NotCompetent,
        Bawaslu,
        Plenary,
        "Sengketa proses diperiksa Bawaslu."
    );
    public static readonly ExaminationCommand.FlagRapid Flag = new([RapidCriterion.ThreatToLife], "Ancaman lapor balik.");
    public static readonly ExaminationCommand.Deliberate Deliberate = new("Jangan surati kantor itu dahulu.");
    public static readonly ExaminationCommand.RevealIdentity Reveal = new("Perlu memanggil pelapor.");
    public static readonly ExaminationCommand.Conclude Conclude = new(Conclusion.Found, Plenary, "Penundaan berlarut terbukti.");
    public static readonly ExaminationCommand.Close Close = new("Ditelepon, Kamis pukul 09.10.");

    public static Examination At(ExaminationStage stage, IdentityLevel level = IdentityLevel.Protected, string? email = null)
    {
        var received = Opening(level, email);
        var verified = () => received.After(Verify, Given.Assistant, Hours(24));
        var registered = () => verified().After(Register, Given.OmbudsmanHead, Hours(48));
        var examined = () => registered().After(new ExaminationCommand.Begin(), Given.Assistant, Hours(50));
        var concluded = () => examined().After(Conclude, Given.OmbudsmanHead, Hours(60));
        return stage switch
        {
            ExaminationStage.Received => received,
            ExaminationStage.AwaitingCompletion => received.After(Ask, Given.Assistant, Hours(20)),
            ExaminationStage.Verified => verified(),
            ExaminationStage.Registered => registered(),
            ExaminationStage.UnderExamination => examined(),
            ExaminationStage.Declined => verified().After(Decline, Given.OmbudsmanHead, Hours(48)),
            ExaminationStage.Concluded => concluded(),
            ExaminationStage.Closed => concluded().After(Close, Given.Assistant, Hours(70)),
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
    }

    public static Instant Hours(int hours) => Opened + Duration.FromHours(hours);

    public static Examination Opening(IdentityLevel level = IdentityLevel.Protected, string? email = null, bool shares = true) =>
        Examination.None.After(Open(level, email, shares), Given.Reporter, Opened);

    public static ExaminationCommand.Open Open(IdentityLevel level = IdentityLevel.Protected, string? email = null, bool shares = true)
    {
        var complaint = Given.At(Stage.Received, level, email);
        var left = complaint.Decide(Given.Escalate with { SharesIdentity = shares }, Given.Reporter, Opened);
        return new ExaminationCommand.Open(
            left.Events.OfType<ComplaintEvent.Escalated>().Single(),
            Given.Fold(complaint, left.Events, Opened),
            Given.City.Code,
            "Mohon keadilan."
        );
    }

    /// <summary>Decides and folds, requiring the act to be lawful.</summary>
    public static Examination After(this Examination examination, ExaminationCommand command, Actor actor, Instant at)
    {
        var decision = examination.Decide(command, actor, at);
        Assert.Null(decision.Refusal);
        return Fold(examination, decision, at);
    }

    public static Decision<ExaminationEvent> Decide(this Examination examination, ExaminationCommand command, Actor actor, Instant at) =>
        ExaminationRules.Decide(examination, command, new ExaminationContext(actor, at, Law.Bengkulu));

    public static Examination Fold(Examination examination, Decision<ExaminationEvent> decision, Instant at) =>
        decision.Events.Aggregate(examination, (state, fact) => Examination.Evolve(state, fact, at));
}
