using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>By which two cases of one sender are recognised: a keyed hash of the telephone number or e-mail address, worthless without the pepper.</summary>
public sealed class ReporterMarkRow
{
    /// <summary>HMAC-SHA-256, hexadecimal.</summary>
    public required string Mark { get; init; }

    public required Guid Complaint { get; init; }
}

internal sealed class ReporterMarkRowConfiguration : IEntityTypeConfiguration<ReporterMarkRow>
{
    public void Configure(EntityTypeBuilder<ReporterMarkRow> builder)
    {
        builder.ToTable("reporter_marks");
        builder.HasKey(row => new { row.Mark, row.Complaint });
        builder.HasIndex(row => row.Complaint);
    }
}

/// <summary>
/// Makes the marks at filing. Only for an open identity: a mark on a protected or anonymous case would tell who filed it as soon as the same person files
/// another one openly.
/// </summary>
public sealed class ReporterMarks(KeyFiles keys)
{
    public IEnumerable<object> Of(ComplaintId id, IdentityLevel level, Identity identity) =>
        level != IdentityLevel.Open
            ? []
            : new[] { Phone(identity.Phone), Email(identity.Email) }
                .OfType<string>()
                .Distinct()
                .Select(contact => new ReporterMarkRow { Mark = Mark(contact), Complaint = id.Value });

    private string Mark(string contact) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Pepper, Encoding.UTF8.GetBytes($"reporter-mark\n{contact}")));

    private static string? Email(string? email) => email?.Trim().ToLowerInvariant();

    /// <summary>The digits as one number, however they were written: 0812… and +62 812… are the same.</summary>
    private static string? Phone(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null
            : digits.StartsWith("62", StringComparison.Ordinal) ? digits[2..]
            : digits.TrimStart('0');
    }
}
