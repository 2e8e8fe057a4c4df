namespace Padu.Web;

/// <summary>Who sits at the desk, as its masthead shows it.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Post">The post in words, in the language of the request.</param>
/// <param name="Office">The office's name.</param>
public sealed record SignedIn(string Name, string Post, string Office);

/// <summary>Tells the pages who is signed in; the accounts module answers it.</summary>
public interface IWhoIsSignedIn
{
    /// <summary>Null when nobody is.</summary>
    SignedIn? Current { get; }
}

/// <summary>The answer of an installation without accounts.</summary>
internal sealed class NobodyIsSignedIn : IWhoIsSignedIn
{
    public SignedIn? Current => null;
}
