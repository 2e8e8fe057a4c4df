using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Tests.Storage;

/// <summary>What lies on the wire stays readable for ever: a golden file for every event type of every kind.</summary>
public sealed class EventSerializerTests
{
    private static readonly IStreamKind[] Kinds =
    [
        .. typeof(Journal)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IStreamKind)))
            .Select(type => (IStreamKind)Activator.CreateInstance(type)!),
    ];

    private static readonly EventSerializer Serializer = new(new StreamKinds([.. Kinds, new NoteStream()]));

    public static TheoryData<string> Names => [.. Kinds.SelectMany(kind => kind.Names.Keys).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_EveryEvent_GivesItsGoldenBytesAndReadsBack(string name)
    {
        var kind = Kinds.Single(one => one.Names.ContainsKey(name));
        if (name != Serializer.Write(Specimen.Of(kind.Names[name])).Type)
        {
            ReadsAsItWasWritten(kind, name);
            return;
        }

        var bytes = Serializer.Write(Specimen.Of(kind.Names[name]));
        var golden = Golden(
            $"{name}.json",
            $"{{\n\"public\":\n{Encoding.UTF8.GetString(bytes.Public)},\n\"private\":\n{Encoding.UTF8.GetString(bytes.Private)}\n}}\n"
        );

        using var stored = JsonDocument.Parse(golden);
        var publicPart = Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("public").GetRawText());
        var privatePart = Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("private").GetRawText());
        Assert.Equal(publicPart, bytes.Public);
        Assert.Equal(privatePart, bytes.Private);

        var again = Serializer.Write(Serializer.Read(kind, name, publicPart, privatePart));
        Assert.Equal(name, again.Type);
        Assert.Equal(bytes.Public, again.Public);
        Assert.Equal(bytes.Private, again.Private);
        Assert.Equal("{}", Encoding.UTF8.GetString(Serializer.Write(Serializer.Read(kind, name, publicPart)).Private));
    }

    /// <summary>An earlier version: its golden file stays as it was, and is read by what writes the newer one.</summary>
    private static void ReadsAsItWasWritten(IStreamKind kind, string name)
    {
        using var stored = JsonDocument.Parse(File.ReadAllText(GoldenPath($"{name}.json")));
        var publicPart = Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("public").GetRawText());
        var privatePart = Encoding.UTF8.GetBytes(stored.RootElement.GetProperty("private").GetRawText());
        var again = Serializer.Write(Serializer.Read(kind, name, publicPart, privatePart));
        Assert.Equal(EventSerializer.Newest([name, again.Type]), again.Type);
        Assert.NotEqual(name, again.Type);
        Assert.Equal(publicPart, again.Public);
        Assert.Equal(privatePart, again.Private);
    }

    [Fact]
    public void Newest_IsTheHighestVersionAsANumber()
    {
        Assert.Equal("note.opened.v10", EventSerializer.Newest(["note.opened.v9", "note.opened.v10", "note.opened.v1"]));
        Assert.Throws<InvalidOperationException>(() => EventSerializer.Newest(["note.opened.v1", "note.shut.v2"]));
    }

    /// <summary>Whoever makes a property public, in any module, sees it in this list.</summary>
    [Fact]
    public void Public_Properties_AreTheGoldenList()
    {
        var list = new StringBuilder();
        var written = Kinds.SelectMany(kind => kind.Names).Where(pair => Serializer.Write(Specimen.Of(pair.Value)).Type == pair.Key);
        foreach (var (name, type) in written.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var property in PublicRule.WrittenProperties(type).OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                if (PublicRule.IsPublic(property.PropertyType))
                {
                    list.Append(name).Append(' ').Append(property.Name).Append(": ").Append(NameOf(property.PropertyType)).Append('\n');
                }
            }
        }

        Assert.Equal(Golden("public-properties.txt", list.ToString()), list.ToString());

        static string NameOf(Type type) =>
            type.IsGenericType
                ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
                : type.Name;
    }

    /// <summary>A private property is missing when its key is gone, so the type must allow it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Private_Properties_AreNullable(string name)
    {
        var type = Kinds.Single(one => one.Names.ContainsKey(name)).Names[name];
        var nullability = new NullabilityInfoContext();
        foreach (var property in PublicRule.WrittenProperties(type).Where(property => !PublicRule.IsPublic(property.PropertyType)))
        {
            Assert.True(
                nullability.Create(property).ReadState == NullabilityState.Nullable,
                $"{type.Name}.{property.Name} is private and must be nullable."
            );
        }
    }

    [Theory]
    [InlineData(typeof(OfficeCode), true)]
    [InlineData(typeof(OfficeCode?), true)]
    [InlineData(typeof(Instant?), true)]
    [InlineData(typeof(Institution), true)]
    [InlineData(typeof(Domain.Calendar.Clock), true)]
    [InlineData(typeof(System.Collections.Immutable.ImmutableArray<Domain.Calendar.Clock>), true)]
    [InlineData(typeof(string), false)]
    [InlineData(typeof(byte[]), false)]
    [InlineData(typeof(object), false)]
    [InlineData(typeof(Domain.Complaints.Identity), false)]
    [InlineData(typeof(Domain.Complaints.Evidence), false)]
    [InlineData(typeof(System.Collections.Immutable.ImmutableArray<string>), false)]
    [InlineData(typeof(DayOfWeek), false)]
    public void IsPublic_ByType(Type type, bool expected) => Assert.Equal(expected, PublicRule.IsPublic(type));

    [Fact]
    public void Read_AnUnknownNameOrProperty_Throws()
    {
        Assert.Throws<UnknownEventException>(() => Serializer.Read(new NoteStream(), "note.opened.v2", "{}"u8));
        Assert.Throws<JsonException>(() => Serializer.Read(new NoteStream(), "note.remarked.v1", """{"weight":1,"colour":2}"""u8));
    }

    [Fact]
    public void Write_AMomentFinerThanAMicrosecond_Throws()
    {
        var clock = Specimen.Of(typeof(Domain.Calendar.Clock)) as Domain.Calendar.Clock;
        var fact = new Domain.Complaints.ComplaintEvent.Accepted(null)
        {
            Clocks = [clock! with { TriggeredAt = clock.TriggeredAt.PlusNanoseconds(100) }],
        };
        Assert.Throws<JsonException>(() => Serializer.Write(fact));
    }

    private static string GoldenPath(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", name);

    private static string Golden(string name, string now, [CallerFilePath] string here = "")
    {
        var path = GoldenPath(name, here);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
        }

        return File.ReadAllText(path);
    }
}
