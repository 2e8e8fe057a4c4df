namespace Padu.Storage;

/// <summary>Reference data that cannot be used, said so that its editor finds the place: file, line, sentence.</summary>
public sealed class ReferenceDataException : Exception
{
    public ReferenceDataException(string file, int? line, string sentence, Exception? inner = null)
        : base(line is null ? $"reference/{file}: {sentence}" : $"reference/{file}, line {line}: {sentence}", inner)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, relative to the reference folder.</summary>
    public string File { get; }

    /// <summary>The line, counting the header as 1; null when the whole file is meant.</summary>
    public int? Line { get; }
}
