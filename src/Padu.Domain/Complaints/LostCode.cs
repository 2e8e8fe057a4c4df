using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>A new access code for somebody who lost theirs: shown at a desk, confirmed by a second person, written in the record.</summary>
public static class LostCode
{
    /// <summary>So many digits in a row are somebody's number.</summary>
    private const int DigitsOfANumber = 8;

    /// <law>UU 25/2009 art. 44(1)–(2): the receipt is the complainant's proof. Who told no name cannot show that a case is theirs.</law>
    public static Decision<ComplaintEvent> Report(Complaint complaint, ComplaintCommand.ReportCodeLoss report, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ReportCodeLoss, context) is { } no => no,
            { Level: IdentityLevel.Anonymous } or { IdentityVersion: 0 } => new Refusal("code.anonymous"),
            _ when complaint.Requests.Any(request => request is { Kind: CustodyKind.NewCode, IsPending: true }) => new Refusal(
                "code.already-asked"
            ),
            _ when report.Proofs.IsDefaultOrEmpty => new Refusal("code.nothing-checked", nameof(report.Proofs)),
            _ when Wording.Check(nameof(report.Note), report.Note, required: false, longest: 500) is { } wrong => wrong,
            _ when HoldsANumber(report.Note) => new Refusal("code.number-in-note", nameof(report.Note)),
            _ when context.Actor is Actor.Staff staff => new ComplaintEvent.CodeLossReported(
                report.Id,
                staff.Post,
                staff.Account,
                staff.Office.Code,
                CustodyRules.EndOf(CustodyRules.Judging, context),
                [.. report.Proofs.Distinct()],
                report.NameMatches,
                report.Note
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who asked hands the new code out, once, while the allowance lasts.</summary>
    public static Decision<ComplaintEvent> Reissue(Complaint complaint, ComplaintCommand.ReissueCode reissue, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.ReissueCode, context) is { } no => no,
            _ when context.Actor is Actor.Staff staff
                    && complaint.RequestOf(reissue.Id) is { Kind: CustodyKind.NewCode } request
                    && request.Allows(staff.Account, context.At) => new ComplaintEvent.CodeReissued(reissue.Id, reissue.Verifier),
            _ => new Refusal("code.not-allowed"),
        };

    private static bool HoldsANumber(string? note)
    {
        var row = 0;
        foreach (var c in (note ?? "").Where(c => c is not (' ' or '-' or '.')))
        {
            row = char.IsAsciiDigit(c) ? row + 1 : 0;
            if (row >= DigitsOfANumber)
            {
                return true;
            }
        }

        return false;
    }
}
