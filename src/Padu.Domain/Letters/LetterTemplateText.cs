using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Padu.Domain.Letters;

/// <summary>What a template may ask to be filled in: <c>{{nomor_pengaduan}}</c>. Never a name or an address of a complainant.</summary>
public enum LetterPlaceholder
{
    [Code("nomor_pengaduan")]
    Number,

    /// <summary>The number in the office's book of complaints.</summary>
    [Code("nomor_register")]
    Register,

    [Code("tanggal_terima")]
    ReceivedOn,

    /// <summary>What the office calls the matter.</summary>
    [Code("pokok_aduan")]
    Title,

    [Code("nama_kantor")]
    Office,

    /// <summary>Where the case is followed.</summary>
    [Code("alamat_lacak")]
    TrackingAddress,

    [Code("batas_verifikasi")]
    VerifyBy,

    [Code("batas_jawaban")]
    AnswerBy,

    /// <summary>What is missing, a line each.</summary>
    [Code("kekurangan")]
    Missing,

    [Code("pesan_kantor")]
    Message,

    [Code("batas_kelengkapan")]
    CompleteBy,

    [Code("kantor_tujuan")]
    TargetOffice,

    [Code("unit_tujuan")]
    TargetUnit,

    [Code("isi_disposisi")]
    Instruction,

    [Code("isi_jawaban")]
    Answer,

    [Code("tanggal_jawaban")]
    AnsweredOn,

    [Code("batas_tanggapan")]
    ReplyBy,

    [Code("kantor_penerima")]
    Addressee,

    [Code("alasan_penerusan")]
    TransferReason,

    [Code("alasan_penutupan")]
    ClosingReason,

    /// <summary>The reason in plain words.</summary>
    [Code("penjelasan_alasan")]
    ClosingMeaning,

    /// <summary>What the office wrote when it closed.</summary>
    [Code("penjelasan_kantor")]
    ClosingExplanation,

    [Code("tanggal_tutup")]
    ClosedOn,

    [Code("batas_keberatan")]
    ObjectBy,
}

/// <summary>A template refused or filled: plain Markdown whose first line is the subject, with placeholders of a closed list.</summary>
public static partial class LetterTemplateText
{
    /// <summary>The field that refusals name.</summary>
    public const string Field = "Text";

    /// <summary>The longest template, in UTF-16 units.</summary>
    public const int Longest = 10_000;

    private static readonly ImmutableArray<LetterPlaceholder> Everywhere =
    [
        LetterPlaceholder.Number,
        LetterPlaceholder.Register,
        LetterPlaceholder.ReceivedOn,
        LetterPlaceholder.Title,
        LetterPlaceholder.Office,
        LetterPlaceholder.TrackingAddress,
    ];

    /// <summary>What a template of this kind may ask for.</summary>
    public static ImmutableArray<LetterPlaceholder> Of(LetterKind kind) =>
        [
            .. Everywhere,
            .. kind switch
            {
                LetterKind.Receipt => new[] { LetterPlaceholder.VerifyBy, LetterPlaceholder.AnswerBy },
                LetterKind.CompletionRequest => [LetterPlaceholder.Missing, LetterPlaceholder.Message, LetterPlaceholder.CompleteBy],
                LetterKind.Disposition =>
                [
                    LetterPlaceholder.TargetOffice,
                    LetterPlaceholder.TargetUnit,
                    LetterPlaceholder.Instruction,
                    LetterPlaceholder.AnswerBy,
                ],
                LetterKind.Answer => [LetterPlaceholder.Answer, LetterPlaceholder.AnsweredOn, LetterPlaceholder.ReplyBy],
                LetterKind.Onward => [LetterPlaceholder.Addressee, LetterPlaceholder.TransferReason],
                LetterKind.Decision or LetterKind.Closing =>
                [
                    LetterPlaceholder.ClosingReason,
                    LetterPlaceholder.ClosingMeaning,
                    LetterPlaceholder.ClosingExplanation,
                    LetterPlaceholder.ClosedOn,
                    LetterPlaceholder.ObjectBy,
                ],
                _ => throw new System.Diagnostics.UnreachableException(),
            },
        ];

    /// <summary>Null when the template can be kept; else what is wrong, with the line.</summary>
    public static Refusal? Check(LetterKind kind, string? text)
    {
        if (Wording.Check(Field, text, required: true, longest: Longest) is { } wrong)
        {
            return wrong;
        }

        var lines = LetterText.Clean(text).Split('\n');
        if (!lines[0].StartsWith("# ", StringComparison.Ordinal) || lines[0].Length > 202)
        {
            return new Refusal("template.no-subject", Field);
        }

        if (lines.Skip(1).All(string.IsNullOrWhiteSpace))
        {
            return new Refusal("template.no-body", Field);
        }

        var allowed = Of(kind);
        for (var at = 0; at < lines.Length; at++)
        {
            foreach (Match found in Asked().Matches(lines[at]))
            {
                var name = found.Groups[1].Value.Trim();
                if (!CodeOf.TryParse<LetterPlaceholder>(name, out var placeholder))
                {
                    return new Refusal("template.unknown-placeholder", Field, at + 1, name);
                }

                if (!allowed.Contains(placeholder))
                {
                    return new Refusal("template.placeholder-elsewhere", Field, at + 1, name);
                }
            }

            var rest = Asked().Replace(lines[at], "");
            if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            {
                return new Refusal("template.braces", Field, at + 1);
            }
        }

        return null;
    }

    /// <summary>
    /// Subject and body with everything filled in; what the case does not know is a dash, and a line that would be nothing else is left out. What is filled in
    /// is never read as a placeholder again.
    /// </summary>
    /// <param name="text">A template that <see cref="Check"/> finds good.</param>
    public static (string Subject, string Body) Fill(string text, IReadOnlyDictionary<LetterPlaceholder, string> values)
    {
        var lines = LetterText.Clean(text).Split('\n');
        var subject = Filled(lines[0][2..], values).ReplaceLineEndings(" ");
        var body = Filled(string.Join('\n', lines.Skip(1).Where(line => !SaysNothing(line, values))), values);
        return (subject.Trim(), LetterText.Clean(Blank().Replace(body, "\n\n")));
    }

    /// <summary>Words that still hold what looks like a placeholder are no letter.</summary>
    internal static Refusal? Unfilled(string field, string words)
    {
        var lines = words.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (Asked().Match(lines[at]) is { Success: true } found)
            {
                return new Refusal("letter.placeholder-left", field, at + 1, found.Groups[1].Value.Trim());
            }
        }

        return null;
    }

    private static bool SaysNothing(string line, IReadOnlyDictionary<LetterPlaceholder, string> values) =>
        Asked().Match(line.Trim()) is { Success: true } asked
        && asked.Length == line.Trim().Length
        && !values.ContainsKey(CodeOf.Parse<LetterPlaceholder>(asked.Groups[1].Value.Trim()));

    private static string Filled(string text, IReadOnlyDictionary<LetterPlaceholder, string> values)
    {
        var filled = new StringBuilder();
        var from = 0;
        foreach (Match found in Asked().Matches(text))
        {
            filled.Append(text, from, found.Index - from);
            var placeholder = CodeOf.Parse<LetterPlaceholder>(found.Groups[1].Value.Trim());
            // A value of the record that itself has braces must not look like something left open.
            filled.Append(Doubled().Replace(values.GetValueOrDefault(placeholder, "–"), "{ "));
            from = found.Index + found.Length;
        }

        return filled.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex(@"\{\{([^{}]*)\}\}")]
    private static partial Regex Asked();

    /// <summary>A brace before another one.</summary>
    [GeneratedRegex(@"\{(?=\{)")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Blank();
}
