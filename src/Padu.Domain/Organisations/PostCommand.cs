using System.Collections.Immutable;
using NodaTime;

namespace Padu.Domain.Organisations;

/// <summary>Every request to a post.</summary>
public abstract record PostCommand
{
    private PostCommand() { }

    /// <param name="Office">The office as the register knows it; null when there is no such office.</param>
    public sealed record Create(PostId Id, Office? Office, Role Role, UnitCode? Unit, TitleCode Title) : PostCommand;

    public sealed record Appoint(Guid Account, LocalDate From, Capacity Capacity) : PostCommand;

    public sealed record End(Guid Account, LocalDate Until) : PostCommand;

    /// <summary>From one holder to another on a day: the first ends and the second begins, in whatever capacity.</summary>
    public sealed record HandOver(Guid From, Guid To, LocalDate On, Capacity Capacity) : PostCommand;

    public sealed record Abolish(LocalDate On) : PostCommand;
}

/// <summary>What a decision about a post is told beside the command.</summary>
/// <param name="Actor">Who asks.</param>
/// <param name="Office">The office of an existing post, as the register knows it; for a new post the command brings it.</param>
/// <param name="Today">The date where that office sits.</param>
/// <param name="Units">The units an office of that kind has.</param>
/// <param name="HasCustodian">The institution already has its one custodian post.</param>
/// <param name="Elsewhere">The institution in which the account holds or will hold other posts; null when none.</param>
public sealed record PostContext(
    Actor Actor,
    Office? Office,
    LocalDate Today,
    ImmutableArray<UnitCode> Units,
    bool HasCustodian = false,
    Institution? Elsewhere = null
);
