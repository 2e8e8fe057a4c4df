using System.Collections.Immutable;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>A post every office of a kind begins with.</summary>
public sealed record StandardPost(OfficeCode Office, Role Role, UnitCode? Unit, TitleCode Title);

/// <summary><c>posts.csv</c>: the posts a new installation begins with; <c>{p}</c> and <c>{r}</c> as in <see cref="OfficeFile"/>.</summary>
public sealed class StandardPosts
{
    private readonly ImmutableArray<StandardPost> patterns;
    private readonly Regions regions;

    private StandardPosts(ImmutableArray<StandardPost> patterns, Regions regions)
    {
        this.patterns = patterns;
        this.regions = regions;
    }

    public static StandardPosts Load(Regions regions, string? folder = null) =>
        new(
            [
                .. ReferenceFile
                    .Read(folder ?? ReferenceFile.DefaultFolder, "posts.csv", "office", "role", "unit", "title")
                    .Rows.Select(row => new StandardPost(
                        new OfficeCode(row.Text("office")),
                        row.Code<Role>("role"),
                        row.Optional("unit") is { } unit ? new UnitCode(unit) : null,
                        new TitleCode(row.Text("title"))
                    )),
            ],
            regions
        );

    /// <summary>The titles in use: the choices when somebody makes a post.</summary>
    public ImmutableArray<TitleCode> Titles => [.. patterns.Select(post => post.Title).Distinct()];

    public IEnumerable<StandardPost> For(RegionCode province) =>
        patterns.SelectMany(pattern =>
            pattern.Office.Value.Contains("{r}", StringComparison.Ordinal)
                ? regions.ChildrenOf(province).Select(region => Fill(pattern, "{r}", region.Code.Value))
                : [Fill(pattern, "{p}", province.Value)]
        );

    private static StandardPost Fill(StandardPost pattern, string place, string code) =>
        pattern with
        {
            Office = new OfficeCode(pattern.Office.Value.Replace(place, code, StringComparison.Ordinal)),
        };
}
