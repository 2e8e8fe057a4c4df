using System.Collections.Immutable;
using Padu.Complaints;
using Padu.Domain;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Examinations;
using Padu.Domain.Organisations;

namespace Padu.Examinations;

/// <summary>Tells the pages of a complaint what the Ombudsman's file lets their reader see.</summary>
public sealed class OmbudsmanSides(ExaminationQueries queries, EscalationDesk desk, OmbudsmanOffice ombudsman) : IOmbudsmanSide
{
    /// <summary>What the office complained about sees run; whether the complainant was asked something is between the two.</summary>
    private static readonly ImmutableArray<ClockKind> ForOffice =
    [
        ClockKind.ReportVerification,
        ClockKind.Plenary,
        ClockKind.Examination,
        ClockKind.OutcomeNotice,
    ];

    public OfficeCode Office => ombudsman.Code;

    public async Task<OmbudsmanSide?> Of(Complaint complaint, TimelineReader reader, CancellationToken cancel)
    {
        if (complaint.Ombudsman is not { } there)
        {
            return null;
        }

        var audience = reader switch
        {
            TimelineReader.Complainant => Audience.Complainant,
            TimelineReader.ComplainantAgain => Audience.ComplainantAgain,
            TimelineReader.Officer => Audience.Office,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var all = await queries.OfComplaint(complaint.Id, part => ExaminationTimeline.MayOpen(audience, part), cancel);
        var last = all[^1].Examination;
        // Files are offered of the file that is open now; of an earlier one they are named.
        var entries = all.SelectMany(
            (one, i) =>
                ExaminationTimeline.For(audience, one.History).Select(entry => i == all.Count - 1 ? entry : entry with { Folder = null })
        );
        return new OmbudsmanSide(
            there.Office,
            there.Since,
            there.EndedAt,
            $"examination.stage.{StageFor(audience, last.Stage)}",
            [.. last.Clocks.Where(clock => audience != Audience.Office || ForOffice.Contains(clock.Kind))],
            [.. entries.OrderByDescending(entry => entry.Event.Position)],
            audience != Audience.Office && last.Stage == ExaminationStage.AwaitingCompletion
        );
    }

    public Task<Filed> File(FilingRequest filing, Func<FiledMark, object>? alsoStore, CancellationToken cancel) =>
        desk.File(filing, alsoStore, cancel);

    /// <summary>Until the plenary has spoken, the office is told that the report is being verified, whatever happens inside.</summary>
    private static string StageFor(Audience audience, ExaminationStage stage) =>
        audience == Audience.Office
        && stage is (ExaminationStage.Received or ExaminationStage.AwaitingCompletion or ExaminationStage.Verified)
            ? "verifikasi"
            : stage.Code();
}
