using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using Padu.Domain;

namespace Padu.Accounts;

/// <summary>What came of a request about an account.</summary>
/// <param name="Code">An invitation's code: shown once, kept nowhere.</param>
public sealed record AccountOutcome(Account? Account, Refusal? Refusal = null, string? Code = null);

/// <summary>Makes accounts, invites people to them, and changes what is theirs. Not event-sourced: nothing of it may outlive the person's consent.</summary>
public sealed partial class AccountDesk(UserManager<Account> users, PasswordRules rules, IClock clock, ILogger<AccountDesk> log)
{
    public static readonly Duration InvitationLasts = Duration.FromDays(7);

    private const int LongestDisplayName = 100;

    /// <summary>An account that can sign in at once: the first administrator, and the people of a demonstration.</summary>
    public async Task<AccountOutcome> Create(string userName, string displayName, string password, bool mustChangePassword = false)
    {
        var account = New(userName, displayName);
        if (Check(account) is { } refusal)
        {
            return new AccountOutcome(null, refusal);
        }

        account.MustChangePassword = mustChangePassword;
        return Outcome(account, await users.CreateAsync(account, password));
    }

    /// <summary>An account without a password, and the code with which its person sets one.</summary>
    public async Task<AccountOutcome> Add(string userName, string displayName)
    {
        var account = New(userName, displayName);
        if (Check(account) is { } refusal)
        {
            return new AccountOutcome(null, refusal);
        }

        var code = Open(account);
        return Outcome(account, await users.CreateAsync(account)) with { Code = code };
    }

    /// <summary>Begins again for somebody who lost the password or the telephone: the old ones and every session end.</summary>
    public async Task<AccountOutcome> Invite(Guid id)
    {
        if (await Find(id) is not { } account)
        {
            return new AccountOutcome(null, new Refusal("account.unknown"));
        }

        var code = Open(account);
        account.PasswordHash = null;
        SecondFactor.Remove(account);
        return Outcome(account, await users.UpdateSecurityStampAsync(account)) with { Code = code };
    }

    /// <summary>The invited person sets the own password. An unknown name, a wrong code and an old one are answered alike.</summary>
    public async Task<AccountOutcome> Accept(string userName, string code, string password)
    {
        var account = await users.FindByNameAsync(userName);
        var matches = OneTimeCode.Matches(code, account?.InvitationHash);
        if (account is null || !matches || account.DisabledAt is not null || account.InvitationUntil <= clock.GetCurrentInstant())
        {
            return new AccountOutcome(null, new Refusal("invitation.wrong"));
        }

        if (rules.Refuse(password, account.UserName!, account.DisplayName) is { } refused)
        {
            return new AccountOutcome(null, new Refusal(refused, "Password", PasswordRules.Shortest));
        }

        account.InvitationHash = null;
        account.InvitationUntil = null;
        account.MustChangePassword = false;
        return Outcome(account, await users.AddPasswordAsync(account, password));
    }

    /// <summary>Changes the own password; every other session of the account ends.</summary>
    public async Task<AccountOutcome> ChangePassword(Account account, string current, string password)
    {
        if (!await users.CheckPasswordAsync(account, current))
        {
            return new AccountOutcome(null, new Refusal("password.wrong", "Current"));
        }

        if (current == password)
        {
            return new AccountOutcome(null, new Refusal("password.same", "Password"));
        }

        account.MustChangePassword = false;
        return Outcome(account, await users.ChangePasswordAsync(account, current, password));
    }

    /// <summary>Ends every session of the account, here and elsewhere.</summary>
    public async Task<AccountOutcome> EndSessions(Account account) => Outcome(account, await users.UpdateSecurityStampAsync(account));

    public async Task<AccountOutcome> Disable(Guid id) => await Change(id, account => account.DisabledAt ??= clock.GetCurrentInstant());

    public async Task<AccountOutcome> Enable(Guid id) => await Change(id, account => account.DisabledAt = null);

    public async Task<AccountOutcome> Save(Account account) => Outcome(account, await users.UpdateAsync(account));

    public Task<Account?> Find(Guid id) => users.FindByIdAsync(id.ToString("D", CultureInfo.InvariantCulture));

    /// <summary>What no name of a person needs: controls, line breaks, and marks that turn text around.</summary>
    private static bool IsPlain(string text) =>
        !text.Any(character => char.IsControl(character) || character is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,39}$")]
    private static partial Regex UserNames();

    private async Task<AccountOutcome> Change(Guid id, Action<Account> change)
    {
        if (await Find(id) is not { } account)
        {
            return new AccountOutcome(null, new Refusal("account.unknown"));
        }

        change(account);
        return Outcome(account, await users.UpdateSecurityStampAsync(account));
    }

    private Account New(string userName, string displayName) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = userName.Trim().ToLowerInvariant(),
            DisplayName = displayName.Trim(),
            CreatedAt = clock.GetCurrentInstant(),
        };

    private static Refusal? Check(Account account) =>
        !UserNames().IsMatch(account.UserName!) ? new Refusal("account.user-name-malformed", "UserName")
        : account.DisplayName.Length is < 2 or > LongestDisplayName || !IsPlain(account.DisplayName)
            ? new Refusal("account.display-name-malformed", "DisplayName", LongestDisplayName)
        : null;

    private string Open(Account account)
    {
        var code = OneTimeCode.New();
        account.InvitationHash = OneTimeCode.Hash(code);
        account.InvitationUntil = clock.GetCurrentInstant() + InvitationLasts;
        return code;
    }

    private AccountOutcome Outcome(Account account, IdentityResult result)
    {
        if (result.Succeeded)
        {
            log.LogInformation("Account {Account} changed", account.Id);
            return new AccountOutcome(account);
        }

        return new AccountOutcome(
            null,
            result.Errors.First().Code switch
            {
                nameof(IdentityErrorDescriber.DuplicateUserName) => new Refusal("account.user-name-taken", "UserName"),
                nameof(IdentityErrorDescriber.ConcurrencyFailure) => new Refusal("account.changed-meanwhile"),
                var code when code.StartsWith("password.", StringComparison.Ordinal) => new Refusal(
                    code,
                    "Password",
                    PasswordRules.Shortest
                ),
                var other => throw new InvalidOperationException($"Identity refused with {other}."),
            }
        );
    }
}
