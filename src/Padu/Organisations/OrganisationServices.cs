using Microsoft.AspNetCore.Authorization;
using NodaTime;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Organisations;

public static class OrganisationServices
{
    /// <summary>Offices, posts, who acts, and the doors of the house.</summary>
    /// <param name="referenceFolder">Null for the folder beside the program.</param>
    public static IServiceCollection AddOrganisations(this IServiceCollection services, string? referenceFolder = null)
    {
        var regions = Regions.Load(referenceFolder);
        services.AddSingleton(regions);
        services.AddSingleton(Units.Load(referenceFolder));
        services.AddSingleton(OfficeFile.Load(regions, referenceFolder));
        services.AddSingleton(StandardPosts.Load(regions, referenceFolder));
        services.AddSingleton<PostKind>();
        services.AddSingleton<PostQueries>();
        services.AddSingleton<OfficeRegister>();
        services.AddSingleton<OrganisationDesk>();
        services.AddSingleton<PostNames>();
        // Where and whose this installation is: its province's zone and names.
        services.AddSingleton(provider => regions.ZoneOf(provider.GetRequiredService<DataFolder>().Province));
        services.AddSingleton(SiteOf);
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, StaffHandler>();
        services.AddAuthorization(Policies.Add);
        return services;
    }

    private static SiteIdentity SiteOf(IServiceProvider provider)
    {
        var province = provider.GetRequiredService<DataFolder>().Province;
        var offices = provider.GetRequiredService<OfficeRegister>();
        string? Name(string code) => offices.Row(new OfficeCode(code))?.NameId;
        return new SiteIdentity(
            provider.GetRequiredService<Regions>().NameOf(province),
            Name($"kpu-{province}"),
            Name($"ombudsman-{province}")
        );
    }
}
