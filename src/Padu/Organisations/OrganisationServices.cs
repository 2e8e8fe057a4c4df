using Microsoft.AspNetCore.Authorization;
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
        services.AddSingleton<PostQueries>();
        services.AddSingleton<OfficeRegister>();
        services.AddSingleton<OrganisationDesk>();
        services.AddSingleton<AdHocBodies>();
        services.AddSingleton<AdHocDesk>();
        services.AddSingleton<PostNames>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<WhatWaits>();
        services.AddSingleton<ISweep, DigestSweep>();
        services.AddScoped<IAuthorizationHandler, StaffHandler>();
        services.AddAuthorization(Policies.Add);
        services.AddSingleton(provider => regions.ZoneOf(provider.GetRequiredService<DataFolder>().Province));
        services.AddSingleton(provider => IdentityOf(provider.GetRequiredService<DataFolder>().Province, provider));
        return services;
    }

    /// <summary>Whose installation this is, from the tables its offices were made of.</summary>
    private static SiteIdentity IdentityOf(RegionCode province, IServiceProvider provider)
    {
        var offices = provider.GetRequiredService<OfficeFile>().For(province);
        string? NameOf(Institution institution) =>
            offices
                .FirstOrDefault(known => known.Office.Institution == institution && known.Office.Level == OfficeLevel.Province)
                ?.Office.Name;
        return new SiteIdentity(
            provider.GetRequiredService<Regions>().NameOf(province),
            NameOf(Institution.Kpu),
            NameOf(Institution.Ombudsman)
        );
    }
}
