using Padu.Domain;
using Padu.Domain.Coordination;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Coordination;

/// <summary>The history of an input, newest first: for the desk and, without notes between the desks, for its author.</summary>
public sealed class InputHistory(Texts texts, Say say, InputWords words)
{
    public IReadOnlyList<TimelineItem> Of(IEnumerable<Recorded<InputEvent>> history) =>
        history.Where(one => one.Fact is not InputEvent.Reachable).NewestFirst(Icon, Title, Body, words.Office);

    private string Title(InputEvent fact) =>
        fact switch
        {
            InputEvent.Received e => texts["input.event.received", words.Office(e.To)],
            InputEvent.Reachable => texts["input.event.reachable"],
            InputEvent.Acknowledged => texts["input.event.acknowledged"],
            InputEvent.Answered e => texts[$"input.event.answered.{e.Verdict.Code()}"],
            InputEvent.ChangeTold => texts["input.event.change-told"],
            InputEvent.Published => texts["input.event.published"],
            InputEvent.Overdue e => texts["input.event.overdue", say.Date(e.DueAt - NodaTime.Duration.Epsilon)],
            InputEvent.Recounted e => texts["input.event.recounted", say.Date(e.Clock.DueDate!.Value)],
            InputEvent.Erased => texts["input.event.erased"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Icon(InputEvent fact) =>
        fact switch
        {
            InputEvent.Received => "inbox",
            InputEvent.Acknowledged => "eye",
            InputEvent.Answered { Verdict: InputVerdict.Decline } => "corner-up-left",
            InputEvent.Answered or InputEvent.ChangeTold => "circle-check",
            InputEvent.Published => "users",
            InputEvent.Overdue => "triangle-alert",
            InputEvent.Erased => "trash-2",
            _ => "calendar",
        };

    private static string? Body(InputEvent fact) =>
        fact switch
        {
            InputEvent.Received e => e.Text,
            InputEvent.Acknowledged e => e.Note,
            InputEvent.Answered e => e.Parts is { IsDefaultOrEmpty: false } parts
                ? $"{e.Answer}\n\n{string.Join('\n', parts.Select((part, at) => $"{at + 1}. {part}"))}"
                : e.Answer,
            InputEvent.ChangeTold e => e.Change,
            InputEvent.Published e => e.Asked,
            _ => null,
        };
}
