using NodaTime;

namespace Padu.Domain.Complaints;

/// <summary>Requests about the complainant's personal data.</summary>
public abstract partial record ComplaintCommand
{
    public sealed record GiveConsent(ConsentKind Kind, WordingVersion Wording) : ComplaintCommand;

    public sealed record WithdrawConsent(ConsentKind Kind) : ComplaintCommand;

    /// <param name="Identity">The whole identity as it is right from now on.</param>
    public sealed record CorrectIdentity(PrivacyRequestId Request, Identity Identity) : ComplaintCommand;

    public sealed record Restrict(PrivacyRequestId Request) : ComplaintCommand;

    /// <param name="Reason">The custodian's; a complainant owes none.</param>
    public sealed record LiftRestriction(string? Reason) : ComplaintCommand;

    public sealed record PlaceHold(string Reason) : ComplaintCommand;

    public sealed record LiftHold(string Reason) : ComplaintCommand;

    /// <param name="KeptUntil">The first day on which nothing obliges to keep it any longer; asked only where the time of keeping is the reason.</param>
    public sealed record Erase(PrivacyRequestId Request, ErasureReason Reason, LocalDate? KeptUntil) : ComplaintCommand;
}
