using NodaTime;
using Padu.Accounts;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>Loads, decides, appends: the only caller of a letter's rules outside tests.</summary>
public sealed class LetterDesk(
    Journal journal,
    LetterStream stream,
    LetterQueries queries,
    ComplaintQueries cases,
    PostQueries posts,
    PeopleQueries people,
    OfficeRegister offices,
    Regions regions,
    Texts texts,
    IClock clock
)
{
    /// <summary>Begins a letter in a case.</summary>
    public async Task<Acted<Letter>> Draft(
        Complaint complaint,
        Actor.Staff actor,
        LetterCommand.Draft draft,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var context = queries.Context(actor, actor.Office.Code, await cases.State(complaint.Id, cancel));
        return await journal.Act(
            stream,
            draft.Id.Value,
            actor,
            now,
            letter => LetterRules.Decide(letter, draft, context with { At = now }),
            cancel: cancel
        );
    }

    public async Task<Acted<Letter>> Act(
        Letter letter,
        Actor.Staff actor,
        LetterCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var context = queries.Context(actor, letter.Office, await cases.State(letter.Complaint, cancel));
        return await journal.Act(
            stream,
            letter.Id.Value,
            actor,
            now,
            state => LetterRules.Decide(state, command, context with { At = now }),
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel
        );
    }

    /// <summary>Issues the words of the version that was approved, signed with the name that the signatory's account has today.</summary>
    public async Task<Acted<Letter>> Issue(LetterOnDesk opened, int? expectedVersion = null, CancellationToken cancel = default)
    {
        var letter = opened.File.Letter;
        if (opened.File.Words is not ({ } subject, { } body))
        {
            return new Acted<Letter>(new Refusal("letter.unknown"), letter.Id.Value, letter, letter.Version);
        }

        // The words read are those of this version and of no other.
        if (expectedVersion is { } read && read != letter.Version)
        {
            return new Acted<Letter>(new Refusal("stale"), letter.Id.Value, letter, letter.Version);
        }

        var signature = await SignatureOf(letter, opened.Reader, opened.Context.Today, cancel);
        return await Act(letter, opened.Reader, new LetterCommand.Issue(subject, body, signature), letter.Version, cancel);
    }

    private async Task<LetterSignature> SignatureOf(Letter letter, Actor.Staff actor, LocalDate today, CancellationToken cancel)
    {
        var post = letter.Signatory ?? actor.Post;
        var account = letter.SignatoryAccount ?? actor.Account;
        var language = letter.Language.Code();
        var words = texts.In(Languages.Named(language)!);
        var name = (await people.Named([account], cancel)).TryGetValue(account, out var person) ? person.DisplayName : "";
        var held = await posts.Find(post, cancel);
        var title = held is null ? "" : words[$"title.{held.Row.Title}"];
        var capacity = held?.HoldersOn(today).FirstOrDefault(holding => holding.Account == account)?.Capacity ?? Capacity.Definitive;
        return new LetterSignature(
            name,
            $"{words[$"surat.capacity.{capacity.Code()}", title]}, {offices.NameOf(letter.Office, language)}",
            PlaceOf(letter.Office)
        );
    }

    private string PlaceOf(OfficeCode office) =>
        offices.Find(office)?.Region is { } region && regions.Find(region) is { } known ? known.Name : "Jakarta";
}
