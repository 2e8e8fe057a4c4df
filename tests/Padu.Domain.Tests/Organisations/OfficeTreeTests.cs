using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Organisations;

public class OfficeTreeTests
{
    private static Office Office(string code, string? parent) =>
        new(new(code), code, Institution.Kpu, OfficeLevel.Province, parent is null ? null : new OfficeCode(parent), null);

    private static readonly OfficeTree Tree = new([
        Office("kpu-17.71", "kpu-17"),
        Office("kpu", null),
        Office("kpu-17.01", "kpu-17"),
        Office("kpu-17", "kpu"),
        Office("dkpp", null),
    ]);

    [Fact]
    public void Complaint_about_an_office_goes_to_the_next_one_up() => Assert.Equal("kpu-17", Tree.NextUp(new("kpu-17.71"))?.Code.Value);

    [Fact]
    public void Top_has_nobody_above() => Assert.Null(Tree.NextUp(new("kpu")));

    [Fact]
    public void Chain_leads_to_the_top() => Assert.Equal(["kpu-17", "kpu"], Tree.Above(new("kpu-17.71")).Select(o => o.Code.Value));

    [Fact]
    public void Children_come_in_the_order_of_their_codes() =>
        Assert.Equal(["kpu-17.01", "kpu-17.71"], Tree.ChildrenOf(new("kpu-17")).Select(o => o.Code.Value));

    [Theory]
    [InlineData("kpu-17.71", "kpu-17", true)]
    [InlineData("kpu-17", "kpu-17", true)]
    [InlineData("kpu-17", "kpu-17.71", false)]
    [InlineData("dkpp", "kpu", false)]
    [InlineData("nowhere", "kpu", false)]
    public void Within_means_itself_or_below(string office, string root, bool within) =>
        Assert.Equal(within, Tree.IsWithin(new(office), new(root)));

    [Fact]
    public void Missing_parent_is_a_mistake_in_the_data() =>
        Assert.Throws<ArgumentException>(() => new OfficeTree([Office("kpu-17", "kpu")]));

    [Fact]
    public void Circle_is_a_mistake_in_the_data() =>
        Assert.Throws<ArgumentException>(() => new OfficeTree([Office("a", "b"), Office("b", "a")]));
}
