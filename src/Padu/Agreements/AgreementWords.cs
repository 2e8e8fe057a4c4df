using System.Globalization;
using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>An agreement in words.</summary>
public sealed class AgreementWords(Texts texts, Say say, OfficeRegister offices, Law calendar, DataFolder folder)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public int LastYear => say.Today.Year - 1;

    public string Language => texts.Language.TwoLetterISOLanguageName;

    public string Office(OfficeCode code) => offices.NameOf(code, Language);

    public string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public string Kind(AgreementKind kind) => texts[$"agreement.kind.{kind.Code()}"];

    public string Parties(IEnumerable<OfficeCode> parties) => string.Join(" · ", parties.Select(Office));

    /// <summary>What a source, or the document, does not say is said to be not stated; nothing is guessed.</summary>
    public string OrNotStated(string? words) => string.IsNullOrWhiteSpace(words) ? texts["agreement.not-stated"] : words;

    public string Day(LocalDate? day) => day is { } known ? say.Date(known) : texts["agreement.not-stated"];

    public string Scopes(IEnumerable<ElectionScope> scopes) =>
        string.Join(", ", scopes.Select(scope => texts[$"agreement.scope.{scope.Code()}"]));

    /// <summary>The chip of a line: in force, or running out, or what it is.</summary>
    public Nearness Chip(AgreementRow row) =>
        row switch
        {
            { Ends: { } ends } when RunsOut(row) => new Nearness("soon", "clock", texts["agreement.chip.ends", say.ShortDate(ends)]),
            { Stage: AgreementStage.InForce } => new Nearness("ok", "circle-check", Stage(row.Stage)),
            { Stage: AgreementStage.Draft or AgreementStage.Approved } => new Nearness("wait", "pencil", Stage(row.Stage)),
            _ => new Nearness("wait", "archive", Stage(row.Stage)),
        };

    /// <summary>In force, and its end is so near that both sides are warned.</summary>
    public bool RunsOut(AgreementRow row) =>
        row is { Stage: AgreementStage.InForce, Ends: { } ends } && ends < say.Today.PlusDays(WarningDays);

    public string Stage(AgreementStage stage) => texts[$"agreement.stage.{stage.Code()}"];

    private int WarningDays => Legal.Rules.On(AgreementRules.ExpiryWarning, say.Today).Amount;
}

/// <summary>Names agreements and plans as sources of what is owed.</summary>
public sealed class AgreementSources(AgreementQueries queries, AgreementWords words) : ISourceNames
{
    public bool Holds(SourceKind kind) => kind is SourceKind.Clause or SourceKind.PlanItem;

    public async Task<IReadOnlyDictionary<Guid, SourceName>> Of(IReadOnlyCollection<Guid> streams, CancellationToken cancel) =>
        (await queries.Among(streams, words.Language, cancel)).ToDictionary(
            one => one.Key,
            one => new SourceName(one.Value.Title, one.Value.Row.IsPublic ? $"/perjanjian/{one.Value.Row.Code}" : null)
        );
}
