using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The scanner did not answer; the delivery is tried again.</summary>
public sealed class ScannerUnreachableException() : Exception("The virus scanner did not answer.");

/// <summary>
/// Has every file scanned after it was filed, so that no filing waits for a scanner. What came is scanned as it came. A finding becomes an event, which
/// closes the file to everybody; anything else is noted beside it.
/// </summary>
public sealed class EvidenceScanning(
    ComplaintQueries queries,
    ComplaintDesk desk,
    CaseCustody custody,
    IFileScanner scanner,
    IBlobStore blobs,
    Journal journal,
    IDbContextFactory<PaduDb> databases,
    IClock clock
) : IFollower
{
    internal const string FollowerName = "pindai";

    public string Name => FollowerName;

    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        fact.Fact is ComplaintEvent.Submitted or ComplaintEvent.Completed or ComplaintEvent.Answered or ComplaintEvent.Replied
            ? [new Delivery("berkas", string.Create(CultureInfo.InvariantCulture, $"{fact.Id:D}/{fact.Version}"))]
            : [];

    /// <exception cref="ScannerUnreachableException">A file is still to be scanned.</exception>
    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var parts = delivery.Reference.Split('/');
        var (id, version) = (new ComplaintId(Guid.ParseExact(parts[0], "D")), int.Parse(parts[1], CultureInfo.InvariantCulture));
        var waits = false;
        foreach (var place in CaseFile.FilesOf(await queries.History(id, cancel)).Where(place => place.Event.Version == version))
        {
            waits |= !await IsDone(id, place, cancel) && !await Scan(id, place, cancel);
        }

        if (waits)
        {
            throw new ScannerUnreachableException();
        }
    }

    /// <summary>True for a file that an earlier try of this delivery has dealt with.</summary>
    private async Task<bool> IsDone(ComplaintId id, CaseEvidence place, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var holder = custody.HolderOf(id);
        return (await queries.State(id, cancel)).Quarantined.Contains(new FileRef(place.Event.Version, place.Index))
            || await database
                .Set<FileScanRow>()
                .AnyAsync(
                    row =>
                        row.Holder == holder
                        && row.Version == place.Event.Version
                        && row.Ordinal == place.Index
                        && row.State != ScanState.Unreachable,
                    cancel
                );
    }

    /// <returns>False when it has to be tried again.</returns>
    private async Task<bool> Scan(ComplaintId id, CaseEvidence place, CancellationToken cancel)
    {
        var (hash, key) = place.File.Original is { } original ? (original.Hash, original.Key) : (place.File.Hash, place.File.Key);
        await using var content = await blobs.Open(hash, key, cancel);
        if (content is null)
        {
            // Damaged or gone: nobody can download it either, and 'padu verify' names it.
            return true;
        }

        var verdict = await scanner.Scan(content, cancel);
        switch (verdict)
        {
            case ScanVerdict.Infected infected:
                await desk.Act(
                    id,
                    new Actor.System(),
                    new ComplaintCommand.QuarantineFile(new FileRef(place.Event.Version, place.Index), infected.Finding),
                    cancel: cancel
                );
                return true;
            case ScanVerdict.Clean clean:
                await Note(id, place, ScanState.Clean, clean.Scanner);
                return true;
            case ScanVerdict.NotTaken:
                await Note(id, place, ScanState.NotTaken, "");
                return true;
            case ScanVerdict.Unreachable:
                await Note(id, place, ScanState.Unreachable, "");
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private Task Note(ComplaintId id, CaseEvidence place, ScanState state, string scannedBy) =>
        journal.Store(
            new FileScanRow(
                custody.HolderOf(id),
                place.Event.Version,
                place.Index,
                state,
                clock.GetCurrentInstant().ToMicroseconds(),
                scannedBy
            )
        );
}

/// <summary>Gives scans that gave up while the scanner was away their tries again as soon as it answers: no file is forgotten over a long outage.</summary>
public sealed class EvidenceScanSweep(Deliveries deliveries, IFileScanner scanner) : ISweep
{
    public string Name => "pindai-ulang";

    public async Task Sweep(Instant now, CancellationToken cancel)
    {
        var dead = (await deliveries.Dead(cancel)).Where(delivery => delivery.Follower == EvidenceScanning.FollowerName).ToList();
        if (dead.Count == 0 || !await scanner.Answers(cancel))
        {
            return;
        }

        foreach (var delivery in dead)
        {
            await deliveries.Retry(delivery);
        }
    }
}
