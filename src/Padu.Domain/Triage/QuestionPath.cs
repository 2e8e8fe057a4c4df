using System.Collections.Immutable;
using Padu.Domain.Complaints;

namespace Padu.Domain.Triage;

/// <summary>One answer: to another question, or to the kind it ends in.</summary>
public sealed record PathChoice(string WordsId, string WordsEn, string? Question, GrievanceCode? Kind)
{
    public string Words(string language) => language == "en" ? WordsEn : WordsId;
}

/// <summary>One question in lay words, with its answers.</summary>
public sealed record PathQuestion(string Code, string WordsId, string WordsEn, ImmutableArray<PathChoice> Choices)
{
    public string Words(string language) => language == "en" ? WordsEn : WordsId;
}

/// <summary>The plain questions that lead somebody to the body that decides.</summary>
public sealed class QuestionPath
{
    /// <summary>Where everybody begins.</summary>
    public const string First = "mulai";

    private readonly ImmutableDictionary<string, PathQuestion> byCode;

    /// <exception cref="ArgumentException">A question is missing or asked in a circle, or a kind cannot be reached or is unknown.</exception>
    public QuestionPath(IEnumerable<PathQuestion> questions, IEnumerable<GrievanceCode> kinds)
    {
        byCode = questions.ToImmutableDictionary(question => question.Code);
        var reached = new HashSet<GrievanceCode>();
        Walk(First, [], reached);
        var known = kinds.ToHashSet();
        Refuse(reached.Except(known).Select(kind => $"the answer leads to '{kind}', which is no kind"));
        Refuse(known.Except(reached).Select(kind => $"no answer leads to the kind '{kind}'"));
    }

    public PathQuestion? Find(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    private void Walk(string code, ImmutableList<string> above, HashSet<GrievanceCode> reached)
    {
        Refuse(above.Contains(code) ? [$"the question '{code}' leads back to itself"] : []);
        var question = byCode.GetValueOrDefault(code) ?? throw new ArgumentException($"there is no question '{code}'");
        foreach (var choice in question.Choices)
        {
            if (choice.Kind is { } kind)
            {
                reached.Add(kind);
            }
            else
            {
                Walk(choice.Question!, above.Add(code), reached);
            }
        }
    }

    private static void Refuse(IEnumerable<string> problems)
    {
        if (problems.FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem);
        }
    }
}
