using System.Collections.Immutable;
using Padu.Complaints;
using Padu.Complaints.Pages.Desk;
using Padu.Domain.Letters;
using Padu.Organisations;

namespace Padu.Letters.Pages.Desk;

/// <summary>The letters of a case, and those this reader may begin now.</summary>
public sealed class CaseLettersModel(ComplaintQueries cases, CurrentActor current, LetterQueries letters) : CasePageModel(cases, current)
{
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];

    public ImmutableArray<LetterKind> Kinds => LetterRules.Begins(Case.Complaint, Case.Reader);

    public async Task OnGet(CancellationToken cancel) => Lines = await letters.OfCase(Case.Reader, Case.Complaint, cancel);
}
