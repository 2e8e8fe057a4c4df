using Padu.Domain.Complaints;
using Padu.Domain.Triage;

namespace Padu.Domain.Tests.Triage;

public sealed class SuggestingTests
{
    [Fact]
    public void A_story_is_proposed_its_kind_with_the_words_that_decided()
    {
        var proposals = GivenWords.Suggesting.For("Nama saya gak terdaftar di daftar pemilih TPS 3.");
        Assert.Equal(GivenWords.Voters, proposals[0].Kind);
        Assert.Equal(7, proposals[0].Score);
        Assert.Equal(["daftar pemilih", "gak terdaftar"], proposals[0].Reasons.Select(reason => reason.Words));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pelayanannya kasar dan makanannya dingin.")]
    [InlineData("Kalian semua tidak becus!")]
    [InlineData("Di TPS ada petugas.")]
    public void A_story_that_tells_too_little_is_proposed_nothing(string story) => Assert.Empty(GivenWords.Suggesting.For(story));

    [Fact]
    public void Without_a_word_about_elections_it_takes_more()
    {
        Assert.Empty(GivenWords.Suggesting.For("Ada amplop."));
        Assert.Equal(GivenWords.Bribe, GivenWords.Suggesting.For("Ada amplop di TPS.")[0].Kind);
        Assert.Equal(GivenWords.Bribe, GivenWords.Suggesting.For("Ada amplop, mereka bagi uang.")[0].Kind);
    }

    [Fact]
    public void A_guessed_word_counts_less_than_a_plain_one()
    {
        var plain = GivenWords.Suggesting.For("Amplop di TPS.")[0].Score;
        var guessed = GivenWords.Suggesting.For("Amplopp di TPS, daftar pemilih.").Single(one => one.Kind == GivenWords.Bribe).Score;
        Assert.Equal(5, plain);
        Assert.Equal(3.5, guessed, 6);
    }

    [Fact]
    public void Words_of_a_clue_stand_in_order_and_near_and_in_one_sentence()
    {
        Assert.NotEmpty(GivenWords.Suggesting.For("Di TPS mereka bagi secara diam beras."));
        Assert.Empty(GivenWords.Suggesting.For("Di TPS beras mereka bagi."));
        Assert.Empty(GivenWords.Suggesting.For("Di TPS mereka bagi satu dua tiga empat lima beras."));
        Assert.Empty(GivenWords.Suggesting.For("Di TPS mereka bagi. Beras mahal."));
    }

    [Fact]
    public void A_plain_wish_is_a_suggestion_where_we_decide_and_changes_no_other_bodys_class()
    {
        Assert.Equal(ComplaintClass.Suggestion, GivenWords.Suggesting.For("Usul: loket jangan kasar, di TPS juga.")[0].Class);
        Assert.Equal(ComplaintClass.Complaint, GivenWords.Suggesting.For("Usul: amplop di TPS.")[0].Class);
    }

    [Fact]
    public void Rule_50_a_letter_of_two_matters_is_told_apart_by_its_own_sentences()
    {
        var matters = GivenWords.Suggesting.Matters(
            "Selamat pagi. Petugas loket di TPS 3 kasar sekali. Saya sampai menangis. Malamnya ada yang bagi uang di dekat TPS. Terima kasih."
        );
        Assert.Equal([GivenWords.Service, GivenWords.Bribe], matters.Select(matter => matter.Proposal.Kind));
        Assert.Equal("Selamat pagi. Petugas loket di TPS 3 kasar sekali. Saya sampai menangis.", matters[0].Excerpt);
        Assert.Equal("Malamnya ada yang bagi uang di dekat TPS. Terima kasih.", matters[1].Excerpt);
    }

    [Fact]
    public void Rule_50_a_letter_of_one_matter_is_not_split() =>
        Assert.Empty(GivenWords.Suggesting.Matters("Petugas loket di TPS 3 kasar sekali. Petugas TPS 4 juga kasar."));
}
