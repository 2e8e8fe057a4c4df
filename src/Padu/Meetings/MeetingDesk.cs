using System.Security.Cryptography;
using NodaTime;
using Padu.Calendar;
using Padu.Documents;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Meetings;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Meetings;

/// <summary>Loads, decides, appends: the only caller of a meeting's rules outside tests.</summary>
public sealed class MeetingDesk(
    Journal journal,
    MeetingStream stream,
    ObligationDesk obligations,
    OfficeRegister offices,
    Units units,
    Law calendar,
    DataFolder folder,
    IBlobStore blobs,
    IClock clock
)
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <param name="previous">The meeting it follows in its series; null for the first.</param>
    /// <param name="joint">The other institution's office that convenes it too.</param>
    public async Task<Acted<Meeting>> Convene(
        Actor actor,
        MeetingId? previous,
        OfficeCode? joint,
        MeetingCommand.Plan first,
        CancellationToken cancel = default
    )
    {
        var id = new MeetingId(Guid.CreateVersion7());
        var convene = new MeetingCommand.Convene(
            id,
            new MeetingCode($"rakor-{first.BudgetYear:0000}-{RandomNumberGenerator.GetString(Letters, 6)}"),
            previous is { } before ? (await journal.Load(stream, before.Value, cancel)).State : Meeting.None,
            joint is { } office ? offices.Find(office) : null,
            first
        );
        return await Act(id, actor, convene, cancel);
    }

    /// <summary>
    /// One act. No version is expected: attendance and answers of ten offices come in at any moment, so each rule asks for the version of the part
    /// that its form showed.
    /// </summary>
    public Task<Acted<Meeting>> Act(MeetingId id, Actor actor, MeetingCommand command, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            meeting => MeetingRules.Decide(meeting, command, Context(actor, now)),
            new ActOptions { AlsoStore = [.. References(id, command, now)] },
            cancel
        );
    }

    /// <summary>A decision and the obligation of each office it concerns, in one transaction: all or none.</summary>
    /// <returns>Why nothing was decided; null when it was.</returns>
    public async Task<Refusal?> Decide(Meeting meeting, Actor actor, MeetingCommand.Decide decide, CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        var source = new ObligationSource(SourceKind.Decision, meeting.Id.Value, decide.Number);
        var promises = decide
            .Owners.OfType<Office>()
            .DistinctBy(owner => owner.Code)
            .Select(owner => new ObligationCommand.Promise(
                new ObligationId(Guid.CreateVersion7()),
                source,
                owner,
                decide.Judge,
                DueTerm.Date(decide.Due),
                decide.Text
            ));
        var act = new JointAct().Over(stream, meeting.Id.Value, state => MeetingRules.Decide(state, decide, Context(actor, now)));
        return await journal.Act(obligations.With(act, actor, now, promises), actor, now, cancel: cancel);
    }

    /// <summary>Opens attendance with a new secret: links of an earlier opening end.</summary>
    public Task<Acted<Meeting>> OpenAttendance(MeetingId id, Actor actor, CancellationToken cancel = default) =>
        Act(id, actor, new MeetingCommand.OpenAttendance(RandomNumberGenerator.GetHexString(32, lowercase: true)), cancel);

    /// <summary>The word of the link that is shown now; null while attendance is closed.</summary>
    public async Task<string?> AttendanceWord(Meeting meeting, CancellationToken cancel = default) =>
        await Secret(meeting, cancel) is { } secret ? AttendanceLinks.Word(secret, clock.GetCurrentInstant()) : null;

    /// <summary>Whether a link's word is one of now.</summary>
    public async Task<bool> Admits(Meeting meeting, string word, CancellationToken cancel = default) =>
        await Secret(meeting, cancel) is { } secret && AttendanceLinks.Matches(secret, clock.GetCurrentInstant(), word);

    /// <summary>Somebody in the room signs in by the link; a word that is no longer shown is refused as a closed list is.</summary>
    public async Task<Refusal?> AttendByLink(
        Meeting meeting,
        Actor actor,
        string word,
        MeetingCommand.Attend attend,
        CancellationToken cancel = default
    ) =>
        await Admits(meeting, word, cancel)
            ? (await Act(meeting.Id, actor, attend with { Way = AttendanceWay.Code }, cancel)).Refusal
            : new Refusal("meeting.attendance-closed");

    private async Task<string?> Secret(Meeting meeting, CancellationToken cancel)
    {
        if (!(meeting.AttendanceUntil > clock.GetCurrentInstant()))
        {
            return null;
        }

        var opened = await journal.OpenMany(
            stream,
            [(meeting.Id.Value, meeting.AttendanceVersion)],
            part => part.Type == MeetingStream.AttendanceOpened,
            cancel
        );
        return (opened.GetValueOrDefault(meeting.Id.Value)?.Fact as MeetingEvent.AttendanceOpened)?.Secret;
    }

    private MeetingContext Context(Actor actor, Instant now) => new(actor, now, Legal, [.. units.All.Select(unit => unit.Code)]);

    private IEnumerable<object> References(MeetingId id, MeetingCommand command, Instant at)
    {
        Evidence[] files = command switch
        {
            MeetingCommand.AddMaterials { Files.IsDefaultOrEmpty: false } add => [.. add.Files],
            MeetingCommand.GiveAnswers give => [.. give.Answers.Select(answer => answer.File).OfType<Evidence>()],
            _ => [],
        };
        return files.Length == 0 ? [] : blobs.References(files, $"{stream.Prefix}/{id}", at);
    }
}
