using Padu.Bench;

namespace Padu.Tests.Drills;

/// <summary>The short form of <c>./dev drill crash</c>.</summary>
public sealed class CrashDrillTests
{
    [Fact]
    public async Task Two_kills_under_filings_lose_and_double_nothing()
    {
        var report = await CrashDrill.Run(2, 8, null, TestContext.Current.SendDiagnosticMessage, TestContext.Current.CancellationToken);

        Assert.True(report.IsSound, report.ToString());
        Assert.True(report.Acknowledged >= 16, report.ToString());
    }

    /// <summary>The short form of <c>./dev drill two-nodes</c>.</summary>
    [Fact]
    public async Task Two_nodes_killed_in_turn_lose_double_and_skip_nothing()
    {
        var database = TestPostgres.Create();
        try
        {
            var report = await CrashDrill.Run(
                2,
                8,
                database,
                TestContext.Current.SendDiagnosticMessage,
                TestContext.Current.CancellationToken
            );

            Assert.True(report.IsSound, report.ToString());
            Assert.True(report.Acknowledged >= 16, report.ToString());
        }
        finally
        {
            TestPostgres.Drop(database);
        }
    }
}
