namespace Padu.Web;

/// <summary>What a module shows on the first page: a partial of its own and what that takes.</summary>
public sealed record HomePart(string Partial, object Model);

/// <summary>A module that has something to show on the first page; null where there is nothing now.</summary>
public interface IHomePart
{
    Task<HomePart?> Now(CancellationToken cancel);
}
