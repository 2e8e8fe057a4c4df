using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Meetings;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Meetings;

/// <summary>Meetings the tests start from: Thursday 19 November 2026, convened a week before by the province and the Ombudsman.</summary>
internal static class Gathering
{
    public static readonly MeetingId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000b1"));
    public static readonly Actor.Staff Secretariat = Owed.Secretariat;
    public static readonly Actor.Staff Chair = Owed.Chair;
    public static readonly Instant BegunAt = Given.Filed;
    public static readonly Instant Starts = Instant.FromUtc(2026, 11, 19, 2, 0);
    public static readonly Instant Ends = Instant.FromUtc(2026, 11, 19, 8, 0);

    /// <summary>An hour into the meeting.</summary>
    public static readonly Instant During = Instant.FromUtc(2026, 11, 19, 3, 0);

    public static readonly MeetingCommand.Plan Plan = new(
        0,
        2026,
        "Rakor uji",
        null,
        "Aula",
        null,
        Starts,
        Ends,
        [new ThemePlan("Loket", null, null), new ThemePlan("Data", Given.Data, "Kepala Divisi")],
        [Given.City, Given.Kaur],
        ["Bawaslu"]
    );

    public static readonly MeetingCommand.Convene Convene = new(Id, new MeetingCode("rakor-2026-uji"), Meeting.None, Given.Ombudsman, Plan);

    public static readonly MeetingCommand.SetInstrument Instrument = new(
        1,
        0,
        new LocalDate(2026, 11, 18),
        [
            new QuestionPlan("jumlah", QuestionKind.Number, "Berapa?", []),
            new QuestionPlan("papan", QuestionKind.Choice, "Papan", ["ada", "belum"]),
        ]
    );

    public static readonly MeetingCommand.GiveAnswers Answers = new(1, 0, true, [new Answer(1, "7", null), new Answer(2, "2", null)]);

    public static readonly MeetingEvent.Recorded History = new(
        Id,
        new MeetingCode("rakor-2016-uji"),
        Given.Province.Code,
        Institution.Kpu,
        2016,
        new LocalDate(2016, 12, 16),
        Instant.FromUtc(2016, 12, 15, 17, 0),
        "Arsip",
        "Record",
        [new MeetingStatement(MeetingField.Minutes, null, null, "Berita")],
        []
    );

    public static MeetingCommand.Decide Decide(int number = 1, params Office?[] owners) =>
        new(
            number,
            1,
            owners.Length == 0 ? [Given.City, Given.Kaur] : [.. owners],
            Given.Ombudsman,
            new LocalDate(2026, 12, 10),
            "Papan dipasang"
        );

    public static MeetingContext Context(Actor actor, Instant at) => new(actor, at, Law.Bengkulu, [Given.Technical, Given.Data]);

    public static Decision<MeetingEvent> Decide(this Meeting meeting, MeetingCommand command, Actor actor, Instant at) =>
        MeetingRules.Decide(meeting, command, Context(actor, at));

    public static Meeting After(this Meeting meeting, MeetingCommand command, Actor actor, Instant at)
    {
        var decision = meeting.Decide(command, actor, at);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(meeting, (state, fact) => Meeting.Evolve(state, fact, at));
    }

    public static Meeting Drafted => Meeting.None.After(Convene, Secretariat, BegunAt);

    public static Meeting Invited =>
        Drafted.After(Instrument, Secretariat, BegunAt).After(new MeetingCommand.Invite(null), Secretariat, BegunAt);

    public static Meeting Held => Invited.After(new MeetingCommand.Hold(), Secretariat, During);

    public static Meeting Written =>
        Held.After(new MeetingCommand.WriteMinutes(1, 0, "Loket dibahas."), Secretariat, During)
            .After(new MeetingCommand.WriteMinutes(2, 0, "Data dibahas."), Given.Assistant, During);

    public static Meeting Approved
    {
        get
        {
            var written = Written;
            var approve = new MeetingCommand.ApproveMinutes(written.MinutesVersion);
            return written.After(approve, Chair, During).After(approve, Given.OmbudsmanHead, During);
        }
    }

    public static Meeting At(MeetingStage stage) =>
        stage switch
        {
            MeetingStage.Drafted => Drafted,
            MeetingStage.Invited => Invited,
            MeetingStage.Held => Written,
            MeetingStage.MinutesApproved => Approved,
            MeetingStage.Closed => Approved.After(new MeetingCommand.Close(), Chair, During),
            MeetingStage.Cancelled => Invited.After(new MeetingCommand.Cancel("Digabung."), Chair, BegunAt),
            MeetingStage.Archive => Meeting.None.After(new MeetingCommand.Record(History), Given.System, BegunAt),
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };
}
