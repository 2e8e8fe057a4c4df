using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Organisations;

/// <summary>A history as a desk reads it.</summary>
public static class DeskTimeline
{
    /// <param name="body">What somebody wrote; null where there is nothing, or nothing to be read here.</param>
    /// <param name="office">The name of the office that acted.</param>
    public static IReadOnlyList<TimelineItem> NewestFirst<TEvent>(
        this IEnumerable<Recorded<TEvent>> history,
        Func<TEvent, string> icon,
        Func<TEvent, string> title,
        Func<TEvent, string?> body,
        Func<OfficeCode, string> office,
        TimelineKind kind = TimelineKind.Public
    )
        where TEvent : class =>
        [
            .. history
                .Reverse()
                .Select(one => new TimelineItem(
                    icon(one.Fact),
                    title(one.Fact),
                    one.OccurredAt,
                    body(one.Fact),
                    kind,
                    one.Office is { } by ? office(by) : null
                )),
        ];
}
