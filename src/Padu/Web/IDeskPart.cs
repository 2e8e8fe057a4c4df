namespace Padu.Web;

/// <summary>A module that has something to show above a page of the desk; null where there is nothing, or not on this page.</summary>
public interface IDeskPart
{
    Task<HomePart?> Above(HttpContext http, CancellationToken cancel);
}
