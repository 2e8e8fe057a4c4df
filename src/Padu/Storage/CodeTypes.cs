using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>
/// Which types are codes: structs around one value (<c>OfficeCode</c>, <c>ComplaintId</c>) and enums whose values bear a
/// <see cref="CodeAttribute"/>. The journal and the tables write both as that one value.
/// </summary>
internal static class CodeTypes
{
    private static readonly ConcurrentDictionary<Type, Type?> Wrapped = new();

    /// <summary>What a struct around one value wraps (string, Guid, int or long); null for any other type.</summary>
    public static Type? WrappedBy(Type type) => Wrapped.GetOrAdd(type, Find);

    public static bool IsCodedEnum(Type type) =>
        type.IsEnum
        && type.GetFields(BindingFlags.Public | BindingFlags.Static).All(field => field.GetCustomAttribute<CodeAttribute>() is not null);

    /// <summary>From the wrapped value to the struct.</summary>
    public static Expression<Func<TValue, TStruct>> Wrap<TStruct, TValue>()
    {
        var value = Expression.Parameter(typeof(TValue), "value");
        var make = typeof(TStruct).GetConstructor([typeof(TValue)])!;
        return Expression.Lambda<Func<TValue, TStruct>>(Expression.New(make, value), value);
    }

    /// <summary>From the struct to the value it wraps.</summary>
    public static Expression<Func<TStruct, TValue>> Unwrap<TStruct, TValue>()
    {
        var wrapped = Expression.Parameter(typeof(TStruct), "wrapped");
        return Expression.Lambda<Func<TStruct, TValue>>(Expression.Property(wrapped, "Value"), wrapped);
    }

    private static Type? Find(Type type)
    {
        if (!type.IsValueType || type.IsEnum || type.IsPrimitive || type.Namespace?.StartsWith("Padu", StringComparison.Ordinal) != true)
        {
            return null;
        }

        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        return
            fields is [{ FieldType: var inner }]
            && (inner == typeof(string) || inner == typeof(Guid) || inner == typeof(int) || inner == typeof(long))
            && type.GetProperty("Value")?.PropertyType == inner
            && type.GetConstructor([inner]) is not null
            ? inner
            : null;
    }
}
