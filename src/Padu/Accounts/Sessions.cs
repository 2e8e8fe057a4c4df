using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Accounts;

/// <summary>
/// Sessions of staff. The cookie holds an account and a post, the moment it began and the account's stamp; all four are held against the
/// database in every request, so that a disabled account, a new password and "end my sessions" count at once.
/// </summary>
public sealed class Sessions(AccountDesk accounts, CurrentActor actor, IClock clock)
{
    public const string Scheme = "padu";

    /// <summary>Between password and code: holds the account only, for ten minutes.</summary>
    public const string CodeScheme = "padu-kode";

    public static readonly Duration Idle = Duration.FromMinutes(30);
    public static readonly Duration Longest = Duration.FromHours(10);
    public static readonly Duration CodeStep = Duration.FromMinutes(10);

    private const string AccountClaim = "akun";
    private const string PostClaim = "jabatan";
    private const string BeganItem = "mulai";
    private const string StampItem = "cap";

    /// <summary>The account of this request, once its session has been found good.</summary>
    public Account? Account { get; private set; }

    /// <summary>Begins a session, or continues one in another post or after a new password; its cookie is new each time.</summary>
    public async Task SignIn(HttpContext http, Account account, PostId? post, bool continues = false)
    {
        var began = continues ? (await http.AuthenticateAsync(Scheme)).Properties?.Items[BeganItem] : null;
        var properties = new AuthenticationProperties();
        properties.Items[BeganItem] = began ?? clock.GetCurrentInstant().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        properties.Items[StampItem] = account.SecurityStamp;
        await http.SignInAsync(Scheme, Principal(Scheme, account, post), properties);
        await http.SignOutAsync(CodeScheme);
    }

    /// <summary>The password was right; the code is still to come.</summary>
    public static Task BeginCodeStep(HttpContext http, Account account)
    {
        var properties = new AuthenticationProperties();
        properties.Items[StampItem] = account.SecurityStamp;
        return http.SignInAsync(CodeScheme, Principal(CodeScheme, account, null), properties);
    }

    /// <summary>Whose code is awaited in this browser; null when nobody's, or when the account changed meanwhile.</summary>
    public async Task<Account?> InCodeStep(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(CodeScheme);
        return ticket is { Succeeded: true, Principal: { } principal, Properties: { } properties }
            ? await GoodAccount(principal, properties)
            : null;
    }

    /// <summary>Every request with a session comes through here before anything else sees it.</summary>
    internal async Task Validate(CookieValidatePrincipalContext context)
    {
        if (
            context.Principal is { } principal
            && Began(context.Properties) + Longest > clock.GetCurrentInstant()
            && await GoodAccount(principal, context.Properties) is { } account
        )
        {
            Account = account;
            await actor.Load(account.Id, PostOf(principal), context.HttpContext.RequestAborted);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private async Task<Account?> GoodAccount(ClaimsPrincipal principal, AuthenticationProperties properties) =>
        Guid.TryParse(principal.FindFirstValue(AccountClaim), out var id)
        && await accounts.Find(id) is { DisabledAt: null } account
        && properties.Items.TryGetValue(StampItem, out var stamp)
        && stamp == account.SecurityStamp
            ? account
            : null;

    private static Instant Began(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(BeganItem, out var text)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Instant.FromUnixTimeSeconds(seconds)
            : Instant.MinValue;

    private static PostId? PostOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(PostClaim), out var post) ? new PostId(post) : null;

    private static ClaimsPrincipal Principal(string scheme, Account account, PostId? post)
    {
        var claims = new List<Claim> { new(AccountClaim, account.Id.ToString("D")) };
        if (post is { } id)
        {
            claims.Add(new Claim(PostClaim, id.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme));
    }
}
