using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Privacy;
using Padu.Web;

namespace Padu.Privacy.Pages.Public;

/// <summary>The register of processing (UU 27/2022 art. 31), for everybody.</summary>
[AllowAnonymous]
[Compressed]
public sealed class ProcessingModel(ProcessingRegister register, Retentions retentions) : PageModel
{
    public IReadOnlyList<ProcessingEntry> Entries => register.Entries;

    public RetentionRow RetentionOf(ProcessingEntry entry) => retentions.Schedule[entry.Retention];
}
