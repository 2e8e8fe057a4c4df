using NodaTime;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Triage;
using Padu.Web;

namespace Padu.Complaints;

/// <summary>A case in the words of the desk: offices, units, codes of events, and how near the next date is.</summary>
public sealed class CaseWords(
    Texts texts,
    Say say,
    OfficeRegister offices,
    Units units,
    Law calendar,
    DataFolder folder,
    Triager triage,
    StageWords stages,
    AdHocBodies bodies,
    IClock clock
)
{
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public StageWords Stages => stages;

    /// <summary>The quiet period that runs somewhere in the province now; null otherwise.</summary>
    public (Election Election, ElectionStage Stage)? Quiet =>
        Legal is var legal ? legal.Elections.QuietOn(folder.Province.Value, legal.DayOf(clock.GetCurrentInstant())) : null;

    /// <summary>An ad hoc body by its name.</summary>
    public string Body(AdHocCode code) => bodies.NameOf(code);

    public string Office(OfficeCode code) => offices.NameOf(code, Languages.Current);

    public string Unit(UnitCode code) =>
        units.Find(code) is not { } unit ? code.Value
        : Languages.Current == "en" ? unit.NameEn
        : unit.NameId;

    /// <summary>A kind of grievance by its name.</summary>
    public string Kind(string code) => triage.NameOf(code, Languages.Current);

    /// <summary>A code such as <c>clock.selesai</c>, <c>unit.teknis</c> or <c>office.bawaslu</c> in words; what is said otherwise to staff stands under <c>desk.</c></summary>
    public string Detail(string code) =>
        code.StartsWith("unit.", StringComparison.Ordinal) ? Unit(new UnitCode(code["unit.".Length..]))
        : code.StartsWith("office.", StringComparison.Ordinal) ? Office(new OfficeCode(code["office.".Length..]))
        : code.StartsWith("kind.", StringComparison.Ordinal) ? Kind(code["kind.".Length..])
        : code.StartsWith("stage-of.", StringComparison.Ordinal) ? StageOf(code["stage-of.".Length..], stages)
        : code.StartsWith("body-of.", StringComparison.Ordinal) ? Body(new AdHocCode(code["body-of.".Length..]))
        : code.StartsWith(CompensationWords.Prefix, StringComparison.Ordinal) ? CompensationWords.Read(code, texts, say)
        : texts.Has($"desk.{code}") ? texts[$"desk.{code}"]
        : texts[code];

    /// <summary>A stage written <c>pemilu-2024/kampanye</c> by its names; as it stands where no schedule knows it any more.</summary>
    internal static string StageOf(string written, StageWords stages) => stages.Find(written) is { } stage ? stages.Name(stage) : written;

    public string Clock(ClockKind kind) => Detail($"clock.{kind.Code()}");

    public string Stage(Stage stage) => Detail($"stage.{stage.Code()}");

    private static readonly HashSet<string> NamesOffice =
    [
        "timeline.assigned",
        "timeline.against-office",
        "timeline.transfer-proposed",
        "timeline.transfer-agreed",
        "timeline.transfer-declined",
        "timeline.transferred",
    ];

    /// <summary>The line under an entry: which office, and the codes of the event in words.</summary>
    public string? Note(TimelineEntry entry)
    {
        // An assignment and a transfer name their office in the title already.
        var office = entry.Office is { } acting && !NamesOffice.Contains(entry.Key) ? new[] { Office(acting) } : [];
        var line = string.Join(" · ", office.Concat(entry.Detail.Select(Detail)));
        return line.Length == 0 ? null : line;
    }

    public string Title(TimelineEntry entry) => texts[entry.Key, entry.Office is { } office ? Office(office) : ""];

    /// <summary>The chip of a line in the worklist: what lapses next, or whom it waits for.</summary>
    public Nearness Next(ComplaintRow row)
    {
        if (row.Stage == Domain.Complaints.Stage.Archived)
        {
            return new Nearness("wait", "folder-open", texts["desk.archive"]);
        }

        if (row is not { IsOpen: true, NextClock: { } kind, NextDue: { } due, NextDueDate: { } day })
        {
            return new Nearness("wait", "check", texts[row.IsOpen ? "desk.no-clock" : "desk.done"]);
        }

        var legal = Legal;
        var rule = legal.Rules.On(ComplaintClocks.RuleOf(kind, row.Class), legal.DayOf(row.ReceivedAt));
        if (rule.Side == ClockSide.Complainant && row.MustBeContacted)
        {
            // The complainant's time runs, but who was not told cannot use it: the office's move comes first.
            return new Nearness("soon", "phone", texts["desk.must-contact"]);
        }

        if (rule.Side == ClockSide.Complainant)
        {
            return due > clock.GetCurrentInstant()
                ? new Nearness("wait", "hourglass", texts["desk.waiting"])
                : new Nearness("soon", "clock", texts["desk.window-passed"]);
        }

        return say.Due(
            new Clock(
                kind,
                rule.Code,
                ClockTerms.Of(rule, legal.Rules.Version),
                rule.Side,
                row.ReceivedAt,
                due,
                day,
                legal.Calendar.Version,
                ClockStatus.Running,
                []
            ),
            legal
        );
    }

    /// <summary>Whose move it is, by name.</summary>
    public string Mover(Complaint complaint) =>
        complaint.Mover switch
        {
            Domain.Complaints.Mover.Office => complaint is { Proposal: > 0 } ? texts["desk.mover.head", Office(complaint.Subject.Seat)]
            : complaint is { Stage: Domain.Complaints.Stage.Assigned, Unit: { } unit } ? $"{Office(complaint.Subject.Seat)}, {Unit(unit)}"
            : Office(complaint.Subject.Seat),
            Domain.Complaints.Mover.Complainant => texts["desk.mover.complainant"],
            Domain.Complaints.Mover.Ombudsman => Office(complaint.Ombudsman!.Office),
            Domain.Complaints.Mover.Nobody => texts["desk.mover.nobody"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
