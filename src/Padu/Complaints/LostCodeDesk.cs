using System.Globalization;
using System.Text;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints;

/// <summary>What an officer saw of somebody who lost their code.</summary>
/// <param name="Name">As it stands on what was shown; compared with the case and kept nowhere.</param>
public sealed record LostCodeReport(PublicNumber Number, string Name, IReadOnlyCollection<IdentityProof> Proofs, string? Note);

/// <summary>
/// A lost code. Whether the name fits is compared here and goes to whoever judges; the one who asks is not told, so that nobody can try names against a
/// protected case.
/// </summary>
public sealed class LostCodeDesk(ComplaintDesk desk, ComplaintQueries queries, AccessCodes codes)
{
    /// <summary>The id of the request, or why there is none.</summary>
    public async Task<(Guid Request, Refusal? Refusal)> Report(Actor.Staff staff, LostCodeReport report, CancellationToken cancel)
    {
        var complaint = await queries.Unscoped(report.Number, cancel) is { } id ? await queries.State(id, cancel) : Complaint.None;
        if (!complaint.Exists)
        {
            return (default, new Refusal("code.number-unknown", nameof(report.Number)));
        }

        var identity = await queries.IdentityOf(complaint, cancel);
        var request = new CustodyRequestId(Guid.CreateVersion7());
        var command = new ComplaintCommand.ReportCodeLoss(request, [.. report.Proofs], IsSame(identity?.Name, report.Name), report.Note);
        var acted = await desk.Act(complaint.Id, staff, command, cancel: cancel);
        return (
            request.Value,
            acted.Refusal is { Code: "complaint.unknown" } ? new Refusal("code.number-unknown", nameof(report.Number)) : acted.Refusal
        );
    }

    /// <summary>The new code, told once.</summary>
    public async Task<(string Code, Refusal? Refusal)> Reissue(
        Actor.Staff staff,
        Complaint complaint,
        CustodyRequestId request,
        CancellationToken cancel
    )
    {
        var code = AccessCodes.Draw();
        var verifier = codes.Verifier(complaint.Number, code);
        var acted = await desk.Act(complaint.Id, staff, new ComplaintCommand.ReissueCode(request, verifier), cancel: cancel);
        return (code, acted.Refusal);
    }

    /// <summary>The same letters in the same words, whatever their order, case and signs.</summary>
    internal static bool IsSame(string? told, string shown) =>
        told is not null && Words(told) is { Length: > 0 } words && words == Words(shown);

    private static string Words(string name) =>
        string.Join(
            ' ',
            new string([
                .. name.Normalize(NormalizationForm.FormKD)
                    .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    .Select(c => char.IsLetter(c) ? char.ToUpperInvariant(c) : ' '),
            ])
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
        );
}
