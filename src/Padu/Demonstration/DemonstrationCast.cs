using System.Collections.Immutable;
using NodaTime;
using Padu.Accounts;
using Padu.Domain.Organisations;
using Padu.Organisations;

namespace Padu.Demonstration;

/// <summary>The people of a demonstration in their posts.</summary>
public sealed class DemonstrationCast
{
    private readonly ImmutableArray<Actor.Staff> staff;

    private DemonstrationCast(ImmutableArray<Actor.Staff> staff) => this.staff = staff;

    /// <summary>The officer of the unit, or the office's admin where nobody holds that post.</summary>
    public Actor.Staff In(DemonstrationPost post) =>
        staff.FirstOrDefault(one => one.Office.Code == post.Office && one.Role == Role.UnitOfficer && one.Unit == post.Unit)
        ?? staff.First(one => one.Office.Code == post.Office && one.Role == Role.AgencyAdmin);

    /// <summary>The first of that role in an office.</summary>
    public Actor.Staff In(OfficeCode office, Role role) => staff.First(one => one.Office.Code == office && one.Role == role);

    /// <summary>Makes an account for each and appoints it to its standard post.</summary>
    public static async Task<DemonstrationCast> Hire(
        IServiceProvider services,
        IEnumerable<DemonstrationAccount> people,
        string password,
        Instant at
    )
    {
        var offices = services.GetRequiredService<OfficeRegister>();
        var organisations = services.GetRequiredService<OrganisationDesk>();
        var wanted = people.ToList();
        var posts = (await services.GetRequiredService<PostQueries>().In([.. wanted.Select(one => one.Office).Distinct()])).ToDictionary(
            post => (post.Row.Office, post.Row.Role, post.Row.Unit, post.Row.Title),
            post => post.Id
        );
        var hired = new Actor.Staff[wanted.Count];
        await Parallel.ForAsync(
            0,
            wanted.Count,
            async (i, _) =>
            {
                var one = wanted[i];
                await using var scope = services.CreateAsyncScope();
                var made = await scope.ServiceProvider.GetRequiredService<AccountDesk>().Create(one.UserName, one.DisplayName, password);
                var account = made.Account?.Id ?? throw new InvalidOperationException($"{one.UserName} is refused: {made.Refusal}.");
                var post = posts[(one.Office, one.Role, one.Unit, one.Title)];
                var office = offices.Find(one.Office)!;
                var appointed = await organisations.Appoint(
                    new Actor.System(),
                    at,
                    post,
                    account,
                    offices.DayIn(office, at),
                    Capacity.Definitive
                );
                if (appointed.IsRefused)
                {
                    throw new InvalidOperationException($"{one.UserName} is not appointed: {appointed.Refusal}.");
                }

                hired[i] = new Actor.Staff(post, account, one.Role, office, one.Unit);
            }
        );
        return new DemonstrationCast([.. hired]);
    }
}
