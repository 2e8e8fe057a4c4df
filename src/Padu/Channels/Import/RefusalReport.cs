using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Padu.Domain;
using Padu.Web;

namespace Padu.Channels.Import;

/// <summary>The refused rows as a table that opens in a spreadsheet: where each stands in the file, and why, in both languages.</summary>
public sealed class RefusalReport : IDisposable
{
    private readonly CsvWriter csv;
    private readonly ImportMap map;
    private readonly Texts indonesian;
    private readonly Texts english;

    public RefusalReport(TextWriter to, ImportMap map, Texts texts)
    {
        this.map = map;
        indonesian = texts.In(Languages.Indonesian);
        english = texts.In(Languages.English);
        // The keys are somebody else's text: a spreadsheet must not run them as formulas.
        csv = new CsvWriter(to, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
        Row("line", "key", "code", "field", "alasan", "reason");
    }

    public void Add(SourceRow source, Refusal refusal) =>
        Row(
            source.Line.ToString(CultureInfo.InvariantCulture),
            RowReading.KeyOf(source, map) ?? "",
            refusal.Code,
            refusal.Field ?? "",
            refusal.Sentence(indonesian),
            refusal.Sentence(english)
        );

    public void Dispose() => csv.Dispose();

    private void Row(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
