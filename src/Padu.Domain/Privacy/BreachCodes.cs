namespace Padu.Domain.Privacy;

/// <summary>One failure of protecting personal data; made at the edge.</summary>
public readonly record struct BreachId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>What failed; each of the three is a failure of protection (UU 27/2022 art. 46, explanation).</summary>
public enum BreachKind
{
    /// <summary>Read by somebody who may not.</summary>
    [Code("kerahasiaan")]
    Confidentiality,

    /// <summary>Changed.</summary>
    [Code("keutuhan")]
    Integrity,

    /// <summary>Lost or out of reach.</summary>
    [Code("ketersediaan")]
    Availability,
}

/// <summary>Kinds of personal data that a breach touched.</summary>
public enum DataCategory
{
    [Code("nama_alamat")]
    NameAndAddress,

    [Code("kontak")]
    Contact,

    /// <summary>What complainants wrote and attached.</summary>
    [Code("isi_pengaduan")]
    Story,

    [Code("nomor_identitas")]
    IdentityNumber,

    /// <summary>Accounts and passwords of staff.</summary>
    [Code("akun_petugas")]
    Accounts,

    /// <summary>Health, crime, children and what else art. 4(2) names.</summary>
    [Code("data_spesifik")]
    Specific,
}

/// <summary>Who has to be told.</summary>
public enum BreachAudience
{
    [Code("subjek_data")]
    Subjects,

    /// <summary>The agency of art. 58, or who acts for it.</summary>
    [Code("lembaga_pdp")]
    Agency,

    /// <summary>Where public services are disturbed or the public is touched (art. 46(3)).</summary>
    [Code("masyarakat")]
    Public,
}

/// <summary>How somebody was told.</summary>
public enum NoticeWay
{
    [Code("surat")]
    Letter,

    [Code("surel")]
    Email,

    [Code("telepon")]
    Telephone,

    [Code("halaman_lacak")]
    TrackingPage,

    [Code("pengumuman")]
    Announcement,
}
