using Padu.Storage;
using Padu.Tests.Complaints;
using Padu.Tests.Web;

namespace Padu.Tests;

/// <summary>The whole program over PostgreSQL.</summary>
public sealed class PostgresSite : TestSite
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}

public sealed class DeskListPostgresSite : DeskListSite
{
    protected override DatabaseKind Database => DatabaseKind.Postgres;
}

// What the web must do alike, whatever keeps its records: each class of tests once over each database.

public sealed class DeskListOnSqliteTests(DeskListSite site) : DeskListTests(site), IClassFixture<DeskListSite>;

public sealed class DeskListOnPostgresTests(DeskListPostgresSite site) : DeskListTests(site), IClassFixture<DeskListPostgresSite>;

public sealed class DeskActOnSqliteTests(TestSite site) : DeskActTests(site), IClassFixture<TestSite>;

public sealed class DeskActOnPostgresTests(PostgresSite site) : DeskActTests(site), IClassFixture<PostgresSite>;

public sealed class DoubleFilingOnSqliteTests(TestSite site) : DoubleFilingTests(site), IClassFixture<TestSite>;

public sealed class DoubleFilingOnPostgresTests(PostgresSite site) : DoubleFilingTests(site), IClassFixture<PostgresSite>;

public sealed class HostileInputOnSqliteTests(TestSite site) : HostileInputTests(site), IClassFixture<TestSite>;

/// <summary>Pages and forms are the same; what another database could stumble over is what is in the words and how much of it.</summary>
public sealed class HostileInputOnPostgresTests(PostgresSite site) : HostileInputTests(site), IClassFixture<PostgresSite>
{
    protected override bool Tries(string kind) =>
        kind
            is "NUL"
                or "one long token"
                or "control characters"
                or "emoji and marks"
                or "numbers too large"
                or "half a character"
                or "a megabyte";
}

public sealed class CooperationPagesOnSqliteTests(TestSite site) : Agreements.CooperationPagesTests(site), IClassFixture<TestSite>;

public sealed class CooperationPagesOnPostgresTests(PostgresSite site)
    : Agreements.CooperationPagesTests(site),
        IClassFixture<PostgresSite>;

public sealed class CoordinationPagesOnSqliteTests(TestSite site) : Coordination.CoordinationPagesTests(site), IClassFixture<TestSite>;

public sealed class CoordinationPagesOnPostgresTests(PostgresSite site)
    : Coordination.CoordinationPagesTests(site),
        IClassFixture<PostgresSite>;

public sealed class MeetingPagesOnSqliteTests(TestSite site) : Meetings.MeetingPagesTests(site), IClassFixture<TestSite>;

public sealed class MeetingPagesOnPostgresTests(PostgresSite site) : Meetings.MeetingPagesTests(site), IClassFixture<PostgresSite>;

public sealed class LetterPagesOnSqliteTests(TestSite site) : Letters.LetterPagesTests(site), IClassFixture<TestSite>;

public sealed class LetterPagesOnPostgresTests(PostgresSite site) : Letters.LetterPagesTests(site), IClassFixture<PostgresSite>;

public sealed class ObligationBoardOnSqliteTests(TestSite site) : Obligations.ObligationBoardTests(site), IClassFixture<TestSite>;

public sealed class ObligationBoardOnPostgresTests(PostgresSite site) : Obligations.ObligationBoardTests(site), IClassFixture<PostgresSite>;

public sealed class StagePagesOnSqliteTests(TestSite site) : Calendar.StagePagesTests(site), IClassFixture<TestSite>;

public sealed class StagePagesOnPostgresTests(PostgresSite site) : Calendar.StagePagesTests(site), IClassFixture<PostgresSite>;
