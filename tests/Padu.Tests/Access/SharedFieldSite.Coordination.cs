using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Coordination;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Tests.Agreements;
using Padu.Tests.Coordination;
using Padu.Tests.Meetings;

namespace Padu.Tests.Access;

/// <summary>The agenda, inputs and meetings of the site.</summary>
public sealed partial class SharedFieldSite
{
    /// <summary>What has a page, by its code.</summary>
    public List<string> Agendas { get; } = [];

    public List<string> Inputs { get; } = [];

    public List<string> Meetings { get; } = [];

    /// <summary>It has begun: what came of it can be told.</summary>
    private static readonly AgendaSlot Begun = new(Cooperation.Today, new LocalTime(8, 0), new LocalTime(9, 0));

    private async Task Coordinate()
    {
        var offered = await Item(Affair.Draft);
        offered = await this.Do(
            offered,
            "kepala-ombudsman",
            new AgendaCommand.Move(
                Joint.Slot,
                null,
                Plant("agenda.countered.v1 Place", Affair.Draft),
                Plant("agenda.countered.v1 Reason", Affair.Draft)
            )
        );
        var declined = await this.Propose();
        declined = await this.Do(declined, "kepala-ombudsman", new AgendaCommand.Decline(Plant("agenda.declined.v1 Reason", Affair.Draft)));
        var off = await this.Accept(await Item(Affair.Public));
        off = await this.Do(off, "sekretariat", new AgendaCommand.Cancel(Plant("agenda.cancelled.v1 Reason", Affair.Public)));
        var between = await this.Accept(await Item(Affair.Joint, AgendaVisibility.Joint));
        var series = await this.Accept(await this.Propose(repeat: Joint.Weekly));
        series = await this.Do(
            series,
            "sekretariat",
            new AgendaCommand.MoveOccurrence(
                Joint.Slot.On,
                Joint.Slot with
                {
                    On = Joint.Slot.On.PlusDays(1),
                },
                Plant("agenda.occurrence-moved.v1 Reason", Affair.Public)
            )
        );
        series = await this.Do(
            series,
            "sekretariat",
            new AgendaCommand.CancelOccurrence(Joint.Slot.On.PlusDays(7), Plant("agenda.occurrence-cancelled.v1 Reason", Affair.Public))
        );
        var activity = await this.Accept(await this.Propose());
        AgendaCommand[] acts =
        [
            new AgendaCommand.Move(
                Begun,
                null,
                Plant("agenda.moved.v1 Place", Affair.Public),
                Plant("agenda.moved.v1 Reason", Affair.Public)
            ),
            new AgendaCommand.Plan(
                [City, Ombudsman],
                Plant("agenda.planned.v1 Plan", Affair.Public),
                Plant("agenda.people-named.v1 People", Affair.Public)
            ),
            new AgendaCommand.AddFile(
                new AgendaFile(
                    (await Papers("agenda.file-added.v1 File.Evidence", Affair.Public))[0],
                    Plant("agenda.file-added.v1 File.Description", Affair.Public)
                ),
                IsPicture: false
            ),
            new AgendaCommand.RecordOutcome(12, Plant("agenda.outcome-recorded.v1 Outcome", Affair.Public)),
        ];
        foreach (var act in acts)
        {
            activity = await this.Do(activity, "sekretariat", act);
        }

        Filed.Add(activity.Code.Value);
        Agendas.AddRange(new[] { offered, declined, off, between, series, activity }.Select(one => one.Code.Value));
    }

    private async Task<Agenda> Item(Affair affair, AgendaVisibility visibility = AgendaVisibility.Public)
    {
        var acted = await Services
            .GetRequiredService<AgendaDesk>()
            .Propose(
                Post("sekretariat"),
                new NewAgendaItem(
                    AgendaKind.JointService,
                    visibility,
                    [City, Ombudsman, Province],
                    Joint.Slot,
                    null,
                    null,
                    null,
                    Plant("agenda.proposed.v1 Text.Title", affair),
                    Plant("agenda.proposed.v1 Text.Place", affair),
                    Plant("agenda.proposed.v1 Text.Description", affair)
                ),
                Cancel
            );
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    private async Task Suggest()
    {
        var told = await Input(Affair.Public);
        var desk = Services.GetRequiredService<InputDesk>();
        var admin = Post("admin-kota");
        await Act(new InputCommand.Acknowledge(Plant("input.acknowledged.v1 Note", Affair.Public)));
        told = await Answered(told, InputVerdict.Accept, Affair.Public, Plant("input.answered.v1 Parts", Affair.Public));
        var owed = Services.GetRequiredService<ObligationQueries>();
        var line = Assert.Single(await owed.From(told.Id.Value, Cancel));
        Ids.Add(line.Row.Id);
        var duty = (await owed.Open(Post("sekretariat"), new ObligationId(line.Row.Id), Cancel))!.Obligation;
        await this.Do(await this.Give(duty), "sekretariat", new ObligationCommand.Accept(null));
        var change = Plant("input.change-told.v1 Change", Affair.Public);
        Assert.Null((await desk.TellChange(told, admin, change, cancel: Cancel)).Refusal);
        await Act(new InputCommand.Publish(Plant("input.published.v1 Asked", Affair.Public)));

        var kept = await Answered(await Input(Affair.Kept), InputVerdict.Decline, Affair.Kept);
        Inputs.AddRange([told.Number.Value, kept.Number.Value]);

        async Task Act(InputCommand command) => Assert.Null((await desk.Act(told.Id, admin, command, cancel: Cancel)).Refusal);
    }

    private async Task<Input> Input(Affair affair)
    {
        var given = await Services
            .GetRequiredService<InputDesk>()
            .Give(
                new NewInput(
                    Guid.NewGuid(),
                    InputAuthor.Public,
                    InputTopic.Accessibility,
                    City,
                    Language.Indonesian,
                    Plant("input.received.v1 Title", affair),
                    Plant("input.received.v1 Text", affair),
                    $"{Plant("input.reachable.v1 Email", affair)}@contoh.example"
                ),
                Cancel
            );
        Assert.Null(given.Refusal);
        return given.Input;
    }

    private async Task<Input> Answered(Input input, InputVerdict verdict, Affair affair, params string[] parts)
    {
        var words = Plant("input.answered.v1 Answer", affair);
        var form = new InputAnswerForm(verdict, words, [.. parts], Province, null);
        Assert.Null(await Services.GetRequiredService<InputDesk>().Answer(input, Post("admin-kota"), form, cancel: Cancel));
        return await Services.GetRequiredService<InputQueries>().State(input.Id, Cancel);
    }

    private async Task Meet()
    {
        var draft = await Planned(Affair.Draft);
        var published = await Published();
        var invited = await Asked();
        var moved = await this.Invited();
        moved = await this.Do(
            moved,
            "sekretariat",
            new MeetingCommand.Move(
                Rakor.Starts + Duration.FromDays(3),
                Rakor.Ends + Duration.FromDays(3),
                Plant("meeting.moved.v1 Place.Venue", Affair.Public),
                Plant("meeting.moved.v1 Place.Place", Affair.Public),
                Plant("meeting.moved.v1 Reason", Affair.Public)
            )
        );
        moved = await this.Do(moved, "sekretariat", new MeetingCommand.Cancel(Plant("meeting.cancelled.v1 Reason", Affair.Public)));
        var held = await this.Held();
        held = await this.Do(
            held,
            "sekretariat",
            new MeetingCommand.WriteMinutes(1, 0, Plant("meeting.minutes-written.v1 Text", Affair.Draft))
        );
        Filed.UnionWith([published.Code.Value, invited.Code.Value]);
        Meetings.AddRange(new[] { draft, published, invited, moved, held }.Select(one => one.Code.Value));
    }

    private async Task<Meeting> Planned(Affair affair)
    {
        var plan = Rakor.Plan(this) with
        {
            Title = Plant("meeting.planned.v1 Text.Title", affair),
            Letter = Plant("meeting.planned.v1 Text.Letter", affair),
            Venue = Plant("meeting.planned.v1 Text.Venue", affair),
            Place = Plant("meeting.planned.v1 Text.Place", affair),
            Themes =
            [
                new ThemePlan(
                    Plant("meeting.planned.v1 Text.Themes.Title", affair),
                    null,
                    Plant("meeting.planned.v1 Text.Themes.Lead", affair)
                ),
            ],
            Guests = [Plant("meeting.planned.v1 Text.Guests", affair)],
        };
        var acted = await Rakor.Desk(this).Convene(Post("sekretariat"), null, null, plan, Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    /// <summary>Invited, held, decided, and its minutes approved.</summary>
    private async Task<Meeting> Published()
    {
        var meeting = await Planned(Affair.Public);
        MeetingCommand[] acts =
        [
            new MeetingCommand.Invite(Plant("meeting.invitations-sent.v1 Words", Affair.Public)),
            new MeetingCommand.AddMaterials(MaterialReaders.Public, await Papers("meeting.materials-added.v1 Files", Affair.Public)),
            new MeetingCommand.Hold(),
            new MeetingCommand.WriteMinutes(1, 0, Plant("meeting.minutes-written.v1 Text", Affair.Public)),
        ];
        foreach (var act in acts)
        {
            meeting = await this.Do(meeting, "sekretariat", act);
        }

        meeting = await this.Decide(meeting, [City], Plant("meeting.decided.v1 Text", Affair.Public));
        return await this.Do(meeting, "ketua-provinsi", new MeetingCommand.ApproveMinutes(meeting.MinutesVersion));
    }

    /// <summary>Invited and asked: one office submitted its answers, another keeps a draft.</summary>
    private async Task<Meeting> Asked()
    {
        var meeting = await this.Planned();
        await Secretariat(
            new MeetingCommand.SetInstrument(
                1,
                0,
                Rakor.Today,
                [
                    new QuestionPlan("berkas", QuestionKind.File, "Lampirkan berkas.", []),
                    new QuestionPlan(
                        Plant("meeting.instrument-set.v1 Questions.Code", Affair.Joint),
                        QuestionKind.Text,
                        Plant("meeting.instrument-set.v1 Questions.Text", Affair.Joint),
                        []
                    ),
                    new QuestionPlan(
                        "papan",
                        QuestionKind.Choice,
                        "Papan layanan",
                        [Plant("meeting.instrument-set.v1 Questions.Choices", Affair.Joint), "belum"]
                    ),
                ]
            )
        );
        await Secretariat(new MeetingCommand.Invite("Mohon hadir."));
        meeting = await this.Do(
            meeting,
            "admin-kota",
            new MeetingCommand.GiveAnswers(
                1,
                0,
                true,
                [
                    new(1, null, (await Papers("meeting.answers-given.v1 Answers.File", Affair.Joint))[0]),
                    new(2, Plant("meeting.answers-given.v1 Answers.Value", Affair.Joint), null),
                    new(3, "2", null),
                ]
            )
        );
        meeting = await this.Do(
            meeting,
            "admin-kaur",
            new MeetingCommand.GiveAnswers(1, 0, false, [new(2, Plant("meeting.answers-given.v1 Answers.Value", Affair.Own), null)])
        );
        await Secretariat(new MeetingCommand.OpenAttendance(Plant("meeting.attendance-opened.v1 Secret", Affair.Joint)));
        await Secretariat(
            new MeetingCommand.Attend(
                City,
                AttendanceWay.List,
                Plant("meeting.attended.v1 Who.Name", Affair.Joint),
                Plant("meeting.attended.v1 Who.Post", Affair.Joint)
            )
        );
        await Secretariat(
            new MeetingCommand.AddMaterials(MaterialReaders.Participants, await Papers("meeting.materials-added.v1 Files", Affair.Joint))
        );
        await Secretariat(
            new MeetingCommand.AddMaterials(MaterialReaders.Organisers, await Papers("meeting.materials-added.v1 Files", Affair.Kept))
        );
        return meeting;

        async Task Secretariat(MeetingCommand command) => meeting = await this.Do(meeting, "sekretariat", command);
    }
}
