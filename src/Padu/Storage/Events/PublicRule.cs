using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using NodaTime;

namespace Padu.Storage;

/// <summary>
/// The type rule: a property is public when its type is made of codes, references, dates, instants, numbers and truth values all the way
/// down. Whatever holds a text, or is of a type not named here, is private.
/// </summary>
public static class PublicRule
{
    private static readonly ImmutableHashSet<Type> Values =
    [
        typeof(bool),
        typeof(byte),
        typeof(short),
        typeof(int),
        typeof(long),
        typeof(decimal),
        typeof(double),
        typeof(Guid),
        typeof(Instant),
        typeof(LocalDate),
        typeof(LocalTime),
        typeof(LocalDateTime),
        typeof(Duration),
    ];

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    public static bool IsPublic(Type type) => Known.GetOrAdd(type, static found => Judge(found, []));

    /// <summary>The properties that are written: those that can be set again. Calculated ones are not facts.</summary>
    public static IEnumerable<PropertyInfo> WrittenProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0);

    private static bool Judge(Type type, ImmutableHashSet<Type> above)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (Values.Contains(inner) || CodeTypes.IsCodedEnum(inner) || CodeTypes.WrappedBy(inner) is not null)
        {
            return true;
        }

        if (inner.IsGenericType && inner.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Judge(inner.GetGenericArguments()[0], above);
        }

        // A record of ours: public when everything it writes is. A type inside itself is judged by the rest.
        return inner.Namespace?.StartsWith("Padu", StringComparison.Ordinal) == true
            && !inner.IsAbstract
            && !inner.IsEnum
            && (
                above.Contains(inner)
                || WrittenProperties(inner).ToArray() is { Length: > 0 } properties
                    && properties.All(property => Judge(property.PropertyType, above.Add(inner)))
            );
    }
}
