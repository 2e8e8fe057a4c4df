using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Padu.Tests.Documents;

/// <summary>Speaks as clamd does: VERSION, PING, INSTREAM; finds the one test string. It may be away, or say anything else.</summary>
internal sealed class FakeClamd : IDisposable
{
    public const string Version = "ClamAV 1.4.6/27000/Wed Nov 11 08:31:14 2026";

    private readonly CancellationTokenSource _stop = new();
    private readonly Socket _listener;

    public FakeClamd(string? unixPath = null)
    {
        _listener = unixPath is null
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(unixPath is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(unixPath));
        _listener.Listen();
        Address = unixPath is null
            ? new Uri($"tcp://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}")
            : new Uri($"unix:{unixPath}");
        _ = Task.Run(Listen);
    }

    public Uri Address { get; }

    /// <summary>Hangs up on everybody.</summary>
    public bool IsAway { get; set; }

    /// <summary>Takes the file and never answers.</summary>
    public bool IsSilent { get; set; }

    /// <summary>After so many bytes it says that this is too much.</summary>
    public long Most { get; set; } = long.MaxValue;

    /// <summary>Said instead of any finding.</summary>
    public string? Instead { get; set; }

    public int Scans { get; private set; }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Listen()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stop.Token);
                _ = Task.Run(() => Serve(socket));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket socket)
    {
        using var mine = socket;
        if (IsAway)
        {
            return;
        }

        await using var stream = new NetworkStream(socket);
        try
        {
            var answer = await Command(stream) switch
            {
                "zPING" => "PONG",
                "zVERSION" => Version,
                "zINSTREAM" => await Scan(stream),
                _ => "UNKNOWN COMMAND",
            };
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The other side is gone.
            return;
        }
    }

    private static async Task<string> Command(NetworkStream stream)
    {
        var text = new StringBuilder();
        for (var one = new byte[1]; await stream.ReadAsync(one) == 1 && one[0] != 0; )
        {
            text.Append((char)one[0]);
        }

        return text.ToString();
    }

    private async Task<string> Scan(NetworkStream stream)
    {
        using var content = new MemoryStream();
        var head = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(head);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (length == 0)
            {
                break;
            }

            var piece = new byte[length];
            await stream.ReadExactlyAsync(piece);
            content.Write(piece);
            if (content.Length > Most)
            {
                return "INSTREAM size limit exceeded. ERROR";
            }
        }

        Scans++;
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        return Instead
            ?? (
                content.ToArray().AsSpan().IndexOf("EICAR-STANDARD-ANTIVIRUS-TEST-FILE"u8) >= 0
                    ? "stream: Eicar-Signature FOUND"
                    : "stream: OK"
            );
    }
}
