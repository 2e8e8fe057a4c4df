using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Domain.Letters;

/// <summary>
/// The text of an issued letter as its hash covers it and as it is handed out beside the PDF: whoever has it can compute the hash with any tool. The
/// number is not in it (it is taken with the writing), nor any addressee's name (a letter carries none).
/// </summary>
public static class LetterText
{
    /// <summary>Line feeds only, none at the ends, composed: the same words give the same text on every machine.</summary>
    public static string Clean(string? words) => (words ?? "").ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);

    /// <summary>The whole text; ends with one line feed.</summary>
    public static string Of(
        LetterKind kind,
        OfficeCode office,
        LocalDate on,
        Language language,
        string subject,
        string body,
        LetterSignature signature
    ) =>
        string.Join(
            '\n',
            "padu surat 1",
            kind.Code(),
            office.Value,
            LocalDatePattern.Iso.Format(on),
            language.Code(),
            subject,
            "",
            body,
            "",
            signature.Place,
            signature.Title,
            signature.Name,
            ""
        );

    public static TextHash HashOf(string text) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
