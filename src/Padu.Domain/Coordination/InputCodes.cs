namespace Padu.Domain.Coordination;

/// <summary>The random id of an input's stream.</summary>
public readonly record struct InputId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>The public number of an input: <c>M-17-2026-7K3Q9TM</c>. Unique, never reused, says nothing of volume.</summary>
public readonly record struct InputNumber(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Who gives an input, as a category: all that is ever said of an author.</summary>
public enum InputAuthor
{
    [Code("ombudsman")]
    Ombudsman,

    [Code("kantor_kpu")]
    KpuOffice,

    [Code("peserta_pemilu")]
    Participant,

    [Code("masyarakat")]
    Public,
}

/// <summary>What an input is about.</summary>
public enum InputTopic
{
    [Code("pendaftaran_pemilih")]
    VoterRegistration,

    [Code("layanan_informasi")]
    Information,

    [Code("penanganan_pengaduan")]
    ComplaintHandling,

    [Code("pencalonan")]
    Candidacy,

    [Code("pemungutan_suara")]
    Polling,

    [Code("aksesibilitas")]
    Accessibility,

    [Code("kerja_sama")]
    Cooperation,

    [Code("lainnya")]
    Other,
}

/// <summary>Where an input stands.</summary>
public enum InputState
{
    [Code("masuk")]
    Received,

    /// <summary>The office says that it read it.</summary>
    [Code("dipelajari")]
    Acknowledged,

    [Code("diterima")]
    Accepted,

    [Code("diterima_sebagian")]
    Partly,

    [Code("tidak_diterima")]
    Declined,

    /// <summary>What was accepted is done, and what changed is told.</summary>
    [Code("terlaksana")]
    Changed,
}

/// <summary>What an office answers.</summary>
public enum InputVerdict
{
    [Code("terima")]
    Accept,

    [Code("sebagian")]
    Partly,

    [Code("tolak")]
    Decline,
}

/// <summary>The column of a list: every input stands in exactly one.</summary>
public enum InputColumn
{
    /// <summary>To be answered, and the day has not passed.</summary>
    [Code("menunggu")]
    Waiting,

    /// <summary>To be answered, and the day has passed.</summary>
    [Code("terlambat")]
    Late,

    /// <summary>Accepted wholly or partly; what was accepted is being done.</summary>
    [Code("dikerjakan")]
    InWork,

    [Code("tidak_diterima")]
    Declined,

    [Code("terlaksana")]
    Changed,
}
