using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>The offices a complaint can be addressed to: the province and its regency and city offices.</summary>
public sealed class Receivers(OfficeRegister offices, DataFolder folder)
{
    private OfficeCode Province => new($"kpu-{folder.Province.Value}");

    public IReadOnlyList<Office> All =>
        [
            .. offices.Tree.All.Where(office =>
                office is { Institution: Institution.Kpu, Level: not OfficeLevel.National }
                && office.Region?.Province == folder.Province.Value
            ),
        ];

    /// <summary>The office of that code, or the province for "I do not know" and for anything it does not know.</summary>
    public Office For(string? code) =>
        All.FirstOrDefault(office => office.Code.Value == code)
        ?? offices.Find(Province)
        ?? throw new InvalidOperationException($"The office {Province} is not registered: the installation is incomplete.");
}
