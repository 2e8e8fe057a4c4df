using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Storage;

namespace Padu.Demonstration;

/// <summary>What is done in a script; the words of <c>complaints.json</c>.</summary>
public enum ScriptedAct
{
    Verify,
    Assign,
    TakeUp,
    Ask,
    Complete,
    Answer,

    /// <summary>Hands an answer to the head; from then on the office wants approval.</summary>
    Propose,
    AddWord,
    Note,
    Reply,
    Accept,
    Close,
    Reveal,
    Contact,
}

/// <summary>One act of a script.</summary>
/// <param name="Day">Working days from the last finished working day; 0 is that day.</param>
/// <param name="Time">Local time of day.</param>
/// <param name="Kind">The kind of grievance that the verifier found.</param>
/// <param name="Office">For an assignment to another office; the receiving one when absent.</param>
public sealed record DemonstrationAct(
    ScriptedAct Do,
    int Day,
    LocalTime Time,
    string? Text,
    string? Title,
    ComplaintClass? Class,
    string? Office,
    string? Unit,
    ImmutableArray<MissingItem> Missing,
    ClosingReason? Reason,
    string? Kind = null
);

/// <summary>One fictional complaint and what was done about it.</summary>
/// <param name="No">Its number in the catalogue of 44.</param>
public sealed record DemonstrationCase(
    int No,
    string Office,
    IdentityLevel Level,
    Language Language,
    int Day,
    LocalTime Time,
    Identity? Identity,
    string? Service,
    string? Place,
    string? Region,
    int? HappenedDaysBefore,
    string? RequestedResolution,
    string Story,
    ImmutableArray<DemonstrationAct> Acts,
    ImmutableArray<DemonstrationReportAct> Ombudsman = default
)
{
    /// <summary>What was done about it at the Ombudsman; most never went there.</summary>
    public ImmutableArray<DemonstrationReportAct> Ombudsman { get; init; } = Ombudsman.IsDefault ? [] : Ombudsman;
}

/// <summary><c>reference/demonstration/complaints.json</c>: fictional people and events.</summary>
public sealed record DemonstrationContent(ImmutableArray<DemonstrationCase> Complaints)
{
    private const string FileName = "demonstration/complaints.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new JsonStringEnumConverter<ScriptedAct>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new CodeConverter<ComplaintClass>(),
            new CodeConverter<MissingItem>(),
            new CodeConverter<ClosingReason>(),
            new JsonStringEnumConverter<ReportedAct>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new CodeConverter<DeclineReason>(),
            new CodeConverter<Conclusion>(),
            new CodeConverter<RapidCriterion>(),
            new CodeConverter<IdentityLevel>(),
            new CodeConverter<Language>(),
            new LocalTimeConverter(),
        },
    };

    /// <summary>What the file says of itself; for its readers only.</summary>
    public string? Note { get; init; }

    /// <exception cref="ReferenceDataException">The file is missing or not understood.</exception>
    public static DemonstrationContent Load(string? folder = null)
    {
        try
        {
            using var file = File.OpenRead(Path.Combine(folder ?? ReferenceFile.DefaultFolder, FileName));
            return JsonSerializer.Deserialize<DemonstrationContent>(file, Options)
                ?? throw new ReferenceDataException(FileName, null, "the file is empty.");
        }
        catch (IOException problem)
        {
            throw new ReferenceDataException(FileName, null, "the file is missing or cannot be read.", problem);
        }
        catch (JsonException problem)
        {
            throw new ReferenceDataException(FileName, (int?)problem.LineNumber + 1, problem.Message, problem);
        }
    }

    private sealed class CodeConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CodeOf.TryParse<T>(reader.GetString(), out var value)
                ? value
                : throw new JsonException($"'{reader.GetString()}' is no {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code());
    }

    private sealed class LocalTimeConverter : JsonConverter<LocalTime>
    {
        private static readonly NodaTime.Text.LocalTimePattern Pattern = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm");

        public override LocalTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Pattern.Parse(reader.GetString() ?? "") is { Success: true } time
                ? time.Value
                : throw new JsonException($"'{reader.GetString()}' is no time of day like 09:05.");

        public override void Write(Utf8JsonWriter writer, LocalTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Pattern.Format(value));
    }
}
