using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Examinations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Examinations;

/// <summary>A report in the words of the Ombudsman's desk.</summary>
public sealed class ExaminationWords(Texts texts, Say say, CaseWords words, IClock clock)
{
    public LegalContext Legal => words.Legal;

    public string Stage(ExaminationStage stage) => texts[$"examination.stage.{stage.Code()}"];

    /// <summary>The number in the register as it stands on a letter: <c>0007/LM/2026</c>.</summary>
    public static string Number(RegisterEntryRow entry) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{entry.Number:0000}/LM/{entry.Year}");

    public string Mover(Examination examination) =>
        examination.Mover switch
        {
            ExaminationMover.Assistant or ExaminationMover.Head => texts[$"examination.mover.{examination.Mover.Code()}"],
            ExaminationMover.Complainant => texts["desk.mover.complainant"],
            ExaminationMover.Nobody => texts["desk.mover.nobody"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The chip of a line: what lapses next, or whom it waits for.</summary>
    public Nearness Next(ExaminationRow row)
    {
        if (row is not { NextClock: { } kind, NextRule: { } code, NextSince: { } since, NextDue: { } due, NextDueDate: { } day })
        {
            return new Nearness("wait", "check", texts["desk.done"]);
        }

        var legal = Legal;
        var rule = legal.Rules.On(code, legal.DayOf(since));
        return rule.Side == ClockSide.Institution
                ? say.Due(
                    new Clock(
                        kind,
                        code,
                        ClockTerms.Of(rule, legal.Rules.Version),
                        rule.Side,
                        since,
                        due,
                        day,
                        legal.Calendar.Version,
                        ClockStatus.Running,
                        []
                    ),
                    legal
                )
            : due > clock.GetCurrentInstant() ? new Nearness("wait", "hourglass", texts["desk.waiting"])
            : new Nearness("soon", "clock", texts["desk.window-passed"]);
    }
}
