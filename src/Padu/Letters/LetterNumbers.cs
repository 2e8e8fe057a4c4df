using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Padu.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>The number of a letter: <c>0007/KPU-17.71/2026</c>, the seventh of that office's book of the year.</summary>
/// <param name="Order">From 1, without holes.</param>
public sealed record LetterNumber(OfficeCode Office, int Year, int Order)
{
    private const int Longest = 60;

    public static LetterNumber Of(RegisterEntryRow entry) => new(entry.Office, entry.Year, entry.Number);

    /// <summary>The number somebody typed; null when it cannot be one.</summary>
    public static LetterNumber? Read(string? typed) =>
        typed is { Length: <= Longest }
        && typed.Trim().Split('/') is [var order, var office, var year]
        && int.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && of is > 2000 and < 3000
        && office.Trim() is { Length: > 0 } code
        // What no office's code holds is asked of no database.
        && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? new LetterNumber(new OfficeCode(code.ToLowerInvariant()), of, number)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Order:0000}/{Office.Value.ToUpperInvariant()}/{Year}");
}

/// <summary>
/// The code on a letter with which anybody checks it: twelve Crockford characters (60 bits), derived from the letter's random id and kept nowhere. It opens
/// what the check page tells and nothing of the case.
/// </summary>
public sealed class LetterChecks(KeyFiles keys)
{
    private const int Characters = 12;

    /// <summary>In groups of four: <c>PX4M-9TQ2-HJ7W</c>.</summary>
    public string CodeOf(LetterId id) => string.Join('-', Derive(id).Chunk(4).Select(group => new string(group)));

    /// <summary>Compares in constant time; does the same work for a letter that is not there.</summary>
    public bool Matches(LetterId id, string? typed)
    {
        var given =
            typed is { Length: <= 64 } && Crockford.Normalise(typed) is { Length: Characters } code ? code : new string('0', Characters);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Derive(id)), Encoding.ASCII.GetBytes(given))
            && id.Value != Guid.Empty;
    }

    private string Derive(LetterId id)
    {
        byte[] derived = [.. "padu.surat|"u8, .. id.Value.ToByteArray(bigEndian: true)];
        return Crockford.Encode(HMACSHA256.HashData(keys.Receipt, derived), Characters);
    }
}
