using Padu.Coordination;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Meetings.Pages.Desk;

/// <summary>One meeting on the desk: facts, what it inherits, questionnaires, who is invited and was present, minutes, decisions, and what may be done next.</summary>
public sealed class MeetingModel(
    MeetingQueries queries,
    CurrentActor current,
    MeetingWords words,
    MeetingAgenda agenda,
    DecisionGrids grids,
    AgendaCollisions collisions
) : MeetingPageModel(queries, current)
{
    private readonly MeetingQueries queries = queries;

    public IReadOnlyList<CarriedDuty> Carried { get; private set; } = [];

    /// <summary>Of what was carried over, what this reader's board shows.</summary>
    public IReadOnlyList<CarriedDuty> MyCarried =>
        [.. Carried.Where(one => Access.May(Reader, ObligationAct.Read, new ObligationSubject(one.Owed.Row.Owner, one.Owed.Row.Judge)))];

    /// <summary>What else the offices have at its time, for who convenes it and may read the agenda of both institutions.</summary>
    public IReadOnlyList<Collision> Collisions { get; private set; } = [];

    public IReadOnlyList<MeetingLine> Earlier { get; private set; } = [];

    public DecisionMatrix Matrix { get; private set; } = null!;

    public IEnumerable<MeetingMaterial> Materials => Opened.Materials.Where(one => one.Readers != MaterialReaders.Organisers || Convenes);

    /// <summary>What another office keeps as a draft is not even told.</summary>
    public IEnumerable<Recorded<MeetingEvent>> Shown =>
        Opened.History.Where(one =>
            one.Fact is not MeetingEvent.AnswersGiven { Submitted: false } draft || draft.Office == Reader.Office.Code
        );

    /// <summary>The acts that have one page for the whole meeting; questionnaires and minutes are reached by their theme.</summary>
    public IEnumerable<MeetingAct> Acts =>
        Offers.Where(act => act is not (MeetingAct.Fill or MeetingAct.SetInstrument or MeetingAct.WriteMinutes));

    /// <summary>The name of the page of an act, as its address ends.</summary>
    public static string PathOf(MeetingAct act) =>
        act switch
        {
            MeetingAct.Plan => "rancangan",
            MeetingAct.Invite => "undang",
            MeetingAct.Move => "pindah",
            MeetingAct.Cancel => "batal",
            MeetingAct.OpenAttendance => "hadir/buka",
            MeetingAct.NoteAttendance => "hadir",
            MeetingAct.AddMaterial => "bahan",
            MeetingAct.Hold => "mulai",
            MeetingAct.Decide => "putuskan",
            MeetingAct.ApproveMinutes => "notula/setujui",
            MeetingAct.Close => "tutup",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The word of its texts.</summary>
    public static string KeyOf(MeetingAct act) =>
        act switch
        {
            MeetingAct.OpenAttendance => "hadir-buka",
            MeetingAct.ApproveMinutes => "setujui",
            _ => PathOf(act),
        };

    public static string IconOf(MeetingAct act) =>
        act switch
        {
            MeetingAct.Plan => "pencil",
            MeetingAct.Invite => "mail",
            MeetingAct.Move => "calendar",
            MeetingAct.Cancel => "ban",
            MeetingAct.OpenAttendance => "eye",
            MeetingAct.NoteAttendance => "user-check",
            MeetingAct.AddMaterial => "paperclip",
            MeetingAct.Hold => "users",
            MeetingAct.Decide => "gavel",
            MeetingAct.ApproveMinutes => "circle-check",
            MeetingAct.Close => "archive",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public async Task OnGet(CancellationToken cancel)
    {
        Carried = await agenda.CarriedOver(Meeting, words.Language, cancel);
        Earlier = Meeting.Previous is null ? [] : await queries.Before(Meeting, words.Language, cancel);
        Matrix = await grids.Of(Opened, Reader, cancel);
        if (Convenes && Access.ScopeOfAgenda(Reader).All && Meeting.Stage is MeetingStage.Drafted or MeetingStage.Invited)
        {
            Collisions = await collisions.Of(Meeting.Concerned, Meeting.Starts, Meeting.Ends, $"/rakor/{Meeting.Code}", cancel);
        }
    }
}
