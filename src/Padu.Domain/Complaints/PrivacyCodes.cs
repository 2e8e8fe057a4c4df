namespace Padu.Domain.Complaints;

/// <summary>One request of a data subject; made at the edge.</summary>
public readonly record struct PrivacyRequestId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>What a complainant may allow beside the complaint itself; none of it is needed to complain (UU 27/2022 art. 22–24).</summary>
public enum ConsentKind
{
    /// <summary>News of the case by e-mail.</summary>
    [Code("surel")]
    Email,

    /// <summary>Telling another body who the complainant is, where that body takes no report without a name.</summary>
    [Code("identitas_ke_lembaga_lain")]
    Sharing,

    /// <summary>Using the story, without names, in publications.</summary>
    [Code("cerita_tanpa_nama")]
    Story,
}

/// <summary>Why personal data was erased.</summary>
public enum ErasureReason
{
    /// <summary>The data subject asked (UU 27/2022 art. 43).</summary>
    [Code("permintaan")]
    Request,

    /// <summary>The time for which it had to be kept is over (art. 44).</summary>
    [Code("retensi")]
    Retention,
}
