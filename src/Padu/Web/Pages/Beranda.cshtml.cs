using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Padu.Web.Pages;

/// <summary>The first page: one question, and what will happen.</summary>
[Compressed]
public sealed class BerandaModel : PageModel;
