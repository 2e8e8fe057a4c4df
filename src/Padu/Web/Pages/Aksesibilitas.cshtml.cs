using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>What the site promises people who use it in their own way.</summary>
[AllowAnonymous]
[Compressed]
public sealed class AksesibilitasModel : PageModel;
