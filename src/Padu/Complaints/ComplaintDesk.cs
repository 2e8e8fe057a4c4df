using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Padu.Calendar;
using Padu.Domain;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Complaints;

/// <summary>One filing as a page, an e-mail or the demonstration brings it.</summary>
/// <param name="DraftId">From it the access code is derived; the same draft sent again gives the same receipt.</param>
public sealed record FilingRequest(
    Guid DraftId,
    OfficeCode Office,
    IntakeChannel Channel,
    Language Language,
    IdentityLevel Level,
    Identity Identity,
    string Story,
    string? Place,
    string? Service,
    string? RequestedResolution,
    RegionCode? Region,
    LocalDate? HappenedOn,
    ImmutableArray<Evidence> Evidence
);

/// <summary>One row of old casework as an import brings it.</summary>
public sealed record ImportedCase(
    OfficeCode Office,
    ContentHash RowHash,
    LocalDate? OpenedOn,
    LocalDate? ClosedOn,
    string SourceSystem,
    string SourceKey,
    string Title,
    string? Category,
    string? Place,
    ImmutableArray<ImportedField> Fields
);

/// <summary>What the complainant is told: refused by code, or the receipt.</summary>
/// <param name="Code">The secret code, derived, never stored.</param>
public sealed record Filed(Refusal? Refusal, Complaint Complaint, string Code);

/// <summary>Loads, decides, appends: the only caller of a complaint's rules outside tests.</summary>
public sealed partial class ComplaintDesk(
    Journal journal,
    ComplaintStream stream,
    ReferenceCalendar calendar,
    AccessCodes codes,
    DataFolder folder,
    KeyFiles keys,
    IBlobStore blobs,
    PostQueries posts,
    OfficeRegister offices,
    OfficePractices practices,
    AnswerDrafts drafts,
    IClock clock
)
{
    /// <summary>Files a complaint. Sending the same draft again answers with the first receipt; another text under it is refused.</summary>
    /// <param name="alsoStore">Rows to write in the same transaction, made from the mark of the filing.</param>
    public async Task<Filed> File(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var code = codes.Derive(filing.DraftId);
        var id = new ComplaintId(Guid.CreateVersion7());
        var number = PublicNumbers.Draw(folder.Province.Value, now.InZone(Legal.Zone).Year);
        var submit = new ComplaintCommand.Submit(
            id,
            number,
            Guid.CreateVersion7(),
            codes.Verifier(number, code),
            filing.Office,
            filing.Channel,
            filing.Language,
            filing.Level,
            filing.Identity,
            filing.Story,
            filing.Place,
            filing.Service,
            filing.RequestedResolution,
            filing.Region,
            filing.HappenedOn,
            filing.Evidence
        );
        var acted = await journal.Act(
            stream,
            id.Value,
            new Actor.Complainant(submit.ReporterId),
            now,
            complaint =>
                ComplaintRules.Decide(complaint, submit, new ComplaintContext(new Actor.Complainant(submit.ReporterId), now, Legal)),
            new ActOptions
            {
                IdempotencyKey = $"filing/{Convert.ToHexStringLower(SHA256.HashData(filing.DraftId.ToByteArray()))}",
                // Keyed: an unkeyed hash of what somebody wrote could be guessed at.
                IdempotencyHash = HMACSHA256.HashData(
                    keys.Pepper,
                    JsonSerializer.SerializeToUtf8Bytes(filing with { DraftId = default }, FingerprintJson)
                ),
                AlsoStore =
                [
                    .. References(id, filing.Evidence, now),
                    .. alsoStore is null ? [] : new[] { alsoStore(new FiledMark(id, number, now)) },
                ],
            },
            cancel
        );
        return new Filed(acted.Refusal, acted.State, code);
    }

    public async Task<Acted<Complaint>> Act(
        ComplaintId id,
        Actor actor,
        ComplaintCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var informed = await Informed(id, command, cancel);
        return await journal.Act(
            stream,
            id.Value,
            actor,
            now,
            complaint =>
                ComplaintRules.Decide(
                    complaint,
                    informed,
                    new ComplaintContext(actor, now, Legal, complaint.Exists && practices.NeedsApproval(complaint.Subject.Seat))
                ),
            new ActOptions
            {
                ExpectedVersion = expectedVersion,
                AlsoStore = [.. References(id, EvidenceOf(informed), now)],
                AlsoRemove = await Spent(id, actor, informed, cancel),
            },
            cancel
        );
    }

    /// <summary>
    /// Takes over one row of old casework. Its id is made from the source's key, so that the same row can come again, in another run or another year,
    /// and is refused as <c>import.already-imported</c>; the same key with another content as <c>import.different-content</c>.
    /// </summary>
    public Task<Acted<Complaint>> Import(ImportedCase old, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        var id = new ComplaintId(
            new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{old.SourceSystem}\n{old.SourceKey}")).AsSpan(0, 16), bigEndian: true)
        );
        var received = old.OpenedOn is { } day ? Instant.Min(day.AtStartOfDayInZone(Legal.Zone).ToInstant(), now) : now;
        var import = new ComplaintCommand.Import(
            id,
            PublicNumbers.Draw(folder.Province.Value, received.InZone(Legal.Zone).Year),
            old.Office,
            old.RowHash,
            old.OpenedOn,
            old.ClosedOn,
            old.SourceSystem,
            old.SourceKey,
            old.Title,
            old.Category,
            old.Place,
            old.Fields
        );
        var actor = new Actor.System();
        return journal.Act(
            stream,
            id.Value,
            actor,
            received,
            complaint => ComplaintRules.Decide(complaint, import, new ComplaintContext(actor, now, Legal)),
            cancel: cancel
        );
    }

    /// <summary>The rows that keep the files of an act from the orphan sweeper.</summary>
    private IEnumerable<object> References(ComplaintId id, ImmutableArray<Evidence> evidence, Instant at) =>
        evidence.Select(file => blobs.Reference(file.Hash, file.Key, file.Bytes, $"{stream.Prefix}/{id}", at));

    private static ImmutableArray<Evidence> EvidenceOf(ComplaintCommand command) =>
        command switch
        {
            ComplaintCommand.Complete c => c.Evidence,
            ComplaintCommand.AnswerQuestion c => c.Evidence,
            ComplaintCommand.Propose c => c.Evidence,
            ComplaintCommand.Approve c => c.Evidence,
            ComplaintCommand.Answer c => c.Evidence,
            ComplaintCommand.Reply c => c.Evidence,
            ComplaintCommand.Contest c => c.Evidence,
            ComplaintCommand.AddWord c => c.Evidence,
            _ => [],
        };

    private static readonly JsonSerializerOptions FingerprintJson = new JsonSerializerOptions().ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    private Domain.Calendar.LegalContext Legal => calendar.For(folder.Province.Value);
}
