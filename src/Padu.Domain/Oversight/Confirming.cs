using Padu.Domain.Organisations;

namespace Padu.Domain.Oversight;

/// <summary>Who may say that a period or a list of holidays is right.</summary>
public static class Confirming
{
    /// <summary>How many people must have compared a list of holidays with its decree.</summary>
    public const int Signatures = 2;

    /// <law>
    /// Rule 60: a period is confirmed by the institution that it binds, with what it was compared with. Rule 58: a list of holidays is signed by two
    /// people, neither of them twice; whoever may confirm for either institution may sign it.
    /// </law>
    /// <param name="binds">Whose duty it is; null where both count by it.</param>
    public static Refusal? Check(Actor actor, Institution? binds, string? basis) =>
        !May(actor, binds) ? new Refusal("access.not-yours")
        : Wording.Check("Basis", basis, required: true, longest: 300) is { } wrong ? wrong
        : null;

    public static bool May(Actor actor, Institution? binds) =>
        actor is Actor.Staff { Office.Level: OfficeLevel.Province } staff
        && (binds is null || staff.Office.Institution == binds)
        && staff.Role is Role.AgencyAdmin or Role.Head or Role.OmbudsmanHead;
}
