using System.Collections.Immutable;
using NodaTime;
using Padu.Calendar;
using Padu.Domain.Calendar;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Domain.Triage;
using Padu.Organisations;
using Padu.Storage;
using Padu.Web;

namespace Padu.Triage;

/// <summary>Whose matter a story sounds like, and what is known of each kind of grievance. It proposes; it writes nothing and keeps nothing.</summary>
public sealed class Triager(TriageReference reference, DataFolder folder, Law calendar, OfficeRegister offices, Say say)
{
    private readonly Suggesting suggesting = new(reference.Kinds, reference.Words, LearnedFile.Read(folder));

    public ImmutableArray<GrievanceKind> Kinds => reference.Kinds;

    public QuestionPath Questions => reference.Questions;

    /// <summary>The law as it is counted where this installation is.</summary>
    public LegalContext Legal => calendar.For(folder.Province.Value);

    public GrievanceKind? Find(string? code) => Kinds.FirstOrDefault(kind => kind.Code.Value == code);

    public GrievanceKind? Find(GrievanceCode? code) => Find(code?.Value);

    /// <summary>A kind by its name; its code where the reference no longer has it.</summary>
    public string NameOf(string code, string language) => Find(code)?.Name(language) ?? code;

    /// <summary>What a story sounds like, the likeliest first; empty where it tells too little.</summary>
    public ImmutableArray<Proposal> For(string? story) => story is null ? [] : suggesting.For(story);

    /// <summary>The matters of a letter that tells of several; empty for one.</summary>
    public ImmutableArray<Matter> Matters(string? story) => story is null ? [] : suggesting.Matters(story);

    /// <summary>The office a letter about a kind would go to; null where none is registered.</summary>
    public Office? Addressee(GrievanceKind kind, RegionCode? region) =>
        kind.AddresseeIn(folder.Province, region) is { } code ? offices.Find(code) ?? offices.Find(Provincial(kind)) : null;

    /// <summary>How long there is to go to the body that decides, each period with how near its end is.</summary>
    public IEnumerable<(Explanation Period, Nearness Left)> Time(GrievanceKind kind, LocalDate since) =>
        Limits
            .Of(kind, since, Legal)
            .Select(period =>
                (
                    period,
                    say.Left(
                        Limits.Left(period, say.Today, Legal),
                        period.Rule.Unit == CountingUnit.Hour ? CountingUnit.CalendarDay : period.Rule.Unit
                    )
                )
            );

    private OfficeCode Provincial(GrievanceKind kind) => kind.AddresseeIn(folder.Province, null)!.Value;
}
