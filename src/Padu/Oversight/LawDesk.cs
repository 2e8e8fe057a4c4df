using System.Collections.Immutable;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>A rule or a list of holidays, and who stands by it.</summary>
/// <param name="Binds">Whose duty it is; null where both institutions count by it.</param>
/// <param name="Needed">How many people it takes.</param>
public sealed record LawStanding(
    LawItem Item,
    LawContent Content,
    Institution? Binds,
    int Needed,
    ImmutableArray<LawConfirmationRow> Confirmed
)
{
    public bool IsSettled => Confirmed.Length >= Needed;
}

/// <summary>Confirms what the reference files say; each word for it, and each taken back, is an event with the whole row.</summary>
public sealed class LawDesk(Law law, LawConfirmations confirmations, Journal journal, IClock clock)
{
    public LawStanding Of(DeadlineRule row) => new(LawItem.Of(row), LawContent.Of(row), BoundBy(row), Needed: 1, law.WhoConfirmed(row));

    public LawStanding Of(HolidaySet set) => new(LawItem.Of(set), LawContent.Of(set), null, Confirming.Signatures, law.WhoSigned(set));

    public LawStanding Of(Election election) =>
        new(LawItem.Of(election), LawContent.Of(election), null, Election.Signatures, law.WhoSigned(election));

    /// <summary>The standing of an item by its name, or null when the files hold no such thing.</summary>
    public LawStanding? Find(string? item) =>
        law
            .Rules.Rows.Select(Of)
            .Concat(law.Calendar.Sets.Select(Of))
            .Concat(law.Elections.All.Select(Of))
            .FirstOrDefault(standing => standing.Item.Value == item);

    /// <param name="seen">The content that was on the page: what has changed since is not confirmed unseen.</param>
    public async Task<Refusal?> Confirm(Actor.Staff actor, LawStanding standing, string? seen, string? basis, CancellationToken cancel)
    {
        if (Confirming.Check(actor, standing.Binds, basis) is { } refusal)
        {
            return refusal;
        }

        if (seen != standing.Content.Value)
        {
            return new Refusal("law.changed");
        }

        return standing.Confirmed.Any(row => row.Account == actor.Account)
            ? new Refusal("law.already-yours")
            : await Write(actor, standing, isWithdrawn: false, basis!, cancel);
    }

    public async Task<Refusal?> Withdraw(Actor.Staff actor, LawStanding standing, CancellationToken cancel) =>
        standing.Confirmed.FirstOrDefault(row => row.Account == actor.Account) is not { } own
            ? new Refusal("law.not-yours")
            : await Write(actor, standing, isWithdrawn: true, own.Basis, cancel);

    private async Task<Refusal?> Write(Actor.Staff actor, LawStanding standing, bool isWithdrawn, string basis, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var row = new LawConfirmationRow(standing.Item, actor.Account, standing.Content, now, isWithdrawn, basis.Trim());
        await journal.Change(actor, now, row, cancel);
        confirmations.Forget();
        return null;
    }

    /// <summary>What the Ombudsman's own law or regulation gives binds the Ombudsman where it gives it a duty.</summary>
    private static Institution? BoundBy(DeadlineRule row) =>
        row.Trigger.EndsWith("_ombudsman", StringComparison.Ordinal) || row.Code.Value.StartsWith("ombudsman.", StringComparison.Ordinal)
            ? Institution.Ombudsman
        : row.Side == ClockSide.Institution ? Institution.Kpu
        : null;
}
