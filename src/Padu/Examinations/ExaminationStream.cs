using NodaTime;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;
using Padu.Storage;

namespace Padu.Examinations;

/// <summary>The stream <c>examination/{id}</c>: names on the wire, keys, read rows and the Ombudsman's register.</summary>
public sealed class ExaminationStream : StreamKind<Examination, ExaminationEvent>
{
    /// <summary>What the plenary concluded: the one letter of this file that the election commission reads too.</summary>
    public const string Concluded = "examination.concluded.v1";

    /// <summary>What is read only by an act that leaves a trace.</summary>
    public const string Deliberated = "examination.deliberated.v1";

    /// <summary>The book of accepted reports of an office and year.</summary>
    public const string Book = "laporan";

    private static readonly Dictionary<string, Type> WireNames = new()
    {
        ["examination.opened.v1"] = typeof(ExaminationEvent.Opened),
        ["examination.completion-requested.v1"] = typeof(ExaminationEvent.CompletionRequested),
        ["examination.completed.v1"] = typeof(ExaminationEvent.Completed),
        ["examination.identity-shared.v1"] = typeof(ExaminationEvent.IdentityShared),
        ["examination.verified.v1"] = typeof(ExaminationEvent.Verified),
        ["examination.registered.v1"] = typeof(ExaminationEvent.Registered),
        ["examination.declined.v1"] = typeof(ExaminationEvent.Declined),
        ["examination.begun.v1"] = typeof(ExaminationEvent.Begun),
        [Deliberated] = typeof(ExaminationEvent.Deliberated),
        ["examination.deliberations-read.v1"] = typeof(ExaminationEvent.DeliberationsRead),
        ["examination.identity-revealed.v1"] = typeof(ExaminationEvent.IdentityRevealed),
        ["examination.flagged-rapid.v1"] = typeof(ExaminationEvent.FlaggedRapid),
        ["examination.settlement-asked.v1"] = typeof(ExaminationEvent.SettlementAsked),
        ["examination.apart-wished.v1"] = typeof(ExaminationEvent.ApartWished),
        ["examination.settled.v1"] = typeof(ExaminationEvent.Settled),
        [Concluded] = typeof(ExaminationEvent.Concluded),
        ["examination.closed.v1"] = typeof(ExaminationEvent.Closed),
        ["examination.personal-data-erased.v1"] = typeof(ExaminationEvent.PersonalDataErased),
        ["examination.clock-lapsed.v1"] = typeof(ExaminationEvent.ClockLapsed),
        ["examination.clocks-recounted.v1"] = typeof(ExaminationEvent.ClocksRecounted),
    };

    public override string Prefix => "examination";

    public override Examination Empty => Examination.None;

    public override IReadOnlyDictionary<string, Type> Names => WireNames;

    public override Examination Evolve(Examination state, ExaminationEvent fact, Instant occurredAt) =>
        Examination.Evolve(state, fact, occurredAt);

    /// <summary>
    /// Whoever acts, the Ombudsman keeps the key: the complainant's words to it, its letters, and apart from both what it writes for itself.
    /// </summary>
    public override Custody CustodyOf(ExaminationEvent fact) =>
        fact switch
        {
            ExaminationEvent.Opened or ExaminationEvent.Completed => new Custody(KeyPurpose.Words, Institution.Ombudsman),
            ExaminationEvent.CompletionRequested
            or ExaminationEvent.Declined
            or ExaminationEvent.Concluded
            or ExaminationEvent.IdentityShared
            or ExaminationEvent.SettlementAsked
            or ExaminationEvent.ApartWished
            or ExaminationEvent.Settled
            or ExaminationEvent.Begun
            or ExaminationEvent.PersonalDataErased
            or ExaminationEvent.ClockLapsed
            or ExaminationEvent.ClocksRecounted => new Custody(KeyPurpose.Record, Institution.Ombudsman),
            _ => new Custody(KeyPurpose.Internal, Institution.Ombudsman),
        };

    public override Institution Keeper(Examination state) => Institution.Ombudsman;

    /// <summary>The letters are wrapped for the election commission once the Ombudsman has concluded; the words and the deliberations never.</summary>
    public override IEnumerable<Institution> AlsoKeeps(Examination state, KeyPurpose purpose, Institution institution) =>
        purpose == KeyPurpose.Record && state is { Conclusion: not null, IsClosedToKpu: false } ? [Institution.Kpu] : [];

    /// <summary>A report takes its number when the plenary accepts it, not before.</summary>
    public override IEnumerable<RegisterBook> Registers(ExaminationEvent fact) =>
        fact is ExaminationEvent.Registered registered ? [new RegisterBook(registered.Office, registered.Year, Book)] : [];

    public override IEnumerable<object> Rows(Guid id, Examination state) => [ExaminationRow.From(state)];
}
