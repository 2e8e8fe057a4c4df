namespace Padu.Web;

/// <summary>
/// Marks a page whose HTML may travel compressed over https: one that shows no secret and repeats nothing from the request, so that the length
/// of the answer tells an eavesdropper nothing (the attack called BREACH). Antiforgery tokens are masked anew each time.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CompressedAttribute : Attribute;
