using System.Collections.Immutable;
using System.Text.Json;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary>A sentence in both languages.</summary>
public sealed record InBoth(string Id, string En)
{
    public string In(string language) => language == "en" ? En : Id;
}

/// <summary>One processing of personal data, as the register of UU 27/2022 art. 31 says it.</summary>
/// <param name="Retention">The row of <c>retention.csv</c> by which it is kept.</param>
public sealed record ProcessingEntry(
    string Code,
    InBoth Purpose,
    InBoth Basis,
    InBoth Subjects,
    InBoth Categories,
    InBoth Recipients,
    string Retention,
    InBoth Safeguards
);

/// <summary><c>processing.json</c>, checked; immutable for the life of the process.</summary>
public sealed class ProcessingRegister
{
    private const string File = "processing.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private ProcessingRegister(ImmutableArray<ProcessingEntry> entries) => Entries = entries;

    public ImmutableArray<ProcessingEntry> Entries { get; }

    /// <exception cref="ReferenceDataException">The file is missing, unreadable, or an entry lacks something.</exception>
    public static ProcessingRegister Load(Retentions retentions, string? folder = null)
    {
        ImmutableArray<ProcessingEntry> entries;
        try
        {
            entries = JsonSerializer.Deserialize<ImmutableArray<ProcessingEntry>>(
                System.IO.File.ReadAllBytes(Path.Combine(folder ?? ReferenceFile.DefaultFolder, File)),
                Json
            );
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            throw new ReferenceDataException(File, null, "the file is missing or no list of processings in both languages.", problem);
        }

        foreach (var entry in entries)
        {
            if (entries.Count(other => other.Code == entry.Code) > 1)
            {
                throw new ReferenceDataException(File, null, $"'{entry.Code}' stands twice.");
            }

            if (retentions.Schedule.Rows.All(row => row.Code != entry.Retention))
            {
                throw new ReferenceDataException(
                    File,
                    null,
                    $"'{entry.Code}' is kept by '{entry.Retention}', which retention.csv does not know."
                );
            }
        }

        return entries.IsDefaultOrEmpty
            ? throw new ReferenceDataException(File, null, "there is no entry.")
            : new ProcessingRegister(entries);
    }
}
