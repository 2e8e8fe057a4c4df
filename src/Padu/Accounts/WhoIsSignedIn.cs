using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>The masthead's line: the person, the post, the office.</summary>
internal sealed class WhoIsSignedIn(Sessions sessions, CurrentActor actor, PostNames names) : IWhoIsSignedIn
{
    public SignedIn? Current =>
        sessions.Account is not { } account ? null
        : actor.Staff is { } staff ? new SignedIn(account.DisplayName, names.Role(staff.Role), names.Office(staff.Office.Code))
        : new SignedIn(account.DisplayName, "", "");
}
