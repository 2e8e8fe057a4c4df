using System.CommandLine;
using Padu.Channels.Import;
using Padu.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Commands;

/// <summary><c>padu import</c>: brings an office's old casework into the journal.</summary>
internal static class ImportCommand
{
    public const int MapUnusable = 2;
    public const int FileUnusable = 3;
    public const int FolderUnusable = 4;

    /// <summary>As shells say "stopped by the user".</summary>
    public const int Interrupted = 130;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The old casework as CSV." };
        var map = new Option<FileInfo>("--map") { Description = "How its columns become cases (docs/import.md).", Required = true };
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "The installation's folder.",
            DefaultValueFactory = _ => new DirectoryInfo("data"),
        };
        var report = new Option<FileInfo?>("--report")
        {
            Description = "Where refused rows are listed; FILE.ditolak.csv here when not given.",
        };
        var command = new Command(
            "import",
            """
            Bring old casework into the journal, once a row however often it is run.
            Example: padu import kasus-lama.csv --map kasus-lama.yaml
            Ends with 0 when every row was settled (refused ones are in the report), 2 for an unusable map, 3 for an unusable file,
            4 for an unusable folder, 130 when interrupted: run it again to go on.
            """
        )
        {
            file,
            map,
            data,
            report,
        };
        command.SetAction(
            (result, cancel) =>
                Run(
                    result.GetValue(file)!,
                    result.GetValue(map)!,
                    result.GetValue(data)!,
                    result.GetValue(report) ?? new FileInfo(result.GetValue(file)!.Name + ".ditolak.csv"),
                    cancel
                )
        );
        return command;
    }

    internal static async Task<int> Run(FileInfo file, FileInfo mapFile, DirectoryInfo data, FileInfo report, CancellationToken stop)
    {
        try
        {
            var map = ImportMapFile.Read(mapFile.FullName);
            using var stream = OpenSource(file);
            using var text = new StreamReader(stream, map.Encoding, detectEncodingFromByteOrderMarks: true);
            await using var app = PaduHost.Build(new HostSettings(data.FullName, "http://127.0.0.1:0"));
            app.Services.GetRequiredService<StorageSetup>().CheckAtStart();
            CheckOffices(map, mapFile.Name, app.Services.GetRequiredService<OfficeRegister>());
            return await Run(app.Services, map, stream, SourceFile.Rows(text, map), report, stop);
        }
        catch (ImportMapException problem)
        {
            return Fail(problem.Message, MapUnusable);
        }
        catch (SourceFileException problem)
        {
            return Fail($"{file.Name}: {problem.Message}", FileUnusable);
        }
        catch (Exception problem) when (problem is StartRefusedException or StorageUnavailableException or ReferenceDataException)
        {
            return Fail(problem.Message, FolderUnusable);
        }
    }

    private static async Task<int> Run(
        IServiceProvider services,
        ImportMap map,
        FileStream source,
        IEnumerable<SourceRow> rows,
        FileInfo report,
        CancellationToken stop
    )
    {
        var desk = services.GetRequiredService<ComplaintDesk>();
        using var writer = report.CreateText();
        using var refusals = new RefusalReport(writer, map, services.GetRequiredService<Texts>());
        // A row on its way is waited for: whether it was written must be known.
        var importer = new Importer(map, async old => (await desk.Import(old, CancellationToken.None)).Refusal, refusals.Add);
        var progress = new ConsoleProgress(source.Length);
        var isComplete = await importer.Run(rows, counts => progress.Show(source.Position, Words(counts)), stop);
        progress.End(Words(importer.Counts));
        if (importer.Counts.Refused > 0)
        {
            Console.WriteLine($"Refused rows and why: {report.FullName}");
        }

        if (isComplete)
        {
            return 0;
        }

        Console.WriteLine("Interrupted; nothing is lost. Run the same command again to go on.");
        return Interrupted;
    }

    private static string Words(ImportCounts counts) =>
        $"{counts.Read} rows: {counts.Imported} imported, {counts.TakenBefore} taken before, {counts.Duplicates} duplicates, {counts.Refused} refused";

    /// <summary>A misspelt office would be found row by row, after half of the file.</summary>
    private static void CheckOffices(ImportMap map, string mapName, OfficeRegister offices)
    {
        var unknown = map.Office.Offices.FirstOrDefault(named => offices.Find(named.Code) is not { Institution: Institution.Kpu });
        if (unknown is not null)
        {
            throw new ImportMapException(mapName, unknown.Line, $"this installation has no KPU office '{unknown.Code}'.");
        }
    }

    private static FileStream OpenSource(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SourceFileException("The file is missing or cannot be read.", problem);
        }
    }

    private static int Fail(string sentence, int code)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }
}
