"""Reads an iCalendar file with icalendar and dateutil and prints every day it finds, as read-ical.mjs does."""
import datetime
import sys

from dateutil.rrule import rrulestr
from icalendar import Calendar

UTC = datetime.timezone.utc


def moment(value):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


calendar = Calendar.from_ical(open(sys.argv[1], "rb").read())
events = list(calendar.walk("VEVENT"))
changed = {(str(one["UID"]), moment(one["RECURRENCE-ID"].dt)): one for one in events if "RECURRENCE-ID" in one}
lines = []


def tell(event, start, end):
    parts = [str(event["UID"]), moment(start), moment(end), str(event["STATUS"]), str(event["SEQUENCE"]), str(event["SUMMARY"])]
    lines.append("|".join(parts))


for event in events:
    if "RECURRENCE-ID" in event:
        continue
    start, end = event["DTSTART"].dt, event["DTEND"].dt
    if "RRULE" not in event:
        tell(event, start, end)
        continue
    off = {moment(day.dt) for dates in many(event.get("EXDATE")) for day in dates.dts}
    for day in rrulestr(event["RRULE"].to_ical().decode(), dtstart=start):
        found = changed.get((str(event["UID"]), moment(day)))
        if found is not None:
            tell(found, found["DTSTART"].dt, found["DTEND"].dt)
        elif moment(day) not in off:
            tell(event, day, day + (end - start))
print("\n".join(sorted(lines)))
