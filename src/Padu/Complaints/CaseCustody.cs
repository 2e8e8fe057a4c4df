using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>How sure one may be of a file, as far as a scanner goes; each is said in plain words and none is more than what happened.</summary>
public enum ScanWord
{
    /// <summary>No scanner is set up here.</summary>
    Never,

    /// <summary>It will be scanned.</summary>
    Waiting,
    Clean,

    /// <summary>The scanner did not answer; it is asked again.</summary>
    Unreachable,

    /// <summary>The scanner takes no such file.</summary>
    NotTaken,

    /// <summary>Something was found: nobody can download it.</summary>
    Quarantined,
}

/// <summary>When an original was taken out, and by which office.</summary>
public sealed record Release(Instant At, OfficeCode? Office);

/// <summary>A file with all that was done with it.</summary>
/// <param name="ScannedAt">The last look of the scanner, or the moment of quarantine.</param>
/// <param name="Scanner">The scanner and its signatures.</param>
public sealed record KeptFile(CaseEvidence Place, ScanWord Scan, Instant? ScannedAt, string? Scanner, IReadOnlyList<Release> Releases)
{
    public Evidence File => Place.File;

    public FileRef Ref => new(Place.Event.Version, Place.Index);

    public bool IsQuarantined => Scan == ScanWord.Quarantined;
}

/// <summary>A file as one reader sees it; the same words for officers and complainants.</summary>
/// <param name="Path">Where it is downloaded; null where this reader has no way to it.</param>
/// <param name="OriginalPath">Where the original is asked for; null for who may not.</param>
/// <param name="ShowsGivenName">Whether the name as the sender's device gave it is shown: it may tell who they are, so to themselves alone.</param>
public sealed record FileSheet(KeptFile File, string? Path, string? OriginalPath = null, bool ShowsGivenName = false);

/// <summary>The chain of custody of a case's files: from the journal what happened, from the scans beside it what was looked at.</summary>
public sealed class CaseCustody(IDbContextFactory<PaduDb> databases, ComplaintStream stream, IFileScanner scanner)
{
    public async Task<IReadOnlyList<KeptFile>> Of(
        Complaint complaint,
        IReadOnlyList<Recorded<ComplaintEvent>> history,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var holder = HolderOf(complaint.Id);
        var scans = await database
            .Set<FileScanRow>()
            .Where(row => row.Holder == holder)
            .ToDictionaryAsync(row => new FileRef(row.Version, row.Ordinal), cancel);
        return
        [
            .. CaseFile
                .FilesOf(history)
                .Select(place => Kept(place, history, scans.GetValueOrDefault(new FileRef(place.Event.Version, place.Index)))),
        ];
    }

    public string HolderOf(ComplaintId id) => $"{stream.Prefix}/{id}";

    private KeptFile Kept(CaseEvidence place, IReadOnlyList<Recorded<ComplaintEvent>> history, FileScanRow? scan)
    {
        var file = new FileRef(place.Event.Version, place.Index);
        var releases = history
            .Where(recorded => recorded.Fact is ComplaintEvent.OriginalReleased released && released.File == file)
            .Select(recorded => new Release(recorded.OccurredAt, recorded.Office))
            .ToList();
        var quarantine = history.FirstOrDefault(recorded => recorded.Fact is ComplaintEvent.FileQuarantined found && found.File == file);
        return quarantine is not null
            ? new KeptFile(place, ScanWord.Quarantined, quarantine.OccurredAt, null, releases)
            : new KeptFile(place, WordOf(scan), scan?.At, scan?.Scanner, releases);
    }

    private ScanWord WordOf(FileScanRow? scan) =>
        scan?.State switch
        {
            null => scanner.IsSetUp ? ScanWord.Waiting : ScanWord.Never,
            ScanState.Clean => ScanWord.Clean,
            ScanState.Unreachable => ScanWord.Unreachable,
            ScanState.NotTaken => ScanWord.NotTaken,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
