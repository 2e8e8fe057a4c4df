using NodaTime;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The offices a complaint can be addressed to: the province and its regency and city offices.</summary>
public sealed class Receivers(OfficeRegister offices, PostQueries posts, DataFolder folder, IClock clock)
{
    private OfficeCode Province => new($"kpu-{folder.Province.Value}");

    public IReadOnlyList<Office> All =>
        [
            .. offices.Tree.All.Where(office =>
                office is { Institution: Institution.Kpu, Level: not OfficeLevel.National }
                && office.Region?.Province == folder.Province.Value
            ),
        ];

    /// <summary>
    /// The next office up where somebody holds the post that verifies, for a complaint about this one (access.md); null where the installation has none:
    /// a complaint that nobody could read is not taken.
    /// </summary>
    public async Task<OfficeCode?> Above(OfficeCode code, CancellationToken cancel)
    {
        foreach (var office in offices.Tree.Above(code))
        {
            var day = offices.DayIn(office, clock.GetCurrentInstant());
            if ((await posts.In([office.Code], cancel)).Any(post => post.Row.Role == Role.AgencyAdmin && post.HoldersOn(day).Any()))
            {
                return office.Code;
            }
        }

        return null;
    }

    /// <summary>The office of that code, or the province for "I do not know" and for anything it does not know.</summary>
    public Office For(string? code) =>
        All.FirstOrDefault(office => office.Code.Value == code)
        ?? offices.Find(Province)
        ?? throw new InvalidOperationException($"The office {Province} is not registered: the installation is incomplete.");
}
