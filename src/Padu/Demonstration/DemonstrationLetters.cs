using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Letters;

namespace Padu.Demonstration;

/// <summary>Letters of the city's cases in every state, and the closing letter of the case whose receipt is shown first; written through the desks.</summary>
internal sealed class DemonstrationLetters(IServiceProvider services)
{
    private static readonly OfficeCode City = new($"kpu-{DemonstrationFolder.Province}.71");

    private readonly ComplaintQueries cases = services.GetRequiredService<ComplaintQueries>();
    private readonly LetterQueries letters = services.GetRequiredService<LetterQueries>();
    private readonly LetterTemplates templates = services.GetRequiredService<LetterTemplates>();
    private readonly LetterFacts facts = services.GetRequiredService<LetterFacts>();

    /// <param name="all">The cases, in the order of their numbers in the catalogue.</param>
    public async Task Write(IReadOnlyList<Complaint> all, DemonstrationCast cast, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<LetterDesk>();
        var first = await cases.State(all[0].Id, cancel);
        await Bring(desk, LetterState.Issued, await Draft(desk, first, LetterKind.Closing, cast, cancel), cast, cancel);
        LetterState[] states = [LetterState.Issued, LetterState.Revoked, LetterState.Approved, LetterState.Proposed, LetterState.Draft];
        var reached = 0;
        foreach (var one in all)
        {
            var complaint = await cases.State(one.Id, cancel);
            var admin = cast.In(City, Role.AgencyAdmin);
            var kinds = LetterRules.Begins(complaint, admin).Where(kind => !kind.IsInternal()).ToList();
            if (complaint.Subject.Seat != City || complaint.Id == first.Id || kinds.Count == 0 || reached == states.Length)
            {
                continue;
            }

            await Bring(desk, states[reached++], await Draft(desk, complaint, kinds[^1], cast, cancel), cast, cancel);
        }
    }

    private async Task<Letter> Draft(
        LetterDesk desk,
        Complaint complaint,
        LetterKind kind,
        DemonstrationCast cast,
        CancellationToken cancel
    )
    {
        var admin = cast.In(complaint.Subject.Seat, Role.AgencyAdmin);
        var file = await cases.Open(admin, complaint.Number, cancel) ?? throw new InvalidOperationException($"{complaint.Number} is gone.");
        var template = await templates.Of(admin.Office.Code, kind, complaint.Language, cancel);
        var values = await facts.Of(file, admin.Office.Code, complaint.Language, cancel);
        var (subject, body) = LetterTemplateText.Fill(template.Text, values);
        var draft = new LetterCommand.Draft(new LetterId(Guid.CreateVersion7()), kind, complaint.Language, template.Hash, subject, body);
        return Sound((await desk.Draft(complaint, admin, draft, cancel)), "draft").State;
    }

    private async Task Bring(LetterDesk desk, LetterState state, Letter letter, DemonstrationCast cast, CancellationToken cancel)
    {
        var admin = cast.In(letter.Office, Role.AgencyAdmin);
        // The city's chair signs there; the other offices of the demonstration let their admins.
        var signer = letter.Office == City ? cast.In(City, Role.Head) : admin;
        if (state != LetterState.Draft)
        {
            await Do(admin, new LetterCommand.Propose());
        }

        if (state is LetterState.Approved or LetterState.Issued or LetterState.Revoked)
        {
            await Do(signer, new LetterCommand.Approve());
        }

        if (state is LetterState.Issued or LetterState.Revoked)
        {
            var opened = await letters.Open(admin, letter.Id, cancel) ?? throw new InvalidOperationException($"{letter.Id} is gone.");
            letter = Sound(await desk.Issue(opened, cancel: cancel), "issue").State;
        }

        if (state == LetterState.Revoked)
        {
            await Do(signer, new LetterCommand.Revoke("Tenggat dalam surat ini keliru; surat pengganti menyusul."));
        }

        async Task Do(Actor.Staff actor, LetterCommand command) =>
            letter = Sound(await desk.Act(letter, actor, command, cancel: cancel), command.GetType().Name).State;
    }

    private static Storage.Acted<Letter> Sound(Storage.Acted<Letter> acted, string act) =>
        acted.Refusal is null ? acted : throw new InvalidOperationException($"A letter's {act} is refused: {acted.Refusal}.");
}
