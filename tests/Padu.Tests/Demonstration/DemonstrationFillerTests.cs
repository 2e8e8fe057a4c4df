using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Padu.Agreements;
using Padu.Commands;
using Padu.Complaints;
using Padu.Demonstration;
using Padu.Domain.Agreements;
using Padu.Domain.Complaints;
using Padu.Domain.Meetings;
using Padu.Domain.Privacy;
using Padu.Meetings;
using Padu.Privacy;
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
        // What the announcement of 2016 says stands in the demonstration; OriginTests read the pages.
        Assert.Single(await db.Set<AgreementRow>().Where(row => row.Code == new AgreementCode("pks-2016-bengkulu")).ToListAsync());
        Assert.Single(await db.Set<MeetingRow>().Where(row => row.Code == new MeetingCode("rakor-2016-bengkulu")).ToListAsync());
        // Somebody's rights and somebody's failure wait on the desks.
        var asked = await db.Set<PrivacyRequestRow>().Select(row => new { row.Kind, row.State }).ToListAsync();
        Assert.Equal(
            [
                (RequestKind.Access, RequestState.Granted),
                (RequestKind.Restriction, RequestState.Pending),
                (RequestKind.Erasure, RequestState.Pending),
            ],
            asked.Select(one => (one.Kind, one.State)).OrderBy(one => one.Kind)
        );
        Assert.Equal(2, await db.Set<BreachRow>().CountAsync());
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
