using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Agreements;

/// <summary>Every request to an agreement.</summary>
public abstract record AgreementCommand
{
    private AgreementCommand() { }

    /// <summary>Begins with the first draft.</summary>
    /// <param name="Parent">What it hangs under; <see cref="Agreement.None"/> for none.</param>
    /// <param name="Renews">What it renews; <see cref="Agreement.None"/> for none.</param>
    /// <param name="Partner">The office of the other side; null for one the register does not know. With a parent its parties are taken over.</param>
    public sealed record Begin(
        AgreementId Id,
        AgreementCode Code,
        AgreementKind Kind,
        Agreement Parent,
        Agreement Renews,
        Office? Partner,
        Draft First
    ) : AgreementCommand;

    public sealed record Draft(
        ImmutableArray<ElectionScope> Scopes,
        Term Term,
        string Title,
        string? Purpose,
        string? Place,
        ImmutableArray<string> Clauses,
        string? Note
    ) : AgreementCommand;

    /// <param name="Number">The draft that was read.</param>
    public sealed record Approve(int Number) : AgreementCommand;

    public sealed record Sign(LocalDate On, string Place, string Name, string Post, string? Number) : AgreementCommand;

    public sealed record AddDocuments(ImmutableArray<Evidence> Documents) : AgreementCommand;

    public sealed record End(LocalDate On, string Reason) : AgreementCommand;

    /// <summary>Sent with the last signature of the successor.</summary>
    public sealed record BeRenewed(AgreementId Successor) : AgreementCommand;

    public sealed record Evaluate(int Year, string Text) : AgreementCommand;

    /// <param name="Figures">What fell due that year, over the whole tree, as it stands at this moment.</param>
    public sealed record AgreeEvaluation(int Year, ObligationFigures Figures) : AgreementCommand;

    /// <summary>Sent by the sweep: warns, and ends what has run out.</summary>
    public sealed record PassTime : AgreementCommand;

    /// <summary>Sent by the loader of reference data.</summary>
    public sealed record Record(AgreementEvent.Recorded History) : AgreementCommand;
}

/// <summary>What a decision is told beside the command.</summary>
public sealed record AgreementContext(Actor Actor, Instant At, LegalContext Legal)
{
    public LocalDate Today => Legal.DayOf(At);
}
