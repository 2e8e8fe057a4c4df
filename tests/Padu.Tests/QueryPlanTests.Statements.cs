namespace Padu.Tests;

/// <content>What storage asks in SQL of its own.</content>
public abstract partial class QueryPlanTests
{
    /// <summary>What storage says by hand.</summary>
    public static TheoryData<string> Statements =>
        [
            "SELECT position FROM events WHERE stream = 'a' ORDER BY version",
            "SELECT position FROM events WHERE position > 5 ORDER BY position LIMIT 5",
            "SELECT position FROM events WHERE (stream, version) > ('a', 1) ORDER BY stream, version LIMIT 5",
            "SELECT position FROM events WHERE (stream, version) IN (VALUES ('a', 1), ('b', 2))",
            "SELECT version FROM events WHERE stream = 'a' ORDER BY version DESC LIMIT 1",
            "SELECT key_id FROM keys WHERE stream IN ('a', 'b')",
            "SELECT 1 FROM keys WHERE stream = 'a' AND purpose = 'b' AND institution = 'c' AND wrapped IS NOT NULL LIMIT 1",
            "SELECT hash FROM idempotency WHERE key = 'a'",
            "SELECT key FROM idempotency WHERE recorded_at < 5 LIMIT 5",
            "SELECT number FROM register_entries WHERE office = 'a' AND year = 1 AND book = 'b' ORDER BY number DESC LIMIT 1",
            "SELECT position FROM deliveries WHERE follower = 'a' AND due_at IS NOT NULL AND due_at <= 5 ORDER BY due_at LIMIT 50",
            "SELECT id FROM drafts WHERE purge_at < 5 LIMIT 5",
        ];
}
