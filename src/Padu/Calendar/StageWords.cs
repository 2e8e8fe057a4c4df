using NodaTime;
using Padu.Domain.Calendar;
using Padu.Web;
using Padu.Web.Controls;

namespace Padu.Calendar;

/// <summary>A stage in forms and sentences: written <c>pemilu-2024/kampanye</c>, read aloud by both names.</summary>
public sealed class StageWords(Elections elections, Texts texts, Say say)
{
    public static string Write(StageRef stage) => $"{stage.Election}/{stage.Stage}";

    /// <summary>The stage of a form's answer; null where nothing was chosen or no election knows it.</summary>
    public StageRef? Find(string? text) =>
        text?.Split('/') is [var election, var stage]
        && new StageRef(new ElectionCode(election), new StageCode(stage)) is var found
        && elections.Now.Find(found) is not null
            ? found
            : null;

    /// <summary>Its names; the codes for a stage no schedule knows any more.</summary>
    public string Name(StageRef stage) =>
        elections.Now.Find(stage.Election) is { } election && election.Find(stage.Stage) is { } row
            ? texts["stages.of", row.Name(Languages.Current), election.Name(Languages.Current)]
            : Write(stage);

    public IEnumerable<Choice> Choices(IEnumerable<(Election Election, ElectionStage Stage)> stages) =>
        stages.Select(one => new Choice(
            Write(new StageRef(one.Election.Code, one.Stage.Code)),
            texts["stages.choice", one.Stage.Name(Languages.Current), one.Election.Name(Languages.Current), say.ShortDate(one.Stage.To)]
        ));

    /// <summary>Those that a complaint of today may well concern: running, or beginning within a month.</summary>
    public IEnumerable<Choice> Topical(string province, LocalDate today) =>
        Choices(
            elections
                .Now.All.Where(one => one.Covers(province))
                .SelectMany(one =>
                    one.Stages.Where(stage => stage.To >= today && stage.From <= today.PlusDays(30)).Select(stage => (one, stage))
                )
        );

    /// <summary>When the stage a case concerns is over soon: <i>tahapan berakhir dalam 3 hari</i>. Null when it is not, or is past.</summary>
    public string? EndsSoon(StageRef? concern, LocalDate today) =>
        elections.Now.Find(concern) is { } stage && stage.To >= today && Period.DaysBetween(today, stage.To) is <= 30 and var days
            ? days switch
            {
                0 => texts["stages.ends-today"],
                1 => texts["stages.ends-tomorrow"],
                _ => texts["stages.ends-in", days],
            }
            : null;
}
