namespace Padu.Calendar;

/// <summary>Registers working days and rules.</summary>
public static class CalendarServices
{
    /// <summary>Loads at once: with wrong reference data the program does not start.</summary>
    /// <param name="referenceFolder">Null for the folder beside the program.</param>
    public static IServiceCollection AddCalendar(this IServiceCollection services, string? referenceFolder = null)
    {
        var reference = ReferenceCalendar.Load(referenceFolder);
        return services
            .AddSingleton(reference)
            .AddSingleton(reference.Calendar)
            .AddSingleton<LawConfirmations>()
            .AddSingleton<Elections>()
            .AddSingleton<Law>()
            // Asked for by pages, each time anew: what was confirmed here meanwhile is marked so.
            .AddTransient(provider => provider.GetRequiredService<Law>().Rules)
            .AddSingleton<StageWords>();
    }
}
