using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Padu.Accounts;

namespace Padu.Bench;

/// <summary>The first administrator of an installation, at the first sign-in: a password, and a second factor that is set up then.</summary>
internal sealed partial class Officer(Uri address, int connections) : FormBrowser([address], connections)
{
    public async Task SignIn(CancellationToken cancel)
    {
        await Form("/masuk", cancel);
        using (var entered = await Post("/masuk", [new("UserName", Workplace.Admin), new("Password", Workplace.Password)], cancel))
        {
            if (entered.StatusCode != HttpStatusCode.Redirect)
            {
                throw new HttpRequestException($"/masuk answered {(int)entered.StatusCode}.");
            }
        }

        var page = await Form("/akun/pengaman", cancel);
        var key = WebUtility.HtmlDecode(Found(KeyTokenField().Match(page)));
        var secret = Base32(Found(SecretField().Match(page)));
        using var set = await Post(
            "/akun/pengaman",
            [new("KeyToken", key), new("Code", Totp.CodeAt(secret, SystemClock.Instance.GetCurrentInstant()))],
            cancel
        );
        set.EnsureSuccessStatusCode();
        await Page("/meja", cancel);
    }

    private static byte[] Base32(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in text.Where(letter => letter != ' '))
        {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("""name="KeyToken" value="([^"]+)""")]
    private static partial Regex KeyTokenField();

    [GeneratedRegex("""<span class="mono">([A-Z2-7 ]+)</span>""")]
    private static partial Regex SecretField();
}
