using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Letters;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Letters;

/// <summary>
/// What a case fills into a template, in the letter's language. Nothing of it is the complainant's identity or own words: what the office wrote and the dates
/// of the record, as this reader has them open.
/// </summary>
public sealed class LetterFacts(
    IDbContextFactory<PaduDb> databases,
    ComplaintStream complaints,
    CaseWords words,
    OfficeRegister offices,
    Units units,
    Texts texts,
    HostSettings settings
)
{
    public async Task<IReadOnlyDictionary<LetterPlaceholder, string>> Of(
        CaseFile file,
        OfficeCode office,
        Language language,
        CancellationToken cancel
    )
    {
        var letters = language.Code();
        var said = texts.In(Languages.Named(letters)!);
        var complaint = file.Complaint;
        var legal = words.Legal;
        var facts = file.History.Select(recorded => recorded.Fact).ToList();
        var values = new Dictionary<LetterPlaceholder, string?>
        {
            [LetterPlaceholder.Number] = complaint.Number.Value,
            [LetterPlaceholder.Register] = await RegisterOf(complaint, cancel),
            [LetterPlaceholder.ReceivedOn] = Day(legal.DayOf(complaint.ReceivedAt)),
            [LetterPlaceholder.Title] = complaint.TitleVersion > 1 ? file.Title : null,
            [LetterPlaceholder.Office] = offices.NameOf(office, letters),
            [LetterPlaceholder.TrackingAddress] = new Uri(Root, "/lacak").ToString(),
            [LetterPlaceholder.VerifyBy] = Due(ClockKind.Verification),
            [LetterPlaceholder.AnswerBy] = Due(ClockKind.FirstAnswer) ?? Due(ClockKind.Resolution),
            [LetterPlaceholder.CompleteBy] = Due(ClockKind.Completion),
            [LetterPlaceholder.ReplyBy] = Due(ClockKind.CounterReply),
            [LetterPlaceholder.TargetOffice] = complaint.Handler is { } handler ? offices.NameOf(handler, letters) : null,
            [LetterPlaceholder.TargetUnit] = complaint.Unit is { } unit ? units.NameOf(unit, letters) : null,
            [LetterPlaceholder.Instruction] = facts.OfType<ComplaintEvent.Assigned>().LastOrDefault()?.Instruction,
            [LetterPlaceholder.Answer] = facts.OfType<ComplaintEvent.Answered>().LastOrDefault()?.Text,
            [LetterPlaceholder.AnsweredOn] = complaint.AnsweredAt is { } answered ? Day(legal.DayOf(answered)) : null,
        };
        if (facts.OfType<ComplaintEvent.CompletionRequested>().LastOrDefault() is { } asked)
        {
            values[LetterPlaceholder.Missing] = string.Join('\n', asked.Missing.Select(item => $"- {said[$"missing.{item.Code()}"]}"));
            values[LetterPlaceholder.Message] = asked.Message;
        }

        if (complaint.Transfer is { } transfer)
        {
            values[LetterPlaceholder.Addressee] = offices.NameOf(transfer.Addressee, letters);
            values[LetterPlaceholder.TransferReason] = facts.OfType<ComplaintEvent.TransferProposed>().LastOrDefault()?.Reason;
        }

        if (complaint is { ClosingReason: { } reason, ClosedAt: { } closed })
        {
            values[LetterPlaceholder.ClosingReason] = said[$"reason.{reason.Code()}"];
            values[LetterPlaceholder.ClosingMeaning] = said[$"closing-letter.reason.{reason.Code()}"];
            values[LetterPlaceholder.ClosingExplanation] = facts.OfType<ComplaintEvent.Closed>().LastOrDefault()?.Explanation;
            values[LetterPlaceholder.ClosedOn] = Day(legal.DayOf(closed));
            values[LetterPlaceholder.ObjectBy] = AfterAnswer.Window(complaint, legal)?.DueDate is { } last ? Day(last) : null;
        }

        return values
            .Where(value => !string.IsNullOrWhiteSpace(value.Value))
            .ToDictionary(value => value.Key, value => LetterText.Clean(value.Value));

        string Day(LocalDate day) => DateWords.Full(day, said.Language);

        string? Due(ClockKind kind) => complaint.ClockOf(kind)?.DueDate is { } day ? Day(day) : null;
    }

    /// <summary>A case that nobody has, for the preview of a template.</summary>
    public IReadOnlyDictionary<LetterPlaceholder, string> Fictional(OfficeCode office, Language language)
    {
        var said = texts.In(Languages.Named(language.Code())!);
        var values = Enum.GetValues<LetterPlaceholder>().ToDictionary(one => one, one => said[$"surat.sample.{one.Code()}"]);
        values[LetterPlaceholder.Office] = offices.NameOf(office, language.Code());
        values[LetterPlaceholder.TrackingAddress] = new Uri(Root, "/lacak").ToString();
        return values;
    }

    private Uri Root => settings.PublicUrl ?? new Uri(settings.Urls.Split(';')[0]);

    private async Task<string?> RegisterOf(Complaint complaint, CancellationToken cancel)
    {
        await using var database = await databases.CreateDbContextAsync(cancel);
        var name = $"{complaints.Prefix}/{complaint.Id}";
        // A stream may have numbers in several books.
        var entries = await database.Set<RegisterEntryRow>().AsNoTracking().Where(entry => entry.Stream == name).ToListAsync(cancel);
        return entries.Find(entry => entry.Book == "pengaduan") is { } own
            ? string.Create(CultureInfo.InvariantCulture, $"{own.Number:0000}/PGD/{own.Year}")
            : null;
    }
}
