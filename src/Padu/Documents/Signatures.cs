using System.Text;

namespace Padu.Documents;

/// <summary>How files begin that are evidence nowhere, neither by themselves nor inside another.</summary>
internal static class Signatures
{
    private static readonly byte[][] Programs =
    [
        "\u007fELF"u8.ToArray(),
        "#!"u8.ToArray(),
        [0xCA, 0xFE, 0xBA, 0xBE],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE],
        "dex\n"u8.ToArray(),
        [0x4C, 0, 0, 0, 1, 0x14, 2, 0],
    ];

    private static readonly byte[][] Archives =
    [
        "PK\u0003\u0004"u8.ToArray(),
        "PK\u0005\u0006"u8.ToArray(),
        "PK\u0007\u0008"u8.ToArray(),
        "Rar!"u8.ToArray(),
        "7z"u8.ToArray().Concat<byte>([0xBC, 0xAF]).ToArray(),
        [0x1F, 0x8B],
        "BZh"u8.ToArray(),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'],
        [0x28, 0xB5, 0x2F, 0xFD],
        "MSCF"u8.ToArray(),
    ];

    /// <summary>What makes a browser read a text as a page, or a server run it.</summary>
    private static readonly string[] Markup = ["<!doctype", "<html", "<script", "<svg", "<iframe", "<?php"];

    /// <summary>Two letters begin also a name; a program has zeros soon after.</summary>
    public static bool IsProgram(ReadOnlySpan<byte> head) =>
        BeginsWithAny(head, Programs) || (head.StartsWith("MZ"u8) && head.Contains((byte)0));

    public static bool IsArchive(ReadOnlySpan<byte> head) =>
        BeginsWithAny(head, Archives) || (head.Length > 262 && head[257..262].SequenceEqual("ustar"u8));

    /// <summary>The compound files of the nineties: old office documents, embedded objects, macros.</summary>
    public static bool IsOldOffice(ReadOnlySpan<byte> head) => head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool IsScript(ReadOnlySpan<byte> head)
    {
        // Text in sixteen bits has a zero beside each letter.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\uFEFF', 'ï', '»', '¿', 'ÿ', 'þ');
        return text.TrimStart() is ['<', '!' or '?' or '/' or '%' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..]
            || Array.Exists(Markup, mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static bool BeginsWithAny(ReadOnlySpan<byte> head, byte[][] signatures)
    {
        foreach (var signature in signatures)
        {
            if (head.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }
}
