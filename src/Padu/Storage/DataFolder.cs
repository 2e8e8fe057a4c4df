using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Padu.Domain;
using Padu.Domain.Organisations;

namespace Padu.Storage;

/// <summary>What a data folder is for; one is never used as the other.</summary>
public enum DataFolderKind
{
    [Code("installation")]
    Installation,

    [Code("demonstration")]
    Demonstration,
}

/// <summary>Why the program does not start: shown to the operator as it stands, without a trace.</summary>
public sealed class StartRefusedException(string message) : Exception(message);

/// <summary>
/// The folder of one installation: <c>padu.json</c> (this marker), <c>padu.db</c> unless its records lie in PostgreSQL, <c>blobs/</c>, <c>keys/</c>. It
/// is made by a command that says so, never by starting.
/// </summary>
/// <param name="Database">Written down, so that a lost setting never opens an empty database in place of the right one.</param>
public sealed record DataFolder(string Path, DataFolderKind Kind, RegionCode Province, Instant Created, int Format, DatabaseKind Database)
{
    public const int CurrentFormat = 1;

    internal const string Marker = "padu.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public string SqliteFile => System.IO.Path.Combine(Path, "padu.db");

    public string Blobs => System.IO.Path.Combine(Path, "blobs");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>When a backup of this folder was last written in full; null when none was.</summary>
    public Instant? LastBackup => File.Exists(BackupMark) ? Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(BackupMark)) : null;

    private string BackupMark => System.IO.Path.Combine(Path, "last-backup");

    /// <summary>Its own time of writing is what it says.</summary>
    internal void MarkBackup() => File.WriteAllText(BackupMark, "backup\n");

    public static bool Exists(string path) => File.Exists(System.IO.Path.Combine(path, Marker));

    /// <summary>Makes an empty folder of that kind, with its key files.</summary>
    /// <param name="postgres">The connection string where the records lie in PostgreSQL; else they lie in the folder.</param>
    /// <exception cref="StartRefusedException">There is something in it.</exception>
    public static DataFolder Create(string path, DataFolderKind kind, RegionCode province, Instant now, string? postgres = null)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new StartRefusedException($"The folder {path} is not empty; nothing was made.");
        }

        Private(path);
        var database = postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;
        var folder = new DataFolder(path, kind, province, now, CurrentFormat, database);
        Private(folder.Blobs);
        KeyFiles.Create(folder.Keys);
        if (postgres is not null)
        {
            ConnectionSecret.Write(path, postgres);
        }

        folder.WriteMarker();
        return folder;
    }

    /// <summary>Opens a folder that was made before.</summary>
    /// <exception cref="StartRefusedException">There is none, it is of the other kind, or a newer program made it.</exception>
    public static DataFolder Open(string path, DataFolderKind kind)
    {
        var folder = Open(path);
        return folder.Kind == kind
            ? folder
            : throw new StartRefusedException($"The folder {path} is of the kind '{folder.Kind.Code()}', not '{kind.Code()}'.");
    }

    /// <summary>Opens a folder of either kind.</summary>
    public static DataFolder Open(string path)
    {
        var marker = System.IO.Path.Combine(path, Marker);
        if (!File.Exists(marker))
        {
            throw new StartRefusedException($"There is no {Marker} in {path}: it is no data folder of Padu. Make one first.");
        }

        return Parse(File.ReadAllBytes(marker), path);
    }

    /// <summary>What a marker says of a folder; a restore asks before it is written.</summary>
    internal static DataFolder Parse(byte[] marker, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(marker);
            var root = json.RootElement;
            var format = root.GetProperty("format").GetInt32();
            if (format > CurrentFormat)
            {
                throw new StartRefusedException(
                    $"The folder {path} has format {format}; this program knows {CurrentFormat}. Use the newer program."
                );
            }

            return new DataFolder(
                path,
                CodeOf.Parse<DataFolderKind>(root.GetProperty("kind").GetString()!),
                new RegionCode(root.GetProperty("province").GetString()!),
                InstantPattern.ExtendedIso.Parse(root.GetProperty("created").GetString()!).GetValueOrThrow(),
                format,
                root.TryGetProperty("database", out var database) ? CodeOf.Parse<DatabaseKind>(database.GetString()!) : DatabaseKind.Sqlite
            );
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or ArgumentException or UnparsableValueException)
        {
            throw new StartRefusedException($"{Marker} of {path} cannot be read: {e.Message}");
        }
    }

    /// <exception cref="StartRefusedException">The environment names another database than the folder's.</exception>
    internal Database OpenDatabase() =>
        Database switch
        {
            DatabaseKind.Postgres => new PostgresDatabase(ConnectionSecret.Read(Path)),
            DatabaseKind.Sqlite when Kind == DataFolderKind.Installation && ConnectionSecret.FromEnvironment is not null =>
                throw new StartRefusedException(
                    $"{ConnectionSecret.Variable} is set, but {Path} keeps its records in {SqliteFile}. Unset it, or move the installation: "
                        + "padu backup, then padu restore --database."
                ),
            DatabaseKind.Sqlite => new SqliteDatabase(SqliteFile),
            _ => throw new UnreachableException(),
        };

    /// <summary>Writes the marker; a restore does it last, so that a half-restored folder is none.</summary>
    internal void WriteMarker() =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, Marker),
            JsonSerializer.Serialize(
                new
                {
                    format = Format,
                    kind = Kind.Code(),
                    province = Province.Value,
                    created = InstantPattern.ExtendedIso.Format(Created),
                    database = Database.Code(),
                },
                Json
            ) + "\n"
        );

    /// <summary>Makes a folder that only its owner enters.</summary>
    internal static void Private(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
