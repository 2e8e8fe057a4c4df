using System.Globalization;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>A meeting in words.</summary>
public sealed class MeetingWords(Texts texts, Say say, OfficeRegister offices, Units units, Law calendar, DataFolder folder)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public string Language => texts.Language.TwoLetterISOLanguageName;

    public string Office(OfficeCode code) => offices.NameOf(code, Language);

    /// <summary>An office's name where a column has little room: the part after what the names of the ten have in common.</summary>
    public string ShortOffice(OfficeCode code) =>
        offices.Find(code) is { Level: OfficeLevel.Regency }
            ? Office(code)
                .Replace("KPU Kabupaten ", "", StringComparison.Ordinal)
                .Replace("KPU ", "", StringComparison.Ordinal)
                .Replace(" Regency", "", StringComparison.Ordinal)
            : Office(code);

    public string Conveners(Meeting meeting) => string.Join(" · ", meeting.Conveners.Select(Office));

    public string? Division(UnitCode? division) => division is { } code ? units.NameOf(code, Language) : null;

    public string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public string Stage(MeetingStage stage) => texts[$"meeting.stage.{stage.Code()}"];

    /// <summary><c>Kamis, 3 Desember 2026 pukul 09.00 WIB – 15.00 WIB</c>; with both days where it lasts longer.</summary>
    public string When(Meeting meeting) =>
        Legal.DayOf(meeting.Starts) == Legal.DayOf(meeting.Ends)
            ? $"{say.Moment(meeting.Starts)} – {say.Time(meeting.Ends)}"
            : $"{say.Moment(meeting.Starts)} – {say.Moment(meeting.Ends)}";

    public string Day(MeetingRow row) => say.Date(row.Starts);

    public Nearness Chip(MeetingStage stage) =>
        stage switch
        {
            MeetingStage.Drafted => new Nearness("wait", "pencil", Stage(stage)),
            MeetingStage.Invited => new Nearness("soon", "mail", Stage(stage)),
            MeetingStage.Held => new Nearness("ok", "users", Stage(stage)),
            MeetingStage.MinutesApproved => new Nearness("ok", "file-check", Stage(stage)),
            MeetingStage.Closed => new Nearness("ok", "circle-check", Stage(stage)),
            MeetingStage.Cancelled => new Nearness("late", "ban", Stage(stage)),
            MeetingStage.Archive => new Nearness("wait", "archive", Stage(stage)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>An answer as people read it; a file by its name.</summary>
    public string Answer(Question question, Answer answer) =>
        question.Kind switch
        {
            QuestionKind.YesNo => texts[answer.Value == Asking.Yes ? "meeting.answer.yes" : "meeting.answer.no"],
            QuestionKind.Number => Number(answer.Value),
            QuestionKind.Choice => int.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var choice)
            && choice >= 1
            && choice <= question.Choices.Length
                ? question.Choices[choice - 1]
                : "",
            QuestionKind.Text => answer.Value ?? "",
            QuestionKind.File => answer.File?.FileName ?? "",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private string Number(string? value) =>
        decimal.TryParse(
            value,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number.ToString("#,0.##########", texts.Language)
            : "";
}

/// <summary>Names meetings as sources of what is owed.</summary>
public sealed class MeetingSources(MeetingQueries queries, MeetingWords words) : ISourceNames
{
    public bool Holds(SourceKind kind) => kind == SourceKind.Decision;

    public async Task<IReadOnlyDictionary<Guid, SourceName>> Of(IReadOnlyCollection<Guid> streams, CancellationToken cancel) =>
        (await queries.Among(streams, words.Language, cancel)).ToDictionary(
            one => one.Key,
            one => new SourceName(one.Value.Title, one.Value.Row.IsPublic ? $"/rakor/{one.Value.Row.Code}" : null)
        );
}
