using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Oversight;

/// <summary>A part of the register of access.</summary>
public enum AccessKind
{
    [Code("identitas")]
    Identity,

    [Code("kode")]
    Code,

    [Code("jabatan")]
    Post,

    [Code("pengawasan")]
    Oversight,
}

/// <summary>The name of a follower, as the operator sees it.</summary>
public readonly record struct FollowerName(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What those who watch over a house did that others must be able to see.</summary>
public abstract record OversightEvent
{
    private OversightEvent() { }

    /// <summary>An auditor took a copy of the register of access away.</summary>
    public sealed record Exported(AccessKind? Kind, OfficeCode? Office, LocalDate? From, LocalDate? Until, int Rows, string? Reason)
        : OversightEvent;

    /// <summary>The operator gave up a delivery that could not be carried out.</summary>
    public sealed record DeliveryGivenUp(FollowerName Follower, long Position, int Ordinal, string? Reason) : OversightEvent;
}

/// <summary>Nothing but how many facts there are: an act of watching stands for itself.</summary>
public sealed record OversightFile(int Version)
{
    public static readonly OversightFile None = new(0);
}

/// <summary>Who may do them, and that each has a reason.</summary>
public static class OversightRules
{
    private const int ShortestReason = 10;

    /// <law>access.md: an auditor exports with a reason, and the export is an event.</law>
    public static Decision<OversightEvent> Export(Actor actor, OversightEvent.Exported export) =>
        actor is not Actor.Staff { Role: Role.Auditor } ? new Refusal("access.not-yours")
        : CheckReason(export.Reason) is { } wrong ? wrong
        : export;

    /// <law>access.md: the operator runs the system and does no case act; what is given up stays visible with its reason.</law>
    public static Decision<OversightEvent> GiveUp(Actor actor, OversightEvent.DeliveryGivenUp givenUp) =>
        actor is not Actor.Staff { Role: Role.Operator } ? new Refusal("access.not-yours")
        : CheckReason(givenUp.Reason) is { } wrong ? wrong
        : givenUp;

    private static Refusal? CheckReason(string? reason) =>
        Wording.Check("Reason", reason, required: true, longest: 500) is { } wrong ? wrong
        : reason!.Trim().Length < ShortestReason ? new Refusal("identity.reason-too-short", "Reason")
        : null;
}
