using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Padu.Storage;

/// <summary>An event as bytes: its wire name, its public and its private JSON.</summary>
public readonly record struct EventBytes(string Type, byte[] Public, byte[] Private);

/// <summary>
/// Events to bytes and back. It splits the properties of an event by <see cref="PublicRule"/>; the two parts are two JSON objects with
/// disjoint names, and reading is reading both as one.
/// </summary>
public sealed class EventSerializer
{
    private readonly ImmutableDictionary<Type, string> _names;
    private readonly JsonSerializerOptions _whole = EventJson.Options();
    private readonly JsonSerializerOptions _public;
    private readonly JsonSerializerOptions _private;

    public EventSerializer(StreamKinds kinds)
    {
        var names = ImmutableDictionary.CreateBuilder<Type, string>();
        foreach (var versions in kinds.All.SelectMany(kind => kind.Names).GroupBy(pair => pair.Value, pair => pair.Key))
        {
            names.Add(versions.Key, Newest(versions));
        }

        _names = names.ToImmutable();
        _public = Only(isPublic: true);
        _private = Only(isPublic: false);
    }

    public EventBytes Write(object fact)
    {
        var type = fact.GetType();
        return _names.TryGetValue(type, out var name)
            ? new EventBytes(
                name,
                JsonSerializer.SerializeToUtf8Bytes(fact, type, _public),
                JsonSerializer.SerializeToUtf8Bytes(fact, type, _private)
            )
            : throw new InvalidOperationException($"{type.Name} has no wire name.");
    }

    /// <summary>The event; without its private part (empty) those properties are null.</summary>
    /// <exception cref="UnknownEventException">The kind has no such name.</exception>
    public object Read(IStreamKind kind, string type, ReadOnlySpan<byte> publicPart, ReadOnlySpan<byte> privatePart = default)
    {
        if (!kind.Names.TryGetValue(type, out var clr))
        {
            throw new UnknownEventException(type);
        }

        if (privatePart.Length <= 2)
        {
            return JsonSerializer.Deserialize(publicPart, clr, _whole)!;
        }

        if (publicPart.Length <= 2)
        {
            return JsonSerializer.Deserialize(privatePart, clr, _whole)!;
        }

        // {a} and {b} read as {a,b}.
        var joined = new byte[publicPart.Length + privatePart.Length - 1];
        publicPart[..^1].CopyTo(joined);
        joined[publicPart.Length - 1] = (byte)',';
        privatePart[1..].CopyTo(joined.AsSpan(publicPart.Length));
        return JsonSerializer.Deserialize(joined, clr, _whole)!;
    }

    /// <summary>Under which of an event's names it is written; the others are its earlier versions and are read alone.</summary>
    /// <exception cref="InvalidOperationException">The names are not versions of one another.</exception>
    internal static string Newest(IEnumerable<string> versions)
    {
        var parts = versions.Select(name => (Name: name, Dot: name.LastIndexOf(".v", StringComparison.Ordinal))).ToList();
        return parts.Select(part => part.Name[..part.Dot]).Distinct().Count() == 1
            ? parts.MaxBy(part => int.Parse(part.Name.AsSpan(part.Dot + 2), CultureInfo.InvariantCulture)).Name
            : throw new InvalidOperationException($"One event has two names: {string.Join(", ", parts.Select(part => part.Name))}.");
    }

    /// <summary>One value as it would stand in an event.</summary>
    internal string Value(object? value, Type type) => JsonSerializer.Serialize(value, type, _whole);

    private JsonSerializerOptions Only(bool isPublic)
    {
        var options = EventJson.Options();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { info => Leave(info, isPublic) } };
        return options;
    }

    /// <summary>Only the event itself is split; what lies inside a property follows it.</summary>
    private void Leave(JsonTypeInfo info, bool isPublic)
    {
        if (!_names.ContainsKey(info.Type))
        {
            return;
        }

        foreach (var property in info.Properties)
        {
            if (PublicRule.IsPublic(property.PropertyType) != isPublic)
            {
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }
}

/// <summary>The journal holds an event this program does not know: it is older than the data, and must not guess.</summary>
public sealed class UnknownEventException(string type) : Exception($"This program knows no event '{type}'.");
