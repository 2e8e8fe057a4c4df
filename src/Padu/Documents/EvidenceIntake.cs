using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Documents;

/// <summary>What came of several uploads: those that were taken, and a refusal for each that was not.</summary>
public sealed record TakenEvidence(IReadOnlyList<Evidence> Evidence, IReadOnlyList<Refusal> Refusals);

/// <summary>
/// Takes uploads: looks at the content, asks the scanner for a moment, draws pictures anew, cleans the name, and stores the bytes sealed under keys
/// of their own before anything refers to them. One bad file does not lose the good ones.
/// </summary>
public sealed class EvidenceIntake(IBlobStore blobs, PictureCleaner cleaner, IFileScanner scanner, UploadMeter meter, FreeSpace space)
{
    /// <summary>The largest request that may carry files, with what a form adds to them.</summary>
    public const long LargestRequest = EvidenceCustody.MostBytesOfMessage + 10L * 1024 * 1024;

    /// <summary>Filing waits no longer for the scanner, whatever was sent; it looks at everything again after the filing.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <param name="already">The files the message holds already.</param>
    /// <param name="visitor">Null for signed-in staff.</param>
    public async Task<TakenEvidence> Take(
        IReadOnlyList<IFormFile> files,
        IReadOnlyCollection<Evidence> already,
        Visitor? visitor,
        CancellationToken cancel
    )
    {
        var taken = new List<Evidence>();
        var refusals = new List<Refusal>();
        using var moment = new CancellationTokenSource(Moment);
        foreach (var file in files)
        {
            if (already.Count + taken.Count >= Intake.MostFiles)
            {
                refusals.Add(new Refusal("evidence.too-many", "Files", Intake.MostFiles));
                break;
            }

            var sum = already.Concat(taken).Sum(one => one.ReceivedBytes) + file.Length;
            if (RoomRefusal(file.Length, sum, visitor) is { } full)
            {
                refusals.Add(full);
                break;
            }

            var name = FileNames.Clean(file.FileName);
            var (evidence, refusal) = await TakeOne(file, name, moment.Token, cancel);
            if (refusal is not null)
            {
                refusals.Add(refusal with { Field = "Files", Parameters = [name, .. refusal.Parameters] });
            }
            else
            {
                taken.Add(evidence!);
            }
        }

        return new TakenEvidence(taken, refusals);
    }

    private Refusal? RoomRefusal(long bytes, long inMessage, Visitor? visitor) =>
        EvidenceCustody.CheckRoom(inMessage, visitor is null ? 0 : visitor.CaseBytes + inMessage)
        // Twice: a picture lies here as it came and as it is handed out.
        ?? (space.HasRoomFor(2 * bytes) ? null : new Refusal("evidence.no-room", "Files"))
        ?? (visitor is null ? null : meter.Take(visitor, bytes));

    private async Task<(Evidence? Evidence, Refusal? Refusal)> TakeOne(
        IFormFile file,
        string name,
        CancellationToken moment,
        CancellationToken cancel
    )
    {
        await using var content = file.OpenReadStream();
        var inspected = await FileInspection.Inspect(content, name, cancel);
        if (inspected.Kind is not { } kind)
        {
            return (null, inspected.Refusal);
        }

        if (await IsInfected(content, moment, cancel))
        {
            return (null, new Refusal("evidence.infected"));
        }

        CleanedPicture? cleaned = null;
        if (kind.IsPicture)
        {
            var received = new byte[content.Length];
            await content.ReadExactlyAsync(received, cancel);
            content.Position = 0;
            cleaned = await cleaner.Clean(kind, received, cancel);
            if (cleaned.Refusal is { } code)
            {
                return (null, new Refusal(code, null, code == "evidence.picture-too-large" ? [PictureHeader.MostMegapixels] : []));
            }
        }

        if (await blobs.Put(content, kind.MostBytes, cancel) is not { } stored)
        {
            return (null, new Refusal("evidence.too-large", null, kind.MostBytes / (1024 * 1024)));
        }

        var evidence = new Evidence(stored.Hash, name, kind.MediaType, stored.Bytes, stored.Key)
        {
            GivenName = FileNames.Given(file.FileName, name),
            Cautions = inspected.Cautions.IsEmpty ? null : inspected.Cautions,
        };
        return cleaned?.Bytes is { } bytes ? (await WithCopy(evidence, bytes, cancel), null) : (evidence, null);
    }

    /// <summary>What is handed out becomes the copy; what came lies beside it under a key of its own.</summary>
    private async Task<Evidence> WithCopy(Evidence received, byte[] copy, CancellationToken cancel)
    {
        using var content = new MemoryStream(copy, writable: false);
        var stored = await blobs.Put(content, copy.Length, cancel) ?? throw new InvalidOperationException("A copy is as long as it is.");
        return received with
        {
            Hash = stored.Hash,
            Bytes = stored.Bytes,
            Key = stored.Key,
            Original = new OriginalFile(received.Hash, received.Bytes, received.Key),
        };
    }

    private async Task<bool> IsInfected(Stream content, CancellationToken moment, CancellationToken cancel)
    {
        if (!scanner.IsSetUp || moment.IsCancellationRequested)
        {
            return false;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(moment, cancel);
        try
        {
            return await scanner.Scan(content, either.Token) is ScanVerdict.Infected;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Not within the moment: it is scanned after the filing, and nobody is told that it was.
            return false;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
