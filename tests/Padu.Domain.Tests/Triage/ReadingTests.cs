using Padu.Domain.Triage;

namespace Padu.Domain.Tests.Triage;

/// <summary>How a text is read: spelling, stems, slips of the finger.</summary>
public sealed class ReadingTests
{
    private static readonly HashSet<string> Known =
    [
        "daftar",
        "tolak",
        "kirim",
        "coblos",
        "bagi",
        "sapu",
        "nama",
        "pilih",
        "ambil",
        "suara",
    ];

    [Theory]
    [InlineData("daftar", "daftar")]
    [InlineData("terdaftar", "daftar")]
    [InlineData("mendaftarkan", "daftar")]
    [InlineData("didaftarkannya", "daftar")]
    [InlineData("menolak", "tolak")]
    [InlineData("penolakan", "tolak")]
    [InlineData("mengirim", "kirim")]
    [InlineData("mengambil", "ambil")]
    [InlineData("menyapu", "sapu")]
    [InlineData("nyoblos", "coblos")]
    [InlineData("dibagiin", "bagi")]
    [InlineData("memilih", "pilih")]
    [InlineData("pemilihan", "pilih")]
    [InlineData("didaftarkannyalah", null)]
    [InlineData("namo", "nama")]
    [InlineData("namonyo", "nama")]
    [InlineData("suaro", "suara")]
    [InlineData("makanan", null)]
    [InlineData("di", null)]
    public void A_written_word_comes_from_a_known_one_or_from_none(string written, string? root) =>
        Assert.Equal(root, Stemming.Root(written, Known));

    [Theory]
    [InlineData("pemutakhran", "pemutakhiran")]
    [InlineData("rekapitualsi", "rekapitulasi")]
    [InlineData("kampnye", "kampanye")]
    [InlineData("rekap", null)]
    [InlineData("tampan", null)]
    // The first letter is seldom wrong, and what has a digit is a number or the name of a form.
    [InlineData("lampanye", null)]
    [InlineData("kampany3", null)]
    public void A_slip_of_the_finger_means_the_one_word_it_is_near(string written, string? meant) =>
        Assert.Equal(meant, Typing.Meant(written, ["pemutakhiran", "rekapitulasi", "kampanye", "kampung"]));

    [Fact]
    public void As_near_to_two_words_it_means_neither() => Assert.Null(Typing.Meant("jadwak", ["jadwal", "jadwat"]));

    [Theory]
    [InlineData("kuda", "kuda", 0)]
    [InlineData("kuda", "kud", 1)]
    [InlineData("kuda", "kdua", 1)]
    [InlineData("kuda", "sapi", 4)]
    public void Two_letters_changed_about_are_one_slip(string one, string other, int slips) =>
        Assert.Equal(slips, Typing.Distance(one, other));

    [Fact]
    public void Everyday_spelling_is_made_plain_and_the_written_words_are_kept()
    {
        var read = GivenSpelling.Read("Yg punya e-KTP GAK dikasih tau!! Bangeeet, bagi2 duit.");
        Assert.Equal(["yang", "punya", "ktp", "tidak", "diberitahu", "bangeet", "bagi", "uang"], read.Select(token => token.Word));
        Assert.Equal(["Yg", "punya", "e KTP", "GAK", "dikasih tau", "Bangeeet", "bagi2", "duit"], read.Select(token => token.Written));
        Assert.Equal(2, read.Select(token => token.Sentence).Distinct().Count());
    }

    [Fact]
    public void A_dot_inside_a_word_ends_no_sentence() =>
        Assert.Equal(["Formulir C.Hasil tidak ada.", " Di mana?", ""], Spelling.Sentences("Formulir C.Hasil tidak ada. Di mana?"));

    private static readonly Spelling GivenSpelling = new([
        ("yg", "yang"),
        ("gak", "tidak"),
        ("e-ktp", "ktp"),
        ("dikasih tau", "diberitahu"),
        ("duit", "uang"),
    ]);
}
