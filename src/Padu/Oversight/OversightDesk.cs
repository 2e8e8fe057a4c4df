using System.Globalization;
using System.Text;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>Acts of watching that are events themselves.</summary>
public sealed class OversightDesk(Journal journal, OversightStream stream, AccessRegister register, Deliveries deliveries, IClock clock)
{
    /// <summary>More than this in one file is asked for in parts, by date.</summary>
    private const int MostRows = 50_000;

    /// <summary>The lines of a filter, once the export itself is written down.</summary>
    public async Task<(IReadOnlyList<AccessLine> Lines, Refusal? Refusal)> Export(
        Actor.Staff auditor,
        AccessFilter filter,
        string reason,
        CancellationToken cancel
    )
    {
        var (lines, more) = await register.List(auditor, filter, null, MostRows, cancel);
        if (more is not null)
        {
            return ([], new Refusal("export.too-many", "From", MostRows));
        }

        var exported = new OversightEvent.Exported(filter.Kind, filter.Office, filter.From, filter.Until, lines.Count, reason);
        return (lines, await Write(auditor, OversightRules.Export(auditor, exported), [], cancel));
    }

    /// <summary>Ends a dead delivery for good; the reason stays in the journal.</summary>
    public async Task<Refusal?> GiveUp(Actor.Staff operatorPost, DeliveryRow dead, string reason, CancellationToken cancel)
    {
        var givenUp = new OversightEvent.DeliveryGivenUp(new FollowerName(dead.Follower), dead.Position, dead.Ordinal, reason);
        return await Write(operatorPost, OversightRules.GiveUp(operatorPost, givenUp), [deliveries.GivenUp(dead)], cancel);
    }

    private async Task<Refusal?> Write(
        Actor.Staff actor,
        Decision<OversightEvent> decision,
        IReadOnlyList<object> alsoStore,
        CancellationToken cancel
    ) =>
        (
            await journal.Act(
                stream,
                Guid.CreateVersion7(),
                actor,
                clock.GetCurrentInstant(),
                _ => decision,
                new ActOptions { AlsoStore = alsoStore },
                cancel
            )
        ).Refusal;

    /// <summary>A table that a spreadsheet opens; a cell that would be a formula is made a text.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return string.Create(CultureInfo.InvariantCulture, $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
