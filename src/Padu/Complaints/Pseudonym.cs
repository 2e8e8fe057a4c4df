using System.Security.Cryptography;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>
/// The short name by which everybody speaks of a reporter who is not to be known: <c>K7</c> in <i>Pelapor K7</i>. It stays the same within the case, tells
/// nothing, and links no two cases: it is made from the random id that belongs to this one case.
/// </summary>
public static class Pseudonym
{
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(Complaint complaint)
    {
        var digest = SHA256.HashData(complaint.ReporterId.ToByteArray(bigEndian: true));
        return $"{Letters[digest[0] % Letters.Length]}{digest[1] % 10}";
    }
}
