using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Coordination;

/// <summary>Agenda items and inputs the tests start from; the people and offices are those of the complaints.</summary>
internal static class Joint
{
    public static readonly AgendaId Id = new(Guid.Parse("0193a000-0000-7000-8000-0000000000a1"));
    public static readonly InputId InputId = new(Guid.Parse("0193a000-0000-7000-8000-0000000000a2"));
    public static readonly Guid Author = Guid.Parse("0193a000-0000-7000-8000-000000000001");

    /// <summary>Thursday 12 November 2026, 08.44 in Bengkulu.</summary>
    public static readonly Instant Begins = Given.Filed;

    public static readonly AgendaSlot Slot = new(new LocalDate(2026, 11, 20), new LocalTime(9, 0), new LocalTime(11, 0));
    public static readonly AgendaSlot Later = new(new LocalDate(2026, 11, 27), new LocalTime(13, 0), new LocalTime(14, 30));
    public static readonly AgendaRepeat Weekly = new(AgendaFrequency.Weekly, new LocalDate(2026, 12, 31));

    public static readonly AgendaCommand.Move Move = new(Later, null, "Aula lain", "Ruang dipakai.");
    public static readonly AgendaCommand.Accept Accept = new();
    public static readonly AgendaCommand.Decline Decline = new("Tidak ada petugas.");
    public static readonly AgendaCommand.Cancel Cancel = new("Banjir.");
    public static readonly AgendaCommand.MoveOccurrence MoveDay = new(new LocalDate(2026, 11, 27), Later, "Libur kantor.");
    public static readonly AgendaCommand.CancelOccurrence CancelDay = new(new LocalDate(2026, 12, 4), "Libur kantor.");
    public static readonly AgendaCommand.Plan Plan = new(
        [Given.City.Code, Given.Ombudsman.Code],
        "Membuka loket bersama.",
        "Nama Rekaan\nNama Lain"
    );
    public static readonly AgendaCommand.RecordOutcome Outcome = new(40, "Empat puluh orang dilayani.");

    public static AgendaCommand.AddFile AddFile { get; } =
        new(new AgendaFile(new Evidence(new ContentHash(new string('a', 64)), "foto.jpg", "image/jpeg", 10, "kunci"), "Loket."), true);

    public static AgendaCommand.Propose Propose(AgendaRepeat? repeat = null, params Office[] offices) =>
        new(
            Id,
            new AgendaCode("agd-2026-uji"),
            AgendaKind.JointService,
            AgendaVisibility.Public,
            [.. offices.Length == 0 ? [Given.City, Given.Ombudsman] : offices],
            Slot,
            repeat,
            null,
            "Loket bersama",
            "Aula",
            null
        );

    public static Decision<AgendaEvent> Decide(this Agenda agenda, AgendaCommand command, Actor actor, Instant at) =>
        AgendaRules.Decide(agenda, command, new AgendaContext(actor, at, Law.Bengkulu));

    public static Agenda Fold(Agenda agenda, IEnumerable<AgendaEvent> events, Instant at) =>
        events.Aggregate(agenda, (state, fact) => Agenda.Evolve(state, fact, at));

    public static Agenda After(this Agenda agenda, AgendaCommand command, Actor actor, Instant? at = null)
    {
        var decision = agenda.Decide(command, actor, at ?? Begins);
        Assert.Null(decision.Refusal);
        return Fold(agenda, decision.Events, at ?? Begins);
    }

    public static Agenda Proposed(AgendaRepeat? repeat = null) => Agenda.None.After(Propose(repeat), Owed.Secretariat);

    public static Agenda Accepted(AgendaRepeat? repeat = null) => Proposed(repeat).After(Accept, Given.OmbudsmanHead);

    public static Agenda At(AgendaState state) =>
        state switch
        {
            AgendaState.Proposed => Proposed(),
            AgendaState.Countered => Proposed().After(Move, Given.Assistant),
            AgendaState.Accepted => Accepted(),
            AgendaState.Declined => Proposed().After(Decline, Given.Assistant),
            AgendaState.Cancelled => Accepted().After(Cancel, Owed.Secretariat),
            AgendaState.Held => Accepted().After(Outcome, Owed.Secretariat, Days(9)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Instant Days(int days) => Begins + Duration.FromDays(days);

    public static InputCommand.Give Give(Office? to = null, bool fromOffice = false, string? email = "saran@contoh.example") =>
        new(
            InputId,
            new InputNumber("M-17-2026-0000000"),
            Author,
            InputAuthor.Public,
            InputTopic.Accessibility,
            to ?? Given.City,
            fromOffice ? null : new CodeVerifier("00"),
            Language.Indonesian,
            "Pasang ram",
            "Mohon ada ram untuk kursi roda.",
            email
        );

    public static InputCommand.Answer Answer(InputVerdict verdict, params string[] parts) =>
        new(
            verdict,
            "Kami setuju sebagian.",
            [.. parts],
            [.. parts.Select((_, at) => new ObligationId(new Guid(at + 1, 0, 0, new byte[8])))]
        );

    public static Decision<InputEvent> Decide(this Input input, InputCommand command, Actor actor, Instant at) =>
        InputRules.Decide(input, command, new InputContext(actor, at, Law.Bengkulu));

    public static Input After(this Input input, InputCommand command, Actor actor, Instant? at = null)
    {
        var decision = input.Decide(command, actor, at ?? Begins);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(input, (state, fact) => Input.Evolve(state, fact, at ?? Begins));
    }

    public static Input Fresh(Office? to = null) => Input.None.After(Give(to), new Actor.Complainant(Author));

    public static Input At(InputState state) =>
        state switch
        {
            InputState.Received => Fresh(),
            InputState.Acknowledged => Fresh().After(new InputCommand.Acknowledge(null), Given.CityAdmin),
            InputState.Accepted => Fresh().After(Answer(InputVerdict.Accept, "Ram dipasang"), Given.CityAdmin),
            InputState.Partly => Fresh().After(Answer(InputVerdict.Partly, "Ram dipasang"), Given.CityAdmin),
            InputState.Declined => Fresh().After(Answer(InputVerdict.Decline), Given.CityAdmin),
            InputState.Changed => At(InputState.Accepted).After(new InputCommand.TellChange("Ram terpasang.", 0), Given.CityAdmin),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
