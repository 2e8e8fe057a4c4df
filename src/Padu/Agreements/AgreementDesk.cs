using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Agreements;
using Padu.Domain.Calendar;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Agreements;

/// <summary>What a form says about a new agreement.</summary>
/// <param name="Partner">The other side's office, where there is no parent whose parties it takes over.</param>
public sealed record NewAgreement(
    AgreementKind Kind,
    AgreementId? Parent,
    AgreementId? Renews,
    OfficeCode? Partner,
    AgreementCommand.Draft First
);

/// <summary>Loads, decides, appends: the only caller of an agreement's rules outside tests.</summary>
public sealed class AgreementDesk(
    Journal journal,
    AgreementStream stream,
    ObligationDesk obligations,
    AgreementFigures figures,
    OfficeRegister offices,
    Law calendar,
    DataFolder folder,
    IBlobStore blobs,
    IClock clock
)
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private LegalContext Legal => calendar.For(folder.Province.Value);

    public async Task<Acted<Agreement>> Begin(Actor actor, NewAgreement wanted, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        var id = new AgreementId(Guid.CreateVersion7());
        var begin = new AgreementCommand.Begin(
            id,
            Draw(wanted.Kind, Legal.DayOf(now).Year),
            wanted.Kind,
            await State(wanted.Parent, cancel),
            await State(wanted.Renews, cancel),
            wanted.Partner is { } partner ? offices.Find(partner) : null,
            wanted.First
        );
        return await Decide(id, actor, begin, null, cancel);
    }

    /// <summary>The last signature of a successor ends what it renews in the same transaction.</summary>
    public async Task<Acted<Agreement>> Act(
        AgreementId id,
        Actor actor,
        AgreementCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        if (
            command is AgreementCommand.Sign
            && await State(id, cancel) is { Renews: { } old } agreement
            && agreement.SignedBy.Length == agreement.Parties.Length - 1
        )
        {
            return await SignRenewal(id, old, actor, command, expectedVersion, cancel);
        }

        return await Decide(id, actor, command, expectedVersion, cancel);
    }

    /// <summary>Agrees with the other side's evaluation. Its figures are those of the very moment: nothing is written between counting and freezing them.</summary>
    public Task<Acted<Agreement>> AgreeEvaluation(
        AgreementId id,
        Actor actor,
        int year,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            token => figures.OfYear(id, year, token),
            (agreement, counted) =>
                AgreementRules.Decide(
                    agreement,
                    new AgreementCommand.AgreeEvaluation(year, counted),
                    new AgreementContext(actor, now, Legal)
                ),
            new ActOptions { ExpectedVersion = expectedVersion },
            cancel
        );
    }

    /// <summary>
    /// Makes a clause or item an obligation of each office, in one transaction: all of them or none. The same words for the same office twice are refused,
    /// so that a form sent again promises nothing twice.
    /// </summary>
    /// <returns>Why nothing was promised; null when it was.</returns>
    public async Task<Refusal?> PromiseForEach(
        AgreementId id,
        Actor actor,
        int item,
        IReadOnlyCollection<OfficeCode> owners,
        OfficeCode judge,
        DueTerm term,
        string title,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var source = new ObligationSource(AgreementRules.SourceOf((await State(id, cancel)).Kind), id.Value, item);
        var promises = owners
            .Distinct()
            .Select(owner => new ObligationCommand.Promise(
                IdOf(source, owner, title),
                source,
                offices.Find(owner),
                offices.Find(judge),
                term,
                title
            ));
        var act = new JointAct().While(stream, id.Value, agreement => AgreementRules.MayPromise(agreement, item, actor));
        return await journal.Act(obligations.With(act, actor, now, promises), actor, now, cancel: cancel);
    }

    private static ObligationId IdOf(ObligationSource source, OfficeCode owner, string title) =>
        new(
            new Guid(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Stream:N}\n{source.Item}\n{owner}\n{title}")).AsSpan(0, 16),
                bigEndian: true
            )
        );

    private async Task<Acted<Agreement>> SignRenewal(
        AgreementId id,
        AgreementId old,
        Actor actor,
        AgreementCommand command,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var now = clock.GetCurrentInstant();
        var context = new AgreementContext(actor, now, Legal);
        var acted = await journal.Act(
            stream,
            id.Value,
            stream,
            old.Value,
            actor,
            now,
            (state, renewed) =>
                (
                    AgreementRules.Decide(state, command, context),
                    AgreementRules.Decide(renewed, new AgreementCommand.BeRenewed(id), context)
                ),
            new ActOptions { ExpectedVersion = expectedVersion },
            secondExpectedVersion: null,
            cancel
        );
        return new Acted<Agreement>(acted.Refusal, id.Value, acted.First.State, acted.First.Version);
    }

    private Task<Acted<Agreement>> Decide(
        AgreementId id,
        Actor actor,
        AgreementCommand command,
        int? expectedVersion,
        CancellationToken cancel
    )
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            agreement => AgreementRules.Decide(agreement, command, new AgreementContext(actor, now, Legal)),
            new ActOptions { ExpectedVersion = expectedVersion, AlsoStore = [.. References(id, command, now)] },
            cancel
        );
    }

    private async Task<Agreement> State(AgreementId? id, CancellationToken cancel) =>
        id is { } known ? (await journal.Load(stream, known.Value, cancel)).State : Agreement.None;

    private IEnumerable<object> References(AgreementId id, AgreementCommand command, Instant at) =>
        command is AgreementCommand.AddDocuments { Documents: { IsDefaultOrEmpty: false } files }
            ? blobs.References(files, $"{stream.Prefix}/{id}", at)
            : [];

    private static AgreementCode Draw(AgreementKind kind, int year)
    {
        var prefix = kind switch
        {
            AgreementKind.Memorandum => "nk",
            AgreementKind.Cooperation => "pks",
            AgreementKind.Plan => "ra",
            AgreementKind.Activity => "keg",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new AgreementCode($"{prefix}-{year:0000}-{RandomNumberGenerator.GetString(Letters, 6)}");
    }
}
