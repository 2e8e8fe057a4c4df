using Padu.Domain.Organisations;

namespace Padu.Examinations;

/// <summary>The tabs of the Ombudsman's desk.</summary>
public enum ExaminationTab
{
    Verification,
    Plenary,
    Examination,
    Complainant,
    Notice,
    Late,
    Open,
    All,
}

/// <summary>Which tabs a desk has, by role, and the word each has in an address.</summary>
public static class ExaminationTabs
{
    private static readonly Dictionary<ExaminationTab, string> Words = new()
    {
        [ExaminationTab.Verification] = "verifikasi",
        [ExaminationTab.Plenary] = "pleno",
        [ExaminationTab.Examination] = "pemeriksaan",
        [ExaminationTab.Complainant] = "pelapor",
        [ExaminationTab.Notice] = "pemberitahuan",
        [ExaminationTab.Late] = "terlambat",
        [ExaminationTab.Open] = "terbuka",
        [ExaminationTab.All] = "semua",
    };

    /// <summary>The first one opens by itself: an assistant verifies, the head sits in plenary, the auditor reads.</summary>
    public static IReadOnlyList<ExaminationTab> For(Actor.Staff staff) =>
        staff.Role switch
        {
            Role.OmbudsmanHead =>
            [
                ExaminationTab.Plenary,
                ExaminationTab.Late,
                ExaminationTab.Verification,
                ExaminationTab.Examination,
                ExaminationTab.Complainant,
                ExaminationTab.Notice,
                ExaminationTab.Open,
                ExaminationTab.All,
            ],
            Role.OmbudsmanAssistant =>
            [
                ExaminationTab.Verification,
                ExaminationTab.Late,
                ExaminationTab.Plenary,
                ExaminationTab.Examination,
                ExaminationTab.Complainant,
                ExaminationTab.Notice,
                ExaminationTab.Open,
                ExaminationTab.All,
            ],
            _ => [ExaminationTab.Open, ExaminationTab.Late, ExaminationTab.All],
        };

    public static string Word(this ExaminationTab tab) => Words[tab];

    /// <summary>The tab of an address; the first one for a word this desk does not have.</summary>
    public static ExaminationTab Read(string? word, IReadOnlyList<ExaminationTab> tabs) =>
        tabs.Where(tab => tab.Word() == word).DefaultIfEmpty(tabs[0]).First();
}
