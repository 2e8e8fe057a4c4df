using Microsoft.AspNetCore.Authorization;

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
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, StaffHandler>();
        services.AddAuthorization(Policies.Add);
        return services;
    }
}
