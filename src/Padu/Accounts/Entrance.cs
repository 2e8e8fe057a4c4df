using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>Where somebody goes whose password was right: to the code, or in.</summary>
public sealed class Entrance(
    Sessions sessions,
    AccountDesk accounts,
    PostQueries posts,
    OfficeRegister offices,
    KnownDevices devices,
    HostSettings settings,
    SiteMap site,
    IClock clock
)
{
    /// <summary>After the password.</summary>
    /// <param name="returnPath">Where the person wanted to go; only a path of this site is followed.</param>
    public async Task<IActionResult> AfterPassword(HttpContext http, Account account, string? returnPath)
    {
        if (settings.Demonstration || !account.HasSecondFactor)
        {
            return await Enter(http, account, returnPath);
        }

        await Sessions.BeginCodeStep(http, account);
        return new RedirectToPageResult("/Accounts/Pages/SignInCode", new { kembali = returnPath });
    }

    /// <summary>After everything that was asked.</summary>
    public async Task<IActionResult> Enter(HttpContext http, Account account, string? returnPath)
    {
        // Mail to this person follows the language last used.
        if (account.Language != Languages.Current)
        {
            account.Language = Languages.Current;
            await accounts.Save(account);
        }

        var held = await Held(account);
        var post = held.Count > 0 ? held[0] : null;
        await sessions.SignIn(http, account, post?.Post.Id);
        devices.Remember(http, account);
        var wish = LocalPath.OrHome(returnPath);
        return new LocalRedirectResult(
            wish != "/" ? wish
            : post is not null && HomeOf(post.Post.Row.Role, post.Office.Institution) is var home && site.Has(home) ? home
            : "/akun"
        );
    }

    /// <summary>Where the cooperation of both institutions begins.</summary>
    public const string Cooperation = "/kerja-sama";

    /// <summary>Where the day begins: the case list, or the own page of those who have none.</summary>
    internal static string HomeOf(Role role, Institution institution) =>
        role switch
        {
            Role.CooperationSecretariat => Cooperation,
            Role.Auditor when institution != Institution.Kpu => "/meja/audit",
            Role.Custodian => "/meja/kustodian",
            Role.FrontDesk => "/meja/terima",
            Role.Operator => "/atur/status",
            Role.OmbudsmanAssistant or Role.OmbudsmanHead => "/ombudsman",
            _ => "/meja",
        };

    /// <summary>The posts an account can act in today, the definitive ones first.</summary>
    public async Task<IReadOnlyList<HeldPost>> Held(Account account)
    {
        var now = clock.GetCurrentInstant();
        return
        [
            .. (await posts.Of(account.Id))
                .Select(post => (Post: post, Office: offices.Find(post.Row.Office)))
                .Where(held => held.Office is not null)
                .SelectMany(held =>
                    held.Post.HoldersOn(offices.DayIn(held.Office!, now))
                        .Where(holding => holding.Account == account.Id)
                        .Select(holding => new HeldPost(held.Post, held.Office!, holding))
                )
                .OrderBy(held => held.Holding.Capacity)
                .ThenBy(held => held.Post.Row.Id),
        ];
    }
}

/// <summary>A post somebody can act in.</summary>
public sealed record HeldPost(PostView Post, Office Office, Holding Holding);
