namespace Padu.Storage;

/// <summary>
/// The connection string of an installation on PostgreSQL: <c>PADU_DATABASE</c>, else <c>secrets/database</c> in the data folder (mode 600). It holds a
/// password: it is never printed, and no backup carries it.
/// </summary>
internal static class ConnectionSecret
{
    public const string Variable = "PADU_DATABASE";

    public static string? FromEnvironment => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : null;

    public static void Write(string folder, string connectionString)
    {
        DataFolder.Private(Path.GetDirectoryName(PathIn(folder))!);
        using var file = PrivateFile.Create(PathIn(folder));
        using var text = new StreamWriter(file);
        text.WriteLine(connectionString);
    }

    /// <exception cref="StartRefusedException">There is none.</exception>
    public static string Read(string folder) =>
        FromEnvironment
        ?? (File.Exists(PathIn(folder)) ? File.ReadLines(PathIn(folder)).FirstOrDefault() : null)
        ?? throw new StartRefusedException(
            $"This installation keeps its records in PostgreSQL, but neither {Variable} nor {PathIn(folder)} says where."
        );

    private static string PathIn(string folder) => Path.Combine(folder, "secrets", "database");
}
