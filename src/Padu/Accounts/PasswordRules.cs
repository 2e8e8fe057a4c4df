using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;
using Padu.Storage;

namespace Padu.Accounts;

/// <summary>
/// What a password must be: long, and not made of what everybody tries first. No composition rules and no expiry: both make people choose
/// worse ones (OWASP ASVS 5.0, 6.2).
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>What must be left when every well-known word is taken out.</summary>
    private const int OwnPart = 6;

    private const int DifferentCharacters = 5;
    private const string CommonFile = "common-passwords.txt";

    /// <summary>Words of this house: the first that somebody who knows the office tries.</summary>
    private static readonly ImmutableArray<string> ContextWords = ["kpu", "ombudsman", "bengkulu", "padu"];

    private readonly ImmutableArray<string> words;

    private PasswordRules(IEnumerable<string> common) => words = Ordered(common.Concat(ContextWords));

    public static PasswordRules Load(string? folder = null)
    {
        try
        {
            var lines = File.ReadAllLines(Path.Combine(folder ?? ReferenceFile.DefaultFolder, CommonFile));
            return new PasswordRules(lines.Where(line => line.Length > 0));
        }
        catch (IOException problem)
        {
            throw new ReferenceDataException(CommonFile, null, "the file is missing or cannot be read.", problem);
        }
    }

    /// <summary>The refusal code, or null when the password may be used.</summary>
    public string? Refuse(string? password, string userName, string displayName)
    {
        if (password is null || password.Length < Shortest)
        {
            return "password.too-short";
        }

        if (password.Length > Longest)
        {
            return "password.too-long";
        }

        var folded = password.ToLowerInvariant();
        if (folded.Distinct().Count() < DifferentCharacters)
        {
            return "password.too-common";
        }

        var own = Ordered(displayName.ToLowerInvariant().Split(' ').Append(userName.ToLowerInvariant()).Where(word => word.Length >= 3));
        return Without(own, Without(words, folded)).Length < OwnPart ? "password.too-common" : null;
    }

    Task<IdentityResult> IPasswordValidator<Account>.ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(
            Refuse(password, user.UserName!, user.DisplayName) is { } code
                ? IdentityResult.Failed(new IdentityError { Code = code })
                : IdentityResult.Success
        );

    private static string Without(ImmutableArray<string> words, string text) =>
        words.Aggregate(text, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    private static ImmutableArray<string> Ordered(IEnumerable<string> words) =>
        [.. words.Distinct().OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
}
