using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Commands;
using Padu.Complaints;
using Padu.Demonstration;
using Padu.Domain.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Demonstration;

public sealed class DemonstrationFillerTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("padu-contoh-");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public async Task Fill_WritesEveryCaseAtItsOwnMomentAndReceiptsThatOpen()
    {
        var settings = new HostSettings(Path.Combine(home.FullName, "contoh"), "http://127.0.0.1:0", Demonstration: true);

        var notes = await DemoCommand.Fill(settings, CancellationToken.None);

        await using var app = PaduHost.Build(settings);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PaduDb>>().CreateDbContextAsync();
        Assert.Equal(44, await db.Set<ComplaintRow>().CountAsync());
        var moments = await db.Set<EventRow>()
            .OrderBy(row => row.Position)
            .Select(row => new { row.OccurredAt, row.RecordedAt })
            .ToListAsync();
        Assert.All(moments, one => Assert.Equal(one.OccurredAt, one.RecordedAt));
        Assert.Equal(moments.Select(one => one.RecordedAt).Order(), moments.Select(one => one.RecordedAt));
        var codes = app.Services.GetRequiredService<AccessCodes>();
        var queries = app.Services.GetRequiredService<ComplaintQueries>();
        foreach (var receipt in notes.Receipts)
        {
            var number = new PublicNumber(receipt.Number);
            var id = await queries.Unscoped(number, CancellationToken.None);
            var complaint = await queries.State(id!.Value, CancellationToken.None);
            Assert.True(codes.Matches(number, receipt.Code, complaint.Verifier));
        }
    }
}
