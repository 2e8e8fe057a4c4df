using System.Globalization;
using NodaTime.Text;
using Padu.Domain.Complaints;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>A decision on compensation as a code among the details of a step, and in words.</summary>
public static class CompensationWords
{
    /// <summary>What such a detail begins with.</summary>
    public const string Prefix = "compensation.told/";

    public static string Write(Compensation decided) =>
        decided is { Granted: true, Amount: { } amount, PayBy: { } day }
            ? string.Create(CultureInfo.InvariantCulture, $"{Prefix}{amount}/{LocalDatePattern.Iso.Format(day)}")
            : Prefix;

    /// <summary>The written form in words: how much and by when, or that there is none.</summary>
    public static string Read(string written, Texts texts, Say say) =>
        written[Prefix.Length..].Split('/') is [var amount, var day]
            ? texts[
                "compensation.granted",
                long.Parse(amount, CultureInfo.InvariantCulture).ToString("N0", texts.Language),
                say.Date(LocalDatePattern.Iso.Parse(day).Value)
            ]
            : texts["compensation.refused"];
}
