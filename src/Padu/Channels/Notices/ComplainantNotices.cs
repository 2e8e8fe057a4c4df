using System.Globalization;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Examinations;
using Padu.Storage;

namespace Padu.Channels.Notices;

/// <summary>
/// Tells a complainant by e-mail that something happened to the case. It follows the journal, so no mail is sent for what was not written and none is
/// forgotten. The mail says that there is news and where to look: never what the case is about, never the code.
/// </summary>
public sealed class ComplainantNotices(
    ComplaintQueries queries,
    ComplaintDesk desk,
    ExaminationQueries examinations,
    NoticeLetters letters,
    IMailTransport transport
) : IFollower
{
    /// <summary>After so many tries an officer is asked to tell the complainant; the letter ends as a dead letter that the operator sees.</summary>
    private const int LastTry = 9;

    /// <summary>How the topics of the Ombudsman's steps begin; they refer to the examination.</summary>
    private const string OfOmbudsman = "ombudsman.";

    public string Name => "pemberitahuan";

    public IEnumerable<Delivery> Turn(FollowedEvent fact) =>
        TopicOf(fact.Fact) is { } topic ? [new Delivery(topic, fact.Id.ToString("D", CultureInfo.InvariantCulture))] : [];

    /// <exception cref="MailNotSentException">The server did not take it; it is tried again later.</exception>
    public async Task Deliver(DeliveryRow delivery, CancellationToken cancel)
    {
        var id = Guid.ParseExact(delivery.Reference, "D");
        var isReport = delivery.Topic.StartsWith(OfOmbudsman, StringComparison.Ordinal);
        var complaint = await queries.State(
            isReport ? (await examinations.State(new ExaminationId(id), cancel)).Complaint : new ComplaintId(id),
            cancel
        );
        // The address is opened only now, is used once and is kept nowhere. Who erased it is not written to.
        if (complaint.HasEmail && await queries.IdentityOf(complaint, cancel) is { Email: { } address })
        {
            try
            {
                await transport.Send(letters.Write(delivery, complaint, address), cancel);
            }
            // A letter of the Ombudsman that does not arrive is no office's task here: it ends as a dead letter that is seen.
            catch (MailNotSentException failure) when (!isReport && (failure.IsPermanent || delivery.Tries >= LastTry))
            {
                // Refused where nothing waits for the complainant: then there is nothing an officer must tell.
                await desk.Act(complaint.Id, new Actor.System(), new ComplaintCommand.ReportUnreached(), cancel: cancel);
                if (!failure.IsPermanent)
                {
                    throw;
                }
            }
        }
    }

    private static string? TopicOf(object fact) =>
        fact switch
        {
            // What Disclosures counts, in the words of the letters; a test holds the two together.
            ComplaintEvent.Submitted => "diterima",
            ComplaintEvent.CompletionRequested => "diminta_lengkap",
            ComplaintEvent.Verified => "terverifikasi",
            ComplaintEvent.Assigned => "diteruskan",
            ComplaintEvent.TransferProposed => "minta_persetujuan",
            ComplaintEvent.Transferred => "dialihkan",
            ComplaintEvent.Joined => "digabung",
            ComplaintEvent.Divided => "dipecah",
            ComplaintEvent.Answered => "dijawab",
            ComplaintEvent.Closed => "ditutup",
            ComplaintEvent.Escalated => "di_ombudsman",
            ExaminationEvent.CompletionRequested => $"{OfOmbudsman}diminta_lengkap",
            ExaminationEvent.Registered => $"{OfOmbudsman}terdaftar",
            ExaminationEvent.Declined => $"{OfOmbudsman}tidak_diterima",
            ExaminationEvent.Concluded => $"{OfOmbudsman}disimpulkan",
            _ => null,
        };
}
