using System.Collections.Concurrent;
using System.Reflection;

namespace Padu.Domain;

/// <summary>The Indonesian code by which an enum value is stored and named in resources: <c>tidak_memenuhi_syarat_formil</c>.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class CodeAttribute(string value) : Attribute
{
    public string Value { get; } = value;
}

/// <summary>Enum value to code and back. A value without a <see cref="CodeAttribute"/> throws: codes are on the wire for ever.</summary>
public static class CodeOf
{
    private static readonly ConcurrentDictionary<Enum, string> Codes = new();

    public static string Code(this Enum value) => Codes.GetOrAdd(value, Read);

    /// <summary>The value whose code is <paramref name="code"/>.</summary>
    /// <exception cref="ArgumentException">No value has that code.</exception>
    public static T Parse<T>(string code)
        where T : struct, Enum =>
        TryParse<T>(code, out var value) ? value : throw new ArgumentException($"'{code}' is no {typeof(T).Name}.", nameof(code));

    public static bool TryParse<T>(string? code, out T value)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (candidate.Code() == code)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Read(Enum value) =>
        value.GetType().GetField(value.ToString())?.GetCustomAttribute<CodeAttribute>()?.Value
        ?? throw new InvalidOperationException($"{value.GetType().Name}.{value} has no [Code].");
}
