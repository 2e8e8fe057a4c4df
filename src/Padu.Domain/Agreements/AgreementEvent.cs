using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;

namespace Padu.Domain.Agreements;

/// <summary>Every fact of an agreement, plan or activity. Words, names and files lie sealed; parties, scope, term and dates are public.</summary>
public abstract record AgreementEvent
{
    private AgreementEvent() { }

    /// <summary>Two offices began to negotiate.</summary>
    /// <param name="Renews">The agreement it is to take the place of.</param>
    public sealed record Begun(
        AgreementId Id,
        AgreementCode Code,
        AgreementKind Kind,
        AgreementId? Parent,
        AgreementId? Renews,
        ImmutableArray<OfficeCode> Parties
    ) : AgreementEvent;

    /// <summary>One draft, whole. A new one takes back every approval of an earlier one.</summary>
    /// <param name="Draft">From 1.</param>
    /// <param name="Writer">The office that wrote it.</param>
    public sealed record Drafted(
        int Draft,
        OfficeCode Writer,
        PostId Post,
        ImmutableArray<ElectionScope> Scopes,
        Term Term,
        int Clauses,
        AgreementText? Text,
        string? Note
    ) : AgreementEvent;

    /// <summary>A party approved a draft.</summary>
    public sealed record Approved(int Draft, OfficeCode Party) : AgreementEvent;

    /// <summary>A party signed.</summary>
    public sealed record SignatureGiven(OfficeCode Party, LocalDate On, string? Place, Signatory? Signatory) : AgreementEvent;

    public sealed record DocumentsAdded(ImmutableArray<Evidence>? Documents) : AgreementEvent;

    /// <summary>Both sides were warned that the term ends.</summary>
    public sealed record ExpiryWarned(LocalDate EndsOn) : AgreementEvent;

    /// <param name="On">The last day on which it held.</param>
    public sealed record Ended(EndingKind Kind, LocalDate On, string? Reason) : AgreementEvent;

    /// <summary>Written in one transaction with the last signature of the successor.</summary>
    public sealed record Renewed(AgreementId Successor) : AgreementEvent;

    /// <summary>What one party wrote about a year of the cooperation.</summary>
    public sealed record Evaluated(int Year, OfficeCode Writer, string? Text) : AgreementEvent;

    /// <summary>Another party agreed with it: the evaluation is joint.</summary>
    public sealed record EvaluationAgreed(int Year, OfficeCode Party) : AgreementEvent;

    /// <summary>The figures of that year as they stood when the evaluation became joint; written with the agreement to it and never again.</summary>
    public sealed record EvaluationFrozen(int Year, ObligationFigures Figures) : AgreementEvent;

    /// <summary>A historical agreement as sources tell it.</summary>
    /// <param name="SignedOn">The day, where a source states it.</param>
    public sealed record Recorded(
        AgreementId Id,
        AgreementCode Code,
        AgreementKind Kind,
        AgreementId? Parent,
        ImmutableArray<OfficeCode> Parties,
        ImmutableArray<ElectionScope> Scopes,
        LocalDate? SignedOn,
        string? TitleIndonesian,
        string? TitleEnglish,
        ImmutableArray<Statement>? Statements
    ) : AgreementEvent;
}
