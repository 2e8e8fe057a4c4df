namespace Padu.Oversight;

public static class OversightServices
{
    /// <summary>Heads' figures, the register of access, the operator's status and hand-over.</summary>
    public static IServiceCollection AddOversight(this IServiceCollection services) =>
        services
            .AddSingleton<OfficeFigures>()
            .AddSingleton<AccessRegister>()
            .AddSingleton<OversightDesk>()
            .AddSingleton<SystemStatus>()
            .AddSingleton<ElectionDesk>()
            .AddSingleton<LawDesk>();
}
