using Padu.Domain.Letters;
using Padu.Tests.Letters;

namespace Padu.Tests.Web;

/// <summary>The forms of letters.</summary>
internal sealed partial class HostileForms
{
    private IEnumerable<FormPlace> OfLetters =>
        [
            new(
                "/meja/pengaduan/{nomor}/surat/baru",
                async () => await As("admin-kota", $"/meja/pengaduan/{(await Filed()).Item1.Number}/surat/baru?jenis=tanda_terima")
            ),
            Paper("ubah", "admin-kota", LetterState.Draft),
            Paper("ajukan", "admin-kota", LetterState.Draft),
            Paper("batalkan", "admin-kota", LetterState.Draft),
            Paper("setujui", "ketua-kota", LetterState.Proposed),
            Paper("terbitkan", "admin-kota", LetterState.Approved),
            Paper("cabut", "ketua-kota", LetterState.Issued),
            new("/atur/surat/{surat}/{bahasa}", () => As("admin-kota", "/atur/surat/jawaban/id")),
        ];

    private FormPlace Paper(string act, string person, LetterState state) =>
        new(
            $"/meja/surat/{{id:guid}}/{act}",
            async () =>
                await As(
                    person,
                    $"/meja/surat/{(await site.Bring(await site.Letter((await Filed()).Item1, LetterKind.Receipt, "admin-kota"), state)).Id}/{act}"
                )
        );
}
