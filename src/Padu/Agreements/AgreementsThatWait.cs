using NodaTime;
using Padu.Domain.Agreements;
using Padu.Domain.Organisations;
using Padu.Organisations;
using Padu.Web;

namespace Padu.Agreements;

/// <summary>What of agreements is asked of an office: a draft to approve, a signature, an evaluation to write or to agree with; and what runs out.</summary>
public sealed class AgreementsThatWait(AgreementQueries queries, AgreementWords words, Texts texts) : IWaits
{
    public async Task<IReadOnlyList<WaitingLine>> For(Actor.Staff reader, CancellationToken cancel)
    {
        if (!Access.ReadsAgreements(reader) || reader.Role == Role.Auditor)
        {
            return [];
        }

        var lines = new List<WaitingLine>();
        foreach (var line in (await queries.Public(AgreementShelf.Desk, words.Language, after: null, cancel)).Lines)
        {
            var agreement = await queries.State(new AgreementId(line.Row.Id), cancel);
            var offers = AgreementRules.Offers(agreement, reader);
            if (offers.Contains(AgreementAct.Approve) && agreement.WriterPost != reader.Post)
            {
                Add(line, texts["waiting.agreement.approve", Title(line)], "/setujui", "circle-check");
            }
            else if (offers.Contains(AgreementAct.Sign))
            {
                Add(line, texts["waiting.agreement.sign", Title(line)], "/tandatangani", "handshake");
            }
        }

        foreach (var line in (await queries.Public(AgreementShelf.Open, words.Language, after: null, cancel)).Lines)
        {
            var row = line.Row;
            // What follows from an agreement is never signed: it is neither evaluated nor renewed by itself.
            if (row.Kind is not (AgreementKind.Memorandum or AgreementKind.Cooperation))
            {
                continue;
            }

            var agreement = await queries.State(new AgreementId(row.Id), cancel);
            var offers = AgreementRules.Offers(agreement, reader);
            if (offers.Contains(AgreementAct.AgreeEvaluation))
            {
                Add(line, texts["waiting.agreement.evaluate", Title(line)], "/sepakati-evaluasi", "file-text");
            }

            if (offers.Contains(AgreementAct.Evaluate) && AgreementRules.LacksEvaluation(agreement, words.LastYear))
            {
                Add(line, texts["waiting.agreement.write", words.Year(words.LastYear), Title(line)], "/evaluasi", "pencil");
            }

            if (words.RunsOut(row) && row.Ends is { } ends)
            {
                lines.Add(new WaitingLine(texts["waiting.agreement.ends", Title(line)], PathOf(row), words.Chip(row), ends));
            }
        }

        return lines;

        void Add(AgreementLine line, string what, string act, string icon) =>
            lines.Add(new WaitingLine(what, PathOf(line.Row) + act, new Nearness("wait", icon, texts["waiting.agreement"])));
    }

    private string Title(AgreementLine line) => line.Title ?? texts["desk.erased"];

    private static string PathOf(AgreementRow row) => $"/kerja-sama/perjanjian/{row.Code}";
}
