using System.Collections.Immutable;
using Padu.Domain.Calendar;
using Padu.Domain.Organisations;

namespace Padu.Domain.Complaints;

/// <summary>Another identity level after filing.</summary>
public static class LevelChange
{
    /// <law>
    /// UU 25/2009 art. 42(4): secrecy is the complainant's to ask for, at any time, also after the case was closed; UU 27/2022 art. 8 and 43: what was told
    /// may be withdrawn. What others have read before cannot be unread, and the page says so.
    /// </law>
    public static Decision<ComplaintEvent> Change(Complaint complaint, ComplaintCommand.ChangeLevel change, ComplaintContext context)
    {
        if (Intake.Barred(complaint, Act.ChangeLevel, context) is { } no)
        {
            return no;
        }

        var told = change.Identity is { IsEmpty: false } identity ? identity : null;
        return context.Actor switch
        {
            Actor.Staff when told is not null || Openness(change.Level) >= Openness(complaint.Level) => new Refusal(
                "level.own-hand-only",
                nameof(change.Level)
            ),
            Actor.Staff when CustodyRules.CheckReason(change.Reason ?? "") is { } wrong => wrong,
            _ when told is null && change.Level == complaint.Level => new Refusal("level.nothing-changes", nameof(change.Level)),
            // The key of what was told is destroyed with this; a contact is left afterwards, under a new one.
            _ when change.Level == IdentityLevel.Anonymous && complaint.Level != IdentityLevel.Anonymous && told is not null => new Refusal(
                "level.forgets-first",
                nameof(change.Level)
            ),
            _ when told is not null && Intake.CheckIdentity(change.Level, told) is { } wrong => wrong,
            _ when told is null && NeedsAName(complaint, change.Level) => new Refusal("text.required", nameof(Identity.Name)),
            _ => Facts(complaint, change, told, context),
        };
    }

    private static ImmutableArray<ComplaintEvent> Facts(
        Complaint complaint,
        ComplaintCommand.ChangeLevel change,
        Identity? told,
        ComplaintContext context
    )
    {
        var forgets = change.Level == IdentityLevel.Anonymous && complaint.Level != IdentityLevel.Anonymous;
        var changed = new ComplaintEvent.LevelChanged(
            complaint.Level,
            change.Level,
            told is null ? complaint.HasEmail && !forgets : told.Email is not null,
            change.Reason
        );
        return
        [
            changed,
            .. told is null ? [] : new[] { new ComplaintEvent.Identified(told) },
            .. forgets ? Unconsented(complaint, context) : [],
        ];
    }

    /// <law>UU 27/2022 art. 9: whoever takes the name back takes back that it may go to a body which demands one (rules 41, 46).</law>
    private static IEnumerable<ComplaintEvent> Unconsented(Complaint complaint, ComplaintContext context) =>
        complaint.Transfer is { NeedsIdentity: true, Addressee: var addressee }
            ?
            [
                new ComplaintEvent.TransferDeclined(
                    addressee,
                    context.Actor is Actor.Complainant ? ConsentBasis.Page : ConsentBasis.Desk,
                    null
                )
                {
                    Clocks = [.. complaint.Meet(context.At, ClockKind.Notification)],
                },
            ]
            : [];

    /// <summary>Open and protected cases carry a name; an anonymous one has none to carry over.</summary>
    private static bool NeedsAName(Complaint complaint, IdentityLevel level) =>
        level != IdentityLevel.Anonymous && (complaint.Level == IdentityLevel.Anonymous || complaint.IdentityVersion == 0);

    private static int Openness(IdentityLevel level) =>
        level switch
        {
            IdentityLevel.Anonymous => 0,
            IdentityLevel.Protected => 1,
            IdentityLevel.Open => 2,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
