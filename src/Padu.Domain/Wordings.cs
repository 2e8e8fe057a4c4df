namespace Padu.Domain;

/// <summary>Wordings in force, by their versions.</summary>
public static class Wordings
{
    /// <summary>
    /// The privacy notice and the consents, in both languages. Whoever changes what they say gives a new version; docs/privacy.md keeps what each said.
    /// </summary>
    public static readonly WordingVersion Notice = new("2026-11");
}

/// <summary>Which wording of a notice or a consent was shown: <c>2026-11</c>. A changed wording is a new version.</summary>
public readonly record struct WordingVersion(string Value)
{
    public override string ToString() => Value;
}
