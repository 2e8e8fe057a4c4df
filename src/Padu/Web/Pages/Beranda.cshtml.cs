using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>The first page: one question, and what will happen.</summary>
[Compressed]
[AllowAnonymous]
public sealed class BerandaModel : PageModel;
