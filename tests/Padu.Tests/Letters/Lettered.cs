using Microsoft.Extensions.DependencyInjection;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Letters;

namespace Padu.Tests.Letters;

/// <summary>Letters that tests start from, written through the desk.</summary>
internal static class Lettered
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Letter> Letter(
        this TestSite site,
        Complaint complaint,
        LetterKind kind,
        string person,
        string subject = "Perihal uji",
        string body = "Isi surat uji."
    )
    {
        await using var scope = site.Services.CreateAsyncScope();
        var draft = new LetterCommand.Draft(
            new LetterId(Guid.CreateVersion7()),
            kind,
            Language.Indonesian,
            new TextHash(new string('a', 64)),
            subject,
            body
        );
        var acted = await scope.ServiceProvider.GetRequiredService<LetterDesk>().Draft(complaint, site.Post(person), draft, Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Letter> Do(this TestSite site, Letter letter, string person, LetterCommand command)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var acted = await scope.ServiceProvider.GetRequiredService<LetterDesk>().Act(letter, site.Post(person), command, cancel: Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    public static async Task<Letter> Issue(this TestSite site, Letter letter, string person)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var opened = await site.Services.GetRequiredService<LetterQueries>().Open(site.Post(person), letter.Id, Cancel);
        var acted = await scope.ServiceProvider.GetRequiredService<LetterDesk>().Issue(opened!, cancel: Cancel);
        Assert.Null(acted.Refusal);
        return acted.State;
    }

    /// <summary>A draft of the city brought further; its chair signs.</summary>
    public static async Task<Letter> Bring(this TestSite site, Letter letter, LetterState state)
    {
        if (state == LetterState.Draft)
        {
            return letter;
        }

        letter = await site.Do(letter, "admin-kota", new LetterCommand.Propose());
        if (state == LetterState.Proposed)
        {
            return letter;
        }

        letter = await site.Do(letter, "ketua-kota", new LetterCommand.Approve());
        if (state == LetterState.Approved)
        {
            return letter;
        }

        letter = await site.Issue(letter, "admin-kota");
        return state == LetterState.Issued ? letter : await site.Do(letter, "ketua-kota", new LetterCommand.Revoke("Salah tanggal."));
    }
}
