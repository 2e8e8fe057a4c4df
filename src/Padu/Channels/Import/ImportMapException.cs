namespace Padu.Channels.Import;

/// <summary>A map that cannot be used, said so that its writer finds the place.</summary>
public sealed class ImportMapException : Exception
{
    public ImportMapException(string file, int? line, string sentence, Exception? inner = null)
        : base(line is null ? $"{file}: {sentence}" : $"{file}, line {line}: {sentence}", inner) => Line = line;

    /// <summary>The line of the map, from 1; null when the whole file is meant.</summary>
    public int? Line { get; }
}
