using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;

namespace Padu.Domain.Organisations;

/// <summary>What may be done with a post.</summary>
public static class Posts
{
    public static Decision<PostEvent> Decide(Post post, PostCommand command, PostContext context) =>
        command switch
        {
            PostCommand.Create create => Create(post, create, context),
            _ when !post.Exists => new Refusal("post.unknown"),
            _ when !Administration.MayFill(context.Actor, context.Office, post.Role) => new Refusal("post.not-yours"),
            _ when post.AbolishedOn is not null => new Refusal("post.abolished"),
            PostCommand.Appoint appoint => Appoint(post, appoint, context),
            PostCommand.End end => End(post, end, context),
            PostCommand.HandOver handOver => HandOver(post, handOver, context),
            PostCommand.Abolish abolish => Abolish(post, abolish),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };

    /// <law>access.md: the roles of each institution; one custodian in each; a unit officer sees the own unit's cases, so there must be one.</law>
    private static Decision<PostEvent> Create(Post post, PostCommand.Create create, PostContext context) =>
        create switch
        {
            _ when post.Exists => new Refusal("post.exists"),
            { Office: null } => new Refusal("post.office-unknown", nameof(create.Office)),
            _ when !Administration.MayFill(context.Actor, create.Office, create.Role) => new Refusal("post.not-yours"),
            _ when !Fits(create.Role, create.Office) => new Refusal("post.role-not-here", nameof(create.Role)),
            { Role: Role.UnitOfficer, Unit: null } => new Refusal("post.unit-required", nameof(create.Unit)),
            { Unit: { } unit } when !context.Units.Contains(unit) => new Refusal("post.unit-unknown", nameof(create.Unit)),
            { Role: Role.Custodian } when context.HasCustodian => new Refusal("post.custodian-exists", nameof(create.Role)),
            _ => new PostEvent.Created(create.Id, create.Office.Code, create.Role, create.Unit, create.Title),
        };

    /// <summary>Which role an office can have. An addressee without a desk here has none.</summary>
    public static bool Fits(Role role, Office office) =>
        (office.Institution, role) switch
        {
            (Institution.Other, _) => false,
            (_, Role.CooperationSecretariat or Role.Auditor) => true,
            // One custodian an institution, and one operator an installation: both sit where the agreement is signed, not in a regency.
            (_, Role.Custodian or Role.Operator) => office.Level != OfficeLevel.Regency,
            (Institution.Kpu, Role.FrontDesk or Role.UnitOfficer or Role.AgencyAdmin or Role.Head) => true,
            (Institution.Ombudsman, Role.OmbudsmanAssistant) => true,
            (Institution.Ombudsman, Role.OmbudsmanHead) => office.Level == OfficeLevel.Province,
            (Institution.Ombudsman, Role.OmbudsmanNationalHead) => office.Level == OfficeLevel.National,
            (Institution.Kpu or Institution.Ombudsman, _) => false,
            _ => throw new UnreachableException($"No roles for {office.Institution}."),
        };

    /// <law>UU 30/2014 art. 14(2): plh stands in for a definitive holder who is temporarily absent, plt where there is none.</law>
    private static Decision<PostEvent> Appoint(Post post, PostCommand.Appoint appoint, PostContext context)
    {
        var others = post.Holdings.Where(holding => holding.ReachesBeyond(appoint.From)).ToImmutableArray();
        bool Held(Capacity capacity) => others.Any(holding => holding.Capacity == capacity);
        var definitive = others.FirstOrDefault(holding => holding.Capacity == Capacity.Definitive && holding.IsOn(appoint.From));
        var appointed = new PostEvent.Appointed(appoint.Account, appoint.From, appoint.Capacity);
        return appoint.Capacity switch
        {
            // A right that began in the past would make acts lawful after the fact; a correction of paper is no reason for that.
            _ when appoint.From < context.Today => new Refusal("post.appointed-in-the-past", nameof(appoint.From)),
            _ when context.Elsewhere is { } elsewhere && elsewhere != context.Office!.Institution => new Refusal(
                "post.other-institution",
                nameof(appoint.Account)
            ),
            _ when others.Any(holding => holding.Account == appoint.Account) => new Refusal("post.already-holder", nameof(appoint.Account)),
            Capacity.Definitive when Held(Capacity.Definitive) => new Refusal("post.held", nameof(appoint.Capacity)),
            Capacity.Definitive when Held(Capacity.Acting) => new Refusal("post.acting-holder-stays", nameof(appoint.Capacity)),
            Capacity.Daily when definitive is null => new Refusal("post.nobody-to-stand-in-for", nameof(appoint.Capacity)),
            Capacity.Daily when Held(Capacity.Daily) => new Refusal("post.stood-in-for", nameof(appoint.Capacity)),
            Capacity.Acting when Held(Capacity.Definitive) => new Refusal("post.held", nameof(appoint.Capacity)),
            Capacity.Acting when Held(Capacity.Acting) => new Refusal("post.acting-holder-stays", nameof(appoint.Capacity)),
            // Nobody stands in longer than the one stood in for holds the post.
            Capacity.Daily when definitive?.Until is { } until => ImmutableArray.Create<PostEvent>(
                appointed,
                new PostEvent.Ended(appoint.Account, until)
            ),
            Capacity.Definitive or Capacity.Daily or Capacity.Acting => appointed,
            _ => throw new UnreachableException($"No rule for {appoint.Capacity}."),
        };
    }

    /// <summary>
    /// Ends a holding, or brings a planned end forward. When the definitive holder goes, nobody is left to stand in for: an open plh ends with it.
    /// </summary>
    private static Decision<PostEvent> End(Post post, PostCommand.End end, PostContext context)
    {
        var holding = post.HoldingToEnd(end.Account, end.Until);
        if (holding is null)
        {
            return new Refusal("post.not-holder", nameof(end.Account));
        }

        // What was done in between was done by right.
        if (end.Until < context.Today)
        {
            return new Refusal("post.ended-in-the-past", nameof(end.Until));
        }

        if (end.Until < holding.From)
        {
            return new Refusal("post.dates-reversed", nameof(end.Until));
        }

        // Several may have been planned, one after the other.
        var daily = post
            .Holdings.Where(other =>
                holding.Capacity == Capacity.Definitive && other.Capacity == Capacity.Daily && other.ReachesBeyond(end.Until)
            )
            .OrderBy(other => other.From)
            .Select(other => new PostEvent.Ended(other.Account, LocalDate.Max(other.From, end.Until)));
        return ImmutableArray.Create<PostEvent>([new PostEvent.Ended(end.Account, end.Until), .. daily]);
    }

    /// <law>UU 30/2014 art. 14; access.md: rights follow the post. One act, so that the post is neither empty nor held twice in between.</law>
    private static Decision<PostEvent> HandOver(Post post, PostCommand.HandOver handOver, PostContext context)
    {
        if (handOver.To == handOver.From)
        {
            return new Refusal("post.same-person", nameof(handOver.To));
        }

        var ended = End(post, new PostCommand.End(handOver.From, handOver.On), context);
        if (ended.Refusal is { } refusal)
        {
            return refusal with { Field = refusal.Field == nameof(PostCommand.End.Until) ? nameof(handOver.On) : refusal.Field };
        }

        var after = ended.Events.Aggregate(post, (state, fact) => Post.Evolve(state, fact, default));
        var appointed = Appoint(after, new PostCommand.Appoint(handOver.To, handOver.On, handOver.Capacity), context);
        return appointed.Refusal is { } no
            ? no with
            {
                Field =
                    no.Field == nameof(PostCommand.Appoint.Account) ? nameof(handOver.To)
                    : no.Field == nameof(PostCommand.Appoint.From) ? nameof(handOver.On)
                    : no.Field,
            }
            : ImmutableArray.Create<PostEvent>([.. ended.Events, .. appointed.Events]);
    }

    private static Decision<PostEvent> Abolish(Post post, PostCommand.Abolish abolish) =>
        post switch
        {
            { Role: Role.Custodian } => new Refusal("post.custodian-stays"),
            _ when post.Holdings.Any(holding => !holding.IsOverOn(abolish.On)) => new Refusal("post.held", nameof(abolish.On)),
            _ => new PostEvent.Abolished(abolish.On),
        };
}
