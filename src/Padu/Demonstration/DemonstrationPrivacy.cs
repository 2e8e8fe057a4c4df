using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Privacy;
using Padu.Privacy;

namespace Padu.Demonstration;

/// <summary>Rights of data subjects and failures of protection in the demonstration, through the same desks as the pages.</summary>
public sealed class DemonstrationPrivacy(IServiceProvider services)
{
    private static readonly OfficeCode Province = new($"kpu-{DemonstrationFolder.Province}");

    private readonly PrivacyDesk requests = services.GetRequiredService<PrivacyDesk>();
    private readonly BreachDesk breaches = services.GetRequiredService<BreachDesk>();

    /// <summary>A failure that is over: found, told in time to everybody whom the law names, and closed with what was learnt.</summary>
    public IEnumerable<DemonstrationStep> Steps(DemonstrationDays days)
    {
        var id = new BreachId(Guid.CreateVersion7());
        yield return At(
            -16,
            9,
            new BreachCommand.Record(
                id,
                days.At(-16, new LocalTime(8, 40)),
                [BreachKind.Confidentiality],
                [DataCategory.NameAndAddress, DataCategory.Contact],
                2,
                "Contoh: daftar hadir berisi nama dan nomor telepon dua pelapor tertinggal di mesin fotokopi bersama.",
                "Lembar diambil dan dimusnahkan pada jam yang sama."
            )
        );
        yield return At(
            -16,
            13,
            Tell(
                days.At(-16, new LocalTime(13, 0)),
                BreachAudience.Subjects,
                NoticeWay.Telephone,
                "Contoh: nama dan nomor telepon Anda terbaca orang lain pada pagi ini di mesin fotokopi kantor. Lembarnya sudah dimusnahkan."
            )
        );
        yield return At(
            -16,
            15,
            Tell(
                days.At(-16, new LocalTime(15, 0)),
                BreachAudience.Agency,
                NoticeWay.Letter,
                "Contoh: nama dan nomor telepon dua orang terbaca di mesin fotokopi kantor; keduanya sudah diberi tahu dan lembarnya dimusnahkan."
            )
        );
        yield return At(-12, 10, new BreachCommand.Close("Daftar hadir dicetak di ruang arsip saja."));

        DemonstrationStep At(int day, int hour, BreachCommand command) =>
            new DemonstrationStep.Cooperate(
                days.At(day, new LocalTime(hour, 10)),
                async (cast, cancel) => Done(await breaches.Act(Admin(cast), id, command, null, cancel))
            );
    }

    /// <summary>What waits when the demonstration opens: a failure found this morning, and what people ask of their data.</summary>
    /// <param name="open">Somebody who told their name openly.</param>
    /// <param name="hidden">Somebody whose identity is protected.</param>
    public async Task Leave(Complaint open, Complaint hidden, DemonstrationCast cast, Instant now, CancellationToken cancel)
    {
        var found = new BreachId(Guid.CreateVersion7());
        var record = new BreachCommand.Record(
            found,
            now - Duration.FromHours(2),
            [BreachKind.Availability],
            [DataCategory.Story],
            null,
            "Contoh: satu laptop petugas hilang di perjalanan; cakramnya tersandi.",
            "Akun petugas ditutup dan polisi diberi tahu."
        );
        Done(await breaches.Act(Admin(cast), found, record, null, cancel));
        await Ask(open, RequestKind.Access, "Saya ingin salinan semua yang dicatat tentang saya.", cancel);
        await Ask(open, RequestKind.Restriction, "Mohon jangan diproses dulu sampai alamat saya dibetulkan.", cancel);
        await Ask(hidden, RequestKind.Erasure, "Saya khawatir dikenali. Mohon data saya dihapus.", cancel);
    }

    private async Task Ask(Complaint complaint, RequestKind kind, string words, CancellationToken cancel)
    {
        var ask = new PrivacyAsk(kind, RequestChannel.Tracking, [], words, null);
        Done((await requests.Receive(new Actor.Complainant(complaint.ReporterId), complaint, ask, cancel)).Refusal);
    }

    private static BreachCommand.Tell Tell(Instant at, BreachAudience audience, NoticeWay way, string text) =>
        new(audience, at, [way], 2, text);

    private static Actor.Staff Admin(DemonstrationCast cast) => cast.In(Province, Role.AgencyAdmin);

    private static void Done(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"What the demonstration does with personal data is refused: {refusal}.");
        }
    }
}
