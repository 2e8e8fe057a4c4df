using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Calendar;

/// <summary>One wrong row of a schedule.</summary>
/// <param name="Line">Counted from 1, for the first row.</param>
public sealed record StageProblem(int Line, Refusal Refusal);

/// <summary>What a schedule of stages must be, whoever brings it.</summary>
public static class StageRows
{
    /// <summary>No election has more; more is the wrong file.</summary>
    public const int Most = 200;

    /// <summary>No stage lasts longer; longer is a slip of the pen.</summary>
    private static readonly Period Longest = Period.FromYears(3);

    /// <law>Section 8 of the rule list: a schedule is data with its source. Every stage once, with both names, and not before it begins.</law>
    public static ImmutableArray<StageProblem> Check(ImmutableArray<ElectionStage> stages, LocalDate votingDay) =>
        stages.IsEmpty ? [new StageProblem(0, new Refusal("stages.none"))]
        : stages.Length > Most ? [new StageProblem(0, new Refusal("stages.too-many", null, Most))]
        : [.. stages.SelectMany((stage, at) => Wrong(stages, stage, at, votingDay).Select(wrong => new StageProblem(at + 1, wrong)))];

    private static IEnumerable<Refusal> Wrong(ImmutableArray<ElectionStage> stages, ElectionStage stage, int at, LocalDate votingDay)
    {
        if (
            stage.Code.Value.Length is 0 or > 60
            || !stage.Code.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-')
        )
        {
            yield return new Refusal("stages.code-malformed");
        }

        if (stages.Take(at).Any(earlier => earlier.Code == stage.Code))
        {
            yield return new Refusal("stages.code-twice", null, stage.Code.Value);
        }

        foreach (var name in new[] { stage.NameId, stage.NameEn, stage.Source })
        {
            if (string.IsNullOrWhiteSpace(name) || name.Length > 300)
            {
                yield return new Refusal("stages.name-missing");
                break;
            }
        }

        if (stage.To < stage.From)
        {
            yield return new Refusal("stages.ends-before-it-begins", null, stage.From, stage.To);
        }
        else if (stage.To > stage.From + Longest)
        {
            yield return new Refusal("stages.too-long");
        }

        if (stage.Code == StageCode.Quiet && stage.To != votingDay.PlusDays(-1))
        {
            yield return new Refusal("stages.quiet-before-voting", null, votingDay);
        }
    }
}
