using System.Collections.Immutable;
using System.Text;
using Padu.Domain;
using Padu.Domain.Complaints;

namespace Padu.Complaints;

/// <summary>For whom somebody files, as a form asks it: on the public path and at the counter alike.</summary>
public interface IRepresentationForm
{
    /// <summary>Empty or <c>diri</c> for oneself, else a code of <see cref="RepresentationKind"/>.</summary>
    string? OnBehalf { get; set; }

    string? GuardianName { get; set; }

    string? GuardianRelation { get; set; }

    string? GuardianPhone { get; set; }

    bool Consents { get; set; }

    string? AttorneyName { get; set; }

    string? AttorneyRelation { get; set; }

    string? AttorneyPhone { get; set; }

    string? AttorneyAddress { get; set; }
}

/// <summary>From the form to the claim and back.</summary>
public static class RepresentationForm
{
    /// <param name="isAnonymous">Somebody under eighteen who files without a name needs no guardian, because no data of theirs are taken.</param>
    public static Representation? Claim(this IRepresentationForm form, bool isAnonymous, ImmutableArray<Evidence> power) =>
        !CodeOf.TryParse<RepresentationKind>(form.OnBehalf, out var kind) ? null
        : kind == RepresentationKind.Attorney
            ? new Representation(
                kind,
                new Representative(
                    Trimmed(form.AttorneyName),
                    Trimmed(form.AttorneyAddress),
                    Trimmed(form.AttorneyPhone),
                    null,
                    Trimmed(form.AttorneyRelation)
                ),
                false,
                power
            )
        : isAnonymous ? null
        : new Representation(
            kind,
            new Representative(Trimmed(form.GuardianName), null, Trimmed(form.GuardianPhone), null, Trimmed(form.GuardianRelation)),
            form.Consents,
            []
        );

    public static void Show(this IRepresentationForm form, Representation? claim)
    {
        form.OnBehalf = claim?.Kind.Code() ?? "diri";
        switch (claim)
        {
            case { Kind: RepresentationKind.Guardian, Who: var guardian }:
                (form.GuardianName, form.GuardianRelation, form.GuardianPhone) = (guardian.Name, guardian.Relation, guardian.Phone);
                form.Consents = claim.Consents;
                break;
            case { Kind: RepresentationKind.Attorney, Who: var attorney }:
                (form.AttorneyName, form.AttorneyRelation) = (attorney.Name, attorney.Relation);
                (form.AttorneyPhone, form.AttorneyAddress) = (attorney.Phone, attorney.Address);
                break;
            case null:
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize(NormalizationForm.FormC);
}
