using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;
using Padu.Domain;

namespace Padu.Documents;

/// <summary>What the last look of the scanner at a file came to. A finding is no row but an event of the case.</summary>
public enum ScanState
{
    [Code("bersih")]
    Clean,

    [Code("tidak_terjangkau")]
    Unreachable,

    [Code("tidak_diambil")]
    NotTaken,
}

/// <summary>
/// A file's last scan: beside the journal and not read from it, because it says what a scanner knew on a day and not what happened to the case. Lost
/// rows are scanned again.
/// </summary>
/// <param name="Holder">The stream that refers to the file.</param>
/// <param name="Version">The event that brought it.</param>
/// <param name="Scanner">The scanner and its signatures, as it told them; empty where it did not look.</param>
public sealed record FileScanRow(string Holder, int Version, int Ordinal, ScanState State, Instant At, string Scanner);

internal sealed class FileScanConfiguration : IEntityTypeConfiguration<FileScanRow>
{
    public void Configure(EntityTypeBuilder<FileScanRow> builder) =>
        builder
            .ToTable("file_scans")
            .HasKey(row => new
            {
                row.Holder,
                row.Version,
                row.Ordinal,
            });
}
