using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;

namespace Padu.Storage;

/// <summary>A place in a list as <c>?setelah=</c> carries it; anything unreadable starts from the top.</summary>
public sealed record ListPlace(Instant Moment, Guid Id)
{
    public static string Write(Instant moment, Guid id) =>
        WebEncoders.Base64UrlEncode(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{moment.ToUnixTimeTicks()}.{id:N}"))
        );

    public static ListPlace? Read(string? text)
    {
        if (text is not { Length: < 120 })
        {
            return null;
        }

        try
        {
            var parts = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(text)).Split('.');
            return
                parts is [var ticks, var id]
                && long.TryParse(ticks, CultureInfo.InvariantCulture, out var moment)
                && moment is > -600_000_000_000_000_000 and < 2_500_000_000_000_000_000
                && Guid.TryParseExact(id, "N", out var guid)
                ? new ListPlace(Instant.FromUnixTimeTicks(moment), guid)
                : null;
        }
        catch (FormatException)
        {
            // Somebody edited the address: the list starts from the top.
            return null;
        }
    }
}
