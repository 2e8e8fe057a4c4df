using NodaTime;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;

namespace Padu.Domain.Tests.Letters;

/// <summary>An office's own templates: who keeps them, what is never kept, and the way back to the standard.</summary>
public sealed class LetterTemplateTests
{
    private const string Words = "# Jawaban atas pengaduan {{nomor_pengaduan}}\n\nKami mohon maaf.\n\n{{isi_jawaban}}";

    private static readonly LetterTemplateCommand.Change Change = new(LetterKind.Answer, Language.Indonesian, Words);
    private static readonly LetterTemplateCommand.Restore Restore = new(LetterKind.Answer, Language.Indonesian);

    private static LetterTemplate Own { get; } = After(LetterTemplate.None, Change);

    private static readonly (string Name, LetterTemplate Template)[] States =
    [
        ("baku", LetterTemplate.None),
        ("milik kantor", Own),
        ("kembali ke baku", After(Own, Restore)),
    ];

    private static readonly (string Name, LetterTemplateCommand Command)[] Acts =
    [
        ("ubah", Change with { Text = Words + "\n\nHormat kami." }),
        ("simpan tanpa perubahan", Change),
        ("kembalikan ke baku", Restore),
    ];

    [Fact]
    public void Every_state_act_and_actor_is_lawful_or_refused_as_the_table_says()
    {
        var table = new TransitionTable(States.Select(state => state.Name));
        foreach (var (act, command) in Acts)
        {
            table.Add(
                act,
                Given
                    .Everybody.Append(new("admin di Bawaslu", Given.Staff(Role.AgencyAdmin, Given.Bawaslu)))
                    .Select(one =>
                        (
                            one.Key,
                            States.Select(state => TransitionTable.Cell(LetterTemplateRules.Decide(state.Template, command, one.Value)))
                        )
                    )
            );
        }

        Golden.Matches("Letters/templates.md", table.Text("an office's templates of letters"));
    }

    [Fact]
    public void An_own_template_stands_until_the_office_goes_back_to_the_standard()
    {
        Assert.Equal(
            (Given.City.Code, LetterKind.Answer, Language.Indonesian, 1, LetterText.HashOf(Words)),
            (Own.Office, Own.Kind, Own.Language, Own.TextVersion, Own.Hash!.Value)
        );
        Assert.Equal(Given.Filed, Own.ChangedAt);

        var again = After(Own, Change with { Text = Words + "\n\nHormat kami." });
        Assert.Equal((2, 2), (again.Version, again.TextVersion));

        var standard = After(again, Restore);
        Assert.Equal((3, 0, (TextHash?)null), (standard.Version, standard.TextVersion, standard.Hash));
        Assert.Equal((Own.Office, Own.Kind, Own.Language), (standard.Office, standard.Kind, standard.Language));
    }

    [Theory]
    [InlineData("# Jawaban\n\nYth. {{nama_pelapor}}.", "template.unknown-placeholder")]
    [InlineData("# Jawaban\n\nYang kurang: {{kekurangan}}.", "template.placeholder-elsewhere")]
    [InlineData("Jawaban\n\nIsi.", "template.no-subject")]
    public void A_template_that_could_not_be_filled_is_never_kept(string text, string code) =>
        Assert.Equal(code, LetterTemplateRules.Decide(Own, Change with { Text = text }, Given.CityAdmin).Refusal?.Code);

    /// <summary>What a browser sends back differs in its line ends alone.</summary>
    [Fact]
    public void The_same_words_are_no_change() =>
        Assert.Equal(
            "template.unchanged",
            LetterTemplateRules.Decide(Own, Change with { Text = Words.ReplaceLineEndings("\r\n") + "\r\n" }, Given.CityAdmin).Refusal?.Code
        );

    private static LetterTemplate After(LetterTemplate template, LetterTemplateCommand command)
    {
        var decision = LetterTemplateRules.Decide(template, command, Given.CityAdmin);
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(template, (state, fact) => LetterTemplate.Evolve(state, fact, Given.Filed));
    }
}
