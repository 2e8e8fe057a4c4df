using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Coordination;

/// <summary>An input in words.</summary>
public sealed class InputWords(Texts texts, Say say, OfficeRegister offices, Law calendar, DataFolder folder)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public string Language => texts.Language.TwoLetterISOLanguageName;

    public string Office(OfficeCode code) => offices.NameOf(code, Language);

    public string Author(InputAuthor author) => texts[$"input.author.{author.Code()}"];

    public string Topic(InputTopic topic) => texts[$"input.topic.{topic.Code()}"];

    public string State(InputState state) => texts[$"input.state.{state.Code()}"];

    /// <summary>The offices an input may go to: both institutions of the province and the ten below.</summary>
    public IEnumerable<Choice> Receivers(OfficeCode? except = null) =>
        offices
            .Tree.All.Where(office =>
                office.Institution is Institution.Kpu or Institution.Ombudsman
                && office.Region is not null
                && office.Level is OfficeLevel.Province or OfficeLevel.Regency
                && office.Code != except
            )
            .Select(office => new Choice(office.Code.Value, Office(office.Code)));

    public IEnumerable<Choice> Topics => Enum.GetValues<InputTopic>().Select(topic => new Choice(topic.Code(), Topic(topic)));

    /// <summary>The chip of a line: how near the day is, or how it was answered.</summary>
    public Nearness Chip(InputRow row) =>
        row switch
        {
            { State: InputState.Changed } => new Nearness("ok", "circle-check", State(row.State)),
            { State: InputState.Declined } => new Nearness("wait", "corner-up-left", State(row.State)),
            { State: InputState.Accepted or InputState.Partly } => new Nearness("ok", "hourglass", State(row.State)),
            { DueDate: { } due } => say.Left(NodaTime.Period.DaysBetween(say.Today, due), CountingUnit.CalendarDay),
            _ => new Nearness("wait", "inbox", State(row.State)),
        };
}

/// <summary>Names inputs as sources of what is owed; only a published one has a page for everybody, and none has a title for them.</summary>
public sealed class InputSources(InputQueries queries) : ISourceNames
{
    public bool Holds(SourceKind kind) => kind is SourceKind.Input;

    public async Task<IReadOnlyDictionary<Guid, SourceName>> Of(IReadOnlyCollection<Guid> streams, CancellationToken cancel) =>
        (await queries.Among(streams, cancel)).ToDictionary(
            one => one.Key,
            one => new SourceName(one.Value.Number.Value, one.Value.PublishedAt is null ? null : $"/masukan#{one.Value.Number}")
        );
}
