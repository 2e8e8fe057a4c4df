using NodaTime;
using Padu.Complaints;
using Padu.Complaints.Pages.Tracking;
using Padu.Domain;
using Padu.Domain.Complaints;

namespace Padu.Privacy.Pages.Tracking;

/// <summary>What the pages of the own data share: they are about the whole letter, and what shows or changes the person asks for the code again.</summary>
public abstract class RightsPage(TrackingSession session, ComplaintQueries cases, AccessCodes codes, TrackingGuard guard)
    : TrackingPage(session)
{
    /// <summary>The case as it was filed; the one that was opened may be a part of it.</summary>
    public Complaint Letter { get; protected set; } = Complaint.None;

    protected ComplaintQueries Cases { get; } = cases;

    protected async Task ReadLetter(CancellationToken cancel) => Letter = await Cases.Letter(Case, cancel);

    protected Refusal? CheckCode(string? code)
    {
        var number = Letter.Number.Value;
        if (guard.WaitFor(number) is var wait && wait > Duration.Zero)
        {
            return new Refusal("track.wait", "Code", (int)Math.Ceiling(wait.TotalSeconds));
        }

        if (!codes.Matches(Letter.Number, code ?? "", Letter.Verifier))
        {
            guard.Failed(number);
            return new Refusal("track.code-wrong", "Code");
        }

        guard.Succeeded(number);
        return null;
    }
}
