using NodaTime;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Domain.Tests.Complaints;
using Padu.Domain.Tests.Obligations;

namespace Padu.Domain.Tests.Coordination;

/// <summary>The ends of an agenda and of an input: what is off, full, published or over.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void A_day_that_is_none_or_is_off_is_not_changed()
    {
        var series = Joint.Accepted(Joint.Weekly);
        var nowhere = Joint.MoveDay with { Original = new LocalDate(2026, 11, 28) };
        Assert.Equal("agenda.no-such-day", series.Decide(nowhere, Owed.Secretariat, Joint.Begins).Refusal?.Code);
        var off = series.After(Joint.CancelDay, Owed.Secretariat);
        Assert.Equal("agenda.day-is-off", off.Decide(Joint.CancelDay, Owed.Secretariat, Joint.Begins).Refusal?.Code);
    }

    [Fact]
    public void An_item_takes_so_many_files()
    {
        var full = Joint.Accepted() with { Files = AgendaRules.MostFiles };
        Assert.Equal("agenda.too-many-files", full.Decide(Joint.AddFile, Owed.Secretariat, Joint.Begins).Refusal?.Code);
        Assert.Null((full with { Files = AgendaRules.MostFiles - 1 }).Decide(Joint.AddFile, Owed.Secretariat, Joint.Begins).Refusal);
    }

    [Fact]
    public void Every_input_stands_in_one_column() =>
        Assert.Equal(
            [
                (InputState.Received, InputColumn.Waiting),
                (InputState.Acknowledged, InputColumn.Waiting),
                (InputState.Accepted, InputColumn.InWork),
                (InputState.Partly, InputColumn.InWork),
                (InputState.Declined, InputColumn.Declined),
                (InputState.Changed, InputColumn.Changed),
            ],
            Enum.GetValues<InputState>().Select(state => (state, Joint.At(state).Column))
        );

    [Fact]
    public void An_input_is_published_once()
    {
        var publish = new InputCommand.Publish("Ram di loket.");
        var published = Joint.At(InputState.Declined).After(publish, Given.CityAdmin);
        Assert.True(published.IsPublished);
        Assert.Equal("input.already-published", published.Decide(publish, Given.CityAdmin, Joint.Begins).Refusal?.Code);
        Assert.DoesNotContain(InputAct.Publish, InputRules.Offers(published, Given.CityAdmin));
    }

    public static TheoryData<string, InputCommand.Give, bool> Given_wrongly() =>
        new()
        {
            { "input.unknown-office", Joint.Give() with { To = null }, false },
            { "input.unknown-office", Joint.Give(Given.Bawaslu), false },
            { "input.author-unknown", Joint.Give() with { Author = InputAuthor.Ombudsman }, false },
            { "input.no-code", Joint.Give() with { Verifier = null }, false },
            { "input.no-code", Joint.Give(Given.Kaur), true },
            { "input.to-itself", Joint.Give(Given.Province, fromOffice: true), true },
        };

    [Theory]
    [MemberData(nameof(Given_wrongly))]
    public void An_input_comes_from_somebody_and_goes_to_somebody_else(string code, InputCommand.Give give, bool byStaff) =>
        Assert.Equal(
            code,
            Input.None.Decide(give, byStaff ? Owed.Secretariat : new Actor.Complainant(Joint.Author), Joint.Begins).Refusal?.Code
        );

    public static TheoryData<string, InputCommand.Answer> Answered_wrongly() =>
        new()
        {
            { "input.declined-with-parts", Joint.Answer(InputVerdict.Decline, "Ram") },
            { "input.no-part", Joint.Answer(InputVerdict.Accept) },
            { "input.too-many-parts", Joint.Answer(InputVerdict.Accept, [.. Enumerable.Range(1, 11).Select(at => $"Bagian {at}")]) },
            { "input.part-without-obligation", Joint.Answer(InputVerdict.Accept, "Ram") with { Promised = [] } },
            { "text.required", Joint.Answer(InputVerdict.Accept, " ") },
        };

    [Theory]
    [MemberData(nameof(Answered_wrongly))]
    public void An_answer_says_part_by_part_what_is_owed(string code, InputCommand.Answer answer) =>
        Assert.Equal(code, Joint.At(InputState.Received).Decide(answer, Given.CityAdmin, Joint.Begins).Refusal?.Code);

    [Fact]
    public void What_is_carried_on_falls_due_later()
    {
        var owed = Owed.At(ObligationState.Promised);
        Assert.Equal(
            "obligation.not-later",
            owed.Decide(Owed.Carry with { On = Owed.DueOn }, Owed.Secretariat, Owed.Days(3)).Refusal?.Code
        );
        Assert.Equal(
            "obligation.not-later",
            owed.Decide(Owed.Carry with { On = Owed.DueOn.PlusDays(1) }, Owed.Secretariat, Owed.Days(30)).Refusal?.Code
        );
    }

    [Fact]
    public void Only_what_is_owed_is_carried_on()
    {
        var done = new ObligationCommand.TakeOver(Owed.Next, Owed.At(ObligationState.Done), new LocalDate(2026, 12, 20), "Terus");
        Assert.Equal("obligation.not-open", Obligation.None.Decide(done, Owed.Secretariat, Owed.Days(3)).Refusal?.Code);
        var nothing = done with { From = Obligation.None };
        Assert.Equal("obligation.not-open", Obligation.None.Decide(nothing, Owed.Secretariat, Owed.Days(3)).Refusal?.Code);
    }
}
