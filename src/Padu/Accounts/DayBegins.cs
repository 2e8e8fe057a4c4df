using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>What waits for the reader's office, above the page to which signing in leads.</summary>
internal sealed class DayBegins(CurrentActor current, WhatWaits waits) : IDeskPart
{
    public async Task<HomePart?> Above(HttpContext http, CancellationToken cancel) =>
        current.Staff is { } reader
        && Entrance.HomeOf(reader.Role, reader.Office.Institution) is var home
        && home != Entrance.Cooperation
        && http.Request.Path == home
        // Who goes on to another list has read it.
        && !http.Request.QueryString.HasValue
        && await waits.For(reader, cancel) is { Count: > 0 } lines
            ? new HomePart("/Organisations/Pages/_DayBegins.cshtml", lines)
            : null;
}
