using Padu.Domain;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>The masthead's line: the person, the post, the office.</summary>
internal sealed class WhoIsSignedIn(Sessions sessions, CurrentActor actor, OfficeRegister offices, Texts texts) : IWhoIsSignedIn
{
    public SignedIn? Current =>
        sessions.Account is not { } account ? null
        : actor.Staff is { } staff
            ? new SignedIn(account.DisplayName, texts[$"role.{staff.Role.Code()}"], offices.NameOf(staff.Office.Code, Languages.Current))
        : new SignedIn(account.DisplayName, "", "");
}
