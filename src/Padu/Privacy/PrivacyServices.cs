namespace Padu.Privacy;

public static class PrivacyServices
{
    /// <summary>Data subjects' requests, erasure, retention and the register of breaches. With wrong reference data the program does not start.</summary>
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        var retentions = Retentions.Load();
        return services
            .AddSingleton(retentions)
            .AddSingleton(ProcessingRegister.Load(retentions))
            .AddSingleton<PrivacyQueries>()
            .AddSingleton<PrivacyDesk>()
            .AddSingleton<ErasingDesk>()
            .AddSingleton<PersonalCopies>()
            .AddSingleton<BreachDesk>();
    }
}
