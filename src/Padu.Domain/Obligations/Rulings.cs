using NodaTime;
using Padu.Domain.Calendar;

namespace Padu.Domain.Obligations;

/// <summary>The body whose decision an election commission has to carry out.</summary>
public enum RulingBody
{
    [Code("bawaslu")]
    Bawaslu,

    [Code("dkpp")]
    Dkpp,
}

/// <summary>What a body's outcome is to the commission.</summary>
public enum RulingForce
{
    /// <summary>Carried out as it is, nothing examined anew.</summary>
    [Code("putusan")]
    Decision,

    /// <summary>Followed up by the commission's own decision.</summary>
    [Code("rekomendasi")]
    Recommendation,
}

/// <summary>How soon a commission carries out what another body decided, and whether it may still examine it.</summary>
public static class Rulings
{
    /// <summary>Bawaslu's decision in a regional election; its first day is the day of the court's judgement.</summary>
    public static readonly RuleCode Regional = new("uu10.putusan_bawaslu");

    /// <law>
    /// Rule 43, Constitutional Court 104/PUU-XXIII/2025 of 30 July 2025: in a regional election Bawaslu's outcome on an administrative violation binds from
    /// that day on; what it gave before stays the recommendation it was. All others bind.
    /// </law>
    public static RulingForce ForceOf(RulingBody body, ElectionKind election, LocalDate decidedOn, DeadlineRules rules) =>
        body == RulingBody.Bawaslu && election == ElectionKind.Regional && !rules.IsInForce(Regional, decidedOn)
            ? RulingForce.Recommendation
            : RulingForce.Decision;

    /// <law>
    /// Rule 42: Bawaslu's decision within three working days in a general election (UU 7/2017 art. 460–461), seven days in a regional one (UU 10/2016 art.
    /// 138–140); DKPP's within seven days (UU 7/2017 art. 458).
    /// </law>
    public static RuleCode Execution(RulingBody body, ElectionKind election, LocalDate decidedOn, DeadlineRules rules) =>
        (body, election) switch
        {
            (RulingBody.Dkpp, _) => new RuleCode("uu7.putusan_dkpp"),
            (RulingBody.Bawaslu, ElectionKind.General) => new RuleCode("uu7.putusan_bawaslu"),
            (RulingBody.Bawaslu, ElectionKind.Regional) => ForceOf(body, election, decidedOn, rules) == RulingForce.Decision
                ? Regional
                : new RuleCode("uu10.rekomendasi_bawaslu"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
