using System.Globalization;
using Padu.Domain.Agreements;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>The history of an agreement as the desk reads it, newest first.</summary>
public sealed class AgreementHistory(Texts texts, Say say, AgreementWords words)
{
    public IReadOnlyList<TimelineItem> Of(IEnumerable<Recorded<AgreementEvent>> history) =>
        history.NewestFirst(Icon, Title, Body, words.Office);

    private string Title(AgreementEvent fact) =>
        fact switch
        {
            AgreementEvent.Begun => texts["agreement.event.begun"],
            AgreementEvent.Drafted e => texts["agreement.event.drafted", e.Draft],
            AgreementEvent.Approved e => texts["agreement.event.approved", words.Office(e.Party), e.Draft],
            AgreementEvent.SignatureGiven e => texts["agreement.event.signed", words.Office(e.Party), say.Date(e.On)],
            AgreementEvent.DocumentsAdded => texts["agreement.event.documents-added"],
            AgreementEvent.ExpiryWarned e => texts["agreement.event.expiry-warned", say.Date(e.EndsOn)],
            AgreementEvent.Ended e => texts["agreement.event.ended", say.Date(e.On)],
            AgreementEvent.Renewed => texts["agreement.event.renewed"],
            AgreementEvent.Evaluated e => texts["agreement.event.evaluated", e.Year.ToString(CultureInfo.InvariantCulture)],
            AgreementEvent.EvaluationAgreed e => texts[
                "agreement.event.evaluation-agreed",
                e.Year.ToString(CultureInfo.InvariantCulture),
                words.Office(e.Party)
            ],
            AgreementEvent.EvaluationFrozen e => texts[
                "agreement.event.evaluation-frozen",
                e.Year.ToString(CultureInfo.InvariantCulture),
                e.Figures.All,
                e.Figures.Done,
                e.Figures.Late
            ],
            AgreementEvent.Recorded => texts["agreement.event.recorded"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Icon(AgreementEvent fact) =>
        fact switch
        {
            AgreementEvent.Begun or AgreementEvent.SignatureGiven => "handshake",
            AgreementEvent.Drafted => "pencil",
            AgreementEvent.Approved or AgreementEvent.EvaluationAgreed => "circle-check",
            AgreementEvent.DocumentsAdded => "paperclip",
            AgreementEvent.ExpiryWarned => "clock",
            AgreementEvent.Evaluated => "file-text",
            _ => "archive",
        };

    private static string? Body(AgreementEvent fact) =>
        fact switch
        {
            AgreementEvent.Drafted e => e.Note,
            AgreementEvent.Ended e => e.Reason,
            AgreementEvent.Evaluated e => e.Text,
            _ => null,
        };
}
