using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Oversight;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Oversight;

/// <summary>What an auditor asks of the register.</summary>
public sealed record AccessFilter(AccessKind? Kind, OfficeCode? Office, LocalDate? From, LocalDate? Until);

/// <summary>One line of the register.</summary>
/// <param name="Who">The post that acted.</param>
/// <param name="Number">The case, where it is one.</param>
/// <param name="Reason">What was given as a reason; null where none was asked, or its key is gone.</param>
public sealed record AccessLine(
    long Position,
    Instant At,
    string Type,
    PostId? Who,
    OfficeCode? Office,
    PublicNumber? Number,
    string? Reason
);

/// <summary>
/// The register of access (<i>buku akses</i>): who saw whom, who judged, who got a new code, who exported, who holds which post. It is the journal itself,
/// read by type and office in its one order; nothing can be left out of it afterwards. Never an identity, never a story.
/// </summary>
public sealed class AccessRegister(
    IDbContextFactory<PaduDb> databases,
    Journal journal,
    ComplaintStream complaints,
    OversightStream oversight,
    OfficeRegister offices
)
{
    public const int PageSize = 50;

    private static readonly Dictionary<AccessKind, string[]> Types = new()
    {
        [AccessKind.Identity] =
        [
            "complaint.unmasking-requested.v1",
            "complaint.request-judged.v1",
            "complaint.identity-revealed.v1",
            "complaint.level-changed.v1",
        ],
        [AccessKind.Code] = ["complaint.code-loss-reported.v1", "complaint.code-reissued.v1"],
        [AccessKind.Post] = ["post.created.v1", "post.appointed.v1", "post.ended.v1", "post.abolished.v1"],
        [AccessKind.Oversight] = ["oversight.exported.v1", "oversight.delivery-given-up.v1"],
    };

    /// <summary>Every type the register shows.</summary>
    public static IEnumerable<string> AllTypes => Types.Values.SelectMany(types => types);

    /// <summary>The offices whose acts this auditor reads: the own institution's, or of a regency its own.</summary>
    public IReadOnlyList<OfficeCode> OfficesOf(Actor.Staff auditor) =>
        [
            .. offices
                .Tree.All.Where(office =>
                    office.Institution == auditor.Office.Institution
                    && (auditor.Office.Level != OfficeLevel.Regency || office.Code == auditor.Office.Code)
                )
                .Select(office => office.Code),
        ];

    /// <summary>A page, newest on top.</summary>
    /// <param name="before">The position the page before ended with.</param>
    public async Task<(IReadOnlyList<AccessLine> Lines, long? Next)> List(
        Actor.Staff auditor,
        AccessFilter filter,
        long? before,
        int most,
        CancellationToken cancel
    )
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var types = filter.Kind is { } kind ? Types[kind] : [.. AllTypes];
        var seen = OfficesOf(auditor)
            .Where(office => filter.Office is not { } one || one == office)
            .Select(office => office.Value)
            .ToArray();
        var rows = database.Set<EventRow>().Where(row => types.Contains(row.Type) && seen.Contains(row.Office));
        if (before is { } position)
        {
            rows = rows.Where(row => row.Position < position);
        }

        if (Start(auditor, filter.From) is { } from)
        {
            rows = rows.Where(row => row.RecordedAt >= from);
        }

        if (Start(auditor, filter.Until?.PlusDays(1)) is { } until)
        {
            rows = rows.Where(row => row.RecordedAt < until);
        }

        var found = await rows.OrderByDescending(row => row.Position)
            .Take(most + 1)
            .Select(row => new Found(row.Position, row.Stream, row.Version, row.Type, row.RecordedAt, row.Actor, row.Office))
            .ToListAsync(cancel);
        var shown = found.Take(most).ToList();
        return (await Lines(database, shown, cancel), found.Count > most ? shown[^1].Position : null);
    }

    private async Task<IReadOnlyList<AccessLine>> Lines(PaduDb database, List<Found> rows, CancellationToken cancel)
    {
        var cases = rows.Where(row => row.Prefix == complaints.Prefix).Select(row => row.Id).Distinct().ToList();
        var numbers = await database
            .Set<ComplaintRow>()
            .Where(row => cases.Contains(row.Id))
            .Select(row => new { row.Id, row.Number })
            .ToDictionaryAsync(row => row.Id, row => row.Number, cancel);
        var reasons = new Dictionary<long, string?>();
        foreach (var one in await Opened(complaints, rows, cancel))
        {
            reasons[one.Position] = ReasonOf(one.Fact);
        }

        foreach (var one in await Opened(oversight, rows, cancel))
        {
            reasons[one.Position] = ReasonOf(one.Fact);
        }

        return
        [
            .. rows.Select(row => new AccessLine(
                row.Position,
                row.RecordedAt,
                row.Type,
                row.Actor.Split('/') is ["jabatan", var post] ? new PostId(Guid.Parse(post)) : null,
                row.Office is { } office ? new OfficeCode(office) : null,
                numbers.TryGetValue(row.Id, out var number) ? number : null,
                reasons.GetValueOrDefault(row.Position)
            )),
        ];
    }

    private Task<IReadOnlyList<Recorded<TEvent>>> Opened<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        List<Found> rows,
        CancellationToken cancel
    )
        where TState : class
        where TEvent : class =>
        journal.OpenAll(
            kind,
            [.. rows.Where(row => row.Prefix == kind.Prefix).Select(row => (row.Id, row.Version))],
            part => part.Purpose is KeyPurpose.Record or KeyPurpose.Internal,
            cancel
        );

    private static string? ReasonOf(object fact) =>
        fact switch
        {
            ComplaintEvent.UnmaskingRequested e => e.Reason,
            ComplaintEvent.RequestJudged e => e.Reason,
            ComplaintEvent.IdentityRevealed e => e.Reason,
            ComplaintEvent.LevelChanged e => e.Reason,
            ComplaintEvent.CodeLossReported e => e.Note,
            OversightEvent.Exported e => e.Reason,
            OversightEvent.DeliveryGivenUp e => e.Reason,
            _ => null,
        };

    private Instant? Start(Actor.Staff auditor, LocalDate? day) => day?.AtStartOfDayInZone(offices.ZoneOf(auditor.Office)).ToInstant();

    private sealed record Found(long Position, string Stream, int Version, string Type, Instant RecordedAt, string Actor, string? Office)
    {
        public string Prefix => Stream.Split('/')[0];

        public Guid Id => Guid.Parse(Stream.Split('/')[1]);
    }
}
