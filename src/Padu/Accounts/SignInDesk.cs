using Microsoft.AspNetCore.Identity;
using NodaTime;
using Padu.Domain;

namespace Padu.Accounts;

/// <summary>How an attempt to sign in ended: an account, or a refusal that says the same for an unknown name and a wrong password.</summary>
public sealed record SignInOutcome(Account? Account, Refusal? Refusal = null);

/// <summary>Looks at passwords and codes, one attempt at a time and slower after failures.</summary>
public sealed class SignInDesk(
    UserManager<Account> users,
    IPasswordHasher<Account> hasher,
    SecondFactor factor,
    AccountDesk accounts,
    SignInDelay delay,
    IClock clock
)
{
    /// <summary>Costs as much as a true password's hash; there is nobody whose password it is.</summary>
    private static string? nobodysHash;

    /// <summary>The first step.</summary>
    /// <param name="device">True when this browser has signed in to this account before: a guesser's failures do not slow its owner.</param>
    public async Task<SignInOutcome> Password(string userName, string password, bool device)
    {
        var name = userName.Trim().ToLowerInvariant();
        var counter = device ? $"perangkat/{name}" : name;
        if (Wait(counter) is { } refusal)
        {
            return new SignInOutcome(null, refusal);
        }

        // The refusal of an over-long password is the same, but its hash is not computed.
        var account = password.Length <= PasswordRules.Longest ? await users.FindByNameAsync(name) : null;
        var right = await IsRight(account, password[..Math.Min(password.Length, PasswordRules.Longest)]);
        if (!right || account!.DisabledAt is not null)
        {
            return new SignInOutcome(null, new Refusal("sign-in.wrong"));
        }

        delay.Succeeded(counter);
        return new SignInOutcome(account);
    }

    /// <summary>The second step, for an account that passed the first.</summary>
    public async Task<SignInOutcome> Code(Account account, string code)
    {
        var counter = $"kode/{account.Id}";
        if (Wait(counter) is { } refusal)
        {
            return new SignInOutcome(null, refusal);
        }

        if (!factor.Use(account, code) || (await accounts.Save(account)).Refusal is not null)
        {
            return new SignInOutcome(null, new Refusal("sign-in.wrong-code", "Code"));
        }

        delay.Succeeded(counter);
        return new SignInOutcome(account);
    }

    /// <summary>Begins an attempt at an invitation's code under the same delay.</summary>
    public Refusal? BeginInvitation(string userName) => Wait($"undangan/{userName.Trim().ToLowerInvariant()}");

    private Refusal? Wait(string counter) =>
        delay.Begin(counter) is var wait && wait > Duration.Zero
            ? new Refusal("sign-in.wait", null, Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)))
            : null;

    private async Task<bool> IsRight(Account? account, string password)
    {
        if (account?.PasswordHash is not null)
        {
            return await users.CheckPasswordAsync(account, password);
        }

        var nobody = account ?? new Account { DisplayName = "", CreatedAt = clock.GetCurrentInstant() };
        nobodysHash ??= hasher.HashPassword(nobody, OneTimeCode.New());
        hasher.VerifyHashedPassword(nobody, nobodysHash, password);
        return false;
    }
}
