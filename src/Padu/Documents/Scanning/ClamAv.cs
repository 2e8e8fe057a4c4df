using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Padu.Documents;

/// <summary>ClamAV's daemon over its socket: <c>INSTREAM</c>, so that it needs no right to read our files.</summary>
/// <param name="address"><c>tcp://127.0.0.1:3310</c> or <c>unix:/run/clamav/clamd.ctl</c>.</param>
public sealed class ClamAv(Uri address) : IFileScanner
{
    private const int Piece = 64 * 1024;
    private const int LongestAnswer = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsSetUp => true;

    public async Task<ScanVerdict> Scan(Stream content, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var version = await Ask("zVERSION\0", null, limit.Token);
            var answer = await Ask("zINSTREAM\0", content, limit.Token);
            return answer.EndsWith(" OK", StringComparison.Ordinal) ? new ScanVerdict.Clean(version)
                : answer.EndsWith(" FOUND", StringComparison.Ordinal) ? new ScanVerdict.Infected(FindingOf(answer))
                : answer.Length == 0 ? new ScanVerdict.Unreachable()
                : new ScanVerdict.NotTaken();
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return new ScanVerdict.Unreachable();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ScanVerdict.Unreachable();
        }
    }

    public async Task<bool> Answers(CancellationToken cancel)
    {
        try
        {
            return await Ask("zPING\0", null, cancel) == "PONG";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task<string> Ask(string command, Stream? content, CancellationToken cancel)
    {
        using var socket = await Connect(cancel);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(command), cancel);
        if (content is not null)
        {
            try
            {
                await Send(content, stream, cancel);
            }
            catch (IOException)
            {
                // Of a file that is too long for it clamd says so and hangs up while we still write: its words are read all the same.
            }
        }

        return Printable(await Answer(stream, cancel));
    }

    /// <summary>Its words up to the zero that ends them, or up to where it hung up.</summary>
    private static async Task<string> Answer(NetworkStream stream, CancellationToken cancel)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        try
        {
            for (int read; length < answer.Length && (read = await stream.ReadAsync(answer.AsMemory(length), cancel)) > 0; )
            {
                length += read;
                if (answer[length - 1] == 0)
                {
                    break;
                }
            }
        }
        catch (IOException) when (length > 0)
        {
            // It spoke and hung up on what we still sent.
        }

        return Encoding.ASCII.GetString(answer, 0, length);
    }

    private static async Task Send(Stream content, NetworkStream stream, CancellationToken cancel)
    {
        var piece = new byte[4 + Piece];
        for (int read; (read = await content.ReadAtLeastAsync(piece.AsMemory(4), Piece, throwOnEndOfStream: false, cancel)) > 0; )
        {
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await stream.WriteAsync(piece.AsMemory(0, 4 + read), cancel);
        }

        await stream.WriteAsync(new byte[4], cancel);
    }

    private async Task<Socket> Connect(CancellationToken cancel)
    {
        var isLocal = address.Scheme == "unix";
        var socket = isLocal
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (
                isLocal
                    ? socket.ConnectAsync(new UnixDomainSocketEndPoint(address.AbsolutePath), cancel)
                    : socket.ConnectAsync(address.Host, address.Port, cancel)
            );
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary><c>stream: Eicar-Signature FOUND</c>.</summary>
    private static string FindingOf(string answer) => answer["stream: ".Length..^" FOUND".Length];

    private static string Printable(string answer) => new([.. answer.Where(letter => letter is >= ' ' and <= '~').Take(200)]);
}
