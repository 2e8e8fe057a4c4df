using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Padu.Accounts;

/// <summary>
/// Somebody who may sign in. It has no roles: rights come from the post held. Its name is shown to colleagues and stands in no event.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary><c>id</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "id";

    public required Instant CreatedAt { get; set; }

    /// <summary>Set while the account may not sign in; every session of it ends at once.</summary>
    public Instant? DisabledAt { get; set; }

    /// <summary>The password was given by somebody else and must be replaced first.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The authenticator's key, sealed under the installation's ring; null until the second factor is set up.</summary>
    public string? TotpKey { get; set; }

    /// <summary>The last step whose code was used: no code is good twice.</summary>
    public long TotpLastStep { get; set; }

    /// <summary>SHA-256 of each unused recovery code, in hexadecimal, one after another with spaces.</summary>
    public string RecoveryHashes { get; set; } = "";

    /// <summary>SHA-256 of the open invitation's code; the code itself was shown once.</summary>
    public string? InvitationHash { get; set; }

    public Instant? InvitationUntil { get; set; }

    public bool HasSecondFactor => TotpKey is not null;
}
