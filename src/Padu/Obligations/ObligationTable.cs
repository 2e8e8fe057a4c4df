using Padu.Domain.Obligations;

namespace Padu.Obligations;

/// <summary>What the partial <c>_Lines</c> shows.</summary>
/// <param name="OnDesk">Lines lead to the desk's page with the evidence; else to anybody's.</param>
public sealed record ObligationTable(
    IReadOnlyList<ObligationLine> Lines,
    IReadOnlyDictionary<Guid, SourceName> Sources,
    bool OnDesk = false
);

/// <summary>What the partial <c>_Facts</c> shows.</summary>
/// <param name="OnDesk">What it carries on and what carries it on is read at the desk; else by anybody.</param>
public sealed record ObligationFacts(Obligation Obligation, SourceName? Source, bool OnDesk);
