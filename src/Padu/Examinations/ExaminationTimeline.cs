using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>For whom the Ombudsman's steps are told.</summary>
public enum Audience
{
    Complainant,

    /// <summary>The complainant who gave the code again: also the own first words.</summary>
    ComplainantAgain,

    /// <summary>The election commission: that it was registered, taken up, declined or concluded, and the conclusion's words.</summary>
    Office,

    Ombudsman,
}

/// <summary>The Ombudsman's steps in the words each reader may see, newest first. A step that is not named for a reader does not exist for them.</summary>
public static class ExaminationTimeline
{
    /// <summary>Which sealed parts a reader's page opens at all.</summary>
    public static bool MayOpen(Audience audience, SealedPart part) =>
        audience switch
        {
            Audience.Complainant or Audience.ComplainantAgain => part.Purpose is KeyPurpose.Words or KeyPurpose.Record,
            Audience.Office => part.Type == ExaminationStream.Concluded && part.IsKeptBy(Institution.Kpu),
            Audience.Ombudsman => part.Type != ExaminationStream.Deliberated,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static IReadOnlyList<TimelineEntry> For(Audience audience, IEnumerable<Recorded<ExaminationEvent>> history) =>
        [
            .. history
                .Where(recorded => IsTold(audience, recorded.Fact) && IsNews(recorded))
                .Select(recorded => Entry(audience, recorded))
                .Reverse(),
        ];

    /// <summary>That a date was found to be the same after the holidays changed is nobody's news.</summary>
    private static bool IsNews(Recorded<ExaminationEvent> recorded) =>
        recorded.Fact is not ExaminationEvent.ClocksRecounted e || e.Clocks.Moved(recorded.OccurredAt).Any();

    private static bool IsTold(Audience audience, ExaminationEvent fact) =>
        audience switch
        {
            Audience.Ombudsman => true,
            Audience.Office => fact
                is ExaminationEvent.Registered
                    or ExaminationEvent.Begun
                    or ExaminationEvent.Declined
                    or ExaminationEvent.SettlementAsked
                    or ExaminationEvent.Settled
                    or ExaminationEvent.Concluded,
            // The complaint's own steps tell when it went there and when that ended.
            Audience.Complainant or Audience.ComplainantAgain => fact switch
            {
                ExaminationEvent.Opened e => audience == Audience.ComplainantAgain && e.Wish is not null,
                ExaminationEvent.CompletionRequested
                or ExaminationEvent.Completed
                or ExaminationEvent.Verified
                or ExaminationEvent.Registered
                or ExaminationEvent.Declined
                or ExaminationEvent.Begun
                or ExaminationEvent.SettlementAsked
                or ExaminationEvent.ApartWished
                or ExaminationEvent.Settled
                or ExaminationEvent.IdentityRevealed
                or ExaminationEvent.FlaggedRapid
                or ExaminationEvent.Concluded
                or ExaminationEvent.PersonalDataErased
                or ExaminationEvent.ClockLapsed
                or ExaminationEvent.ClocksRecounted => true,
                _ => false,
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static TimelineEntry Entry(Audience audience, Recorded<ExaminationEvent> recorded)
    {
        var isInside = audience == Audience.Ombudsman;
        var inner = isInside ? EntryTone.Internal : EntryTone.Plain;
        return recorded.Fact switch
        {
            ExaminationEvent.Opened e => Of(recorded, "opened", "inbox", EntryTone.FromComplainant, e.Wish),
            ExaminationEvent.CompletionRequested e => Of(
                recorded,
                "completion-requested",
                "circle-question-mark",
                EntryTone.FromOffice,
                e.Message,
                [.. e.Missing.Select(item => $"missing.{item.Code()}")]
            ),
            ExaminationEvent.Completed e => Of(
                recorded,
                "completed",
                "message-square-text",
                EntryTone.FromComplainant,
                e.Text,
                files: e.Evidence
            ),
            ExaminationEvent.IdentityShared => Of(recorded, "identity-shared", "user-check", EntryTone.Plain, null),
            ExaminationEvent.Verified e => Of(
                recorded,
                "verified",
                "clipboard-check",
                e.Proposal is null ? EntryTone.Plain : inner,
                isInside ? e.Proposal?.Note : null,
                isInside && e.Proposal is { } proposal ? [proposal.Reason is { } no ? $"decline.{no.Code()}" : "proposal.accept"] : []
            ),
            ExaminationEvent.Registered e => Of(
                recorded,
                "registered",
                "receipt-text",
                e.Note is null ? EntryTone.Plain : inner,
                isInside ? e.Note : null
            ),
            ExaminationEvent.Declined e => Of(
                recorded,
                "declined",
                "corner-up-left",
                EntryTone.FromOffice,
                e.Explanation,
                [$"decline.{e.Reason.Code()}", .. e.Suggestion is { } body ? new[] { $"office.{body.Value}" } : []]
            ),
            ExaminationEvent.SettlementAsked e => Of(
                recorded,
                "settlement-asked",
                "users",
                EntryTone.Plain,
                null,
                [$"settlement.by.{e.By.Code()}"]
            ),
            ExaminationEvent.ApartWished => Of(recorded, "apart-wished", "shield", EntryTone.Plain, null),
            ExaminationEvent.Settled e => Of(
                recorded,
                "settled",
                "users",
                EntryTone.FromOffice,
                null,
                [$"settlement.{e.Settlement.Outcome.Code()}", .. e.Settlement.Apart ? new[] { "settlement.apart" } : []]
            ),
            ExaminationEvent.Begun => Of(recorded, "begun", "search", EntryTone.Plain, null),
            ExaminationEvent.Deliberated => Of(recorded, "deliberated", "lock", EntryTone.Internal, null),
            ExaminationEvent.DeliberationsRead => Of(recorded, "deliberations-read", "eye", EntryTone.Internal, null),
            ExaminationEvent.IdentityRevealed e => Of(recorded, "identity-revealed", "eye", inner, isInside ? e.Reason : null),
            ExaminationEvent.PersonalDataErased => Of(recorded, "personal-data-erased", "trash-2", EntryTone.Plain, null),
            ExaminationEvent.FlaggedRapid e => Of(
                recorded,
                "flagged-rapid",
                "triangle-alert",
                inner,
                isInside ? e.Note : null,
                [.. e.Criteria.Select(one => $"rapid.{one.Code()}")]
            ),
            ExaminationEvent.Concluded e => Of(
                recorded,
                "concluded",
                "gavel",
                EntryTone.FromOffice,
                e.Text,
                [$"conclusion.{e.Conclusion.Code()}"]
            ),
            ExaminationEvent.Closed e => Of(recorded, "closed", "archive", e.Told is null ? EntryTone.Plain : inner, e.Told),
            ExaminationEvent.ClockLapsed e => Of(
                recorded,
                "clock-lapsed",
                "triangle-alert",
                EntryTone.Late,
                null,
                [$"clock.{e.Kind.Code()}"]
            ),
            ExaminationEvent.ClocksRecounted e => Of(
                recorded,
                "clocks-recounted",
                "calendar",
                EntryTone.Plain,
                null,
                [.. e.Clocks.Moved(recorded.OccurredAt).Select(kind => $"clock.{kind.Code()}")]
            ),
            _ => throw new System.Diagnostics.UnreachableException($"No timeline entry for {recorded.Fact.GetType().Name}."),
        };
    }

    private static TimelineEntry Of(
        Recorded<ExaminationEvent> recorded,
        string name,
        string icon,
        EntryTone tone,
        string? body,
        string[]? detail = null,
        IReadOnlyList<Evidence>? files = null
    ) =>
        new(recorded, $"timeline.examination.{name}", icon, tone, body, recorded.Erased, recorded.Office, detail ?? [], files ?? [])
        {
            Folder = "berkas",
            IsOmbudsmans = true,
        };
}
