using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>The same specimen of any record each time: every property filled, texts by their own name.</summary>
internal static class Specimen
{
    public static object Of(Type type, string name = "text")
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner switch
        {
            _ when inner == typeof(RowPart) => new RowPart("""{"code":"a","level":"b"}"""),
            _ when inner == typeof(PrivateRowPart) => new PrivateRowPart("""{"name":"c"}"""),
            _ when inner == typeof(string) => name == "Value" ? "kode" : $"{name} \"é\" <b>",
            _ when inner == typeof(bool) => true,
            _ when inner == typeof(int) => 7,
            _ when inner == typeof(long) => 70_000_000_000L,
            _ when inner == typeof(Guid) => new Guid("0190b6a2-7c00-7000-8000-000000000001"),
            _ when inner == typeof(Instant) => Instant.FromUtc(2026, 3, 2, 1, 0).PlusTicks(1230),
            _ when inner == typeof(LocalDate) => new LocalDate(2026, 3, 2),
            _ when inner.IsEnum => Enum.GetValues(inner).GetValue(0)!,
            _ when inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ImmutableArray<>) => ArrayOf(
                inner.GetGenericArguments()[0]
            ),
            _ => Record(inner),
        };
    }

    private static object ArrayOf(Type element) =>
        typeof(Specimen)
            .GetMethod(nameof(OneElement), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(element)
            .Invoke(null, null)!;

    private static ImmutableArray<T> OneElement<T>() => [(T)Of(typeof(T))];

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!))]);
        var given = constructor.GetParameters().Select(parameter => parameter.Name).ToHashSet();
        foreach (var property in PublicRule.WrittenProperties(type).Where(property => !given.Contains(property.Name)))
        {
            property.SetValue(made, Of(property.PropertyType, property.Name));
        }

        return made;
    }
}
