using Padu.Complaints;
using Padu.Storage;

namespace Padu.Letters;

/// <summary>Registers letters and their templates.</summary>
public static class LetterServices
{
    /// <summary>Reads the standard templates at once: with one that cannot be filled the program does not start.</summary>
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        var standards = LetterTemplates.Read();
        return services
            .AddSingleton(provider =>
                LetterTemplates.Over(standards, provider.GetRequiredService<Journal>(), provider.GetRequiredService<LetterTemplateStream>())
            )
            .AddSingleton<LetterTemplateDesk>()
            .AddSingleton<LetterChecks>()
            .AddSingleton<LetterQueries>()
            .AddSingleton<IOnwardLetters, OnwardLetters>()
            .AddSingleton<LetterFacts>()
            .AddSingleton<LetterPapers>()
            .AddSingleton<LetterWords>()
            .AddSingleton<LetterDoor>()
            .AddScoped<LetterDesk>();
    }
}
