using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Oversight;

namespace Padu.Demonstration;

/// <summary>A fictional election around the demonstration's present, its ad hoc bodies, and the cases that concern its stages.</summary>
public static class DemonstrationElection
{
    private static readonly ElectionCode Code = new("pemilihan-contoh");
    private static readonly StageCode VoterList = new("data_pemilih");
    private static readonly StageCode Forming = new("badan_adhoc");
    private const string Source = "Jadwal contoh untuk demonstrasi, bukan jadwal sungguhan";

    /// <summary>Of the scripted complaints, those about the voter list and about the choosing of ad hoc bodies.</summary>
    public static StageRef? ConcernOf(int complaint) =>
        complaint switch
        {
            1 or 2 => new StageRef(Code, VoterList),
            15 => new StageRef(Code, Forming),
            _ => null,
        };

    public static async Task Add(IServiceProvider services, DemonstrationDays days, CancellationToken cancel)
    {
        var zero = days.DayZero;
        await services.GetRequiredService<ElectionDesk>().Add(Example(days), cancel);
        var problems = await services
            .GetRequiredService<AdHocDesk>()
            .Import(
                new Actor.System(),
                new OfficeCode("kpu-17.71"),
                Code.Value,
                "Keputusan contoh tentang pembentukan badan ad hoc",
                Bodies(services.GetRequiredService<Regions>(), zero),
                cancel
            );
        if (problems is [var problem, ..])
        {
            throw new InvalidOperationException($"Body {problem.Line} is refused: {problem.Refusal}.");
        }
    }

    private static Election Example(DemonstrationDays days)
    {
        var voting = days.DayZero.PlusDays(75);
        ElectionStage Stage(StageCode code, string id, string en, LocalDate from, LocalDate to) =>
            new(code, id, en, from, to, Source, Confidence.Doubtful);
        return new Election(
            Code,
            1,
            ElectionKind.Regional,
            "Pemilihan contoh (fiktif)",
            "Example election (fictional)",
            [DemonstrationFolder.Province.Value],
            voting,
            Source,
            Confidence.Doubtful,
            IsConfirmed: false,
            [
                Stage(Forming, "Pembentukan PPK dan PPS", "Forming of PPK and PPS", days.Date(-60), days.Date(12)),
                Stage(VoterList, "Pemutakhiran daftar pemilih", "Updating of the voter list", days.Date(-30), days.Date(8)),
                Stage(new("pencalonan"), "Pendaftaran pasangan calon", "Registration of candidates", days.Date(10), days.Date(14)),
                Stage(new("kampanye"), "Kampanye", "Campaign", voting.PlusDays(-50), voting.PlusDays(-4)),
                Stage(StageCode.Quiet, "Masa tenang", "Quiet period", voting.PlusDays(-3), voting.PlusDays(-1)),
                Stage(new("pemungutan_suara"), "Pemungutan dan penghitungan suara", "Voting and counting", voting, voting),
                Stage(new("rekapitulasi"), "Rekapitulasi hasil", "Tabulation of results", voting, voting.PlusDays(18)),
            ]
        );
    }

    /// <summary>The PPK of every district of the city, and the PPS of the first one's villages.</summary>
    private static string Bodies(Regions regions, LocalDate zero)
    {
        var (from, until) = (Iso(zero.PlusDays(-70)), Iso(zero.PlusDays(120)));
        var districts = regions.ChildrenOf(new RegionCode("17.71"));
        var lines = districts
            .Select(district => $"ppk,{district.Code},,{from},{until}")
            .Concat(regions.ChildrenOf(districts[0].Code).Select(village => $"pps,{village.Code},,{from},{until}"));
        return string.Join('\n', lines);
    }

    private static string Iso(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
