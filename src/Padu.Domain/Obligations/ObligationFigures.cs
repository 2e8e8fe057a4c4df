namespace Padu.Domain.Obligations;

/// <summary>How many obligations stand in each column of a board. Exact; counted from rows that are folds of the journal.</summary>
public sealed record ObligationFigures(int Open, int ToJudge, int Late, int Done, int Over)
{
    public static readonly ObligationFigures None = new(0, 0, 0, 0, 0);

    public int All => Open + ToJudge + Late + Done + Over;

    /// <param name="counted">Each column at most once; a missing one counts nothing.</param>
    public static ObligationFigures Of(IEnumerable<(ObligationColumn Column, int Count)> counted)
    {
        var counts = counted.ToDictionary(one => one.Column, one => one.Count);
        return new ObligationFigures(
            counts.GetValueOrDefault(ObligationColumn.Open),
            counts.GetValueOrDefault(ObligationColumn.ToJudge),
            counts.GetValueOrDefault(ObligationColumn.Late),
            counts.GetValueOrDefault(ObligationColumn.Done),
            counts.GetValueOrDefault(ObligationColumn.Over)
        );
    }

    /// <param name="each">The column of each obligation.</param>
    public static ObligationFigures Of(IEnumerable<ObligationColumn> each) =>
        Of(each.CountBy(column => column).Select(one => (one.Key, one.Value)));

    public static ObligationFigures Sum(IEnumerable<ObligationFigures> some) =>
        some.Aggregate(
            None,
            (sum, one) =>
                new ObligationFigures(
                    sum.Open + one.Open,
                    sum.ToJudge + one.ToJudge,
                    sum.Late + one.Late,
                    sum.Done + one.Done,
                    sum.Over + one.Over
                )
        );

    public int In(ObligationColumn column) =>
        column switch
        {
            ObligationColumn.Open => Open,
            ObligationColumn.ToJudge => ToJudge,
            ObligationColumn.Late => Late,
            ObligationColumn.Done => Done,
            ObligationColumn.Over => Over,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
