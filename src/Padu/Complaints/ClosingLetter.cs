using NodaTime;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>
/// What a closed case says on paper: why in plain words, what the office wrote, and what can still be done. Addressed to nobody by name, so that it may
/// lie on a desk.
/// </summary>
/// <param name="Words">The complainant's language, whoever prints it.</param>
/// <param name="Until">The last day to object; null where there is no end.</param>
public sealed record ClosingLetter(
    Texts Words,
    PublicNumber Number,
    string Office,
    LocalDate ReceivedOn,
    LocalDate ClosedOn,
    ClosingReason Reason,
    string? Explanation,
    LocalDate? Until
)
{
    /// <summary>Null for a case that is not closed.</summary>
    public static ClosingLetter? Of(
        Complaint complaint,
        IEnumerable<Recorded<ComplaintEvent>> history,
        OfficeRegister offices,
        LegalContext legal,
        Texts texts
    )
    {
        if (complaint is not { Stage: Stage.Closed, ClosedAt: { } closed, ClosingReason: { } reason })
        {
            return null;
        }

        var language = complaint.Language.Code();
        var last = history.Select(recorded => recorded.Fact).OfType<ComplaintEvent.Closed>().LastOrDefault();
        return new ClosingLetter(
            texts.In(Languages.Named(language)!),
            complaint.Number,
            offices.NameOf(complaint.Subject.Seat, language),
            legal.DayOf(complaint.ReceivedAt),
            legal.DayOf(closed),
            reason,
            last?.Explanation,
            AfterAnswer.Window(complaint, legal)?.DueDate
        );
    }
}
