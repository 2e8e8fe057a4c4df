using Padu.Accounts;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu;

/// <summary>Builds the one process: the only place that knows every module.</summary>
public static class PaduHost
{
    /// <param name="replace">Last word on the services: a test's clock, a demonstration's simulated one.</param>
    /// <exception cref="StartRefusedException">The folder, its keys or the reference data are not what they must be.</exception>
    public static WebApplication Build(HostSettings settings, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(PaduHost).Assembly.GetName().Name,
            }
        );
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.Services.AddSingleton(settings);
        builder.Services.AddCalendar();
        builder.Services.AddStorage(settings);
        builder.Services.AddOrganisations();
        builder.Services.AddAccounts(settings);
        builder.Services.AddComplaints();
        builder.AddWeb(settings);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseWeb();
        app.UseAccounts();
        return app;
    }
}
