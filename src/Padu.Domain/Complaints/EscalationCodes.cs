namespace Padu.Domain.Complaints;

/// <summary>One examination by the Ombudsman: its own file, with a stream of its own.</summary>
public readonly record struct ExaminationId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>By which of the three ways a complaint came to the Ombudsman.</summary>
public enum EscalationWay
{
    /// <summary>The complainant asked for it, at any time (UU 25/2009 art. 46(2)).</summary>
    [Code("pelapor")]
    Complainant,

    /// <summary>Filed straight to the Ombudsman (rule 12).</summary>
    [Code("langsung")]
    Direct,

    /// <summary>Referred by the election commission with the complainant's consent.</summary>
    [Code("rujukan")]
    Referral,
}

/// <summary>How an examination concluded (rule 26).</summary>
public enum Conclusion
{
    [Code("ditemukan_maladministrasi")]
    Found,

    [Code("tidak_ditemukan")]
    NotFound,

    [Code("dihentikan")]
    Stopped,
}
