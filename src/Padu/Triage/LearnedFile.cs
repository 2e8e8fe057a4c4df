using System.Globalization;
using System.Text;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Storage;

namespace Padu.Triage;

/// <summary>
/// What an office's decisions taught, in <c>triage.csv</c> of its folder: words of the reference, kinds and weights, nothing that anybody wrote. It can be
/// thrown away and learned anew.
/// </summary>
public static class LearnedFile
{
    private const string Name = "triage.csv";
    private static readonly string[] Columns = ["word", "kind", "weight"];

    /// <exception cref="ReferenceDataException">A row cannot be used.</exception>
    public static LearnedWeights Read(DataFolder folder) =>
        File.Exists(Path.Combine(folder.Path, Name))
            ? new LearnedWeights(
                ReferenceFile
                    .Read(folder.Path, Name, Columns)
                    .Rows.Select(row => new LearnedWeight(row.Text("word"), new GrievanceCode(row.Text("kind")), Weight(row)))
            )
            : LearnedWeights.None;

    /// <summary>Puts it in place of the earlier one, whole or not at all; nothing learned is no file.</summary>
    /// <returns>Where it lies.</returns>
    public static string Write(DataFolder folder, LearnedWeights learned)
    {
        var path = Path.Combine(folder.Path, Name);
        if (learned.All.IsEmpty)
        {
            File.Delete(path);
            return path;
        }

        var text = new StringBuilder(string.Join(',', Columns)).Append('\n');
        foreach (var one in learned.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{one.Word},{one.Kind},{one.Weight}\n");
        }

        File.WriteAllText($"{path}.new", text.ToString());
        File.Move($"{path}.new", path, overwrite: true);
        return path;
    }

    private static double Weight(ReferenceRow row) =>
        double.TryParse(row.Text("weight"), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
        && Math.Abs(weight) <= Learning.Bound
            ? weight
            : throw row.Error($"column 'weight' must be a number from -{Learning.Bound} to {Learning.Bound}.");
}
