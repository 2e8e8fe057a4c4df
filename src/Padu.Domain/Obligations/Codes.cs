namespace Padu.Domain.Obligations;

/// <summary>The random id of an obligation's stream.</summary>
public readonly record struct ObligationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>From what something is owed: a closed set. A new source is a new code here, an ADR line, and its words.</summary>
public enum SourceKind
{
    /// <summary>A clause of a memorandum or cooperation agreement.</summary>
    [Code("butir_perjanjian")]
    Clause,

    /// <summary>An item of an action plan or activity.</summary>
    [Code("butir_rencana")]
    PlanItem,

    /// <summary>An input (masukan) that was accepted.</summary>
    [Code("masukan")]
    Input,

    /// <summary>What a meeting (rakor) decided.</summary>
    [Code("keputusan_rapat")]
    Decision,

    /// <summary>What the Ombudsman asks an office to put right.</summary>
    [Code("tindakan_korektif")]
    CorrectiveAction,

    /// <summary>What an election participant promised in public.</summary>
    [Code("komitmen")]
    Commitment,

    /// <summary>What Bawaslu or DKPP decided and an election commission has to carry out.</summary>
    [Code("putusan_lembaga_lain")]
    Ruling,
}

/// <summary>The one source of an obligation.</summary>
/// <param name="Stream">The id of the stream that holds it: an agreement, an input, a meeting …; a ruling's own obligation.</param>
/// <param name="Item">Its number there, from 1: clause, item, decision.</param>
public sealed record ObligationSource(SourceKind Kind, Guid Stream, int Item);

/// <summary>Where an obligation stands.</summary>
public enum ObligationState
{
    [Code("dijanjikan")]
    Promised,

    /// <summary>Evidence lies with the judge.</summary>
    [Code("bukti_diajukan")]
    EvidenceGiven,

    /// <summary>The evidence was refused with a reason; it is still owed.</summary>
    [Code("bukti_ditolak")]
    EvidenceRefused,

    [Code("selesai")]
    Done,

    /// <summary>A successor took it over.</summary>
    [Code("diteruskan")]
    CarriedOver,

    /// <summary>Its source ended before it fell due.</summary>
    [Code("gugur")]
    Lapsed,

    /// <summary>No longer owed, with a reason.</summary>
    [Code("ditarik")]
    Withdrawn,
}

/// <summary>The column of a board: every obligation stands in exactly one.</summary>
public enum ObligationColumn
{
    /// <summary>Owed, and the day has not passed.</summary>
    [Code("berjalan")]
    Open,

    /// <summary>Evidence in time, to be judged.</summary>
    [Code("dinilai")]
    ToJudge,

    /// <summary>The day has passed unmet, whatever was handed in since.</summary>
    [Code("terlambat")]
    Late,

    [Code("selesai")]
    Done,

    /// <summary>Carried over, lapsed or withdrawn.</summary>
    [Code("berhenti")]
    Over,
}

/// <summary>Until when: a date the source names, or a rule of the deadlines that counts from the promise. Exactly one.</summary>
public sealed record DueTerm(NodaTime.LocalDate? On, Calendar.RuleCode? Rule)
{
    public static DueTerm Date(NodaTime.LocalDate on) => new(on, null);

    public static DueTerm Counted(Calendar.RuleCode rule) => new(null, rule);
}
