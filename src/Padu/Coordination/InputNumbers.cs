using Padu.Complaints;
using Padu.Domain.Coordination;

namespace Padu.Coordination;

/// <summary>The public number of an input: that of a complaint with an M before it, so that neither opens the other's door.</summary>
public static class InputNumbers
{
    private const string Prefix = "M-";

    public static InputNumber Draw(string province, int year) => new(Prefix + PublicNumbers.Draw(province, year).Value);

    /// <summary>The number somebody typed, in canonical form; null when it cannot be one.</summary>
    public static InputNumber? Read(string? typed) =>
        typed?.Trim() is { Length: > 1 and <= 40 } text && text[0] is ('m' or 'M') && PublicNumbers.Read(text[1..]) is { } number
            ? new InputNumber(Prefix + number.Value)
            : null;
}
