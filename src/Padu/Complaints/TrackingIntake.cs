using System.Net;
using Padu.Documents;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>Takes the complainant's files within what one case may hold.</summary>
public sealed class TrackingIntake(EvidenceIntake intake, CaseCustody custody, EvidenceUse use)
{
    public async Task<TakenEvidence> Take(Complaint complaint, IReadOnlyList<IFormFile> files, IPAddress? from, CancellationToken cancel)
    {
        var holds = await use.Of(custody.HolderOf(complaint.Id), cancel);
        return await intake.Take(files, [], new Visitor(complaint.Id.Value, from, holds), cancel);
    }
}
