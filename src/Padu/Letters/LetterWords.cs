using Padu.Domain;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>A letter in the words of the request's language: kinds, states, chips, its history.</summary>
public sealed class LetterWords(Texts texts, OfficeRegister offices)
{
    public string Kind(LetterKind kind) => texts[$"surat.kind.{kind.Code()}"];

    public string State(LetterState state) => texts[$"surat.state.{state.Code()}"];

    public string Office(OfficeCode code) => offices.NameOf(code, Languages.Current);

    public Nearness Chip(LetterState state) =>
        state switch
        {
            LetterState.Draft => new Nearness("wait", "pencil", State(state)),
            LetterState.Proposed => new Nearness("soon", "hourglass", State(state)),
            LetterState.Approved => new Nearness("soon", "user-check", State(state)),
            LetterState.Issued => new Nearness("ok", "circle-check", State(state)),
            LetterState.Revoked => new Nearness("late", "ban", State(state)),
            LetterState.Discarded => new Nearness("wait", "x", State(state)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>What became of it, newest first. The words themselves stand above it.</summary>
    public IReadOnlyList<TimelineItem> History(IEnumerable<Recorded<LetterEvent>> history) =>
        history.NewestFirst(Icon, Title, Body, Office, TimelineKind.Internal);

    private string Title(LetterEvent fact) =>
        texts[
            fact switch
            {
                LetterEvent.Drafted => "surat.event.drafted",
                LetterEvent.Redrafted => "surat.event.redrafted",
                LetterEvent.Proposed => "surat.event.proposed",
                LetterEvent.Returned => "surat.event.returned",
                LetterEvent.Approved => "surat.event.approved",
                LetterEvent.Issued => "surat.event.issued",
                LetterEvent.Revoked => "surat.event.revoked",
                LetterEvent.Discarded => "surat.event.discarded",
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        ];

    private static string Icon(LetterEvent fact) =>
        fact switch
        {
            LetterEvent.Drafted or LetterEvent.Redrafted => "pencil",
            LetterEvent.Proposed => "send",
            LetterEvent.Returned => "corner-up-left",
            LetterEvent.Approved => "user-check",
            LetterEvent.Issued => "circle-check",
            LetterEvent.Revoked => "ban",
            LetterEvent.Discarded => "x",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string? Body(LetterEvent fact) =>
        fact switch
        {
            LetterEvent.Returned e => e.Comment,
            LetterEvent.Revoked e => e.Reason,
            _ => null,
        };
}
