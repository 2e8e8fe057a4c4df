using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;

namespace Padu.Domain.Tests.Triage;

/// <summary>A small word list and four kinds: what the rules are tried on.</summary>
internal static class GivenWords
{
    public static readonly GrievanceKind Voters = Kind("daftar_pemilih", 1, Body.Kpu);
    public static readonly GrievanceKind Bribe = Kind(
        "pidana_pemilihan",
        2,
        Body.Bawaslu,
        "bawaslu-{r}",
        "uu7.lapor_bawaslu",
        "uu10.lapor_bawaslu"
    );
    public static readonly GrievanceKind Service = Kind("layanan_kpu", 3, Body.Kpu);
    public static readonly GrievanceKind Result = Kind("hasil_legislatif", 4, Body.ConstitutionalCourt, "mk", "uu7.mk_legislatif") with
    {
        InformationOnly = true,
    };

    public static readonly ImmutableArray<GrievanceKind> Kinds = [Voters, Bribe, Service, Result];

    public static readonly WordList Words = new(
        new Spelling([
            ("gak", "tidak"),
            ("yg", "yang"),
            ("duit", "uang"),
            ("nyoblos", "coblos"),
            ("e-ktp", "ktp"),
            ("kasih tau", "diberitahu"),
        ]),
        [
            new Clue("tps", true, []),
            new Clue("daftar pilih", true, [(Voters.Code, 4)]),
            new Clue("tidak daftar", false, [(Voters.Code, 3)]),
            new Clue("amplop", false, [(Bribe.Code, 5)]),
            new Clue("bagi uang/beras", false, [(Bribe.Code, 5)]),
            new Clue("kasar", false, [(Service.Code, 4)]),
            new Clue("petugas", false, [(Service.Code, 1)]),
            new Clue("loket", false, [(Service.Code, 2)]),
        ],
        [new ClassClue("usul", ComplaintClass.Suggestion, 4)]
    );

    public static readonly Suggesting Suggesting = new(Kinds, Words, LearnedWeights.None);

    private static GrievanceKind Kind(string code, int row, Body body, string? addressee = null, params string[] limits) =>
        new(
            new GrievanceCode(code),
            row,
            code,
            code,
            body,
            addressee,
            "UU 7/2017",
            [.. limits.Select(limit => new RuleCode(limit))],
            ComplaintClass.Complaint,
            [],
            false,
            Confidence.Verified
        );
}
