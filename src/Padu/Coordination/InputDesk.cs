using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Padu.Calendar;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Coordination;
using Padu.Domain.Obligations;
using Padu.Domain.Organisations;
using Padu.Obligations;
using Padu.Organisations;
using Padu.Storage;

namespace Padu.Coordination;

/// <summary>One input as a page brings it.</summary>
/// <param name="DraftId">From it the access code is derived; the same form sent again gives the same receipt.</param>
public sealed record NewInput(
    Guid DraftId,
    InputAuthor Author,
    InputTopic Topic,
    OfficeCode To,
    Language Language,
    string Title,
    string Text,
    string? Email
);

/// <summary>What the author is told: refused by code, or the receipt.</summary>
/// <param name="Code">The secret code, derived, never stored; empty where an office gave the input.</param>
public sealed record GivenInput(Refusal? Refusal, Input Input, string Code);

/// <summary>An answer as the form gives it.</summary>
/// <param name="Parts">What is accepted; one obligation each.</param>
/// <param name="Judge">Who judges whether it was done.</param>
/// <param name="On">Until when; null for the standard term.</param>
public sealed record InputAnswerForm(InputVerdict Verdict, string Words, ImmutableArray<string> Parts, OfficeCode? Judge, LocalDate? On);

/// <summary>Loads, decides, appends: the only caller of an input's rules outside tests.</summary>
public sealed class InputDesk(
    Journal journal,
    InputStream stream,
    ObligationStream obligations,
    ObligationQueries owed,
    AccessCodes codes,
    OfficeRegister offices,
    Law calendar,
    DataFolder folder,
    KeyFiles keys,
    IEnumerable<IKeepsCopies> copies,
    IClock clock
)
{
    private LegalContext Legal => calendar.For(folder.Province.Value);

    /// <summary>From anybody, without an account: number and secret code as a complaint has them.</summary>
    public async Task<GivenInput> Give(NewInput input, CancellationToken cancel = default)
    {
        var code = codes.Derive(input.DraftId);
        var author = Guid.CreateVersion7();
        var give = Command(input, author, number => codes.Verifier(new PublicNumber(number.Value), code));
        var options = new ActOptions
        {
            IdempotencyKey = $"input/{Convert.ToHexStringLower(SHA256.HashData(input.DraftId.ToByteArray()))}",
            // Keyed: an unkeyed hash of what somebody wrote could be guessed at.
            IdempotencyHash = HMACSHA256.HashData(keys.Pepper, JsonSerializer.SerializeToUtf8Bytes(input with { DraftId = default })),
        };
        var acted = await Decide(give.Id, new Actor.Complainant(author), give, options, cancel);
        return new GivenInput(acted.Refusal, acted.State, code);
    }

    /// <summary>From an office to another.</summary>
    public async Task<GivenInput> Give(Actor.Staff staff, NewInput input, CancellationToken cancel = default)
    {
        var give = Command(input, Guid.CreateVersion7(), _ => null);
        var acted = await Decide(give.Id, staff, give, ActOptions.None, cancel);
        return new GivenInput(acted.Refusal, acted.State, "");
    }

    public async Task<Acted<Input>> Act(
        InputId id,
        Actor actor,
        InputCommand command,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        // The words and the way to the author are gone with the fact that says so.
        KeyPurpose[] erased = command is InputCommand.Erase ? [KeyPurpose.Words, KeyPurpose.Identity] : [];
        var acted = await Decide(id, actor, command, new ActOptions { ExpectedVersion = expectedVersion, Erase = erased }, cancel);
        if (erased.Length > 0 && !acted.IsRefused)
        {
            foreach (var keeper in copies)
            {
                await keeper.Forget([new PublicNumber(acted.State.Number.Value)], cancel);
            }
        }

        return acted;
    }

    /// <summary>The answer, and with it one obligation for each accepted part: all in one transaction, or nothing.</summary>
    /// <returns>Why nothing was written; null when it was.</returns>
    public async Task<Refusal?> Answer(
        Input input,
        Actor actor,
        InputAnswerForm answer,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetCurrentInstant();
        var promised = answer.Parts.Select(_ => new ObligationId(Guid.CreateVersion7())).ToImmutableArray();
        var command = new InputCommand.Answer(answer.Verdict, answer.Words, answer.Parts, promised);
        var term = answer.On is { } day ? DueTerm.Date(day) : DueTerm.Counted(ObligationRules.StandardTerm);
        var joint = new JointAct().Over(
            stream,
            input.Id.Value,
            state => InputRules.Decide(state, command, new InputContext(actor, now, Legal)),
            expectedVersion
        );
        foreach (var (id, number) in promised.Select((id, at) => (id, at + 1)))
        {
            var promise = new ObligationCommand.Promise(
                id,
                new ObligationSource(SourceKind.Input, input.Id.Value, number),
                offices.Find(input.To),
                answer.Judge is { } judge ? offices.Find(judge) : null,
                term,
                answer.Parts[number - 1]
            );
            joint = joint.Over(
                obligations,
                id.Value,
                state => ObligationRules.Decide(state, promise, new ObligationContext(actor, now, Legal))
            );
        }

        return await journal.Act(joint, actor, now, cancel: cancel);
    }

    /// <summary>What changed; refused while something that was accepted is still owed.</summary>
    public async Task<Acted<Input>> TellChange(
        Input input,
        Actor actor,
        string change,
        int? expectedVersion = null,
        CancellationToken cancel = default
    )
    {
        var open = (await owed.From(input.Id.Value, cancel)).Count(line => line.Row.IsOpen);
        return await Act(input.Id, actor, new InputCommand.TellChange(change, open), expectedVersion, cancel);
    }

    private InputCommand.Give Command(NewInput input, Guid author, Func<InputNumber, CodeVerifier?> verifier)
    {
        var number = InputNumbers.Draw(folder.Province.Value, Legal.DayOf(clock.GetCurrentInstant()).Year);
        return new InputCommand.Give(
            new InputId(Guid.CreateVersion7()),
            number,
            author,
            input.Author,
            input.Topic,
            offices.Find(input.To),
            verifier(number),
            input.Language,
            input.Title,
            input.Text,
            input.Email
        );
    }

    private Task<Acted<Input>> Decide(InputId id, Actor actor, InputCommand command, ActOptions options, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        return journal.Act(
            stream,
            id.Value,
            actor,
            now,
            input => InputRules.Decide(input, command, new InputContext(actor, now, Legal)),
            options,
            cancel
        );
    }
}
