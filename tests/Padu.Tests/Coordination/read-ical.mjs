// Reads an iCalendar file with ical.js and prints every day it finds, one a line: uid|start|end|status|sequence|summary, times in UTC.
import { readFileSync } from 'node:fs';
import ICAL from '../../../src/Padu/node_modules/ical.js/dist/ical.js';

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) {
  ICAL.TimezoneService.register(zone);
}
const parts = calendar.getAllSubcomponents('vevent');
const uid = (part) => part.getFirstPropertyValue('uid');
// Left to itself the library relates every changed day of the file to every event, whatever its UID.
const events = parts
  .filter((part) => !part.hasProperty('recurrence-id'))
  .map((part) => new ICAL.Event(part, { exceptions: parts.filter((one) => one.hasProperty('recurrence-id') && uid(one) === uid(part)) }));
const lines = [];
const tell = (item, start, end) =>
  lines.push(
    [
      item.uid,
      start.isDate ? start.toString() : start.toJSDate().toISOString().slice(0, 19) + 'Z',
      end.isDate ? end.toString() : end.toJSDate().toISOString().slice(0, 19) + 'Z',
      item.component.getFirstPropertyValue('status'),
      item.sequence,
      item.summary,
    ].join('|'),
  );
for (const event of events) {
  if (event.isRecurring()) {
    const days = event.iterator();
    for (let day = days.next(); day; day = days.next()) {
      const found = event.getOccurrenceDetails(day);
      tell(found.item, found.startDate, found.endDate);
    }
  } else {
    tell(event, event.startDate, event.endDate);
  }
}
console.log(lines.sort().join('\n'));
