using System.CommandLine;
using System.Globalization;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Storage;
using Padu.Triage;

namespace Padu.Commands;

/// <summary><c>padu triage</c>: learns from the office's own decisions, and measures the proposals.</summary>
internal static class TriageCommand
{
    public static Command Create() =>
        new("triage", "The proposals of whose matter a complaint is: learn from decisions, or measure them.")
        {
            Train(),
            Measure(),
            Explain(),
        };

    private static Command Train()
    {
        var data = StorageCommand.Data();
        var command = new Command(
            "train",
            "Learn from the kinds that officers decided: only words of reference/triage are counted, no text of anybody is kept. Writes triage.csv into the "
                + "folder; the site reads it when it starts. Example: padu triage train --data /srv/padu"
        )
        {
            data,
        };
        command.SetAction(
            (result, cancel) =>
                StorageCommand.Run(
                    result.GetValue(data)!,
                    async services =>
                    {
                        var reference = Reference();
                        var lessons = await services.GetRequiredService<DecidedStories>().Read(cancel).ToListAsync(cancel);
                        var learned = Learning.From(lessons, reference.Words);
                        var path = LearnedFile.Write(services.GetRequiredService<DataFolder>(), learned);
                        Console.WriteLine($"{lessons.Count} decisions read.");
                        Console.WriteLine(
                            learned.All.IsEmpty
                                ? $"Too few to learn from: a word counts from {Learning.FewestLetters} letters, a kind from {Learning.FewestDecisions} decisions. Nothing is used but the reference."
                                : $"{learned.All.Length} weights for {learned.All.Select(one => one.Kind).Distinct().Count()} kinds written to {path}. Start the site again to use them."
                        );
                        return 0;
                    },
                    more => more.AddSingleton<DecidedStories>()
                )
        );
        return command;
    }

    private static Command Measure()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds stories.csv and paraphrases.csv." };
        var everyday = new Option<FileInfo?>("--everyday")
        {
            Description = "A file with an everyday sentence in each line, up to a tab: nothing should be proposed for any.",
        };
        var command = new Command(
            "measure",
            "How often the first proposal, or one of three, is the kind of a labelled story. Example: padu triage measure tests/catalogue"
        )
        {
            folder,
            everyday,
        };
        command.SetAction(result => StorageCommand.Guarded(() => Measure(result.GetValue(folder)!, result.GetValue(everyday))));
        return command;
    }

    private static Command Explain()
    {
        var command = new Command(
            "explain",
            "Say for each line of the standard input what would be proposed and which words decide; keeps nothing. Example: padu triage explain < cerita.txt"
        );
        command.SetAction(_ =>
            StorageCommand.Guarded(async () =>
            {
                var reference = Reference();
                var suggesting = new Suggesting(reference.Kinds, reference.Words, LearnedWeights.None);
                while (await Console.In.ReadLineAsync() is { } line)
                {
                    Console.WriteLine(line);
                    foreach (var one in suggesting.For(line))
                    {
                        var reasons = string.Join(
                            ", ",
                            one.Reasons.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Words} {reason.Weight:0.#}"))
                        );
                        Console.WriteLine(
                            string.Create(CultureInfo.InvariantCulture, $"  {one.Score:F1} {one.Kind.Code} ({one.Class.Code()}): {reasons}")
                        );
                    }
                }

                return 0;
            })
        );
        return command;
    }

    private static async Task<int> Measure(DirectoryInfo folder, FileInfo? everyday)
    {
        var reference = Reference();
        var suggesting = new Suggesting(reference.Kinds, reference.Words, LearnedWeights.None);
        var file = StoryFile.Read(folder.FullName);
        var sets = new (string Name, IEnumerable<LabelledStory> Stories)[]
        {
            ("stories", file.Stories),
            ("paraphrases, seen", file.Paraphrases.Where(story => !story.IsHeldOut)),
            ("paraphrases, held out", file.Paraphrases.Where(story => story.IsHeldOut)),
        };
        Console.WriteLine($"{"", -24}{"all", 6}{"first", 9}{"of three", 10}");
        foreach (var (name, stories) in sets)
        {
            var measured = Measured.Of(stories, suggesting.For);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -24}{measured.All, 6}{measured.FirstShare, 9:P1}{measured.AmongThreeShare, 10:P1}"
                )
            );
        }

        Confusion(file, suggesting);
        if (everyday is not null)
        {
            var sentences = (await File.ReadAllLinesAsync(everyday.FullName)).Select(line => line.Split('\t')[0]).ToList();
            var proposed = sentences.Count(sentence => !suggesting.For(sentence).IsEmpty);
            Console.WriteLine();
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Everyday sentences: {sentences.Count}, of which {proposed} got a proposal.")
            );
        }

        return 0;
    }

    /// <summary>For each kind what was proposed first instead; held-out ones are counted and not shown, so that nobody tunes by them.</summary>
    private static void Confusion(StoryFile file, Suggesting suggesting)
    {
        Console.WriteLine();
        Console.WriteLine("Confusions (kind -> proposed first: how often)");
        var missed = Measured.Of([.. file.Stories, .. file.Paraphrases], suggesting.For).Missed;
        foreach (var pair in missed.GroupBy(one => (one.Story.Kind, one.Proposed)).OrderByDescending(pair => pair.Count()))
        {
            var seen = pair.Where(one => !one.Story.Id.Contains('-') || !one.Story.IsHeldOut).Select(one => one.Story.Id);
            Console.WriteLine($"  {Name(pair.Key.Kind)} -> {Name(pair.Key.Proposed)}: {pair.Count()}  {string.Join(' ', seen)}");
        }
    }

    private static string Name(GrievanceCode? kind) => kind?.Value ?? "(nothing)";

    private static TriageReference Reference() => TriageReference.Load(ReferenceCalendar.Load().Rules);
}
