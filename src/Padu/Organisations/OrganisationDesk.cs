using System.Net.Mail;
using NodaTime;
using Padu.Domain;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Organisations;

/// <summary>What may be changed of an office by its own hand.</summary>
public sealed record OfficeDetails(string? Address, string? Email, string? Phone);

/// <summary>Creates and fills posts, and keeps the register of offices.</summary>
public sealed class OrganisationDesk(
    Journal journal,
    PostKind posts,
    PostQueries queries,
    OfficeRegister offices,
    OfficeFile officeFile,
    StandardPosts standardPosts,
    Units units
) : IDisposable
{
    private const int LongestDetail = 200;

    /// <summary>"One custodian in each institution" is a rule over many streams: two of them must not be created at the same moment.</summary>
    private readonly SemaphoreSlim creating = new(1);

    /// <summary>The offices of an installation for one province, from the reference tables; those that exist stay as they are.</summary>
    public async Task CreateOffices(RegionCode province, Instant at)
    {
        var missing = officeFile.For(province).Where(known => offices.Find(known.Office.Code) is null).ToList();
        await Task.WhenAll(
            missing.Select(known =>
                journal.Change(
                    new Actor.System(),
                    at,
                    new OfficeRow(
                        known.Office.Code,
                        known.Office.Name,
                        known.NameEn,
                        known.Office.Institution,
                        known.Office.Level,
                        known.Office.Parent,
                        known.Office.Region
                    )
                )
            )
        );
        offices.Forget();
    }

    /// <summary>The posts every office begins with; repeating it adds only what is missing.</summary>
    public async Task CreateStandardPosts(RegionCode province, Instant at)
    {
        var wanted = standardPosts.For(province).ToList();
        var existing = await queries.In([.. wanted.Select(post => post.Office).Distinct()]);
        var there = existing.Select(post => new StandardPost(post.Row.Office, post.Row.Role, post.Row.Unit, post.Row.Title)).ToHashSet();
        var created = await Task.WhenAll(
            wanted
                .Where(post => !there.Contains(post))
                .Select(post => Make(new Actor.System(), at, post.Office, post.Role, post.Unit, post.Title, false))
        );
        if (created.FirstOrDefault(acted => acted.IsRefused) is { } refused)
        {
            throw new ReferenceDataException("posts.csv", null, $"a post of post {refused.Id} is refused: {refused.Refusal}.");
        }
    }

    public async Task<Acted<Post>> Create(Actor actor, Instant at, OfficeCode office, Role role, UnitCode? unit, TitleCode title)
    {
        await creating.WaitAsync();
        try
        {
            var institution = offices.Find(office)?.Institution;
            var same = offices.Tree.All.Where(other => other.Institution == institution).Select(other => other.Code).ToList();
            var taken = role == Role.Custodian && (await queries.In(same)).Any(post => post.Row.Role == Role.Custodian);
            return await Make(actor, at, office, role, unit, title, taken);
        }
        finally
        {
            creating.Release();
        }
    }

    public async Task<Acted<Post>> Appoint(Actor actor, Instant at, PostId post, Guid account, LocalDate from, Capacity capacity) =>
        await Act(actor, at, post, new PostCommand.Appoint(account, from, capacity), await Elsewhere(post, account, at));

    /// <summary>From one holder to another in one act.</summary>
    public async Task<Acted<Post>> HandOver(Actor actor, Instant at, PostId post, Guid from, Guid to, LocalDate on, Capacity capacity) =>
        await Act(actor, at, post, new PostCommand.HandOver(from, to, on, capacity), await Elsewhere(post, to, at));

    public Task<Acted<Post>> End(Actor actor, Instant at, PostId post, Guid account, LocalDate until) =>
        Act(actor, at, post, new PostCommand.End(account, until));

    public Task<Acted<Post>> Abolish(Actor actor, Instant at, PostId post, LocalDate on) =>
        Act(actor, at, post, new PostCommand.Abolish(on));

    /// <summary>Changes an office's address and channels.</summary>
    public async Task<Refusal?> ChangeOffice(Actor actor, Instant at, OfficeCode code, OfficeDetails details)
    {
        if (offices.Row(code) is not { } row || !Administration.MayFill(actor, row.Office, Role.AgencyAdmin))
        {
            return new Refusal("office.not-yours");
        }

        if (Check(details) is { } refusal)
        {
            return refusal;
        }

        await journal.Change(
            actor,
            at,
            row with
            {
                Address = Tidy(details.Address),
                Email = Tidy(details.Email),
                Phone = Tidy(details.Phone),
            }
        );
        offices.Forget();
        return null;
    }

    public void Dispose() => creating.Dispose();

    private Task<Acted<Post>> Make(Actor actor, Instant at, OfficeCode code, Role role, UnitCode? unit, TitleCode title, bool hasCustodian)
    {
        var office = offices.Find(code);
        var id = new PostId(Guid.CreateVersion7());
        var context = new PostContext(
            actor,
            office,
            office is null ? default : offices.DayIn(office, at),
            office is null ? [] : units.Of(office),
            hasCustodian
        );
        return journal.Act(
            posts,
            id.Value,
            actor,
            at,
            state => Posts.Decide(state, new PostCommand.Create(id, office, role, unit, title), context)
        );
    }

    private Task<Acted<Post>> Act(Actor actor, Instant at, PostId post, PostCommand command, Institution? elsewhere = null) =>
        journal.Act(
            posts,
            post.Value,
            actor,
            at,
            state =>
            {
                var office = state.Exists ? offices.Find(state.Office) : null;
                var today = office is null ? default : offices.DayIn(office, at);
                return Posts.Decide(state, command, new PostContext(actor, office, today, [], false, elsewhere));
            }
        );

    /// <summary>The institution of the other posts the account holds or will hold.</summary>
    private async Task<Institution?> Elsewhere(PostId post, Guid account, Instant at) =>
        (await queries.Of(account))
            .Where(held => held.Id != post)
            .Select(held => (Office: offices.Find(held.Row.Office)!, held.Holdings))
            .Where(held => held.Holdings.Any(holding => holding.Account == account && !holding.IsOverOn(offices.DayIn(held.Office, at))))
            .Select(held => (Institution?)held.Office.Institution)
            .FirstOrDefault();

    private static Refusal? Check(OfficeDetails details) =>
        Tidy(details.Address)?.Length > LongestDetail ? new Refusal("office.text-too-long", nameof(details.Address), LongestDetail)
        : Tidy(details.Phone)?.Length > LongestDetail ? new Refusal("office.text-too-long", nameof(details.Phone), LongestDetail)
        : Tidy(details.Email) is { } email && (email.Length > LongestDetail || !MailAddress.TryCreate(email, out _))
            ? new Refusal("office.email-malformed", nameof(details.Email))
        : null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
