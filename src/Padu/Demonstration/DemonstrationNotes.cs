using System.Collections.Immutable;
using System.Text.Json;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>A case that may be followed on the tracking page.</summary>
/// <param name="No">Its number in the catalogue of 44.</param>
public sealed record DemonstrationReceipt(int No, string Number, string Code);

/// <summary>
/// What a demonstration tells its visitors: the one password and some receipts. Kept as <c>contoh.json</c> in its folder, written last, so that a
/// filling that was broken off is known. An installation never has such a file.
/// </summary>
public sealed record DemonstrationNotes(string Password, ImmutableArray<DemonstrationReceipt> Receipts)
{
    private const string FileName = "contoh.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Null when the filling of this folder was never finished.</summary>
    public static DemonstrationNotes? Read(DataFolder folder)
    {
        var file = Path.Combine(folder.Path, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<DemonstrationNotes>(File.ReadAllBytes(file), Json) : null;
    }

    public void Write(DataFolder folder)
    {
        var file = Path.Combine(folder.Path, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this, Json) + "\n");
        File.Move(file + ".new", file);
    }
}
