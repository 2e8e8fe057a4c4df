using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Tests.Organisations;

public partial class OrganisationTextsTests
{
    private static readonly Texts Texts = new();

    [Fact]
    public void Roles_capacities_and_titles_have_words_in_both_languages()
    {
        var keys = Enum.GetValues<Role>()
            .Select(role => $"role.{role.Code()}")
            .Concat(Enum.GetValues<Capacity>().Select(capacity => $"capacity.{capacity.Code()}"))
            .Concat(StandardPosts.Load(Regions.Load()).Titles.Select(title => $"title.{title}"));
        AssertWords(keys);
    }

    [Fact]
    public void Every_refusal_of_posts_and_accounts_has_a_sentence_in_both_languages()
    {
        var root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src"));
        var sources = new[] { "Padu.Domain/Organisations", "Padu/Organisations", "Padu/Accounts" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
        );
        var codes = sources.SelectMany(file => Code().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.True(codes.Count > 30);
        AssertWords(codes.Select(code => $"refusal.{code}"));
    }

    private static void AssertWords(IEnumerable<string> keys)
    {
        var missing = from key in keys from language in Languages.All where !Texts.In(language).Has(key) select $"{key} ({language})";
        Assert.Empty(missing);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("(?:new Refusal\\(|\\? |=> |: |return )\"([a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex Code();
}
