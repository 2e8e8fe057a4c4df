using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Calendar;
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
)
{
    /// <summary>To whom it is brought.</summary>
    public FilingPath Path { get; init; }

    /// <summary>The stage of an election it concerns; null where none was chosen.</summary>
    public StageRef? Concern { get; init; }

    /// <summary>The privacy notice that stood before whoever files.</summary>
    public WordingVersion? Notice { get; init; }

    /// <summary>Who files for the person harmed; null for oneself.</summary>
    public Representation? Representation { get; init; }

    /// <summary>It is about <see cref="Office"/> itself or its head: the next one up receives it.</summary>
    public bool IsAboutOffice { get; init; }

    /// <summary>The complainant wishes not to be brought together with whom it is about.</summary>
    public bool WishesApart { get; init; }

    internal ImmutableArray<Evidence> Files =>
        Representation is { Power.IsDefaultOrEmpty: false } by ? Evidence.AddRange(by.Power) : Evidence;
}

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

/// <summary>A filing ready to be written.</summary>
public sealed record FilingPlan(ComplaintCommand.Submit Submit, Actor.Complainant Actor, Instant At, string Code, ActOptions Options);

/// <summary>Loads, decides, appends: the only caller of a complaint's rules outside tests.</summary>
public sealed partial class ComplaintDesk(
    Journal journal,
    ComplaintStream stream,
    Law calendar,
    AccessCodes codes,
    DataFolder folder,
    KeyFiles keys,
    IBlobStore blobs,
    Receivers receivers,
    ReporterMarks marks,
    PostQueries posts,
    OfficeRegister offices,
    OfficePractices practices,
    AnswerDrafts drafts,
    ComplaintQueries queries,
    Addressees addressees,
    IClock clock
)
{
    /// <summary>Files a complaint. Sending the same draft again answers with the first receipt; another text under it is refused.</summary>
    /// <param name="alsoStore">Rows to write in the same transaction, made from the mark of the filing.</param>
    public async Task<Filed> File(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel)
    {
        var plan = await Plan(filing, alsoStore, cancel);
        return await File(plan, plan.Submit, plan.Actor, plan.At, cancel);
    }

    /// <summary>All of a filing but its writing: for those who write another stream with it.</summary>
    public async Task<FilingPlan> Plan(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return Plan(filing, await Submission(filing, now, cancel), now, alsoStore);
    }

    private async Task<ComplaintCommand.Submit> Submission(FilingRequest filing, Instant at, CancellationToken cancel)
    {
        var number = PublicNumbers.Draw(folder.Province.Value, at.InZone(Legal.Zone).Year);
        return new ComplaintCommand.Submit(
            new ComplaintId(Guid.CreateVersion7()),
            number,
            Guid.CreateVersion7(),
            codes.Verifier(number, codes.Derive(filing.DraftId)),
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
        )
        {
            Representation = filing.Representation,
            Notice = filing.Notice,
            IsAboutOffice = filing.IsAboutOffice,
            WishesApart = filing.WishesApart,
            Concern = filing.Concern,
            Above = filing.IsAboutOffice ? await receivers.Above(filing.Office, cancel) : null,
        };
    }

    /// <param name="at">The legal moment of receipt.</param>
    private FilingPlan Plan(FilingRequest filing, ComplaintCommand.Submit submit, Instant at, Func<FiledMark, object>? alsoStore)
    {
        var now = clock.GetCurrentInstant();
        return new FilingPlan(
            submit,
            new Actor.Complainant(submit.ReporterId),
            at,
            codes.Derive(filing.DraftId),
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
                    .. References(submit.Id, filing.Files, now),
                    // What is kept from the election commission leaves it no mark of who filed.
                    .. filing.Path == FilingPath.OmbudsmanOnly ? [] : marks.Of(submit.Id, filing.Level, filing.Identity),
                    .. alsoStore is null ? [] : new[] { alsoStore(new FiledMark(submit.Id, submit.Number, now)) },
                ],
            }
        );
    }

    /// <param name="command">What is asked of the rules: the filing itself, or an officer's for somebody.</param>
    private async Task<Filed> File(FilingPlan plan, ComplaintCommand command, Actor actor, Instant at, CancellationToken cancel)
    {
        var acted = await journal.Act(
            stream,
            plan.Submit.Id.Value,
            actor,
            at,
            complaint => ComplaintRules.Decide(complaint, command, new ComplaintContext(actor, at, Legal)),
            plan.Options,
            cancel
        );
        return new Filed(acted.Refusal, acted.State, plan.Code);
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
                Erase = ErasedBy(informed),
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
        blobs.References(evidence, $"{stream.Prefix}/{id}", at);

    /// <summary>Who becomes anonymous is forgotten in the same transaction; what is told under that level comes after.</summary>
    private static KeyPurpose[] ErasedBy(ComplaintCommand command) =>
        command is ComplaintCommand.ChangeLevel { Level: IdentityLevel.Anonymous, Identity: null } ? [KeyPurpose.Identity] : [];

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
            ComplaintCommand.ShowPower c => c.Power,
            ComplaintCommand.FollowLead c => c.Evidence,
            _ => [],
        };

    private static readonly JsonSerializerOptions FingerprintJson = new JsonSerializerOptions().ConfigureForNodaTime(
        DateTimeZoneProviders.Tzdb
    );

    private Domain.Calendar.LegalContext Legal => calendar.For(folder.Province.Value);
}
