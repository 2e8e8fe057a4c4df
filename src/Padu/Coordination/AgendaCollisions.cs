using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;

namespace Padu.Coordination;

/// <summary>Two items of one office at one time: a warning with names, never a bar.</summary>
/// <param name="Slot">When the item that was asked about is held.</param>
public sealed record Collision(OfficeCode Office, AgendaSlot Slot, AgendaLine With);

/// <summary>Finds what offices have at the times of an item.</summary>
public sealed class AgendaCollisions(AgendaQueries queries)
{
    /// <summary>More names help nobody.</summary>
    private const int Most = 12;

    public async Task<IReadOnlyList<Collision>> Of(Agenda agenda, CancellationToken cancel)
    {
        if (!agenda.IsLive || agenda.State == AgendaState.Held)
        {
            return [];
        }

        var days = agenda.Occurrences.Where(day => !day.IsOff).ToList();
        if (days.Count == 0)
        {
            return [];
        }

        var other = await queries.Overlapping(
            agenda.Offices,
            agenda.Id.Value,
            days.Min(day => agenda.StartOf(day.Slot)),
            days.Max(day => agenda.EndOf(day.Slot)),
            cancel
        );
        return
        [
            .. (
                from day in days
                let starts = agenda.StartOf(day.Slot)
                let ends = agenda.EndOf(day.Slot)
                from line in other
                where line.Day.Starts < ends && line.Day.Ends > starts
                orderby starts, line.Day.List
                select new Collision(new OfficeCode(line.Day.List), day.Slot, line)
            ).Take(Most),
        ];
    }
}
