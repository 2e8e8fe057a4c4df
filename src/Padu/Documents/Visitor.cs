using System.Net;
using Microsoft.EntityFrameworkCore;
using Padu.Storage;

namespace Padu.Documents;

/// <summary>Who uploads without an account, as far as their share of the room goes.</summary>
/// <param name="Session">The draft, or the case behind the door.</param>
/// <param name="Address">From where; a village may be behind one.</param>
/// <param name="CaseBytes">What the case holds already; 0 while there is none.</param>
public sealed record Visitor(Guid Session, IPAddress? Address, long CaseBytes);

/// <summary>How many bytes of files a stream refers to, copies included.</summary>
public sealed class EvidenceUse(IDbContextFactory<PaduDb> contexts)
{
    public async Task<long> Of(string holder, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<BlobReferenceRow>().Where(row => row.Holder == holder).SumAsync(row => row.Bytes, cancel);
    }
}
