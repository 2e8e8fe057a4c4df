using Padu.Domain.Complaints;
using Padu.Domain.Triage;

namespace Padu.Domain.Tests.Triage;

public sealed class LearningTests
{
    private static readonly Lesson[] Lessons =
    [
        .. Enumerable.Repeat(new Lesson("Budi Santoso: petugas TPS minta amplop 5000", GivenWords.Service.Code), 4),
        .. Enumerable.Repeat(new Lesson("nama tidak terdaftar di TPS", GivenWords.Voters.Code), 4),
    ];

    [Fact]
    public void What_the_office_decided_moves_the_first_proposal()
    {
        const string Story = "Di TPS petugas kasar, katanya amplop.";
        Assert.Equal(GivenWords.Bribe, GivenWords.Suggesting.For("Di TPS petugas bawa amplop, loket.")[0].Kind);

        var learned = Learning.From(Lessons, GivenWords.Words);
        var first = new Suggesting(GivenWords.Kinds, GivenWords.Words, learned).For(Story)[0];
        Assert.Equal(GivenWords.Service, first.Kind);
        Assert.True(first.Learned > 1);
    }

    [Fact]
    public void Only_words_of_the_list_are_ever_learned()
    {
        var learned = Learning.From(Lessons, GivenWords.Words);
        Assert.NotEmpty(learned.All);
        Assert.All(learned.All, one => Assert.Contains(one.Word, GivenWords.Words.Known));
        Assert.DoesNotContain(learned.All, one => one.Word is "budi" or "santoso" or "5000");
    }

    [Fact]
    public void A_word_of_few_letters_and_a_kind_of_few_decisions_teach_nothing()
    {
        Assert.Empty(Learning.From(Lessons.Take(2).Concat(Lessons.TakeLast(2)), GivenWords.Words).All);
        Assert.Empty(Learning.From(Lessons.Take(4), GivenWords.Words).All);
    }

    [Fact]
    public void All_that_was_learned_moves_a_story_no_more_than_the_bound()
    {
        var learned = new LearnedWeights(
            GivenWords.Words.Known.Select(word => new LearnedWeight(word, GivenWords.Service.Code, Learning.Bound))
        );
        var story = "Petugas loket di TPS kasar, bagi uang, amplop, tidak terdaftar di daftar pemilih.";
        var proposal = new Suggesting(GivenWords.Kinds, GivenWords.Words, learned).For(story).Single(one => one.Kind == GivenWords.Service);
        Assert.Equal(Learning.BoundInAll, proposal.Learned);
    }

    [Fact]
    public void No_weight_is_stronger_than_the_bound() =>
        Assert.All(
            Learning.From([.. Enumerable.Repeat(Lessons, 200).SelectMany(one => one)], GivenWords.Words).All,
            one => Assert.InRange(one.Weight, -Learning.Bound, Learning.Bound)
        );
}
