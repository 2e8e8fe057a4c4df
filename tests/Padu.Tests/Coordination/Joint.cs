using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Coordination;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Organisations;

namespace Padu.Tests.Coordination;

/// <summary>Agenda items and inputs brought to a state through the desks.</summary>
internal static class Joint
{
    public static readonly AgendaSlot Slot = new(new LocalDate(2026, 11, 20), new LocalTime(9, 0), new LocalTime(11, 0));

    public static readonly AgendaRepeat Weekly = new(AgendaFrequency.Weekly, new LocalDate(2026, 12, 31));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Agenda> Propose(
        this TestSite site,
        string? title = null,
        AgendaVisibility visibility = AgendaVisibility.Public,
        AgendaRepeat? repeat = null,
        AgendaSlot? slot = null,
        string person = "sekretariat",
        OfficeCode[]? offices = null
    )
    {
        var acted = await site
            .Services.GetRequiredService<AgendaDesk>()
            .Propose(
                site.Post(person),
                new NewAgendaItem(
                    AgendaKind.JointService,
                    visibility,
                    offices ?? [TestSite.City, TestSite.Ombudsman, TestSite.Province],
                    slot ?? Slot,
                    repeat,
                    null,
                    null,
                    title ?? $"Loket bersama {Guid.NewGuid():N}",
                    "Aula Kota",
                    "Warga membawa KTP."
                ),
                Cancel
            );
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Agenda> Do(this TestSite site, Agenda agenda, string person, AgendaCommand command)
    {
        var acted = await site.Services.GetRequiredService<AgendaDesk>().Act(agenda.Id, site.Post(person), command, cancel: Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static Task<Agenda> Accept(this TestSite site, Agenda agenda) => site.Do(agenda, "kepala-ombudsman", new AgendaCommand.Accept());

    public static async Task<(Input Input, string Code)> Suggest(
        this TestSite site,
        string text = "Mohon ada ram untuk kursi roda.",
        string? email = null,
        OfficeCode? to = null
    )
    {
        var given = await site
            .Services.GetRequiredService<InputDesk>()
            .Give(
                new NewInput(
                    Guid.NewGuid(),
                    InputAuthor.Public,
                    InputTopic.Accessibility,
                    to ?? TestSite.City,
                    Language.Indonesian,
                    "Pasang ram di loket",
                    text,
                    email
                ),
                Cancel
            );
        Assert.Null(given.Refusal);
        return (given.Input, given.Code);
    }

    public static async Task<Input> Answer(this TestSite site, Input input, InputVerdict verdict, params string[] parts)
    {
        Assert.Null(
            await site
                .Services.GetRequiredService<InputDesk>()
                .Answer(
                    input,
                    site.Post("admin-kota"),
                    new InputAnswerForm(verdict, "Jawaban kantor.", [.. parts], TestSite.Province, null),
                    cancel: Cancel
                )
        );
        return await site.Services.GetRequiredService<InputQueries>().State(input.Id, Cancel);
    }
}
