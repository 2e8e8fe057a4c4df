using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Accounts;

public static class AccountServices
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512 (2023): about a tenth of a second.</summary>
    private const int Iterations = 210_000;

    /// <summary>Accounts, sign-in and sessions.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, HostSettings settings, string? referenceFolder = null)
    {
        var rules = PasswordRules.Load(referenceFolder);
        services.AddSingleton(rules);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services
            .AddIdentityCore<Account>(options => options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789._-")
            .AddUserStore<AccountStore>();
        // Composition rules are Identity's default; only our own rule stays.
        foreach (var theirs in services.Where(service => service.ServiceType == typeof(IPasswordValidator<Account>)).ToList())
        {
            services.Remove(theirs);
        }

        services.AddSingleton<IPasswordValidator<Account>>(rules);
        services.AddSingleton<SignInDelay>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<PeopleQueries>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<Sessions>();
        services.AddScoped<Entrance>();
        services.AddScoped<IWhoIsSignedIn, WhoIsSignedIn>();
        services.AddScoped<IDeskPart, DayBegins>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedDoors>();
        services.AddAuthentication(Sessions.Scheme).AddCookie(Sessions.Scheme).AddCookie(Sessions.CodeScheme);
        services.AddOptions<CookieAuthenticationOptions>(Sessions.Scheme).Configure<PaduCookies, IClock>(ConfigureSession);
        services.AddOptions<CookieAuthenticationOptions>(Sessions.CodeScheme).Configure<PaduCookies, IClock>(ConfigureCodeStep);
        return services;
    }

    /// <summary>After routing, before the endpoints: who it is, whether the door opens, and what the account must do first.</summary>
    public static IApplicationBuilder UseAccounts(this IApplicationBuilder app) =>
        app.UseAuthentication().UseAuthorization().UseMiddleware<AccountGate>();

    private static void ConfigureSession(CookieAuthenticationOptions options, PaduCookies cookies, IClock clock)
    {
        Configure(options, cookies, clock, "padu", Sessions.Idle);
        options.SlidingExpiration = true;
        options.LoginPath = "/masuk";
        options.ReturnUrlParameter = "kembali";
        options.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<Sessions>().Validate(context);
        // The library writes the whole address as this process sees it; behind a proxy that is another one than people use.
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
            return Task.CompletedTask;
        };
        // The library renews after half of the idle time; idle means idle, so each use counts.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > TimeSpan.FromMinutes(1);
            return Task.CompletedTask;
        };
    }

    private static void ConfigureCodeStep(CookieAuthenticationOptions options, PaduCookies cookies, IClock clock)
    {
        Configure(options, cookies, clock, "padu-kode", Sessions.CodeStep);
        options.SlidingExpiration = false;
    }

    private static void Configure(CookieAuthenticationOptions options, PaduCookies cookies, IClock clock, string name, Duration lasts)
    {
        options.Cookie.Name = cookies.Named(name);
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = cookies.Secure;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = lasts.ToTimeSpan();
        options.TimeProvider = new ClockTime(clock);
    }

    /// <summary>The program's one clock, for the library.</summary>
    private sealed class ClockTime(IClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
    }
}
