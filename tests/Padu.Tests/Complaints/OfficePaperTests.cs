using NodaTime;
using Padu.Complaints;
using Padu.Domain.Complaints;
using Padu.Domain.Organisations;
using Padu.Storage;
using Padu.Tests.Storage;

namespace Padu.Tests.Complaints;

/// <summary>What is drawn as the office's own and what is sealed as such are the same (docs/adr/0011).</summary>
public sealed class OfficePaperTests
{
    private static readonly ComplaintStream Stream = new();

    public static TheoryData<string> Names => [.. Stream.Names.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_officer_reads_as_the_offices_own_paper_is_sealed_as_that(string name)
    {
        var fact = (ComplaintEvent)Specimen.Of(Stream.Names[name]);
        var at = Instant.FromUtc(2026, 11, 12, 1, 44);
        var recorded = new Recorded<ComplaintEvent>(1, Guid.Empty, 2, name, fact, at, at, "jabatan", new OfficeCode("kpu-17"), true, false);
        var isPaper = CaseTimeline
            .For(TimelineReader.Officer, [recorded])
            .Any(entry => entry is { Tone: EntryTone.Internal, Body: not null });
        Assert.Equal(isPaper, Stream.CustodyOf(fact).Purpose == KeyPurpose.Internal);
        Assert.DoesNotContain(
            CaseTimeline.For(TimelineReader.ComplainantAgain, [recorded]),
            entry => entry.Tone == EntryTone.Internal || (isPaper && entry.Body is not null)
        );
    }
}
