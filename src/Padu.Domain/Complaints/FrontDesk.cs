using System.Collections.Immutable;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Complaints that come by other ways than the public pages: at the counter, by letter, by telephone, as a recording.</summary>
public static class FrontDesk
{
    /// <summary>Entered later than this after it was received, somebody says why.</summary>
    public static readonly Duration AtOnce = Duration.FromDays(1);

    /// <summary>The ways by which an office takes something in.</summary>
    public static readonly ImmutableArray<IntakeChannel> Channels =
    [
        IntakeChannel.WalkIn,
        IntakeChannel.Letter,
        IntakeChannel.Telephone,
        IntakeChannel.VoiceRecording,
    ];

    /// <summary>What was said aloud is written down by the office and so has to be read back.</summary>
    public static bool IsOral(IntakeChannel channel) =>
        channel switch
        {
            IntakeChannel.WalkIn or IntakeChannel.Telephone or IntakeChannel.VoiceRecording => true,
            IntakeChannel.Web or IntakeChannel.Letter or IntakeChannel.Archive => false,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <law>
    /// UU 25/2009 art. 44(1)–(2); rules 1, 4. The legal moment is when the office received it, on paper or by word, not when somebody typed it in: so a
    /// day without network costs the complainant nothing. Oral filing is transcribed, and the transcript is the complainant's only once agreed.
    /// </law>
    public static Decision<ComplaintEvent> TakeIn(Complaint complaint, ComplaintCommand.TakeIn taken, ComplaintContext context)
    {
        if (!Access.MayTakeIn(context.Actor))
        {
            return new Refusal("complaint.unknown");
        }

        var wrong = taken switch
        {
            _ when !Channels.Contains(taken.Filing.Channel) => new Refusal("take-in.channel-missing", nameof(taken.Filing.Channel)),
            _ when context.At > taken.EnteredAt => new Refusal("take-in.in-future", "ReceivedOn"),
            _ when taken.EnteredAt - context.At > AtOnce && string.IsNullOrWhiteSpace(taken.Reason) => new Refusal(
                "take-in.reason-required",
                nameof(taken.Reason)
            ),
            _ when taken.LetterDate > context.Legal.DayOf(context.At) => new Refusal("take-in.letter-later", nameof(taken.LetterDate)),
            _ when IsOral(taken.Filing.Channel) && !taken.ReadBack => new Refusal("take-in.not-read-back", nameof(taken.ReadBack)),
            _ => Wording.Check(nameof(taken.Reason), taken.Reason, required: false, longest: 500),
        };
        if (wrong is not null)
        {
            return wrong;
        }

        var filed = Intake.Submit(complaint, taken.Filing, context);
        return filed.IsRefused
            ? filed
            : filed.Events.Add(
                new ComplaintEvent.TakenIn(
                    context.Actor.OfficeOf!.Value,
                    taken.EnteredAt,
                    taken.LetterDate,
                    taken.ReadBack,
                    string.IsNullOrWhiteSpace(taken.Reason) ? null : taken.Reason
                )
            );
    }
}
