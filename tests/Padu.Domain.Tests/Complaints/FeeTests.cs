using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Privacy;

namespace Padu.Domain.Tests.Complaints;

/// <summary>No act of a complainant, and no fact of one, knows a price.</summary>
public sealed class FeeTests
{
    [Fact(
        DisplayName = "Rule 14: nothing that is asked of a complainant, and nothing that is recorded, holds money, but compensation paid to them"
    )]
    public void Nothing_holds_a_fee()
    {
        var money = new[]
        {
            typeof(ComplaintCommand),
            typeof(ComplaintEvent),
            typeof(ExaminationCommand),
            typeof(ExaminationEvent),
            typeof(PrivacyCommand),
            typeof(PrivacyEvent),
        }
            .SelectMany(kind => kind.GetNestedTypes())
            .SelectMany(kind => Reachable(kind, []))
            .Distinct()
            .SelectMany(kind =>
                kind.GetProperties().Where(property => IsMoney(property.PropertyType)).Select(property => $"{kind.Name}.{property.Name}")
            )
            .Distinct()
            .Order(StringComparer.Ordinal);
        // Sizes of files are the only other whole numbers of that kind.
        Assert.Equal(["Compensation.Amount", "Evidence.Bytes", "Evidence.ReceivedBytes", "OriginalFile.Bytes"], money);
    }

    [Fact(DisplayName = "Rule 14: no reason bars or closes a complaint for want of payment")]
    public void Nobody_is_refused_for_want_of_payment() =>
        Assert.DoesNotContain(
            Enum.GetValues<ClosingReason>()
                .Select(reason => reason.Code())
                .Concat(Enum.GetValues<DeclineReason>().Select(reason => reason.Code())),
            code => code.Contains("biaya", StringComparison.Ordinal) || code.Contains("bayar", StringComparison.Ordinal)
        );

    /// <summary>By the conventions money is whole rupiah in a long; a decimal would be money too.</summary>
    private static bool IsMoney(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var bare && (bare == typeof(long) || bare == typeof(decimal));

    private static IEnumerable<Type> Reachable(Type type, ImmutableHashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType)
        {
            return type.GetGenericArguments().SelectMany(inner => Reachable(inner, seen));
        }

        if (type.Namespace?.StartsWith("Padu.Domain", StringComparison.Ordinal) != true || type.IsEnum || seen.Contains(type))
        {
            return [];
        }

        return type.GetProperties().SelectMany(property => Reachable(property.PropertyType, seen.Add(type))).Prepend(type);
    }
}
