using System.Text;

namespace Padu.Documents;

/// <summary>Text in UTF-8, or in UTF-16 that says so: read to the end, and nothing in it that a text has not.</summary>
internal static class PlainText
{
    /// <summary>Whether a text may begin so; the rest decides.</summary>
    public static bool MayBe(ReadOnlySpan<byte> head) => IsWide(head) || !head.ContainsAny(Forbidden);

    public static Inspected Check(FileBytes bytes) =>
        IsWide(bytes.At(0, 2)) ? (IsGoodWide(bytes) ? Inspected.As(FileKind.Text) : Inspected.No("evidence.not-text"))
        : IsGoodUtf8(bytes) ? Inspected.As(FileKind.Text)
        : Inspected.No("evidence.not-text");

    private static readonly System.Buffers.SearchValues<byte> Forbidden = System.Buffers.SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(value => value is not ('\t' or '\n' or '\r' or '\f')).Select(value => (byte)value),
        0x7F,
    ]);

    private static bool IsWide(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];

    private static bool IsGoodUtf8(FileBytes bytes)
    {
        var rest = new byte[4];
        var kept = 0;
        foreach (var piece in bytes.Pieces())
        {
            if (piece.Span.ContainsAny(Forbidden))
            {
                return false;
            }

            // A letter may lie across two pieces.
            byte[] joined = [.. rest.AsSpan(0, kept), .. piece.Span];
            var good = 0;
            while (
                good < joined.Length
                && Rune.DecodeFromUtf8(joined.AsSpan(good), out _, out var length) == System.Buffers.OperationStatus.Done
            )
            {
                // What is plain goes by in one step.
                var ascii = joined.AsSpan(good).IndexOfAnyExceptInRange<byte>(0, 0x7F);
                good += ascii switch
                {
                    < 0 => joined.Length - good,
                    0 => length,
                    _ => ascii,
                };
            }

            kept = joined.Length - good;
            if (kept > 3)
            {
                return false;
            }

            joined.AsSpan(good).CopyTo(rest);
        }

        return kept == 0;
    }

    private static bool IsGoodWide(FileBytes bytes)
    {
        if (bytes.Length % 2 != 0)
        {
            return false;
        }

        var encoding = new UnicodeEncoding(bigEndian: bytes.At(0, 1)[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
        var decoder = encoding.GetDecoder();
        var letters = new char[64 * 1024];
        try
        {
            foreach (var piece in bytes.Pieces())
            {
                var count = decoder.GetChars(piece.Span, letters, flush: false);
                foreach (var letter in letters.AsSpan(0, count))
                {
                    if (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f'))
                    {
                        return false;
                    }
                }
            }

            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            // Not the encoding it says: the sender is told that it is no text.
            return false;
        }
    }
}
