using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Organisations;

/// <summary>
/// Who asks, in this request. The session knows only an account and a post; whether that account holds that post is read anew in every
/// request, so that an ended appointment ends access at once.
/// </summary>
public sealed class CurrentActor(PostQueries posts, OfficeRegister offices, IClock clock)
{
    /// <summary>The account signed in; null for everybody else.</summary>
    public Guid? Account { get; private set; }

    /// <summary>The post it acts in; null without a session, or when the session's post is no longer held.</summary>
    public Actor.Staff? Staff { get; private set; }

    public Actor Actor => Staff is null ? new Actor.Public() : Staff;

    /// <summary>Called when the session of the request has been found good.</summary>
    public async Task Load(Guid account, PostId? post, CancellationToken cancel)
    {
        Account = account;
        if (post is not { } id || await posts.Find(id, cancel) is not { } held || offices.Find(held.Row.Office) is not { } office)
        {
            return;
        }

        if (held.HoldersOn(offices.DayIn(office, clock.GetCurrentInstant())).Any(holding => holding.Account == account))
        {
            Staff = new Actor.Staff(id, account, held.Row.Role, office, held.Row.Unit);
        }
    }
}
