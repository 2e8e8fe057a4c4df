using Padu.Accounts;
using Padu.Agreements;
using Padu.Calendar;
using Padu.Channels.Notices;
using Padu.Complaints;
using Padu.Coordination;
using Padu.Documents;
using Padu.Examinations;
using Padu.Letters;
using Padu.Meetings;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Oversight;
using Padu.Privacy;
using Padu.Storage;
using Padu.Triage;
using Padu.Web;

namespace Padu;

/// <summary>Builds the one process: the only place that knows every module.</summary>
public static class PaduHost
{
    /// <param name="adjust">What a test replaces: the clock, the server.</param>
    public static WebApplication Build(HostSettings settings, Action<WebApplicationBuilder>? adjust = null)
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
        builder.AddWeb(settings);
        builder
            .Services.AddStorage(settings)
            .AddCalendar()
            .AddOrganisations()
            .AddTriage()
            .AddAccounts(settings)
            .AddDocuments(settings)
            .AddComplaints(settings)
            .AddExaminations()
            .AddLetters()
            .AddObligations()
            .AddAgreements()
            .AddCoordination()
            .AddMeetings()
            .AddNotices(settings)
            .AddOversight()
            .AddPrivacy();
        adjust?.Invoke(builder);
        var app = builder.Build();
        app.UseWeb(doors => doors.UseAccounts());
        return app;
    }
}
