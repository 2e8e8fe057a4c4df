using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Padu.Domain.Complaints;
using Padu.Tests.Web;

namespace Padu.Tests;

/// <summary>
/// Which module may name which: the table of docs/layout.md, held here. Everything may name <c>Web</c>, <c>Storage</c> and what lies at the
/// root of the domain; <c>Web</c> and <c>Storage</c> name no module; only the root of the program knows all.
/// </summary>
public sealed class ModuleMapTests
{
    private const string Root = "";

    private static readonly string[] Shared = ["Web", "Storage"];

    private static readonly Dictionary<string, string[]> Program = new()
    {
        ["Calendar"] = [],
        // Ad hoc bodies live with an election (docs/adr/0020).
        ["Organisations"] = ["Calendar"],
        // A paper stands under the name and address of its office (docs/adr/0018).
        ["Documents"] = ["Organisations"],
        ["Triage"] = ["Calendar", "Organisations"],
        ["Accounts"] = ["Organisations"],
        ["Complaints"] = ["Triage", "Calendar", "Organisations", "Documents"],
        ["Examinations"] = ["Complaints", "Calendar", "Organisations", "Documents"],
        // docs/adr/0019: a letter tells what was done in a case, and is signed with the name of an account.
        ["Letters"] = ["Complaints", "Accounts", "Calendar", "Organisations", "Documents"],
        ["Obligations"] = ["Calendar", "Organisations", "Documents"],
        ["Agreements"] = ["Obligations", "Calendar", "Organisations", "Documents"],
        // docs/adr/0017: an agenda item carries out an agreement, an accepted input is owed, an author has number and code as a complainant has.
        ["Coordination"] = ["Agreements", "Obligations", "Complaints", "Calendar", "Organisations", "Documents"],
        // docs/adr/0018: a meeting's decisions are owed; its day stands on the joint agenda.
        ["Meetings"] = ["Coordination", "Obligations", "Calendar", "Organisations", "Documents"],
        ["Channels"] = ["Meetings", "Coordination", "Examinations", "Complaints", "Calendar", "Organisations", "Documents"],
        ["Oversight"] = ["Complaints", "Accounts", "Calendar", "Organisations"],
        // docs/adr/0016: the custodian erases the author of an input where the cases due are listed.
        ["Privacy"] = ["Coordination", "Examinations", "Complaints", "Calendar", "Organisations", "Documents"],
        ["Demonstration"] =
        [
            "Letters",
            "Coordination",
            "Meetings",
            "Oversight",
            "Privacy",
            "Agreements",
            "Obligations",
            "Channels",
            "Examinations",
            "Complaints",
            "Accounts",
            "Calendar",
            "Organisations",
            "Documents",
        ],
        ["Commands"] =
        [
            "Oversight",
            "Demonstration",
            "Meetings",
            "Agreements",
            "Channels",
            "Examinations",
            "Complaints",
            "Triage",
            "Accounts",
            "Calendar",
            "Organisations",
            "Documents",
            Root,
        ],
        ["Web"] = [],
        ["Storage"] = [],
    };

    private static readonly Dictionary<string, string[]> Rules = new()
    {
        ["Calendar"] = [],
        ["Organisations"] = ["Calendar"],
        ["Complaints"] = ["Calendar", "Organisations"],
        ["Triage"] = ["Complaints", "Calendar", "Organisations"],
        // Who may bring a changed schedule, and what it must be (docs/adr/0020).
        ["Oversight"] = ["Calendar", "Organisations"],
        ["Privacy"] = ["Complaints", "Calendar", "Organisations"],
        ["Examinations"] = ["Complaints", "Calendar", "Organisations"],
        ["Letters"] = ["Complaints", "Organisations"],
        // Evidence is shaped by Complaints until it has a room of its own (docs/adr/0015).
        ["Obligations"] = ["Complaints", "Calendar", "Organisations"],
        ["Agreements"] = ["Obligations", "Complaints", "Calendar", "Organisations"],
        ["Coordination"] = ["Obligations", "Complaints", "Calendar", "Organisations"],
        // A decision is judged by the words of an obligation only; it depends on none (docs/adr/0018).
        ["Meetings"] = ["Complaints", "Calendar", "Organisations"],
    };

    private static readonly Architecture Loaded = new ArchLoader()
        .LoadAssemblies(typeof(PaduHost).Assembly, typeof(Complaint).Assembly)
        .Build();

    [Fact]
    public void A_module_of_the_program_names_only_what_the_table_allows() =>
        Assert.Empty(Wrong("Padu", Program, (from, to) => Shared.Contains(to) && (from != "Storage" || to == "Storage" || to == "Web")));

    [Fact]
    public void A_module_of_the_rules_names_only_what_the_table_allows() =>
        Assert.Empty(Wrong("Padu.Domain", Rules, (_, to) => to == Root));

    [Fact]
    public void A_module_of_the_program_uses_the_rules_of_what_it_may_name()
    {
        // Documents keep the evidence of complaints, whose shape is the rules' own; Storage knows who acts and who may see.
        Dictionary<string, string[]> more = new()
        {
            ["Documents"] = ["Complaints"],
            // A kind has a class and a code that cases carry.
            ["Triage"] = ["Complaints", "Triage"],
            ["Storage"] = ["Organisations", "Complaints"],
            ["Web"] = ["Calendar"],
            // Counts for the province of the data folder.
            ["Calendar"] = ["Organisations"],
            ["Accounts"] = ["Organisations"],
            // A door of the site opens by the rule that stands behind it.
            ["Organisations"] = ["Organisations", "Oversight"],
            ["Obligations"] = ["Complaints"],
            ["Agreements"] = ["Complaints"],
            ["Meetings"] = ["Complaints"],
        };
        var wrong =
            from edge in Edges("Padu", "Padu.Domain")
            where edge.From != Root && edge.To != Root && edge.From != edge.To
            where !Program[edge.From].Contains(edge.To) && !more.GetValueOrDefault(edge.From, []).Contains(edge.To)
            select edge.Sentence;
        Assert.Empty(wrong.Distinct().Order());
    }

    /// <summary>A table that nothing could break would be no table.</summary>
    [Fact]
    public void Arrows_are_seen_where_they_are()
    {
        Assert.Contains(Edges("Padu", "Padu"), edge => (edge.From, edge.To) == ("Complaints", "Storage"));
        Assert.Contains(Edges("Padu", "Padu"), edge => (edge.From, edge.To) == ("Complaints", "Documents"));
        Assert.Contains(Edges("Padu.Domain", "Padu.Domain"), edge => (edge.From, edge.To) == ("Complaints", "Calendar"));
    }

    [Fact]
    public void Only_storage_saves() =>
        Assert.Empty(
            SourceTree
                .Files(".cs", ".cshtml")
                .Where(file => file.Text.Contains("SaveChanges", StringComparison.Ordinal) && ModuleOf(file.Path) != "Storage")
                .Select(file => file.Path)
        );

    [Fact]
    public void Only_desks_ask_for_a_decision() =>
        Assert.Empty(
            SourceTree
                .Files(".cs", ".cshtml")
                .Where(file =>
                    file.Text.Contains("Rules.Decide(", StringComparison.Ordinal)
                    || file.Text.Contains("Posts.Decide(", StringComparison.Ordinal)
                )
                .Where(file => !Path.GetFileName(file.Path).Contains("Desk.", StringComparison.Ordinal))
                .Select(file => file.Path)
        );

    private static string ModuleOf(string path) => path.Split('/', '\\')[0];

    private static IEnumerable<string> Wrong(string space, Dictionary<string, string[]> table, Func<string, string, bool> always) =>
        Edges(space, space)
            .Where(edge => edge.From != edge.To && edge.From != Root)
            .Where(edge => !table.TryGetValue(edge.From, out var allowed) || (!allowed.Contains(edge.To) && !always(edge.From, edge.To)))
            .Select(edge => edge.Sentence)
            .Distinct()
            .Order();

    private static IEnumerable<(string From, string To, string Sentence)> Edges(string sources, string targets) =>
        from type in Loaded.Types
        let source = Module(type, sources)
        where source is not null
        from dependency in type.Dependencies
        let target = Module(dependency.Target, targets)
        where target is not null
        select (source, target, $"{type.FullName} names {dependency.Target.FullName}");

    /// <summary>The module of a type within a name space; null for a type of another. A page's compiled markup carries its folder in its name.</summary>
    private static string? Module(IType type, string space)
    {
        if (type.FullName.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal))
        {
            return space == "Padu" ? type.Name.Split('_')[0] : null;
        }

        var name = type.Namespace?.FullName ?? "";
        var isOfTheRules = name == "Padu.Domain" || name.StartsWith("Padu.Domain.", StringComparison.Ordinal);
        if (isOfTheRules != (space == "Padu.Domain") || (name != space && !name.StartsWith(space + ".", StringComparison.Ordinal)))
        {
            return null;
        }

        return name == space ? Root : name[(space.Length + 1)..].Split('.')[0];
    }
}
