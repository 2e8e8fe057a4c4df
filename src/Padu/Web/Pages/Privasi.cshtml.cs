using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>What is kept, who can read it, and what one may ask for.</summary>
[AllowAnonymous]
[Compressed]
public sealed class PrivasiModel : PageModel;
