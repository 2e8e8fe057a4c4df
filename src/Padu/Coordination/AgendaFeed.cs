using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Padu.Domain.Coordination;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>
/// Writes the agenda as iCalendar (RFC 5545). The same items give the same bytes, so that a calendar that asks again is told that nothing changed. Times
/// stand in the province's own zone, which is written out by hand: Indonesia keeps no summer time.
/// </summary>
public sealed class AgendaFeed(Texts texts, HostSettings settings)
{
    private const string NewLine = "\r\n";

    private static readonly Dictionary<int, (string Id, string Name)> Zones = new()
    {
        [420] = ("Asia/Jakarta", "WIB"),
        [480] = ("Asia/Makassar", "WITA"),
        [540] = ("Asia/Jayapura", "WIT"),
    };

    /// <param name="name">What the calendar is called.</param>
    /// <param name="pathOf">The page of an item.</param>
    public string Write(
        string name,
        IEnumerable<FeedItem> items,
        IEnumerable<AgendaEntry> entries,
        DateTimeZone zone,
        Func<AgendaRow, string> pathOf
    )
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Padu//Agenda bersama//ID", Method = "PUBLISH" };
        calendar.AddProperty(
            "X-WR-CALNAME",
            settings.Demonstration ? $"{texts.In(Languages.Indonesian)["feed.demonstration"]}: {name}" : name
        );
        calendar.AddProperty("REFRESH-INTERVAL", "PT1H");
        var offsets = new SortedSet<int>();
        foreach (var item in items)
        {
            offsets.Add(item.Row.OffsetMinutes);
            foreach (var one in EventsOf(item, pathOf))
            {
                calendar.Events.Add(one);
            }
        }

        foreach (var entry in entries)
        {
            calendar.Events.Add(EventOf(entry, zone));
        }

        var text = (new CalendarSerializer().SerializeToString(calendar) ?? "")
            .ReplaceLineEndings(NewLine)
            // The library's own name for the value of a property without a type of its own.
            .Replace("REFRESH-INTERVAL:", "REFRESH-INTERVAL;VALUE=DURATION:", StringComparison.Ordinal);
        var first = text.IndexOf("BEGIN:VEVENT", StringComparison.Ordinal);
        return first < 0 ? text : text.Insert(first, string.Concat(offsets.Select(ZoneText)));
    }

    private IEnumerable<CalendarEvent> EventsOf(FeedItem item, Func<AgendaRow, string> pathOf)
    {
        var row = item.Row;
        var whole = NewEvent(item, pathOf);
        whole.Start = Local(row.Starts, row.OffsetMinutes);
        whole.End = Local(row.Ends, row.OffsetMinutes);
        if (row is { Frequency: { } frequency, Until: { } until })
        {
            // The end of the last day, in UTC as RFC 5545 wants beside a start with a zone.
            var last =
                until.PlusDays(1).AtMidnight().WithOffset(OffsetOf(row.OffsetMinutes)).ToInstant() - NodaTime.Duration.FromSeconds(1);
            whole.RecurrenceRule = new RecurrenceRule(TypeOf(frequency), 1) { Until = Utc(last) };
            foreach (var off in item.Exceptions.Where(day => day.IsOff))
            {
                whole.ExceptionDates.Add(Local(off.OriginalStarts, row.OffsetMinutes));
            }
        }

        yield return whole;
        foreach (var moved in item.Exceptions.Where(day => day.IsMoved))
        {
            var one = NewEvent(item, pathOf);
            one.RecurrenceIdentifier = new RecurrenceIdentifier(Local(moved.OriginalStarts, row.OffsetMinutes));
            one.Start = Local(moved.Starts, row.OffsetMinutes);
            one.End = Local(moved.Ends, row.OffsetMinutes);
            yield return one;
        }
    }

    private CalendarEvent NewEvent(FeedItem item, Func<AgendaRow, string> pathOf)
    {
        var row = item.Row;
        var status = row.State switch
        {
            AgendaState.Proposed or AgendaState.Countered => EntryStatus.Tentative,
            AgendaState.Accepted or AgendaState.Held => EntryStatus.Confirmed,
            AgendaState.Declined or AgendaState.Cancelled => EntryStatus.Cancelled,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var written = new CalendarEvent
        {
            Uid = $"{row.Code}@padu",
            Sequence = row.Sequence,
            Status = Word(status),
            DtStamp = Utc(row.LastActAt),
            Created = Utc(row.ProposedAt),
            LastModified = Utc(row.LastActAt),
            Summary = Titled(item.Title ?? row.Code.Value),
            Url = Address(pathOf(row)),
        };
        (written.Location, written.Description) = (item.Place, item.Description);
        return written;
    }

    private CalendarEvent EventOf(AgendaEntry entry, DateTimeZone zone)
    {
        var starts = entry.Starts.InZone(zone);
        var written = new CalendarEvent
        {
            Uid = $"{entry.Uid}@padu",
            Sequence = entry.Sequence,
            Status = Word(entry.Status),
            DtStamp = Utc(entry.Changed),
            LastModified = Utc(entry.Changed),
            Summary = Titled(entry.Title),
            Start = entry.IsWholeDay ? new CalDateTime(starts.Year, starts.Month, starts.Day) : Utc(entry.Starts),
            End = entry.IsWholeDay
                ? entry.Ends.InZone(zone).Date is var last
                    ? new CalDateTime(last.Year, last.Month, last.Day)
                    : null
                : Utc(entry.Ends),
        };
        written.Location = entry.Place;
        if (entry.Path is { } path)
        {
            written.Url = Address(path);
        }

        return written;
    }

    private string Titled(string title) =>
        settings.Demonstration ? $"{texts.In(Languages.Indonesian)["feed.demonstration"]}: {title}" : title;

    private Uri Address(string path) => new(settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0]), path);

    private static string Word(EntryStatus status) =>
        status switch
        {
            EntryStatus.Tentative => "TENTATIVE",
            EntryStatus.Confirmed => "CONFIRMED",
            EntryStatus.Cancelled => "CANCELLED",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static FrequencyType TypeOf(AgendaFrequency frequency) =>
        frequency switch
        {
            AgendaFrequency.Daily => FrequencyType.Daily,
            AgendaFrequency.Weekly => FrequencyType.Weekly,
            AgendaFrequency.Monthly => FrequencyType.Monthly,
            AgendaFrequency.Yearly => FrequencyType.Yearly,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static CalDateTime Utc(Instant moment)
    {
        var utc = moment.InUtc();
        return new CalDateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, "UTC");
    }

    /// <summary>In a zone of Indonesia; where an installation counts by another one, in UTC.</summary>
    private static CalDateTime Local(Instant moment, int offsetMinutes)
    {
        if (!Zones.TryGetValue(offsetMinutes, out var zone))
        {
            return Utc(moment);
        }

        var local = moment.WithOffset(OffsetOf(offsetMinutes));
        return new CalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, zone.Id);
    }

    private static Offset OffsetOf(int minutes) => Offset.FromSeconds(minutes * 60);

    private static string ZoneText(int offsetMinutes)
    {
        if (!Zones.TryGetValue(offsetMinutes, out var zone))
        {
            return "";
        }

        var offset = string.Create(CultureInfo.InvariantCulture, $"+{offsetMinutes / 60:00}{offsetMinutes % 60:00}");
        string[] lines =
        [
            "BEGIN:VTIMEZONE",
            $"TZID:{zone.Id}",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            $"TZOFFSETFROM:{offset}",
            $"TZOFFSETTO:{offset}",
            $"TZNAME:{zone.Name}",
            "END:STANDARD",
            "END:VTIMEZONE",
            "",
        ];
        return string.Join(NewLine, lines);
    }
}
