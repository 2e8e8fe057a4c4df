using System.Runtime.CompilerServices;
using Padu.Calendar;
using Padu.Domain.Triage;
using Padu.Triage;

namespace Padu.Tests.Triage;

/// <summary>The committed stories, and the shipped tables they are measured by.</summary>
internal static class Catalogue
{
    public static readonly StoryFile File = StoryFile.Read(Folder());

    public static readonly TriageReference Reference = TriageReference.Load(ReferenceCalendar.Load().Rules);

    public static readonly Suggesting Suggesting = new(Reference.Kinds, Reference.Words, LearnedWeights.None);

    public static string Story(string id) => File.Stories.Single(story => story.Id == id).Text;

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "catalogue"));
}
