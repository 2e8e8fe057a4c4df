using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Bench;

/// <summary>A real scanner: what it says by itself, and what becomes of files that were filed before it looked.</summary>
internal static class ScannerDrill
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="address">A scanner that knows the test string and takes one megabyte.</param>
    /// <returns>True when everything was as it must be.</returns>
    public static async Task<bool> Run(Uri address, Action<string> say, CancellationToken cancel)
    {
        var scanner = new ClamAv(address);
        var isSound = Tell("it answers", await scanner.Answers(cancel));
        isSound &= Tell(
            "the test string is found",
            await Scan(Encoding.ASCII.GetBytes(Eicar)) is ScanVerdict.Infected { Finding.Length: > 0 }
        );
        isSound &= Tell(
            "a good file is clean",
            await Scan("Surat biasa."u8.ToArray()) is ScanVerdict.Clean { Scanner: ['C', 'l', 'a', 'm', ..] }
        );
        isSound &= Tell("a file too long for it is not called clean", await Scan(new byte[3_000_000]) is ScanVerdict.NotTaken);

        using var place = await Workplace.Make();
        await using var app = PaduHost.Build(new HostSettings(place.Data, "http://127.0.0.1:0", ClamAv: address));
        await app.StartAsync(cancel);
        var bad = await File(app.Services, Encoding.ASCII.GetBytes(Eicar), cancel);
        var good = await File(app.Services, "Surat biasa."u8.ToArray(), cancel);
        isSound &= Tell("what was filed is put in quarantine", await Becomes(app.Services, bad, ScanWord.Quarantined, cancel));
        isSound &= Tell("what is good is said to be clean", await Becomes(app.Services, good, ScanWord.Clean, cancel));
        await app.StopAsync(cancel);
        return isSound;

        Task<ScanVerdict> Scan(byte[] bytes) => scanner.Scan(new MemoryStream(bytes), cancel);

        bool Tell(string what, bool holds)
        {
            say($"{(holds ? "yes" : "NO ")}  {what}");
            return holds;
        }
    }

    private static async Task<ComplaintId> File(IServiceProvider services, byte[] bytes, CancellationToken cancel)
    {
        var stored = await services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes), bytes.Length, cancel);
        var filed = await services
            .GetRequiredService<ComplaintDesk>()
            .File(
                new FilingRequest(
                    Guid.CreateVersion7(),
                    new OfficeCode("kpu-17"),
                    IntakeChannel.Web,
                    Language.Indonesian,
                    IdentityLevel.Anonymous,
                    new Identity(null, null, null, null),
                    "Antrean tidak pernah dipanggil.",
                    null,
                    null,
                    null,
                    null,
                    null,
                    [new Evidence(stored!.Hash, "uji.txt", "text/plain", stored.Bytes, stored.Key)]
                ),
                alsoStore: null,
                cancel
            );
        return filed.Refusal is null ? filed.Complaint.Id : throw new InvalidOperationException($"Refused: {filed.Refusal.Code}.");
    }

    private static async Task<bool> Becomes(IServiceProvider services, ComplaintId id, ScanWord word, CancellationToken cancel)
    {
        var queries = services.GetRequiredService<ComplaintQueries>();
        var custody = services.GetRequiredService<CaseCustody>();
        for (var since = Environment.TickCount64; Environment.TickCount64 - since < Patience.TotalMilliseconds; )
        {
            var kept = await custody.Of(await queries.State(id, cancel), await queries.History(id, cancel), cancel);
            if (kept[0].Scan == word)
            {
                return true;
            }

            await Task.Delay(100, cancel);
        }

        return false;
    }
}
