namespace Padu.Domain.Privacy;

/// <summary>What a data subject asks for (UU 27/2022 art. 6–11).</summary>
public enum RequestKind
{
    /// <summary>To see, and to have a copy (art. 7).</summary>
    [Code("akses")]
    Access,

    /// <summary>To have wrong or old data put right (art. 6).</summary>
    [Code("perbaikan")]
    Correction,

    /// <summary>That processing waits (art. 11).</summary>
    [Code("pembatasan")]
    Restriction,

    /// <summary>That it is erased (art. 8).</summary>
    [Code("penghapusan")]
    Erasure,
}

/// <summary>How a request came.</summary>
public enum RequestChannel
{
    /// <summary>By whoever has number and code, on the tracking page.</summary>
    [Code("halaman_lacak")]
    Tracking,

    /// <summary>Entered at a desk for somebody who showed who they are.</summary>
    [Code("loket")]
    Desk,

    /// <summary>By the office itself, because the time of keeping is over.</summary>
    [Code("retensi")]
    Retention,
}

/// <summary>How a request ended.</summary>
public enum Outcome
{
    [Code("dipenuhi")]
    Granted,

    [Code("ditolak")]
    Refused,
}

/// <summary>On which law a request is refused; there is no refusal without one.</summary>
public enum RefusalGround
{
    /// <summary>The case is not closed: the purpose is not met yet (UU 27/2022 art. 43(1)a a contrario; UU 25/2009 art. 46 and 50).</summary>
    [Code("perkara_berjalan")]
    OpenCase,

    /// <summary>Needed in proceedings (UU 27/2022 art. 44(1), art. 15(1)b).</summary>
    [Code("proses_hukum")]
    Proceedings,

    /// <summary>The archive schedule has not run out (UU 43/2009; UU 27/2022 art. 44(1)).</summary>
    [Code("retensi_arsip")]
    Archive,

    /// <summary>It would disclose somebody else's data (UU 27/2022 art. 33).</summary>
    [Code("data_orang_lain")]
    OthersData,

    /// <summary>Who asks has not shown that the data is theirs (UU 27/2022 art. 5 and 6: the right is the data subject's).</summary>
    [Code("bukan_pemilik_data")]
    NotProven,

    /// <summary>Defence, law enforcement, the state's administration in the public interest (UU 27/2022 art. 15(1)).</summary>
    [Code("kepentingan_negara")]
    StateInterest,
}
