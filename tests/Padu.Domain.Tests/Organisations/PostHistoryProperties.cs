using CsCheck;
using NodaTime;
using Padu.Domain.Organisations;

namespace Padu.Domain.Tests.Organisations;

/// <summary>Whatever is asked of a post in whatever order: nobody's right overlaps another's where the law knows only one.</summary>
public class PostHistoryProperties
{
    private static readonly LocalDate Start = new(2026, 1, 1);
    private static readonly Guid[] Accounts = [.. Enumerable.Range(1, 4).Select(n => new Guid(n, 0, 0, new byte[8]))];

    private static readonly Gen<(int Day, PostCommand Command)> Step = Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 3],
            Gen.Int[-3, 40],
            Gen.Int[0, 11]
        )
        .Select(
            (later, who, ahead, kind) =>
                (
                    later,
                    kind switch
                    {
                        < 6 => (PostCommand)new PostCommand.Appoint(Accounts[who], Start.PlusDays(ahead), (Capacity)(kind % 3)),
                        < 9 => new PostCommand.End(Accounts[who], Start.PlusDays(ahead)),
                        < 11 => new PostCommand.HandOver(
                            Accounts[who],
                            Accounts[(who + kind) % Accounts.Length],
                            Start.PlusDays(ahead),
                            (Capacity)(kind % 2 * 2)
                        ),
                        _ => new PostCommand.Abolish(Start.PlusDays(ahead)),
                    }
                )
        );

    [Fact]
    public void Any_history_leaves_one_definitive_one_daily_and_no_acting_beside_a_definitive() =>
        Step.Array[0, 40]
            .Sample(
                steps =>
                {
                    var post = History(steps);
                    for (var day = Start.PlusDays(-5); day <= Start.PlusDays(60); day = day.PlusDays(1))
                    {
                        var holders = post.HoldersOn(day).ToList();
                        int Count(Capacity capacity) => holders.Count(holding => holding.Capacity == capacity);
                        Assert.True(Count(Capacity.Definitive) + Count(Capacity.Acting) <= 1);
                        Assert.True(Count(Capacity.Daily) <= Count(Capacity.Definitive));
                        Assert.Equal(holders.Count, holders.Select(holding => holding.Account).Distinct().Count());
                        Assert.True(post.AbolishedOn is not { } on || day < on || holders.Count == 0);
                    }
                },
                iter: 3000
            );

    private static Post History((int Day, PostCommand Command)[] steps)
    {
        var office = new Office(new("kpu-17.71"), "KPU Kota", Institution.Kpu, OfficeLevel.Regency, null, new RegionCode("17.71"));
        var today = Start;
        var create = new PostCommand.Create(new PostId(Accounts[0]), office, Role.Head, null, new TitleCode("ketua"));
        var post = Run(Post.None, create, office, today);
        foreach (var (later, command) in steps)
        {
            today = today.PlusDays(later);
            post = Run(post, command, office, today);
        }

        return post;
    }

    private static Post Run(Post post, PostCommand command, Office office, LocalDate today) =>
        Posts
            .Decide(post, command, new PostContext(new Actor.System(), office, today, []))
            .Events.Aggregate(post, (state, fact) => Post.Evolve(state, fact, Instant.FromUtc(2026, 1, 1, 0, 0)));
}
