using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>What somebody has typed so far on the five filing pages. Nothing here has been checked by a rule.</summary>
public sealed record Draft
{
    /// <summary>From it the access code is derived; one draft gives one complaint, however often it is sent.</summary>
    public required Guid Id { get; init; }

    public string? Story { get; init; }

    /// <summary>To whom it is brought; null is KPU.</summary>
    public FilingPath? Path { get; init; }

    /// <summary>The office's code, or null for "I do not know": then the province receives it.</summary>
    public string? Office { get; init; }

    public string? Service { get; init; }

    public string? Place { get; init; }

    public LocalDate? HappenedOn { get; init; }

    public string? RequestedResolution { get; init; }

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    public IdentityLevel? Level { get; init; }

    public string? Name { get; init; }

    public string? Address { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>The complaint is about <see cref="Office"/> itself or its head.</summary>
    public bool IsAboutOffice { get; init; }

    /// <summary>Not to be brought together with whom it is about.</summary>
    public bool WishesApart { get; init; }

    /// <summary>The stage of an election it concerns, as <see cref="Calendar.StageWords"/> writes it; null for none.</summary>
    public string? Stage { get; init; }

    /// <summary>Who files, when it is not the person harmed alone.</summary>
    public Representation? Representation { get; init; }

    /// <summary>
    /// Who the person said to be. An anonymous filing takes no name and address along, even where they were typed before the choice.
    /// </summary>
    public Identity Identity =>
        Level == IdentityLevel.Anonymous ? new Identity(null, null, Phone, Email) : new Identity(Name, Address, Phone, Email);

    /// <summary>Set when it was filed; all the rest is cleared then.</summary>
    public FiledMark? Filed { get; init; }
}

/// <summary>What is left of a draft after filing, for thirty minutes of receipt and seven days of harmless retry.</summary>
public sealed record FiledMark(ComplaintId Complaint, PublicNumber Number, Instant At);
