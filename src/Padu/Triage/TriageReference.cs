using System.Collections.Immutable;
using System.Globalization;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;
using Padu.Storage;

namespace Padu.Triage;

/// <summary>The tables of <c>reference/triage</c>, checked against one another; immutable for the life of the process.</summary>
public sealed class TriageReference
{
    private const string KindsFile = "triage/kinds.csv";
    private const string QuestionsFile = "triage/questions.csv";
    private const string WordsFile = "triage/words.csv";
    private const string SpellingFile = "triage/spelling.csv";
    private const string ClassesFile = "triage/classes.csv";
    private const string ToKind = "jenis:";

    private TriageReference(ImmutableArray<GrievanceKind> kinds, QuestionPath questions, WordList words) =>
        (Kinds, Questions, Words) = (kinds, questions, words);

    /// <summary>In the order of the jurisdiction table.</summary>
    public ImmutableArray<GrievanceKind> Kinds { get; }

    public QuestionPath Questions { get; }

    public WordList Words { get; }

    /// <exception cref="ReferenceDataException">A file is missing, a row wrong, or the tables do not fit one another.</exception>
    public static TriageReference Load(DeadlineRules rules, string? folder = null)
    {
        folder ??= ReferenceFile.DefaultFolder;
        var kinds = ReadKinds(folder, rules);
        return new TriageReference(kinds, ReadQuestions(folder, kinds), ReadWords(folder, kinds));
    }

    private static ImmutableArray<GrievanceKind> ReadKinds(string folder, DeadlineRules rules)
    {
        var file = ReferenceFile.Read(
            folder,
            KindsFile,
            "code",
            "row",
            "name_id",
            "name_en",
            "body",
            "addressee",
            "basis",
            "limits",
            "class",
            "brings",
            "information_only",
            "confidence",
            "note_id",
            "note_en"
        );
        var kinds = ImmutableArray.CreateBuilder<GrievanceKind>();
        foreach (var row in file.Rows)
        {
            var kind = new GrievanceKind(
                new GrievanceCode(row.Text("code")),
                row.Number("row", kinds.Count + 1, kinds.Count + 1),
                row.Text("name_id"),
                row.Text("name_en"),
                row.Code<Body>("body"),
                row.Optional("addressee"),
                row.Text("basis"),
                [.. List(row, "limits").Select(code => Rule(row, code, rules))],
                row.Code<ComplaintClass>("class"),
                [
                    .. List(row, "brings")
                        .Select(code =>
                            CodeOf.TryParse<Bring>(code, out var bring)
                                ? bring
                                : throw row.Error($"'{code}' is nothing that can be brought.")
                        ),
                ],
                row.Flag("information_only"),
                row.Code<Confidence>("confidence")
            )
            {
                Note = row.Optional("note_id") is { } note ? (note, row.Text("note_en")) : null,
            };
            if (kinds.Any(other => other.Code == kind.Code))
            {
                throw row.Error($"the kind '{kind.Code}' stands here twice.");
            }

            kinds.Add(kind);
        }

        return kinds.ToImmutable();
    }

    private static RuleCode Rule(ReferenceRow row, string code, DeadlineRules rules) =>
        rules.Rows.Any(rule => rule.Code.Value == code && rule.ValidTo is null)
            ? new RuleCode(code)
            : throw row.Error($"deadlines.csv has no rule '{code}' that is in force.");

    private static QuestionPath ReadQuestions(string folder, ImmutableArray<GrievanceKind> kinds)
    {
        var rows = ReferenceFile.Read(folder, QuestionsFile, "question", "choice", "to", "words_id", "words_en").Rows;
        try
        {
            return new QuestionPath(
                rows.Where(row => row.Optional("choice") is null)
                    .Select(row => new PathQuestion(
                        row.Text("question"),
                        row.Text("words_id"),
                        row.Text("words_en"),
                        [
                            .. rows.Where(choice =>
                                    choice.Text("question") == row.Text("question") && choice.Optional("choice") is not null
                                )
                                .Select(Choice),
                        ]
                    )),
                kinds.Select(kind => kind.Code)
            );
        }
        catch (ArgumentException wrong)
        {
            throw new ReferenceDataException(QuestionsFile, null, $"{wrong.Message}.", wrong);
        }
    }

    private static PathChoice Choice(ReferenceRow row)
    {
        var to = row.Text("to");
        return to.StartsWith(ToKind, StringComparison.Ordinal)
            ? new PathChoice(row.Text("words_id"), row.Text("words_en"), null, new GrievanceCode(to[ToKind.Length..]))
            : new PathChoice(row.Text("words_id"), row.Text("words_en"), to, null);
    }

    private static WordList ReadWords(string folder, ImmutableArray<GrievanceKind> kinds)
    {
        var spelling = ReferenceFile.Read(folder, SpellingFile, "written", "means").Rows;
        var words = ReferenceFile.Read(folder, WordsFile, "words", "anchor", "kinds").Rows;
        var classes = ReferenceFile.Read(folder, ClassesFile, "words", "class", "weight").Rows;
        try
        {
            return new WordList(
                new Spelling(spelling.Select(row => (row.Text("written"), row.Text("means")))),
                words.Select(row => new Clue(row.Text("words"), row.Flag("anchor"), [.. Weights(row, kinds)])),
                classes.Select(row => new ClassClue(row.Text("words"), row.Code<ComplaintClass>("class"), row.Number("weight", 1, 9)))
            );
        }
        catch (ArgumentException wrong)
        {
            throw new ReferenceDataException("triage", null, $"{wrong.Message}.", wrong);
        }
    }

    /// <summary><c>kind:weight</c>, blanks between; none for a word that only shows what the text is about.</summary>
    private static IEnumerable<(GrievanceCode Kind, double Weight)> Weights(ReferenceRow row, ImmutableArray<GrievanceKind> kinds)
    {
        foreach (var pair in (row.Optional("kinds") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (
                pair.Split(':') is not [var code, var weight]
                || !int.TryParse(weight, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number is < 1 or > 9
            )
            {
                throw row.Error($"'{pair}' must be a kind and a weight from 1 to 9, like daftar_pemilih:3.");
            }

            if (kinds.All(kind => kind.Code.Value != code))
            {
                throw row.Error($"there is no kind '{code}'.");
            }

            yield return (new GrievanceCode(code), number);
        }
    }

    private static string[] List(ReferenceRow row, string column) =>
        (row.Optional(column) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
}
