using Padu.Accounts;

namespace Padu.Tests.Accounts;

public class PasswordRulesTests
{
    private static readonly PasswordRules Rules = PasswordRules.Load();

    [Theory]
    [InlineData("kuda baterai benar staples")]
    [InlineData("perahu-kayu-di-enggano")]
    [InlineData("839201847263")]
    [InlineData("tanpatandakhususapapun")]
    public void Long_own_password_is_good_without_digits_or_symbols(string password) =>
        Assert.Null(Rules.Refuse(password, "sari.dewi", "Sari Dewi"));

    [Theory]
    [InlineData("", "password.too-short")]
    [InlineData("elevenchars", "password.too-short")]
    [InlineData("kpubengkulu2024", "password.too-common")]
    [InlineData("Ombudsman-KPU-1", "password.too-common")]
    [InlineData("PaduPaduPadu!", "password.too-common")]
    [InlineData("passwordpassword", "password.too-common")]
    [InlineData("Bismillah12345", "password.too-common")]
    [InlineData("qwertyuiop123", "password.too-common")]
    [InlineData("aaaaaaaaaaaa", "password.too-common")]
    [InlineData("121212121212", "password.too-common")]
    [InlineData("sari.dewi2026", "password.too-common")]
    [InlineData("SariDewiSari1", "password.too-common")]
    public void Short_or_guessable_password_is_refused(string password, string code) =>
        Assert.Equal(code, Rules.Refuse(password, "sari.dewi", "Sari Dewi"));

    [Fact]
    public void Length_ends_at_128()
    {
        var password = string.Concat(Enumerable.Range(0, 128).Select(n => (char)('b' + n % 20)));
        Assert.Null(Rules.Refuse(password, "sari.dewi", "Sari Dewi"));
        Assert.Equal("password.too-long", Rules.Refuse(password + "x", "sari.dewi", "Sari Dewi"));
    }
}
