namespace Padu.Documents;

/// <summary>What a scanner said of a file.</summary>
public abstract record ScanVerdict
{
    private ScanVerdict() { }

    /// <param name="Scanner">The scanner and the date of its signatures, as it tells them.</param>
    public sealed record Clean(string Scanner) : ScanVerdict;

    /// <param name="Finding">What the scanner calls it.</param>
    public sealed record Infected(string Finding) : ScanVerdict;

    /// <summary>The scanner takes no file of this size or shape: nobody has looked.</summary>
    public sealed record NotTaken : ScanVerdict;

    /// <summary>No answer: it is asked again later.</summary>
    public sealed record Unreachable : ScanVerdict;
}

/// <summary>Asks a program of the machine whether a file is known to be harmful.</summary>
public interface IFileScanner
{
    /// <summary>False where no scanner was set up: then no file is said to have been scanned.</summary>
    bool IsSetUp { get; }

    Task<ScanVerdict> Scan(Stream content, CancellationToken cancel);

    /// <summary>True when it answers.</summary>
    Task<bool> Answers(CancellationToken cancel);
}

/// <summary>An installation without a scanner.</summary>
public sealed class NoScanner : IFileScanner
{
    public bool IsSetUp => false;

    public Task<ScanVerdict> Scan(Stream content, CancellationToken cancel) => Task.FromResult<ScanVerdict>(new ScanVerdict.Unreachable());

    public Task<bool> Answers(CancellationToken cancel) => Task.FromResult(false);
}
