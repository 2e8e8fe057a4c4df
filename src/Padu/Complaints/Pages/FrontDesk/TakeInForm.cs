using System.Collections.Immutable;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;

namespace Padu.Complaints.Pages.FrontDesk;

/// <summary>What the counter's form asks, and its way into a filing.</summary>
public sealed class TakeInForm : IRepresentationForm
{
    public static readonly LocalTimePattern TimeFormat = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The sealed draft id of this form.</summary>
    public string? Ticket { get; set; }

    /// <summary>A code of <see cref="IntakeChannel"/>.</summary>
    public string? Channel { get; set; }

    public LocalDate? ReceivedOn { get; set; }

    public string? ReceivedTime { get; set; }

    public LocalDate? LetterDate { get; set; }

    /// <summary>Why it is entered later.</summary>
    public string? Reason { get; set; }

    public string? Story { get; set; }

    public bool ReadBack { get; set; }

    public string? Office { get; set; }

    public bool IsAboutOffice { get; set; }

    public bool WishesApart { get; set; }

    public string? Service { get; set; }

    public string? Place { get; set; }

    public LocalDate? HappenedOn { get; set; }

    public string? RequestedResolution { get; set; }

    /// <summary>The stage of an election it concerns, as <see cref="StageWords"/> writes it; empty for none.</summary>
    public string? Stage { get; set; }

    /// <summary>A code of <see cref="IdentityLevel"/>.</summary>
    public string? Level { get; set; }

    public string? Name { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? OnBehalf { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianRelation { get; set; }

    public string? GuardianPhone { get; set; }

    public bool Consents { get; set; }

    public string? AttorneyName { get; set; }

    public string? AttorneyRelation { get; set; }

    public string? AttorneyPhone { get; set; }

    public string? AttorneyAddress { get; set; }

    /// <summary>Files of an earlier try, sealed for this form.</summary>
    public string? Carried { get; set; }

    public string? CarriedPower { get; set; }

    /// <summary>The filing and how it came in, or what must be put right first.</summary>
    public (FilingRequest? Filing, DeskEntry? Entry, Refusal? Wrong) Read(
        Guid draft,
        Office office,
        ImmutableArray<Evidence> evidence,
        ImmutableArray<Evidence> power,
        DateTimeZone zone,
        StageWords stages
    )
    {
        if (!CodeOf.TryParse<IntakeChannel>(Channel, out var channel))
        {
            return (null, null, new Refusal("take-in.channel-missing", nameof(Channel)));
        }

        if (!CodeOf.TryParse<IdentityLevel>(Level, out var level))
        {
            return (null, null, new Refusal("identity.level-missing", nameof(Level)));
        }

        if (ReceivedOn is not { } day || TimeFormat.Parse(ReceivedTime ?? "") is not { Success: true, Value: var time })
        {
            return (null, null, new Refusal("take-in.received-missing", ReceivedOn is null ? nameof(ReceivedOn) : nameof(ReceivedTime)));
        }

        var concern = stages.Find(Trimmed(Stage));
        if (Trimmed(Stage) is not null && concern is null)
        {
            return (null, null, new Refusal("concern.no-such-stage", nameof(Stage)));
        }

        var isAnonymous = level == IdentityLevel.Anonymous;
        var filing = new FilingRequest(
            draft,
            office.Code,
            channel,
            Language.Indonesian,
            level,
            new Identity(isAnonymous ? null : Trimmed(Name), isAnonymous ? null : Trimmed(Address), Trimmed(Phone), Trimmed(Email)),
            Trimmed(Story) ?? "",
            Trimmed(Place),
            Trimmed(Service),
            Trimmed(RequestedResolution),
            office.Region,
            HappenedOn,
            evidence
        )
        {
            IsAboutOffice = IsAboutOffice,
            Concern = concern,
            WishesApart = WishesApart,
            Representation = this.Claim(isAnonymous, power),
        };
        var received = day.At(time).InZoneLeniently(zone).ToInstant();
        return (filing, new DeskEntry(received, LetterDate, ReadBack, Trimmed(Reason)), null);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
