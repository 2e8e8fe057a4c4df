using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Meetings;

/// <summary>When a meeting is held, as a form has it.</summary>
public interface IHoursForm
{
    LocalDate? Starts { get; }

    /// <summary><c>09:00</c> or <c>09.00</c>.</summary>
    string? StartsAt { get; }

    /// <summary>The last day; empty for a meeting of one day.</summary>
    LocalDate? Ends { get; }

    string? EndsAt { get; }
}

/// <summary>The fields of a plan as a form has them.</summary>
public interface IPlanForm : IHoursForm
{
    string? Title { get; }

    string? BudgetYear { get; }

    string? Letter { get; }

    string? Venue { get; }

    string? Place { get; }

    /// <summary>One theme a line: <c>judul | divisi | penanggung jawab</c>.</summary>
    string? Themes { get; }

    /// <summary>Codes of offices.</summary>
    string[] Invited { get; }

    /// <summary>One institution a line.</summary>
    string? Guests { get; }

    IEnumerable<Web.Controls.Choice> Offices { get; }
}

/// <summary>From a form to a plan and back.</summary>
internal static class PlanForms
{
    private static readonly LocalTimePattern Hour = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <summary>Beginning and end, or null with an error at each field that cannot be read.</summary>
    public static (Instant Starts, Instant Ends)? Hours(this IHoursForm form, DateTimeZone zone, ModelStateDictionary errors, Texts texts)
    {
        var starts = Moment(form.Starts, form.StartsAt, zone);
        var ends = Moment(form.Ends ?? form.Starts, form.EndsAt, zone);
        if (starts is null)
        {
            errors.AddModelError(form.Starts is null ? nameof(form.Starts) : nameof(form.StartsAt), texts["meeting.hour-unreadable"]);
        }

        if (form.Starts is not null && ends is null)
        {
            errors.AddModelError(nameof(form.EndsAt), texts["meeting.hour-unreadable"]);
        }

        return starts is { } from && ends is { } until ? (from, until) : null;
    }

    public static MeetingCommand.Plan Read(this IPlanForm form, int seen, (Instant Starts, Instant Ends) hours, OfficeRegister offices) =>
        new(
            seen,
            int.TryParse(form.BudgetYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
            form.Title?.Trim() ?? "",
            Trimmed(form.Letter),
            form.Venue?.Trim() ?? "",
            Trimmed(form.Place),
            hours.Starts,
            hours.Ends,
            [.. Lines(form.Themes).Select(ThemeOf)],
            [.. form.Invited.Distinct().Select(code => offices.Find(new OfficeCode(code)))],
            Lines(form.Guests)
        );

    public static string Write(MeetingText? text, Meeting meeting) =>
        string.Join(
            "\n",
            (text?.Themes ?? []).Select(theme =>
            {
                var division = meeting.Themes.FirstOrDefault(one => one.Number == theme.Number)?.Division;
                return theme.Lead is { } lead ? $"{theme.Title} | {division} | {lead}"
                    : division is { } code ? $"{theme.Title} | {code}"
                    : theme.Title;
            })
        );

    public static string Time(Instant moment, DateTimeZone zone) =>
        moment.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static ImmutableArray<string> Lines(string? text) =>
        [.. (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static ThemePlan ThemeOf(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return new ThemePlan(
            parts[0],
            parts.Length > 1 && parts[1].Length > 0 ? new UnitCode(parts[1]) : null,
            parts.Length > 2 ? Trimmed(string.Join(" | ", parts[2..])) : null
        );
    }

    private static Instant? Moment(LocalDate? day, string? time, DateTimeZone zone) =>
        day is { Year: > 1990 and < 2200 } date && Hour.Parse((time ?? "").Trim().Replace('.', ':')) is { Success: true } hour
            ? date.At(hour.Value).InZoneLeniently(zone).ToInstant()
            : null;

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>From a form to a questionnaire.</summary>
internal static class QuestionForms
{
    /// <summary>One question a line: <c>kode | jenis | pertanyaan | pilihan / pilihan</c>. A line without a known kind becomes an error with its number.</summary>
    public static ImmutableArray<QuestionPlan> Read(string? text, ModelStateDictionary errors, string field, Texts texts)
    {
        var read = ImmutableArray.CreateBuilder<QuestionPlan>();
        foreach (var (line, index) in PlanForms.Lines(text).Select((line, index) => (line, index)))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            if (parts.Length < 3 || !Padu.Domain.CodeOf.TryParse<QuestionKind>(parts[1], out var kind))
            {
                errors.AddModelError(field, texts["meeting.question-line", index + 1]);
                continue;
            }

            var choices = kind == QuestionKind.Choice && parts.Length > 3 ? parts[^1] : "";
            var words = string.Join(" | ", choices.Length > 0 ? parts[2..^1] : parts[2..]);
            read.Add(
                new QuestionPlan(
                    parts[0],
                    kind,
                    words,
                    [.. choices.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
                )
            );
        }

        return read.ToImmutable();
    }
}
