using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>What an operator must know of the machine; not a word of any case.</summary>
/// <param name="Database">Bytes; null where the database lies elsewhere.</param>
/// <param name="DiskFree">Bytes on the disk of the data folder.</param>
/// <param name="Overdue">Cases whose clock ran out and whose sweep has not come yet.</param>
public sealed record StatusReport(
    Instant Now,
    string Version,
    Duration Uptime,
    long Database,
    long DiskFree,
    Instant? LastBackup,
    IReadOnlyList<FollowerStatus> Followers,
    IReadOnlyList<DeliveryRow> Dead,
    IReadOnlyList<SweepRun> Sweeps,
    int Overdue,
    IReadOnlyList<DeadlineRule> Unconfirmed,
    int NextYear,
    HolidaySet? NextHolidays
)
{
    private static readonly Duration OldBackup = Duration.FromDays(2);

    public bool BackupIsOld => LastBackup is not { } last || Now - last > OldBackup;

    /// <summary>A tenth of a gigabyte is a few days of evidence.</summary>
    public bool DiskIsShort => DiskFree < 1_000_000_000;
}

/// <summary>Gathers the operator's report.</summary>
public sealed class SystemStatus(
    IDbContextFactory<PaduDb> databases,
    Deliveries deliveries,
    SweepLog sweeps,
    StorageHealth storage,
    DataFolder folder,
    Law calendar,
    DateTimeZone zone,
    IClock clock
)
{
    private static readonly string Version =
        typeof(SystemStatus).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    public async Task<StatusReport> Report(CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var today = now.InZone(zone).Date;
        await using var database = await databases.CreateDbContextAsync(cancel);
        return new StatusReport(
            now,
            Version,
            Duration.FromTimeSpan(Stopwatch.GetElapsedTime(Started)),
            storage.Size(),
            new DriveInfo(Path.GetFullPath(folder.Path)).AvailableFreeSpace,
            folder.LastBackup,
            await deliveries.Status(cancel),
            await deliveries.Dead(cancel),
            sweeps.Runs,
            await database.Set<ComplaintRow>().CountAsync(row => row.SweepAt <= now, cancel),
            [.. calendar.Rules.Rows.Where(rule => !rule.IsConfirmed && (rule.ValidTo is not { } last || last >= today))],
            today.Year + 1,
            calendar.Calendar.SetOf(today.Year + 1)
        );
    }

    public async Task<DeliveryRow?> Dead(string follower, long position, int ordinal, CancellationToken cancel) =>
        (await deliveries.Dead(cancel)).FirstOrDefault(row => (row.Follower, row.Position, row.Ordinal) == (follower, position, ordinal));

    /// <summary>Made with the program's services, so from the start of the process.</summary>
    private long Started { get; } = Stopwatch.GetTimestamp();
}
