using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;
using Padu.Domain;

namespace Padu.Storage;

/// <summary>How values of events look on the wire; for ever, since stored bytes are never rewritten.</summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            // Never embedded in a page: names and quotes stay readable for whoever audits the bytes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new InstantJson());
        options.Converters.Add(new RawJson<RowPart>(json => new RowPart(json), row => row.Value));
        options.Converters.Add(new RawJson<PrivateRowPart>(json => new PrivateRowPart(json), row => row.Value));
        options.Converters.Add(new CodeJsonFactory());
        options.Converters.Add(new EnumJsonFactory());
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <summary>ISO in UTC with six decimals always: <c>2026-03-02T01:00:00.000000Z</c>.</summary>
    private sealed class InstantJson : JsonConverter<Instant>
    {
        private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'Z'");

        public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Pattern.Parse(reader.GetString()!).GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
        {
            // A finer moment would fold differently before and after it was stored.
            if (value.ToMicroseconds() != value)
            {
                throw new JsonException("A fact carries a moment finer than a microsecond; take moments from the registered IClock.");
            }

            writer.WriteStringValue(Pattern.Format(value));
        }
    }

    /// <summary>A row's columns stand in the event as the object they are.</summary>
    private sealed class RawJson<T>(Func<string, T> wrap, Func<T, string> unwrap) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return wrap(json.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteRawValue(unwrap(value));
    }

    private sealed class CodeJsonFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => CodeTypes.WrappedBy(typeToConvert) is not null;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)
                Activator.CreateInstance(typeof(CodeJson<,>).MakeGenericType(typeToConvert, CodeTypes.WrappedBy(typeToConvert)!))!;
    }

    private sealed class CodeJson<TStruct, TValue> : JsonConverter<TStruct>
    {
        private static readonly Func<TValue, TStruct> Wrap = CodeTypes.Wrap<TStruct, TValue>().Compile();
        private static readonly Func<TStruct, TValue> Unwrap = CodeTypes.Unwrap<TStruct, TValue>().Compile();

        public override TStruct Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Wrap(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, TStruct value, JsonSerializerOptions options)
        {
            if (Unwrap(value) is not { } inner)
            {
                throw new JsonException($"A {typeof(TStruct).Name} without a value is no code.");
            }

            JsonSerializer.Serialize(writer, inner, options);
        }
    }

    private sealed class EnumJsonFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumJson<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class EnumJson<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CodeOf.Parse<TEnum>(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(CodeOf.Code(value));
    }
}
