using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>How to file and follow a complaint, and which door is the right one.</summary>
[AllowAnonymous]
[Compressed]
public sealed class BantuanModel : PageModel
{
    /// <summary>Questions of the page, by the last part of their key.</summary>
    public static readonly IReadOnlyList<string> Questions = ["code", "anonymous", "late", "wait", "offline", "fee", "suggest"];
}
