using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Padu.Complaints;
using Padu.Documents;
using Padu.Domain.Complaints;
using Padu.Storage;
using Padu.Web;

namespace Padu.Tests.Documents;

/// <summary>A site with a scanner, and a disk that is full when a test says so.</summary>
public sealed class EvidenceSite : TestSite
{
    internal FakeClamd Clamd { get; } = new();

    internal SetSpace Space => (SetSpace)Services.GetRequiredService<FreeSpace>();

    protected override HostSettings Settings(HostSettings settings) => settings with { ClamAv = Clamd.Address };

    protected override void Adjust(WebApplicationBuilder builder) =>
        builder.Services.Replace(ServiceDescriptor.Singleton<FreeSpace, SetSpace>());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Clamd.Dispose();
    }

    /// <summary>Filed past the check at the door, as if the scanner had learned of it only later.</summary>
    internal async Task<Complaint> FileStored(byte[] bytes, string name)
    {
        var stored = (await Services.GetRequiredService<IBlobStore>().Put(new MemoryStream(bytes), bytes.Length))!;
        ImmutableArray<Evidence> evidence = [new Evidence(stored.Hash, name, "text/plain", stored.Bytes, stored.Key)];
        return await File(City, evidence: evidence);
    }

    /// <summary>What is known of the first file of a case, once it is known.</summary>
    internal async Task<KeptFile> Until(Complaint complaint, ScanWord word)
    {
        for (var wait = 0; ; wait++)
        {
            var cancel = TestContext.Current.CancellationToken;
            var state = await Queries.State(complaint.Id, cancel);
            var kept = await Services.GetRequiredService<CaseCustody>().Of(state, await Queries.History(complaint.Id, cancel), cancel);
            if (kept[0].Scan == word)
            {
                return kept[0];
            }

            Assert.True(wait < 300, $"The file is still '{kept[0].Scan}', not '{word}'.");
            await Task.Delay(100, cancel);
        }
    }

    internal sealed class SetSpace(DataFolder folder) : FreeSpace(folder)
    {
        public bool IsFull { get; set; }

        protected override long Bytes => IsFull ? Floor : long.MaxValue;
    }
}
