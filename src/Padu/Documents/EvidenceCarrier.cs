using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Padu.Domain.Complaints;

namespace Padu.Documents;

/// <summary>
/// Carries files that were taken already through a form that came back, so that nobody uploads twice: sealed for one case, because it holds the
/// files' keys, and readable by this server only.
/// </summary>
public sealed class EvidenceCarrier(IDataProtectionProvider protection)
{
    public string Seal(Guid stream, ImmutableArray<Evidence> evidence) => For(stream).Protect(JsonSerializer.Serialize(evidence));

    /// <summary>Nothing when nothing was carried, or when it was made for another case or another server.</summary>
    public ImmutableArray<Evidence> Read(Guid stream, string? carried)
    {
        if (string.IsNullOrEmpty(carried))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<ImmutableArray<Evidence>>(For(stream).Unprotect(carried));
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private IDataProtector For(Guid stream) => protection.CreateProtector("bukti", stream.ToString("D"));
}
