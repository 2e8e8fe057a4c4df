using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Padu.Domain.Organisations;

namespace Padu.Organisations.Pages;

/// <summary>Where the cooperation of both institutions begins: what is asked of the reader's office, and the ways to everything else.</summary>
[Authorize(Policy = Policies.Obligations)]
public sealed class CooperationModel(WhatWaits waits, CurrentActor current) : PageModel
{
    public IReadOnlyList<WaitingLine> Waiting { get; private set; } = [];

    /// <summary>Where this reader may go, the sign of it, and the word of its texts.</summary>
    public IEnumerable<(string Href, string Icon, string Key)> Places
    {
        get
        {
            yield return ("/kerja-sama/kewajiban", "clipboard-check", "kewajiban");
            yield return ("/kerja-sama/agenda", "calendar", "agenda");
            yield return ("/kerja-sama/masukan", "message-square-text", "masukan");
            yield return ("/meja/rakor", "users", "rakor");
            if (Access.ReadsAgreements(current.Actor))
            {
                yield return ("/kerja-sama/perjanjian", "handshake", "perjanjian");
            }
        }
    }

    public async Task OnGet(CancellationToken cancel) => Waiting = await waits.For(current.Staff!, cancel);
}
