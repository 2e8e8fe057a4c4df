using Padu.Calendar;

namespace Padu.Web;

/// <summary>Builds the one process: the only place that knows every module.</summary>
public static class PaduHost
{
    public static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(PaduHost).Assembly.GetName().Name,
            }
        );
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.Services.AddSingleton(settings);
        builder.Services.AddCalendar();
        builder.AddWeb(settings);
        var app = builder.Build();
        app.UseWeb();
        return app;
    }
}
