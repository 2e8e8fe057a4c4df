using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NodaTime;
using Padu.Domain;

namespace Padu.Documents;

/// <summary>
/// How much visitors upload in an hour: per session, and far more generously per address, because a village may be behind one. Never per office: then
/// one sender could mute it for all. Signed-in staff is not counted. What is counted is forgotten with the hour and lies in no table.
/// </summary>
public sealed class UploadMeter(IClock clock)
{
    public const long MostOfSession = 150L * Mebibyte;
    public const long MostOfAddress = 1500L * Mebibyte;

    private const long Mebibyte = 1024 * 1024;
    private const int MostRemembered = 50_000;
    private static readonly Duration Window = Duration.FromHours(1);
    private readonly ConcurrentDictionary<string, (long Bytes, Instant Since)> _used = new(StringComparer.Ordinal);

    /// <summary>Counts the bytes, or refuses them and counts nothing.</summary>
    public Refusal? Take(Visitor visitor, long bytes)
    {
        var now = clock.GetCurrentInstant();
        Forget(now);
        var session = visitor.Session.ToString("N");
        var address = KeyOf(visitor.Address);
        if (Left(session, MostOfSession, now) < bytes || (address is not null && Left(address, MostOfAddress, now) < bytes))
        {
            return new Refusal("evidence.hour-full", "Files");
        }

        Add(session, bytes, now);
        if (address is not null)
        {
            Add(address, bytes, now);
        }

        return null;
    }

    private long Left(string key, long most, Instant now) =>
        _used.TryGetValue(key, out var used) && now - used.Since < Window ? most - used.Bytes : most;

    private void Add(string key, long bytes, Instant now) =>
        _used.AddOrUpdate(
            key,
            (bytes, now),
            (_, used) => now - used.Since < Window ? used with { Bytes = used.Bytes + bytes } : (bytes, now)
        );

    private void Forget(Instant now)
    {
        if (_used.Count > MostRemembered)
        {
            foreach (var (key, used) in _used)
            {
                if (now - used.Since >= Window)
                {
                    _used.TryRemove(key, out _);
                }
            }
        }
    }

    /// <summary>
    /// A household has a /64. The machine itself and private networks are a proxy or an office: counting those would mute everybody behind them.
    /// </summary>
    private static string? KeyOf(IPAddress? address)
    {
        if (address is null || IPAddress.IsLoopback(address))
        {
            return null;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? bytes is [10, ..] or [192, 168, ..] or [172, >= 16 and < 32, ..] or [127, ..]
                ? null
                : plain.ToString()
            : plain.IsIPv6UniqueLocal || plain.IsIPv6LinkLocal
                ? null
                : Convert.ToHexString(bytes.AsSpan(0, 8));
    }
}
