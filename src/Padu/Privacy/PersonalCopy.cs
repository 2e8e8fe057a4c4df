using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Privacy;

/// <summary>A file that belongs to the person's copy; the file itself is fetched beside it.</summary>
public sealed record CopiedFile(string Name, long Bytes, string Sha256);

/// <summary>One thing that happened, as the data subject reads it.</summary>
public sealed record CopiedEntry(string Number, string At, string What, string? Office, string? Words, IReadOnlyList<CopiedFile> Files);

/// <summary>One request and its answer.</summary>
public sealed record CopiedRequest(string ReceivedAt, string Kind, string State, string? Words, string? Law, string? Reason);

/// <summary>Everything kept about the person who filed a complaint: what they told, what was answered, who could read it, what they allowed.</summary>
public sealed record PersonalCopy(
    string Number,
    string MadeAt,
    Identity? Identity,
    Representative? Representative,
    int Corrections,
    string Level,
    string? Notice,
    IReadOnlyList<string> Consents,
    IReadOnlyList<string> SeenBy,
    IReadOnlyList<CopiedRequest> Requests,
    IReadOnlyList<CopiedEntry> Entries
);

/// <summary>Makes the copy of UU 27/2022 art. 7 in the language of the request: one page to read and one file for programs.</summary>
public sealed class PersonalCopies(
    Journal journal,
    ComplaintStream stream,
    ComplaintQueries cases,
    PrivacyQueries requests,
    IOmbudsmanSide ombudsman,
    OfficeRegister offices,
    Texts texts,
    Say say,
    IClock clock
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="letter">The case as it was filed; what parts of it became is in the copy too. The caller has asked who may have it.</param>
    public async Task<PersonalCopy> Of(Complaint letter, CancellationToken cancel)
    {
        var entries = new List<CopiedEntry>();
        IReadOnlyList<Recorded<ComplaintEvent>> filed = [];
        foreach (var id in letter.Parts.Prepend(letter.Id))
        {
            var complaint = await cases.State(id, cancel);
            var history = await journal.History(stream, id.Value, _ => true, cancel);
            filed = id == letter.Id ? history : filed;
            var side = await ombudsman.Of(complaint, TimelineReader.ComplainantAgain, cancel);
            entries.AddRange(
                CaseTimeline
                    .For(TimelineReader.ComplainantAgain, history)
                    .With(side)
                    .Reverse()
                    .Select(entry => Copied(complaint.Number, entry))
            );
        }

        var asked = await requests.ForSubject(letter.Id, cancel);
        return new PersonalCopy(
            letter.Number.Value,
            say.Moment(clock.GetCurrentInstant()),
            await cases.IdentityOf(letter, cancel),
            filed.Select(one => one.Fact).OfType<ComplaintEvent.Represented>().LastOrDefault()?.Who,
            filed.Count(one => one.Fact is ComplaintEvent.IdentityCorrected),
            texts[$"identity.{letter.Level.Code()}"],
            letter.Notice?.Value,
            [.. letter.Consents.Select(kind => texts[$"consent.kind.{kind.Code()}"])],
            [
                .. Disclosures
                    .Of(filed)
                    .Select(one => texts[one.Key, one.Office is { } office ? Name(office) : "", say.Moment(one.At), one.Count]),
            ],
            [
                .. asked.Select(one => new CopiedRequest(
                    say.Moment(one.Row.ReceivedAt),
                    texts[$"pdp.kind.{one.Row.Kind.Code()}"],
                    texts[$"pdp.state.{one.Row.State.Code()}"],
                    one.Words,
                    one.Ground is { } ground ? texts[$"pdp.ground.{ground.Code()}"] : null,
                    one.Answer
                )),
            ],
            entries
        );
    }

    public static byte[] AsJson(PersonalCopy copy) => JsonSerializer.SerializeToUtf8Bytes(copy, Json);

    /// <summary>One page without anything fetched from elsewhere, so that it opens and prints on any device.</summary>
    public byte[] AsPage(PersonalCopy copy)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{texts.Language.TwoLetterISOLanguageName}\"><head>")
            .Append("<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Safe(texts["pdp.copy.title", copy.Number])}</title>")
            .Append("<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}")
            .Append("dt{font-weight:600}dd{margin:0 0 .5rem}article{border-top:1px solid #999;padding:.5rem 0}")
            .Append("p{white-space:pre-wrap;overflow-wrap:anywhere}</style></head><body>");
        Line(page, "h1", texts["pdp.copy.title", copy.Number]);
        Line(page, "p", texts["pdp.copy.made", copy.MadeAt]);
        Heading(page, "pdp.copy.person");
        page.Append("<dl>");
        Pair(page, "pdp.copy.level", copy.Level);
        Pair(page, "filing.name", copy.Identity?.Name);
        Pair(page, "filing.address", copy.Identity?.Address);
        Pair(page, "filing.phone", copy.Identity?.Phone);
        Pair(page, "filing.email", copy.Identity?.Email);
        Pair(
            page,
            "pdp.copy.representative",
            copy.Representative is { } who ? $"{who.Name} {who.Address} {who.Phone} {who.Email}".Trim() : null
        );
        Pair(page, "pdp.copy.notice", copy.Notice);
        page.Append("</dl>");
        if (copy.Corrections > 0)
        {
            Line(page, "p", texts["pdp.copy.corrections", copy.Corrections]);
        }

        List(page, "pdp.copy.consents", copy.Consents);
        List(page, "pdp.copy.seen", copy.SeenBy);
        List(
            page,
            "pdp.copy.requests",
            [
                .. copy.Requests.Select(one =>
                    string.Join(" · ", new[] { one.ReceivedAt, one.Kind, one.State, one.Law, one.Reason }.OfType<string>())
                ),
            ]
        );
        Heading(page, "pdp.copy.entries");
        foreach (var entry in copy.Entries)
        {
            page.Append("<article>");
            Line(page, "h3", entry.What);
            Line(page, "p", string.Join(" · ", new[] { entry.Number, entry.At, entry.Office }.OfType<string>()));
            if (entry.Words is { } words)
            {
                Line(page, "p", words);
            }

            foreach (var file in entry.Files)
            {
                Line(page, "p", $"{file.Name} ({say.FileSize(file.Bytes)}, SHA-256 {file.Sha256})");
            }

            page.Append("</article>");
        }

        page.Append("</body></html>");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private CopiedEntry Copied(PublicNumber number, TimelineEntry entry) =>
        new(
            number.Value,
            say.Moment(entry.Event.OccurredAt),
            texts[$"{entry.Key}.you", entry.Office is { } at ? Name(at) : ""],
            entry.Office is { } office ? Name(office) : null,
            entry.Body,
            [.. entry.Files.Select(file => new CopiedFile(file.FileName, file.Bytes, file.Hash.Value))]
        );

    private string Name(OfficeCode office) => offices.NameOf(office, texts.Language.TwoLetterISOLanguageName);

    private void Heading(StringBuilder page, string key) => Line(page, "h2", texts[key]);

    private void Pair(StringBuilder page, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Line(page, "dt", texts[key]);
            Line(page, "dd", value);
        }
    }

    private void List(StringBuilder page, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            Heading(page, heading);
            page.Append("<ul>");
            foreach (var line in lines)
            {
                Line(page, "li", line);
            }

            page.Append("</ul>");
        }
    }

    private static void Line(StringBuilder page, string element, string text) =>
        page.Append(CultureInfo.InvariantCulture, $"<{element}>{Safe(text)}</{element}>");

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
