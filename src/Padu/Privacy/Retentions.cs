using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Privacy;
using Padu.Storage;

namespace Padu.Privacy;

/// <summary><c>retention.csv</c>, checked; immutable for the life of the process.</summary>
public sealed class Retentions
{
    /// <summary>No kind of data is kept longer by a period; more is a slip of the pen.</summary>
    private const int MostDays = 40_000;

    private Retentions(RetentionSchedule schedule) => Schedule = schedule;

    public RetentionSchedule Schedule { get; }

    /// <exception cref="ReferenceDataException">The file is missing or a row wrong.</exception>
    public static Retentions Load(string? folder = null)
    {
        var file = ReferenceFile.Read(
            folder ?? ReferenceFile.DefaultFolder,
            "retention.csv",
            "code",
            "days",
            "trigger",
            "end",
            "source",
            "confidence",
            "confirmed_by",
            "note"
        );
        var rows = ImmutableArray.CreateBuilder<RetentionRow>();
        foreach (var row in file.Rows)
        {
            var read = new RetentionRow(
                row.Text("code"),
                row.Optional("days") is null ? null : row.Number("days", 1, MostDays),
                row.Code<RetentionTrigger>("trigger"),
                row.Code<RetentionEnd>("end"),
                row.Text("source"),
                row.Code<Confidence>("confidence"),
                row.Optional("confirmed_by")
            );
            if (read.End == RetentionEnd.Kept != read.Days is null)
            {
                throw row.Error("a row has days, or it is kept ('tetap'); not both and not neither.");
            }

            if (rows.Any(other => other.Code == read.Code))
            {
                throw row.Error($"'{read.Code}' stands twice.");
            }

            rows.Add(read);
        }

        foreach (var person in new[] { RetentionSchedule.PersonOfACase, RetentionSchedule.AuthorOfAnInput })
        {
            if (!rows.Any(row => row.Code == person && row.End == RetentionEnd.Person))
            {
                throw new ReferenceDataException("retention.csv", null, $"there is no row '{person}' that a person ends.");
            }
        }

        return new Retentions(new RetentionSchedule(file.Version, rows.ToImmutable()));
    }
}
