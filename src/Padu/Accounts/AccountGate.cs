using Microsoft.AspNetCore.Authorization;
using Padu.Web;

namespace Padu.Accounts;

/// <summary>
/// What comes before any work: a password given by somebody else is replaced, and the second factor is set up. A demonstration has no second
/// factor, for its log-ins are printed.
/// </summary>
internal sealed class AccountGate(RequestDelegate next, HostSettings settings)
{
    private const string Password = "/akun/sandi";
    private const string Factor = "/akun/pengaman";

    public Task Invoke(HttpContext context, Sessions sessions)
    {
        if (sessions.Account is { } account && Required(account) is { } first && !IsOpen(context, first))
        {
            context.Response.Redirect(first);
            return Task.CompletedTask;
        }

        return next(context);
    }

    private string? Required(Account account) =>
        account.MustChangePassword ? Password
        : !account.HasSecondFactor && !settings.Demonstration ? Factor
        : null;

    /// <summary>The page itself, signing out, and what the public may see anyway.</summary>
    private static bool IsOpen(HttpContext context, string first) =>
        context.Request.Path == first
        || context.GetEndpoint() is not { } endpoint
        || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
