namespace Padu.Domain.Organisations;

/// <summary>
/// Who looks after people and posts (access.md): the operator, for accounts without content, and the province's agency admin for its own
/// institution. Neither can read a case by it.
/// </summary>
public static class Administration
{
    /// <summary>Whether the pages of people and posts exist for this actor.</summary>
    public static bool MayAdminister(Actor actor) =>
        actor
            is Actor.System
                or Actor.Staff { Role: Role.Operator }
                or Actor.Staff { Role: Role.AgencyAdmin, Office.Level: OfficeLevel.Province, Office.Institution: Institution.Kpu };

    /// <summary>Whether this actor may create, fill, empty and abolish posts of that role in that office.</summary>
    public static bool MayFill(Actor actor, Office? office, Role role) =>
        actor switch
        {
            Actor.System or Actor.Staff { Role: Role.Operator } => true,
            // The system's own key is not the election commission's to give away.
            Actor.Staff staff => MayAdminister(staff) && role != Role.Operator && office?.Institution == staff.Office.Institution,
            _ => false,
        };

    /// <summary>
    /// Whether this actor may look after the account of somebody who holds these posts: disable it, or invite the person again, which would
    /// otherwise be a way into a post one may not fill.
    /// </summary>
    public static bool MayManage(Actor actor, IEnumerable<(Office Office, Role Role)> held) =>
        MayAdminister(actor) && held.All(post => MayFill(actor, post.Office, post.Role));
}
