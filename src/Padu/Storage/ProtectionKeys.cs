using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Padu.Storage;

/// <summary>A key by which cookies and form tokens are protected, sealed under a secret outside the database.</summary>
public sealed record ProtectionKeyRow(string Name, byte[] Sealed, Instant MadeAt);

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<ProtectionKeyRow> builder) => builder.ToTable("protection_keys").HasKey(row => row.Name);
}

/// <summary>
/// Keeps the keys of cookies and form tokens in the database, so that a session goes on after a restart and on every server of an installation. Who
/// reads the database alone can make no cookie.
/// </summary>
internal sealed class ProtectionKeys(IDbContextFactory<PaduDb> contexts, Journal journal, KeyFiles keys, IClock clock) : IXmlRepository
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.Pepper, 32, info: "padu.protection.v1"u8.ToArray());

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<ProtectionKeyRow>().OrderBy(row => row.MadeAt).AsEnumerable().Select(Open)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var plain = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        var row = new ProtectionKeyRow(
            friendlyName,
            Sealing.Encrypt(_key, plain, Encoding.UTF8.GetBytes(friendlyName)),
            clock.GetCurrentInstant().ToMicroseconds()
        );
#pragma warning disable VSTHRD002 // The library asks for a key without waiting for tasks; the writer has threads of its own.
        journal.Store(row).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    private XElement Open(ProtectionKeyRow row) =>
        Sealing.Decrypt(_key, row.Sealed, Encoding.UTF8.GetBytes(row.Name)) is { } plain
            ? XElement.Parse(Encoding.UTF8.GetString(plain))
            : throw new CryptographicException($"The protection key {row.Name} does not open with the pepper of this folder.");
}

internal static class ProtectionServices
{
    public static IServiceCollection AddProtectionKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("padu");
        services.AddSingleton<ProtectionKeys>();
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceProvider>((options, provider) => options.XmlRepository = provider.GetRequiredService<ProtectionKeys>());
        // It warns that keys lie open in their store: it does not know that the store seals them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        return services;
    }
}
