using NodaTime;

namespace Padu.Domain.Organisations;

/// <summary>Every fact of a post. All of it is public: who an account belongs to is known to the accounts, never to the journal.</summary>
public abstract record PostEvent
{
    private PostEvent() { }

    public sealed record Created(PostId Id, OfficeCode Office, Role Role, UnitCode? Unit, TitleCode Title) : PostEvent;

    /// <summary>An account holds the post from the beginning of a day.</summary>
    public sealed record Appointed(Guid Account, LocalDate From, Capacity Capacity) : PostEvent;

    /// <summary>A holding ends: <see cref="Until"/> is the first day on which it no longer gives any right.</summary>
    public sealed record Ended(Guid Account, LocalDate Until) : PostEvent;

    /// <summary>The post exists no longer from this day on; it is never appointed to again.</summary>
    public sealed record Abolished(LocalDate On) : PostEvent;
}
