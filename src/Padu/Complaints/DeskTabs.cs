using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>Which tabs a desk has, by role, and the word each has in an address.</summary>
public static class DeskTabs
{
    private static readonly Dictionary<Tab, string> Words = new()
    {
        [Tab.Mine] = "giliran",
        [Tab.Late] = "terlambat",
        [Tab.Triage] = "pemeriksaan",
        [Tab.Answer] = "jawaban",
        [Tab.Complainant] = "pelapor",
        [Tab.Contact] = "hubungi",
        [Tab.Ombudsman] = "ombudsman",
        [Tab.Open] = "terbuka",
        [Tab.All] = "semua",
    };

    /// <summary>The first one opens by itself. Who only reads has no turn.</summary>
    public static IReadOnlyList<Tab> For(Actor.Staff staff) =>
        staff.Role switch
        {
            Role.AgencyAdmin => [Tab.Mine, Tab.Late, Tab.Answer, Tab.Complainant, Tab.Contact, Tab.Ombudsman, Tab.Open, Tab.All],
            Role.UnitOfficer => [Tab.Mine, Tab.Late, Tab.Complainant, Tab.Contact, Tab.All],
            _ => [Tab.Open, Tab.Late, Tab.Triage, Tab.Answer, Tab.Complainant, Tab.Ombudsman, Tab.All],
        };

    public static string Word(this Tab tab) => Words[tab];

    /// <summary>The tab of an address; the first one for a word this desk does not have.</summary>
    public static Tab Read(string? word, IReadOnlyList<Tab> tabs) => tabs.Where(tab => tab.Word() == word).DefaultIfEmpty(tabs[0]).First();
}
