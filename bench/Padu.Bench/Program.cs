using System.CommandLine;
using Padu.Bench;
using Padu.Web;

var root = new RootCommand("Long runs of Padu: drills that break it and measurements.");

var cycles = new Option<int>("--cycles") { Description = "How often the server is killed.", DefaultValueFactory = _ => 20 };
var writers = new Option<int>("--writers") { Description = "People filing at once.", DefaultValueFactory = _ => 8 };
var database = new Option<string?>("--database")
{
    Description = "Connection string of an empty database of PostgreSQL; SQLite otherwise.",
};
var crash = new Command(
    "crash",
    "Kill the server under filings and check that nothing acknowledged is lost or doubled; over PostgreSQL two servers in turn. Example: crash --cycles 20"
)
{
    cycles,
    writers,
    database,
};
crash.SetAction(
    async (result, cancel) =>
    {
        var report = await CrashDrill.Run(
            result.GetValue(cycles),
            result.GetValue(writers),
            result.GetValue(database),
            Console.WriteLine,
            cancel
        );
        Console.WriteLine(report);
        return report.IsSound ? 0 : 1;
    }
);
root.Add(crash);

var awayFor = new Option<int>("--seconds") { Description = "How long the database is away.", DefaultValueFactory = _ => 30 };
var script = new Option<string>("--script") { Description = "The script that pauses and resumes the throw-away server.", Required = true };
var server = new Option<string>("--server") { Description = "The server's folder, as the script names it.", Required = true };
var stopped = new Option<string>("--database") { Description = "Connection string of an absent database of that server.", Required = true };
var stop = new Command(
    "stop",
    "Stop a real PostgreSQL under filings; each request must be told to come later, and nothing be lost. Example: stop --seconds 30"
)
{
    awayFor,
    writers,
    stopped,
    script,
    server,
};
stop.SetAction(
    async (result, cancel) =>
    {
        var report = await StopDrill.Run(
            TimeSpan.FromSeconds(result.GetValue(awayFor)),
            result.GetValue(writers),
            result.GetValue(stopped)!,
            result.GetValue(script)!,
            result.GetValue(server)!,
            Console.WriteLine,
            cancel
        );
        Console.WriteLine(report);
        return report.IsSound ? 0 : 1;
    }
);
root.Add(stop);

var address = new Option<string>("--address") { Description = "Where clamd listens.", Required = true };
var clamav = new Command("clamav", "What a real scanner says. Example: clamav --address unix:/run/clamav/clamd.ctl") { address };
clamav.SetAction(
    async (result, cancel) =>
        await ScannerDrill.Run(InstallationSettings.ClamAvOf(result.GetValue(address)!), Console.WriteLine, cancel) ? 0 : 1
);
root.Add(clamav);

var files = new Command("files", "Send every hostile file to a running server: refused, each within 5 s and 100 MB. Example: files");
files.SetAction(async (_, cancel) => await FileDrill.Run(Console.WriteLine, cancel) ? 0 : 1);
root.Add(files);

var filings = new Option<int>("--filings") { Description = "Drafts that are prepared and then sent.", DefaultValueFactory = _ => 1_000 };
var connections = new Option<int>("--connections") { Description = "Connections that send at once.", DefaultValueFactory = _ => 32 };
var submit = new Command(
    "submit",
    "Durable filings a second, beside the machine's bare group-committed inserts. Example: submit --filings 1000"
)
{
    filings,
    connections,
    database,
};
submit.SetAction(
    async (result, cancel) =>
    {
        await SubmitBench.Run(result.GetValue(filings), result.GetValue(connections), result.GetValue(database), Console.WriteLine, cancel);
        return 0;
    }
);
root.Add(submit);

var sizes = new Option<int[]>("--cases")
{
    Description = "How many imported cases lie there.",
    AllowMultipleArgumentsPerToken = true,
    DefaultValueFactory = _ => [0, 20_096, 200_000],
};
var seconds = new Option<int>("--seconds") { Description = "How long each page is asked for.", DefaultValueFactory = _ => 10 };
var read = new Command(
    "read",
    "How fast inbox, case, number and tracking answer, with few cases and with many. Example: read --cases 0 20096 200000"
)
{
    sizes,
    seconds,
    connections,
    database,
};
read.SetAction(
    async (result, cancel) =>
    {
        await ReadBench.Run(
            result.GetValue(sizes)!,
            TimeSpan.FromSeconds(result.GetValue(seconds)),
            result.GetValue(connections),
            result.GetValue(database),
            Console.WriteLine,
            cancel
        );
        return 0;
    }
);
root.Add(read);

var folder = new Option<DirectoryInfo>("--data") { Required = true };
var urls = new Option<string>("--urls") { Required = true };
var bare = new Command("bare", "The bare server that submit compares with.") { folder, urls };
bare.SetAction(async (result, cancel) => await BareServer.Run(result.GetValue(folder)!.FullName, result.GetValue(urls)!, cancel));
root.Add(bare);

return await root.Parse(args).InvokeAsync();
