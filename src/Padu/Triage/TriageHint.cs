using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Triage;

namespace Padu.Triage;

/// <summary>Proposals as a page shows them.</summary>
/// <param name="Since">The day from which the time left is counted, where one was told.</param>
public sealed record TriageHint(ImmutableArray<Proposal> Proposals, LocalDate? Since);
