using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Examinations;
using Padu.Organisations;
using Padu.Oversight;
using Padu.Storage;

namespace Padu.Tests.Access;

/// <summary>In which case a word stands; who may read it follows from both.</summary>
internal enum Life
{
    /// <summary>An open reporter's, at work in the city.</summary>
    Open,

    /// <summary>A protected reporter's, brought to the Ombudsman, where it is being examined; the city's own paper was not released.</summary>
    Taken,

    /// <summary>A protected reporter's, handled in the city and then given to another regency.</summary>
    Moved,

    /// <summary>One of the cases in which a single thing happened.</summary>
    Single,
}

/// <summary>A word of one field in one case.</summary>
internal sealed record PlantedWord(string Field, Life Life, string Word);

/// <summary>A site in which every private field of every event type holds a word of its own, most of them in three different cases.</summary>
public partial class EveryFieldSite : TestSite
{
    private readonly KeptLog log = new();

    internal List<PlantedWord> Words { get; } = [];

    internal Dictionary<Life, (Complaint Case, string Code)> Main { get; } = [];

    /// <summary>Every case, the ones of a single act too.</summary>
    public List<Complaint> Cases { get; } = [];

    /// <summary>What has a page by its id: requests to the custodian, a ready reply.</summary>
    public List<Guid> Ids { get; } = [];

    public string Log => log.Text;

    public string Folder => Services.GetRequiredService<DataFolder>().Path;

    protected override void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddProvider(log);
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var life in new[] { Life.Open, Life.Taken, Life.Moved })
        {
            await Live(life);
        }

        await LiveSingly();
        // What was read with a reason is over: its papers do not open any more.
        Clock.Now += Duration.FromMinutes(20);
        foreach (var one in Cases.ToList())
        {
            Cases[Cases.IndexOf(one)] = await Queries.State(one.Id, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The word of a field in a case: letters that stand nowhere else, and digits for a telephone.</summary>
    internal static string WordOf(string field, Life life)
    {
        if (field.EndsWith("Phone", StringComparison.Ordinal))
        {
            var index = PrivateField.All.Select((one, at) => (one.Name, at)).First(one => one.Name == field).at;
            return string.Create(CultureInfo.InvariantCulture, $"0813{(int)life}{index:000}5577");
        }

        return $"zq{string.Concat(field.Where(char.IsLetter)).ToLowerInvariant()}{life.ToString().ToLowerInvariant()}x";
    }

    /// <summary>The word, noted as planted.</summary>
    private string Plant(string field, Life life)
    {
        var word = WordOf(field, life);
        Words.Add(new PlantedWord(field, life, word));
        return word;
    }

    /// <summary>A file whose names and content each hold a word of the field.</summary>
    private async Task<ImmutableArray<Evidence>> File(string field, Life life, bool hasOriginal = false)
    {
        var copy = await Store($"Isi {Plant($"{field}.Content", life)} berkas.");
        var original = hasOriginal ? await Store($"Isi {Plant($"{field}.Original.Content", life)} asli.") : null;
        return
        [
            new Evidence(copy.Hash, $"{Plant($"{field}.FileName", life)}.txt", "text/plain", copy.Bytes, copy.Key)
            {
                GivenName = Plant($"{field}.GivenName", life),
                Original = original is null ? null : new OriginalFile(original.Hash, original.Bytes, original.Key),
            },
        ];
    }

    private async Task<StoredBlob> Store(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return (await Services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes), bytes.Length))!;
    }

    private Identity PlantIdentity(string field, Life life) =>
        new(
            Plant($"{field}.Name", life),
            Plant($"{field}.Address", life),
            Plant($"{field}.Phone", life),
            $"{Plant($"{field}.Email", life)}@contoh.example"
        );

    private Representative PlantRepresentative(Life life)
    {
        var who = PlantIdentity("complaint.represented.v1 Who", life);
        return new Representative(who.Name, who.Address, who.Phone, who.Email, Plant("complaint.represented.v1 Who.Relation", life));
    }

    private async Task<FilingRequest> Filing(Life life, IdentityLevel level) =>
        new(
            Guid.CreateVersion7(),
            City,
            IntakeChannel.WalkIn,
            Language.Indonesian,
            level,
            PlantIdentity("complaint.identified.v1 Identity", life),
            $"Cerita {Plant("complaint.submitted.v1 Story", life)} yang panjang.",
            Plant("complaint.submitted.v1 Place", life),
            Plant("complaint.submitted.v1 Service", life),
            Plant("complaint.submitted.v1 RequestedResolution", life),
            new RegionCode("17.71"),
            // So long ago that somebody has to say why it is taken all the same.
            new LocalDate(2026, 8, 30),
            await File("complaint.submitted.v1 Evidence", life)
        )
        {
            Representation = new Representation(RepresentationKind.Attorney, PlantRepresentative(life), Consents: false, []),
        };

    /// <summary>A plain case of the city, for what needs a second one.</summary>
    private async Task<Complaint> Plain()
    {
        var filed = await Verified(await File(City));
        Cases.Add(filed);
        return filed;
    }

    /// <summary>Every row of every table as a server keeps it, bytes as text; what lies in a file is read there.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Bytes)>> DatabaseDump()
    {
        if (Database == DatabaseKind.Sqlite)
        {
            return [];
        }

        await using var database = await Services
            .GetRequiredService<IDbContextFactory<PaduDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var connection = database.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var dump = new List<(string, byte[])>();
        foreach (var table in database.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var text = new StringBuilder();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    text.Append(reader.GetValue(column) is byte[] bytes ? Encoding.Latin1.GetString(bytes) : reader.GetValue(column))
                        .Append(' ');
                }
            }

            dump.Add(($"padu.db/{table}", Encoding.Latin1.GetBytes(text.ToString())));
        }

        return dump;
    }
}
