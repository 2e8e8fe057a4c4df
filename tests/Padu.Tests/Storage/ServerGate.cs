using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Padu.Tests.Storage;

/// <summary>A way to the server that can be shut: what stands behind it is then away for whoever came through here, and for nobody else.</summary>
public sealed class ServerGate : IDisposable
{
    // As a statement ends on the wire; the level of isolation bears the same letters.
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();
    private readonly ConcurrentDictionary<TcpClient, TcpClient> _passing = new();
    private readonly int _port;
    private readonly (string Host, int Port) _behind;
    private TcpListener? _listener;
    private volatile bool _cutsCommit;

    public ServerGate(string connectionString)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        _behind = (server.Host!, server.Port);
        Open();
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = _port }.ConnectionString;
    }

    public string ConnectionString { get; }

    public void Open()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        _ = Accept(_listener);
    }

    public void Shut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var client in _passing.Keys)
        {
            Part(client);
        }
    }

    /// <summary>The next commit reaches the server, and its answer nobody.</summary>
    public void LoseNextCommit() => _cutsCommit = true;

    public void Dispose() => Shut();

    private async Task Accept(TcpListener listener)
    {
        while (true)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                _passing[client] = server;
                await server.ConnectAsync(_behind.Host, _behind.Port);
                _ = Pass(client, client, server, isAsking: true);
                _ = Pass(client, server, client, isAsking: false);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Pass(TcpClient key, TcpClient from, TcpClient to, bool isAsking)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is var read and > 0)
            {
                if (isAsking && _cutsCommit && buffer.AsSpan(0, read).IndexOf(Commit) >= 0)
                {
                    _cutsCommit = false;
                    key.Client.Shutdown(SocketShutdown.Send);
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
                    await Task.Delay(300);
                    break;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone, and so is the other.
        }

        Part(key);
    }

    private void Part(TcpClient client)
    {
        if (_passing.TryRemove(client, out var server))
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
