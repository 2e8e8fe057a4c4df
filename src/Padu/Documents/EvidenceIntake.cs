using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Documents;

/// <summary>What came of several uploads: those that were taken, and a refusal for each that was not.</summary>
public sealed record TakenEvidence(IReadOnlyList<Evidence> Evidence, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Takes uploads: looks at the content, cleans the name, stores the bytes sealed under a key of their own before anything refers to them. One bad
/// file does not lose the good ones.
/// </summary>
public sealed class EvidenceIntake(IBlobStore blobs)
{
    /// <summary>The largest request that may carry files: one video and some documents.</summary>
    public const long LargestRequest = 80L * 1024 * 1024;

    /// <param name="already">How many files the message holds already.</param>
    public async Task<TakenEvidence> Take(IReadOnlyList<IFormFile> files, int already, CancellationToken cancel)
    {
        var taken = new List<Evidence>();
        var refusals = new List<Refusal>();
        foreach (var file in files)
        {
            if (already + taken.Count >= Intake.MostFiles)
            {
                refusals.Add(new Refusal("evidence.too-many", "Files", Intake.MostFiles));
                break;
            }

            var name = FileNames.Clean(file.FileName);
            await using var content = file.OpenReadStream();
            var (kind, refusal) = await FileInspection.Inspect(content, name, cancel);
            if (refusal is not null)
            {
                refusals.Add(refusal with { Field = "Files", Parameters = [name, .. refusal.Parameters] });
                continue;
            }

            if (await blobs.Put(content, kind!.MostBytes, cancel) is not { } stored)
            {
                refusals.Add(new Refusal("evidence.too-large", "Files", name, kind.MostBytes / (1024 * 1024)));
                continue;
            }

            taken.Add(new Evidence(stored.Hash, name, kind.MediaType, stored.Bytes, stored.Key));
        }

        return new TakenEvidence(taken, refusals);
    }
}
