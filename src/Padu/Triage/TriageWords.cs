using System.Diagnostics;
using Padu.Domain.Calendar;

namespace Padu.Triage;

/// <summary>Keys of words that follow from a rule's data.</summary>
public static class TriageWords
{
    /// <summary>In which kind of election a rule holds, by its law.</summary>
    public static string Election(RuleCode rule) =>
        rule.Value.StartsWith("uu10.", StringComparison.Ordinal) ? "where.regional" : "where.general";

    /// <summary>How sure we are, in lay words.</summary>
    public static string Certainty(Confidence confidence) =>
        confidence switch
        {
            Confidence.Verified => "certainty.read",
            Confidence.Secondary => "certainty.secondary",
            Confidence.Remembered => "certainty.remembered",
            Confidence.Doubtful => "certainty.doubtful",
            _ => throw new UnreachableException(),
        };
}
