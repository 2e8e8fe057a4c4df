using Padu.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Channels.Notices;

public static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton<FolderTransport>();
        services.AddSingleton<IKeepsCopies>(provider => provider.GetRequiredService<FolderTransport>());
        if (settings.Demonstration)
        {
            services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<FolderTransport>());
        }
        else if (settings.Smtp is { } smtp)
        {
            services.AddSingleton<IMailTransport>(new SmtpTransport(smtp));
        }
        else
        {
            services.AddSingleton<IMailTransport, NoMailTransport>();
        }

        services.AddSingleton(new MailAddress(settings.Smtp?.From ?? "padu@contoh.example"));
        services.AddSingleton<NoticeLetters>();
        services.AddSingleton<IFollower, ComplainantNotices>();
        services.AddSingleton<IFollower, InputNotices>();
        services.AddSingleton<IFollower, DigestNotices>();
        services.AddSingleton<IFollower, MeetingNotices>();
        return services;
    }
}
