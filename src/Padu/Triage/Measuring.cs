using System.Collections.Immutable;
using Padu.Domain.Complaints;
using Padu.Domain.Triage;

namespace Padu.Triage;

/// <summary>How well proposals met the stories they were measured by.</summary>
/// <param name="First">How many were met by the first proposal, or rightly by none.</param>
/// <param name="AmongThree">How many were met by one of the three shown.</param>
/// <param name="Missed">Stories whose first proposal was another, with it.</param>
public sealed record Measured(int All, int First, int AmongThree, ImmutableArray<(LabelledStory Story, GrievanceCode? Proposed)> Missed)
{
    public double FirstShare => (double)First / All;

    public double AmongThreeShare => (double)AmongThree / All;

    public static Measured Of(IEnumerable<LabelledStory> stories, Func<string, ImmutableArray<Proposal>> propose)
    {
        var read = stories
            .Select(story => (Story: story, Kinds: propose(story.Text).Select(proposal => proposal.Kind.Code).ToList()))
            .ToList();
        return new Measured(
            read.Count,
            read.Count(one => Proposed(one.Kinds) == one.Story.Kind),
            read.Count(one => one.Story.Kind is { } kind ? one.Kinds.Contains(kind) : one.Kinds.Count == 0),
            [.. read.Where(one => Proposed(one.Kinds) != one.Story.Kind).Select(one => (one.Story, Proposed(one.Kinds)))]
        );
    }

    private static GrievanceCode? Proposed(List<GrievanceCode> kinds) => kinds.Count == 0 ? null : kinds[0];
}
