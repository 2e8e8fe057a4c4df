using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Padu.Complaints;

namespace Padu.Tests.Complaints;

/// <summary>What stands on a receipt: a number that says nothing and a code that nobody guesses.</summary>
public sealed class PublicNumberTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact(DisplayName = "Rule 66: numbers follow no order, and a wrong character is noticed")]
    public void Numbers_are_drawn_and_checked()
    {
        var drawn = Enumerable.Range(0, 1_000).Select(_ => PublicNumbers.Draw("17", 2026).Value).ToList();
        Assert.Equal(1_000, drawn.Distinct().Count());
        Assert.NotEqual(drawn.Order(StringComparer.Ordinal), drawn);
        // Thirty-two characters at each of six places: what a thousand draws leave unseen at a place is chance alone.
        Assert.All(Enumerable.Range(8, 6), place => Assert.True(drawn.Select(number => number[place]).Distinct().Count() > 24));
        Assert.All(drawn, number => Assert.Equal(number, PublicNumbers.Read(number)!.Value.Value));
        Gen.Select(Gen.Int[0, 999], Gen.Int[8, 14], Gen.Int[1, 31])
            .Sample(
                (which, place, by) =>
                {
                    const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
                    var number = drawn[which].ToCharArray();
                    number[place] = Characters[(Math.Max(Characters.IndexOf(number[place]), 0) + by) % 32];
                    return new string(number) == drawn[which] || PublicNumbers.Read(new string(number)) is null;
                }
            );
    }

    [Fact(DisplayName = "Rule 66: the number alone opens nothing; only its own code does")]
    public void A_code_belongs_to_one_number()
    {
        var codes = site.Services.GetRequiredService<AccessCodes>();
        var (number, other) = (PublicNumbers.Draw("17", 2026), PublicNumbers.Draw("17", 2026));
        var code = codes.Derive(Guid.CreateVersion7());
        var kept = codes.Verifier(number, code);
        Assert.True(codes.Matches(number, code, kept));
        Assert.True(codes.Matches(number, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), kept));
        Assert.False(codes.Matches(other, code, kept));
        Assert.False(codes.Matches(number, codes.Derive(Guid.CreateVersion7()), kept));
        Assert.False(codes.Matches(number, "", kept));
        Assert.False(codes.Matches(number, code, null));
        Assert.Equal(16, code.Count(char.IsAsciiLetterOrDigit));
    }
}
