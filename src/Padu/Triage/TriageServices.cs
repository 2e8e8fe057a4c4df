using Padu.Calendar;

namespace Padu.Triage;

/// <summary>Registers triage.</summary>
public static class TriageServices
{
    /// <summary>Loads at once: with wrong reference data the program does not start.</summary>
    /// <param name="referenceFolder">Null for the folder beside the program.</param>
    public static IServiceCollection AddTriage(this IServiceCollection services, string? referenceFolder = null) =>
        services.AddSingleton(TriageReference.Load(ReferenceCalendar.Load(referenceFolder).Rules, referenceFolder)).AddSingleton<Triager>();
}
