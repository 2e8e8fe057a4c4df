using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Where a case lay before its last assignment.</summary>
/// <param name="Assignment">The version of that assignment.</param>
/// <param name="At">When it was made.</param>
public sealed record BeforeAssignment(
    int Assignment,
    Instant At,
    Stage Stage,
    OfficeCode? Handler,
    UnitCode? Unit,
    PostId? Officer,
    int Proposal
)
{
    internal static BeforeAssignment Of(Complaint state, Instant at) =>
        new(state.Version + 1, at, state.Stage, state.Handler, state.Unit, state.Officer, state.Proposal);

    internal Complaint Restore(Complaint state) =>
        state with
        {
            Stage = Stage,
            Handler = Handler,
            Unit = Unit,
            Officer = Officer,
            Proposal = Proposal,
            Before = null,
        };
}
