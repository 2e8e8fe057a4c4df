using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using Padu.Storage;

namespace Padu.Accounts;

/// <summary>The second factor of an account: an authenticator's key, sealed at rest, and ten codes on paper for the day the telephone is lost.</summary>
public sealed class SecondFactor(KeyFiles keys, IDataProtectionProvider protection, IClock clock)
{
    private const int RecoveryCodes = 10;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Made from a key file and not from the sessions' ring: a restored backup must still know everybody's authenticator.</summary>
    private readonly byte[] atRest = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Pepper, 32, info: "padu/accounts/totp/v1"u8.ToArray());

    private readonly IDataProtector inForm = protection.CreateProtector("Padu.Accounts.Totp.Setup");

    /// <summary>Sets up a key that the person has shown to hold, and returns the recovery codes to show once; null when the code is wrong.</summary>
    public IReadOnlyList<string>? SetUp(Account account, byte[] key, string code)
    {
        if (Totp.Match(key, code, clock.GetCurrentInstant(), 0) is not { } step)
        {
            return null;
        }

        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => OneTimeCode.New()).ToList();
        account.TotpKey = Close(account.Id, key);
        account.TotpLastStep = step;
        account.RecoveryHashes = string.Join(' ', codes.Select(OneTimeCode.Hash));
        return codes;
    }

    public static void Remove(Account account)
    {
        account.TotpKey = null;
        account.TotpLastStep = 0;
        account.RecoveryHashes = "";
    }

    public static int RecoveryCodesLeft(Account account) => Hashes(account).Length;

    /// <summary>Uses up a code of the authenticator or a recovery code; the account must be saved before the session begins.</summary>
    public bool Use(Account account, string code)
    {
        if (OneTimeCode.IsWellFormed(code))
        {
            var hash = OneTimeCode.Hash(code);
            var hashes = Hashes(account);
            account.RecoveryHashes = string.Join(' ', hashes.Where(known => known != hash));
            return hashes.Contains(hash);
        }

        if (
            account.TotpKey is null
            || Totp.Match(Open(account.Id, account.TotpKey), code, clock.GetCurrentInstant(), account.TotpLastStep) is not { } step
        )
        {
            return false;
        }

        account.TotpLastStep = step;
        return true;
    }

    /// <summary>A new key on its way through the set-up form: readable only by this installation, and only for this account.</summary>
    public string Seal(Guid account, byte[] key) => Convert.ToBase64String(inForm.CreateProtector(account.ToString("N")).Protect(key));

    /// <summary>The key of a set-up form; null when it is not one of ours for this account.</summary>
    public byte[]? Unseal(Guid account, string? text)
    {
        try
        {
            return text is null ? null : inForm.CreateProtector(account.ToString("N")).Unprotect(Convert.FromBase64String(text));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private string Close(Guid account, byte[] key)
    {
        var sealedKey = new byte[NonceBytes + key.Length + TagBytes];
        var nonce = sealedKey.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(atRest, TagBytes);
        aes.Encrypt(nonce, key, sealedKey.AsSpan(NonceBytes, key.Length), sealedKey.AsSpan(NonceBytes + key.Length), account.ToByteArray());
        return Convert.ToBase64String(sealedKey);
    }

    private byte[] Open(Guid account, string text)
    {
        var sealedKey = Convert.FromBase64String(text);
        var key = new byte[sealedKey.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(atRest, TagBytes);
        aes.Decrypt(
            sealedKey.AsSpan(0, NonceBytes),
            sealedKey.AsSpan(NonceBytes, key.Length),
            sealedKey.AsSpan(NonceBytes + key.Length),
            key,
            account.ToByteArray()
        );
        return key;
    }

    private static string[] Hashes(Account account) => account.RecoveryHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
