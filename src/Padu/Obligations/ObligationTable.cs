namespace Padu.Obligations;

/// <summary>What the partial <c>_Lines</c> shows.</summary>
/// <param name="OnDesk">Lines lead to the desk's page with the evidence.</param>
public sealed record ObligationTable(
    IReadOnlyList<ObligationLine> Lines,
    IReadOnlyDictionary<Guid, SourceName> Sources,
    bool OnDesk = false
);
