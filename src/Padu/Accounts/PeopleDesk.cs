using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Accounts;

/// <summary>What administrators do with people; each act only with people they look after (<see cref="Administration"/>).</summary>
public sealed class PeopleDesk(
    AccountDesk accounts,
    PeopleQueries people,
    OrganisationDesk organisations,
    PostQueries posts,
    OfficeRegister offices,
    IClock clock
)
{
    /// <summary>Adds a person; the outcome carries the invitation's code.</summary>
    public async Task<AccountOutcome> Add(Actor actor, string userName, string displayName) =>
        Administration.MayAdminister(actor)
            ? await accounts.Add(userName, displayName)
            : new AccountOutcome(null, new Refusal("account.not-yours"));

    public Task<AccountOutcome> Invite(Actor.Staff actor, Guid account, CancellationToken cancel) =>
        Manage(actor, account, accounts.Invite, cancel);

    public Task<AccountOutcome> Disable(Actor.Staff actor, Guid account, CancellationToken cancel) =>
        Manage(actor, account, accounts.Disable, cancel);

    public Task<AccountOutcome> Enable(Actor.Staff actor, Guid account, CancellationToken cancel) =>
        Manage(actor, account, accounts.Enable, cancel);

    public async Task<Refusal?> Appoint(
        Actor actor,
        Guid account,
        PostId post,
        LocalDate? from,
        Capacity capacity,
        CancellationToken cancel
    )
    {
        if (await people.Find(actor, account, cancel) is null)
        {
            return new Refusal("account.unknown");
        }

        if (await Today(post, cancel) is not { } today)
        {
            return new Refusal("post.unknown", "Post");
        }

        return (await organisations.Appoint(actor, clock.GetCurrentInstant(), post, account, from ?? today, capacity)).Refusal;
    }

    /// <summary>Ends an appointment today: access ends with the answer.</summary>
    public async Task<Refusal?> End(Actor actor, Guid account, PostId post, CancellationToken cancel) =>
        await Today(post, cancel) is { } today
            ? (await organisations.End(actor, clock.GetCurrentInstant(), post, account, today)).Refusal
            : new Refusal("post.unknown");

    private async Task<LocalDate?> Today(PostId post, CancellationToken cancel) =>
        await posts.Find(post, cancel) is { } view && offices.Find(view.Row.Office) is { } office
            ? offices.DayIn(office, clock.GetCurrentInstant())
            : null;

    private async Task<AccountOutcome> Manage(
        Actor.Staff actor,
        Guid account,
        Func<Guid, Task<AccountOutcome>> act,
        CancellationToken cancel
    ) =>
        actor.Account == account ? new AccountOutcome(null, new Refusal("account.own"))
        : await people.Find(actor, account, cancel) is null ? new AccountOutcome(null, new Refusal("account.unknown"))
        : await act(account);
}
