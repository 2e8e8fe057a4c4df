using System.Runtime.CompilerServices;

namespace Padu.Domain.Tests;

/// <summary>A text kept beside the tests and read by people. <c>UPDATE_GOLDEN=1</c> writes it anew; the difference is reviewed like code.</summary>
internal static class Golden
{
    public static void Matches(string path, string actual, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "..", path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{path} is missing; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
