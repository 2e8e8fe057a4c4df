using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Examinations;

/// <summary>Who asked the Ombudsman to mediate.</summary>
public enum SettlementParty
{
    [Code("pelapor")]
    Complainant,

    /// <summary>The office complained about, with its referral.</summary>
    [Code("terlapor")]
    Office,
}

/// <summary>What came of a mediation or conciliation.</summary>
public enum SettlementOutcome
{
    [Code("tercapai")]
    Agreed,

    [Code("tidak_tercapai")]
    NotAgreed,

    /// <summary>One side did not take part, so that none was held.</summary>
    [Code("pihak_tidak_bersedia")]
    Declined,
}

/// <summary>What came of it, and how the sides were heard.</summary>
/// <param name="Apart">Each side was heard for itself.</param>
public sealed record Settlement(SettlementOutcome Outcome, bool Apart);

/// <summary>Mediation and conciliation by the Ombudsman, offered to both sides and never forced on one.</summary>
public static class Settling
{
    /// <law>UU 25/2009 art. 46(5), rule 11: the Ombudsman must mediate and conciliate where the parties ask for it; art. 49, rule 13: apart where they wish.</law>
    public static Decision<ExaminationEvent> Ask(
        Examination examination,
        ExaminationCommand.AskSettlement ask,
        ExaminationContext context
    ) =>
        examination switch
        {
            _ when Reception.Barred(examination, ExaminationAct.Follow, context) is { } no => no,
            { AsksSettlement: true } => new Refusal("settlement.already-asked"),
            { Stage: ExaminationStage.Declined or ExaminationStage.Concluded } => new Refusal("settlement.too-late"),
            _ => Asked(SettlementParty.Complainant, ask.Apart && !examination.HearsApart),
        };

    internal static ImmutableArray<ExaminationEvent> Asked(SettlementParty? by, bool apart) =>
        [
            .. by is { } party ? new ExaminationEvent[] { new ExaminationEvent.SettlementAsked(party) } : [],
            .. apart ? new ExaminationEvent[] { new ExaminationEvent.ApartWished() } : [],
        ];

    /// <law>
    /// Rule 11: what was asked for is told of when the examination is concluded. Rule 13 (UU 25/2009 art. 49): nobody who wished to be heard apart is brought
    /// together with the other side.
    /// </law>
    internal static Refusal? Check(Examination examination, Settlement? told) =>
        told switch
        {
            null => examination.AsksSettlement ? new Refusal("settlement.untold", "Settlement") : null,
            { Outcome: SettlementOutcome.Declined } => null,
            { Apart: false } when examination.HearsApart => new Refusal("settlement.heard-together", "Settlement"),
            _ => null,
        };
}
