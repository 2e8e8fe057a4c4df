namespace Padu.Domain;

/// <summary>
/// An expected "no": a stable kebab-case code (<c>answer.not-assigned</c>) with the values its sentence needs. Never prose:
/// the sentence stands in the resource files in Indonesian and English, and a test keeps one for every code.
/// </summary>
/// <param name="Code">Kebab-case, the noun or act first: <c>complaint.closed</c>.</param>
/// <param name="Field">The form field it concerns (the command's property), when one can be named.</param>
/// <param name="Parameters">Values for the sentence, by position: numbers, dates, codes; never a personal datum.</param>
public sealed record Refusal(string Code, string? Field = null, params object[] Parameters)
{
    public override string ToString() => Field is null ? Code : $"{Code} ({Field})";
}
