using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Padu.Organisations;
using Padu.Tests.Agreements;
using Padu.Web;

namespace Padu.Tests.Organisations;

/// <summary>What waits is kept for each state of the journal, and told no longer than it is true.</summary>
public sealed class WaitingKeptTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_is_asked_again_when_somebody_wrote_or_the_day_moved_on_and_not_before()
    {
        CultureInfo.CurrentUICulture = Languages.All[0];
        await site.Owe(TestSite.Ombudsman, on: new LocalDate(2026, 11, 15));
        var waits = site.Services.GetRequiredService<WhatWaits>();
        var head = site.Post("kepala-ombudsman");
        // A sweep may write in between, once.
        await Mail.Until(async () => ReferenceEquals(await waits.For(head, Cancel), await waits.For(head, Cancel)));
        Assert.NotSame(await waits.For(head, Cancel), await waits.For(site.Post("asisten-ombudsman"), Cancel));

        await site.Owe(TestSite.Ombudsman, on: new LocalDate(2026, 11, 14));
        Assert.Contains(await waits.For(head, Cancel), line => line.By == new LocalDate(2026, 11, 14));

        var before = await waits.For(head, Cancel);
        site.Clock.Now += Duration.FromDays(1);
        var next = await waits.For(head, Cancel);
        Assert.NotEqual(before.Select(line => line.How.Words), next.Select(line => line.How.Words));
    }
}
