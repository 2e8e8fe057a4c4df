using System.Collections.Immutable;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Storage;

namespace Padu.Calendar;

/// <summary><c>deadlines.csv</c>: the rule rows.</summary>
internal static class DeadlineFile
{
    /// <summary>No period of the law is longer; more is a slip of the pen.</summary>
    private const int MostUnits = 1000;

    public static DeadlineRules Read(string folder)
    {
        var file = ReferenceFile.Read(
            folder,
            "deadlines.csv",
            "code",
            "amount",
            "unit",
            "trigger",
            "side",
            "source",
            "valid_from",
            "valid_to",
            "confidence",
            "confirmed_by",
            "leave_is_working",
            "pauses",
            "bounded_by_stage",
            "note"
        );
        var rules = ImmutableArray.CreateBuilder<DeadlineRule>();
        foreach (var row in file.Rows)
        {
            var rule = new DeadlineRule(
                new RuleCode(row.Text("code")),
                row.Number("amount", 1, MostUnits),
                row.Code<CountingUnit>("unit"),
                row.Text("trigger"),
                row.Code<ClockSide>("side"),
                row.Text("source"),
                row.Date("valid_from"),
                row.OptionalDate("valid_to"),
                row.Code<Confidence>("confidence"),
                row.Optional("confirmed_by"),
                row.Flag("leave_is_working"),
                [.. Pauses(row)],
                row.Flag("bounded_by_stage")
            );
            if (rule.ValidTo < rule.ValidFrom)
            {
                throw row.Error("valid_to lies before valid_from.");
            }

            if (rules.Any(other => other.Code == rule.Code && Overlap(other, rule)))
            {
                throw row.Error($"another row of '{rule.Code}' is valid on some of these days; give the older one its valid_to.");
            }

            rules.Add(rule);
        }

        return new DeadlineRules(file.Version, rules.ToImmutable());
    }

    /// <summary>Reasons separated by semicolons; empty where the clock never stands still.</summary>
    private static IEnumerable<PauseReason> Pauses(ReferenceRow row) =>
        row.Optional("pauses") is not { } text
            ? []
            : text.Split(';')
                .Select(code =>
                    CodeOf.TryParse<PauseReason>(code, out var reason) ? reason : throw row.Error($"'{code}' is no reason for a pause.")
                );

    private static bool Overlap(DeadlineRule one, DeadlineRule other) =>
        one.ValidFrom <= (other.ValidTo ?? LocalDate.MaxIsoValue) && other.ValidFrom <= (one.ValidTo ?? LocalDate.MaxIsoValue);
}
