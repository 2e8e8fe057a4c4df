using System.Collections.Immutable;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>Brings new versions of the schedules of elections; each is one event with the whole schedule, and the sweep counts again what it bounds.</summary>
public sealed class ElectionDesk(Elections elections, Journal journal, IClock clock) : IDisposable
{
    /// <summary>The number of a version follows the newest: two must not be brought at the same moment.</summary>
    private readonly SemaphoreSlim importing = new(1);

    /// <summary>A new version of the stages of an election that is known; what is wrong with it, line by line, or nothing when it is in force.</summary>
    /// <param name="rows">The table as <see cref="StageText"/> reads it.</param>
    public async Task<ImmutableArray<StageProblem>> Import(
        Actor actor,
        string? code,
        LocalDate? votingDay,
        string? decree,
        string? rows,
        CancellationToken cancel
    )
    {
        var (stages, unreadable) = StageText.Read(rows);
        if (!unreadable.IsEmpty)
        {
            return unreadable;
        }

        await importing.WaitAsync(cancel);
        try
        {
            var current = code is null ? null : elections.Now.Find(new ElectionCode(code));
            if (current is not null && votingDay is null)
            {
                return [new StageProblem(0, new Refusal("stages.no-voting-day", "VotingDay"))];
            }

            var problems = Scheduling.Check(actor, current, stages, votingDay ?? default, decree);
            if (!problems.IsEmpty)
            {
                return problems;
            }

            await Write(
                actor,
                current! with
                {
                    Number = current.Number + 1,
                    VotingDay = votingDay!.Value,
                    Source = decree!.Trim(),
                    Stages = stages,
                },
                cancel
            );
            return [];
        }
        finally
        {
            importing.Release();
        }
    }

    /// <summary>An election that the reference files do not hold, as the demonstration brings one.</summary>
    /// <exception cref="InvalidOperationException">Its stages cannot stand so.</exception>
    public async Task Add(Election election, CancellationToken cancel)
    {
        if (StageRows.Check(election.Stages, election.VotingDay) is [var problem, ..])
        {
            throw new InvalidOperationException($"Stage {problem.Line} of {election.Code} is refused: {problem.Refusal}.");
        }

        await Write(new Actor.System(), election, cancel);
    }

    public void Dispose() => importing.Dispose();

    private async Task Write(Actor actor, Election election, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await journal.Change(actor, now, ElectionScheduleRow.Of(election, now), cancel);
        elections.Forget();
    }
}
