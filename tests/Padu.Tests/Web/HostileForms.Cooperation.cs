using Padu.Tests.Agreements;
using Padu.Tests.Coordination;
using Padu.Tests.Meetings;

namespace Padu.Tests.Web;

/// <summary>The forms of what two institutions do together: agreements, obligations, agenda, inputs, meetings.</summary>
internal sealed partial class HostileForms
{
    private IEnumerable<FormPlace> OfCooperation =>
        [
            new("/kerja-sama/perjanjian/baru", () => As("sekretariat", "/kerja-sama/perjanjian/baru")),
            Pact("rancangan", "sekretariat", () => site.Draft()),
            Pact("setujui", "ketua-provinsi", () => site.Draft()),
            Pact("tandatangani", "ketua-provinsi", async () => await site.Approve(await site.Draft())),
            Pact("dokumen", "sekretariat", () => site.Draft()),
            Pact("akhiri", "ketua-provinsi", () => site.InForce()),
            Pact("evaluasi", "sekretariat", () => site.InForce()),
            Pact("sepakati-evaluasi", "asisten-ombudsman", Evaluated),
            Pact("kewajiban", "sekretariat", () => site.InForce()),
            new("/kerja-sama/kewajiban/putusan", () => As("sekretariat", "/kerja-sama/kewajiban/putusan")),
            Owed("bukti", "admin-kota", () => site.Owe(TestSite.City)),
            Owed("nilai", "sekretariat", async () => await site.Give(await site.Owe(TestSite.City))),
            Owed("teruskan", "sekretariat", () => site.Owe(TestSite.City)),
            Owed("tarik", "sekretariat", () => site.Owe(TestSite.City)),
            new("/kerja-sama/agenda/baru", () => As("sekretariat", "/kerja-sama/agenda/baru")),
            Agenda("setujui", "kepala-ombudsman", () => site.Propose()),
            Agenda("tolak", "kepala-ombudsman", () => site.Propose()),
            Agenda("pindah", "kepala-ombudsman", () => site.Propose()),
            Agenda("batalkan", "sekretariat", () => site.Propose()),
            Agenda("hari", "sekretariat", async () => await site.Accept(await site.Propose(repeat: Joint.Weekly))),
            Agenda("kegiatan", "sekretariat", async () => await site.Accept(await site.Propose())),
            Agenda("tambah-berkas", "sekretariat", async () => await site.Accept(await site.Propose())),
            Agenda("hasil", "sekretariat", BegunAgenda),
            new("/kerja-sama/masukan/baru", () => As("sekretariat", "/kerja-sama/masukan/baru")),
            Suggestion("pelajari", async () => (await site.Suggest()).Input),
            Suggestion("jawab", async () => (await site.Suggest()).Input),
            Suggestion(
                "perubahan",
                async () => await site.Answer((await site.Suggest()).Input, Domain.Coordination.InputVerdict.Accept, "Ram")
            ),
            Suggestion("terbitkan", async () => await site.Answer((await site.Suggest()).Input, Domain.Coordination.InputVerdict.Decline)),
            new("/masukan/baru", () => Visit("/masukan/baru")),
            new("/masukan/lacak", () => Visit("/masukan/lacak")),
            new("/masukan/hapus", () => Visit("/masukan/hapus")),
            new("/meja/rakor/baru", () => As("sekretariat", "/meja/rakor/baru")),
            Rapat("rancangan", "sekretariat", () => site.Planned()),
            Rapat("undang", "sekretariat", () => site.Planned()),
            Rapat("pindah", "sekretariat", () => site.Invited()),
            Rapat("batal", "sekretariat", () => site.Invited()),
            Rapat("mulai", "sekretariat", () => site.Invited()),
            Rapat("hadir", "sekretariat", () => site.Invited()),
            Rapat("hadir/buka", "sekretariat", () => site.Invited()),
            Rapat("bahan", "sekretariat", () => site.Invited()),
            Rapat("instrumen/{tema:int}/susun", "sekretariat", () => site.Planned()),
            Rapat("instrumen/{tema:int}/isi", "admin-kota", () => site.Invited()),
            Rapat("notula/{tema:int}", "sekretariat", () => site.Held()),
            Rapat("notula/setujui", "ketua-provinsi", () => site.Written()),
            Rapat("putuskan", "sekretariat", () => site.Held()),
            Rapat("tutup", "sekretariat", () => site.Approved()),
            new("/rakor/{kode}/hadir/{sandi}", async () => await Visit(await site.Link(await site.Held()))),
        ];

    private FormPlace Pact(string act, string person, Func<Task<Domain.Agreements.Agreement>> state) =>
        new($"/kerja-sama/perjanjian/{{slug}}/{act}", async () => await As(person, $"/kerja-sama/perjanjian/{(await state()).Code}/{act}"));

    private FormPlace Rapat(string act, string person, Func<Task<Domain.Meetings.Meeting>> state) =>
        new(
            $"/meja/rakor/{{kode}}/{act}",
            async () => await As(person, $"/meja/rakor/{(await state()).Code}/{act.Replace("{tema:int}", "1", StringComparison.Ordinal)}")
        );

    private FormPlace Owed(string act, string person, Func<Task<Domain.Obligations.Obligation>> state) =>
        new($"/kerja-sama/kewajiban/{{id:guid}}/{act}", async () => await As(person, $"/kerja-sama/kewajiban/{(await state()).Id}/{act}"));

    private FormPlace Agenda(string act, string person, Func<Task<Domain.Coordination.Agenda>> state) =>
        new($"/kerja-sama/agenda/{{kode}}/{act}", async () => await As(person, $"/kerja-sama/agenda/{(await state()).Code}/{act}"));

    private FormPlace Suggestion(string act, Func<Task<Domain.Coordination.Input>> state) =>
        new(
            $"/kerja-sama/masukan/{{kode}}/{act}",
            async () => await As("admin-kota", $"/kerja-sama/masukan/{(await state()).Number}/{act}")
        );

    private async Task<Domain.Coordination.Agenda> BegunAgenda() =>
        await site.Accept(await site.Propose(slot: new(new(2026, 11, 12), new(7, 0), new(9, 0))));

    private async Task<Domain.Agreements.Agreement> Evaluated() =>
        await site.Do(await site.InForce(), "sekretariat", new Domain.Agreements.AgreementCommand.Evaluate(2026, "Berjalan baik."));
}
