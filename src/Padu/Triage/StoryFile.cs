using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Padu.Domain.Complaints;
using Padu.Storage;

namespace Padu.Triage;

/// <summary>A story with what it is about, by which proposals are measured.</summary>
/// <param name="Kind">Null where nothing may be proposed.</param>
public sealed record LabelledStory(string Id, GrievanceCode? Kind, string Text)
{
    /// <summary>Kept away from every weight and word, for ever: by the digest of its id, so that nobody chose it.</summary>
    public bool IsHeldOut => SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] < 128;
}

/// <summary>The stories of a folder: <c>stories.csv</c> with their kinds, and <c>paraphrases.csv</c> that tell the same in other words.</summary>
public sealed record StoryFile(ImmutableArray<LabelledStory> Stories, ImmutableArray<LabelledStory> Paraphrases)
{
    private const string Nothing = "-";

    /// <exception cref="ReferenceDataException">A row cannot be used, or a paraphrase belongs to no story.</exception>
    public static StoryFile Read(string folder)
    {
        ImmutableArray<LabelledStory> stories =
        [
            .. ReferenceFile
                .Read(folder, "stories.csv", "id", "kinds", "also", "class", "text")
                .Rows.Select(row => new LabelledStory(row.Text("id"), Kind(row.Text("kinds")), row.Text("text"))),
        ];
        var kinds = stories.ToDictionary(story => story.Id, story => story.Kind);
        return new StoryFile(
            stories,
            [
                .. ReferenceFile
                    .Read(folder, "paraphrases.csv", "id", "text")
                    .Rows.Select(row => new LabelledStory(
                        row.Text("id"),
                        kinds.TryGetValue(row.Text("id").Split('-')[0], out var kind)
                            ? kind
                            : throw row.Error($"'{row.Text("id")}' belongs to no story."),
                        row.Text("text")
                    )),
            ]
        );
    }

    private static GrievanceCode? Kind(string code) => code == Nothing ? null : new GrievanceCode(code);
}
