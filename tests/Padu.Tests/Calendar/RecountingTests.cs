using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Calendar;

/// <summary>The program is started again with another list of holidays over the same records.</summary>
public sealed class RecountingTests : IDisposable
{
    /// <summary>Wednesday 23 December 2026: the day before the collective leave of Christmas.</summary>
    private static readonly Instant Filed = Instant.FromUtc(2026, 12, 22, 2, 0);

    private readonly ReferenceFolder reference = new();
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("padu-hitung-ulang-");
    private readonly TestClock clock = new() { Now = Filed };

    [Fact(DisplayName = "Rule 58: a changed list of holidays counts open clocks again, once, and the old date is kept")]
    public async Task Open_clocks_follow_a_changed_list_once()
    {
        var data = Path.Combine(place.FullName, "data");
        DataFolder.Create(data, DataFolderKind.Demonstration, new RegionCode("17"), clock.Now);
        Complaint complaint;
        await using (var first = Build(data, WithoutChristmasLeave()))
        {
            first.Services.GetRequiredService<StorageSetup>().Migrate();
            await first.Services.GetRequiredService<OrganisationDesk>().CreateOffices(new RegionCode("17"), clock.Now);
            complaint = await File(first);
        }

        var told = complaint.ClockOf(ClockKind.Verification)!;
        Assert.Equal(new LocalDate(2026, 12, 28), told.DueDate);

        await using var second = Build(data, null);
        clock.Now = Filed + Duration.FromHours(1);
        await Sweep(second);
        var now = await second.Services.GetRequiredService<ComplaintQueries>().State(complaint.Id, default);
        var recounted = now.ClockOf(ClockKind.Verification)!;
        Assert.Equal(new LocalDate(2026, 12, 29), recounted.DueDate);
        Assert.Equal([new FormerDate(told.DueDate!.Value, told.CalendarVersion, clock.Now)], recounted.Former!.Value);
        Assert.All(now.Clocks, clock => Assert.NotEqual(told.CalendarVersion, clock.CalendarVersion));

        await Sweep(second);
        Assert.Equal(now.Version, (await second.Services.GetRequiredService<ComplaintQueries>().State(complaint.Id, default)).Version);
    }

    public void Dispose()
    {
        reference.Dispose();
        place.Delete(recursive: true);
    }

    /// <summary>The shipped list as if the leave of 24 December had not been decreed yet.</summary>
    private string WithoutChristmasLeave()
    {
        var year = reference["holidays/2026.csv"];
        System.IO.File.WriteAllLines(
            year,
            System.IO.File.ReadAllLines(year).Where(line => !line.StartsWith("2026-12-24", StringComparison.Ordinal))
        );
        var sets = reference["holidays/sets.csv"];
        System.IO.File.WriteAllText(sets, System.IO.File.ReadAllText(sets).Replace("2026,2026.1", "2026,2026.0", StringComparison.Ordinal));
        return reference.Path;
    }

    private WebApplication Build(string data, string? other) =>
        PaduHost.Build(
            new HostSettings(data, "http://127.0.0.1:0", Demonstration: true),
            builder =>
            {
                builder.Services.Replace(ServiceDescriptor.Singleton<IClock>(clock));
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                if (other is not null)
                {
                    builder.Services.AddCalendar(other);
                }
            }
        );

    private static async Task Sweep(WebApplication app)
    {
        foreach (var sweep in app.Services.GetServices<ISweep>())
        {
            await sweep.Sweep(app.Services.GetRequiredService<IClock>().GetCurrentInstant(), default);
        }
    }

    private static async Task<Complaint> File(WebApplication app)
    {
        var filed = await app
            .Services.GetRequiredService<ComplaintDesk>()
            .File(
                new FilingRequest(
                    Guid.CreateVersion7(),
                    new OfficeCode("kpu-17.71"),
                    IntakeChannel.Web,
                    Language.Indonesian,
                    IdentityLevel.Open,
                    new Identity("Ibu Contoh", "Jalan Contoh 1", "0812 0000 1111", "ibu@contoh.example"),
                    "Permohonan pindah memilih saya ditolak tanpa surat.",
                    "Loket pelayanan",
                    "Pindah memilih",
                    "Mohon alasan tertulis.",
                    new RegionCode("17.71"),
                    new LocalDate(2026, 12, 21),
                    []
                ),
                alsoStore: null,
                default
            );
        Assert.Null(filed.Refusal);
        return await app.Services.GetRequiredService<ComplaintQueries>().State(filed.Complaint.Id, default);
    }
}
