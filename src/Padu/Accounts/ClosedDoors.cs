using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Padu.Organisations;

namespace Padu.Accounts;

/// <summary>
/// What somebody finds at a door that does not open: nothing (404), which also is what stands at an address nobody made. Who has no session is
/// asked to sign in; who has lost the post sees the own account.
/// </summary>
internal sealed class ClosedDoors : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (context.GetEndpoint() is null)
        {
            return next(context);
        }

        if (!authorizeResult.Forbidden)
        {
            return usual.HandleAsync(next, context, policy, authorizeResult);
        }

        var actor = context.RequestServices.GetRequiredService<CurrentActor>();
        if (actor.Staff is null && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Redirect("/akun");
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }
}
