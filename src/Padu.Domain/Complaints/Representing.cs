using System.Collections.Immutable;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Filing for another: by power of attorney, or as the parent or guardian of somebody under eighteen.</summary>
public static class Representing
{
    /// <law>
    /// UU 25/2009 art. 42(1), rule 2: the person harmed, or another with power of attorney. UU 27/2022 art. 25, rule 52: the data of somebody under
    /// eighteen are used only with a parent's or guardian's consent; without one there is the anonymous way, which takes no personal data.
    /// </law>
    public static Refusal? Check(IdentityLevel level, Representation? representation) =>
        representation switch
        {
            null => null,
            _ when level == IdentityLevel.Anonymous => new Refusal("representation.anonymous", "OnBehalf"),
            { Kind: RepresentationKind.Guardian, Consents: false } => new Refusal("representation.consent-required", "Consents"),
            { Kind: RepresentationKind.Guardian, Who: { Phone: null, Email: null, Address: null } } => new Refusal(
                "representation.contact-required",
                "GuardianPhone"
            ),
            _ => Wording.FirstOf(
                Wording.Check($"{representation.Kind}Name", representation.Who.Name, required: true, oneLine: true),
                Wording.Check($"{representation.Kind}Address", representation.Who.Address, required: false, longest: 500),
                Wording.Check($"{representation.Kind}Relation", representation.Who.Relation, required: false, oneLine: true, longest: 100),
                Intake.CheckContact(
                    representation.Who.Phone,
                    representation.Who.Email,
                    $"{representation.Kind}Phone",
                    $"{representation.Kind}Email"
                ),
                Intake.CheckEvidence(representation.Power)
            ),
        };

    internal static IEnumerable<ComplaintEvent> Represented(Representation? representation) =>
        representation is { } by
            ?
            [
                new ComplaintEvent.Represented(
                    by.Kind,
                    by.Kind == RepresentationKind.Guardian && by.Consents,
                    !by.Power.IsDefaultOrEmpty,
                    by.Who,
                    by.Power
                ),
            ]
            : [];

    /// <law>Art. 42(1): whoever acts for another shows by which right. Where nothing else is missing, the complaint is complete with it (art. 44(4)).</law>
    public static Decision<ComplaintEvent> ShowPower(Complaint complaint, ComplaintCommand.ShowPower shown, ComplaintContext context) =>
        complaint switch
        {
            _ when Intake.Barred(complaint, Act.Follow, context) is { } no => no,
            { Representation: not RepresentationKind.Attorney } => new Refusal("representation.nobody-represents"),
            { HasPower: true } => new Refusal("representation.already-shown"),
            _ when shown.Power.IsDefaultOrEmpty => new Refusal("representation.file-required", "Power"),
            _ when Intake.CheckEvidence(shown.Power) is { } wrong => wrong,
            { Stage: Stage.AwaitingCompletion, Missing: [MissingItem.PowerOfAttorney] } => ImmutableArray.Create<ComplaintEvent>(
                new ComplaintEvent.PowerShown(shown.Power),
                Intake.Completed(complaint, null, null, context)
            ),
            _ => new ComplaintEvent.PowerShown(shown.Power),
        };
}
