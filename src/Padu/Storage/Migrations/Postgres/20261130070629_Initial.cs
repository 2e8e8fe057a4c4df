using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Padu.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    disabled_at = table.Column<long>(type: "bigint", nullable: true),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    totp_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    totp_last_step = table.Column<long>(type: "bigint", nullable: false),
                    recovery_hashes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invitation_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    invitation_until = table.Column<long>(type: "bigint", nullable: true),
                    user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "ad_hoc_bodies",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    region = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    polling_station = table.Column<int>(type: "integer", nullable: true),
                    election = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    until = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ad_hoc_bodies", x => x.code);
                }
            );

            migrationBuilder.CreateTable(
                name: "answer_drafts",
                columns: table => new
                {
                    complaint = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: false),
                    office = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_drafts", x => new { x.complaint, x.post });
                }
            );

            migrationBuilder.CreateTable(
                name: "blob_references",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    holder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bytes = table.Column<long>(type: "bigint", nullable: false),
                    stored_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blob_references", x => new { x.name, x.holder });
                }
            );

            migrationBuilder.CreateTable(
                name: "bulk_assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_assignments", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "canned_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    office = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text_en = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canned_replies", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "cursors",
                columns: table => new
                {
                    follower = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    moved_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cursors", x => x.follower);
                }
            );

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    follower = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    dead_at = table.Column<long>(type: "bigint", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_deliveries",
                        x => new
                        {
                            x.follower,
                            x.position,
                            x.ordinal,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    purge_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "election_schedules",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    regions = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    voting_day = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    confidence = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    decree = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stages = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_election_schedules", x => new { x.code, x.number });
                }
            );

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    office = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    @public = table.Column<byte[]>(name: "public", type: "bytea", nullable: false),
                    @private = table.Column<byte[]>(name: "private", type: "bytea", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    commitment = table.Column<byte[]>(type: "bytea", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.position);
                }
            );

            migrationBuilder.CreateTable(
                name: "feed_tokens",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    post = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                    last_used_on = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feed_tokens", x => new { x.account, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "file_scans",
                columns: table => new
                {
                    holder = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    scanner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_file_scans",
                        x => new
                        {
                            x.holder,
                            x.version,
                            x.ordinal,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "journal_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal_head", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "keys",
                columns: table => new
                {
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    custodian = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    purpose = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: true),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keys", x => new { x.key_id, x.custodian });
                }
            );

            migrationBuilder.CreateTable(
                name: "law_confirmations",
                columns: table => new
                {
                    item = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_law_confirmations", x => new { x.item, x.account });
                }
            );

            migrationBuilder.CreateTable(
                name: "leases",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    holder = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leases", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "office_practices",
                columns: table => new
                {
                    office = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    needs_approval = table.Column<bool>(type: "boolean", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office_practices", x => x.office);
                }
            );

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_en = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    region = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offices", x => x.code);
                }
            );

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    made_at = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "read_schema",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_read_schema", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "register_entries",
                columns: table => new
                {
                    office = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    book = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    number = table.Column<int>(type: "integer", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    position = table.Column<long>(type: "bigint", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_register_entries",
                        x => new
                        {
                            x.office,
                            x.year,
                            x.book,
                            x.number,
                        }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "reporter_marks",
                columns: table => new
                {
                    mark = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    complaint = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_marks", x => new { x.mark, x.complaint });
                }
            );

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    account = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_filters", x => new { x.account, x.id });
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true
            );

            migrationBuilder.CreateIndex(name: "ix_ad_hoc_bodies_parent_code", table: "ad_hoc_bodies", columns: new[] { "parent", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_ad_hoc_bodies_parent_election_code",
                table: "ad_hoc_bodies",
                columns: new[] { "parent", "election", "code" }
            );

            migrationBuilder.CreateIndex(name: "ix_answer_drafts_saved_at", table: "answer_drafts", column: "saved_at");

            migrationBuilder.CreateIndex(name: "ix_blob_references_holder", table: "blob_references", column: "holder");

            migrationBuilder.CreateIndex(name: "ix_bulk_assignments_made_at", table: "bulk_assignments", column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_canned_replies_office_title",
                table: "canned_replies",
                columns: new[] { "office", "title" }
            );

            migrationBuilder.CreateIndex(name: "ix_deliveries_dead_at", table: "deliveries", column: "dead_at");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_follower_due_at",
                table: "deliveries",
                columns: new[] { "follower", "due_at" }
            );

            migrationBuilder.CreateIndex(name: "ix_drafts_purge_at", table: "drafts", column: "purge_at");

            migrationBuilder.CreateIndex(
                name: "ix_events_stream_version",
                table: "events",
                columns: new[] { "stream", "version" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_events_type_office_position",
                table: "events",
                columns: new[] { "type", "office", "position" }
            );

            migrationBuilder.CreateIndex(name: "ix_feed_tokens_hash", table: "feed_tokens", column: "hash", unique: true);

            migrationBuilder.CreateIndex(name: "ix_idempotency_recorded_at", table: "idempotency", column: "recorded_at");

            migrationBuilder.CreateIndex(name: "ix_keys_stream", table: "keys", column: "stream");

            migrationBuilder.CreateIndex(
                name: "ix_keys_stream_purpose_institution_custodian",
                table: "keys",
                columns: new[] { "stream", "purpose", "institution", "custodian" },
                unique: true,
                filter: "wrapped IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "ix_register_entries_stream", table: "register_entries", column: "stream");

            migrationBuilder.CreateIndex(name: "ix_reporter_marks_complaint", table: "reporter_marks", column: "complaint");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "accounts");

            migrationBuilder.DropTable(name: "ad_hoc_bodies");

            migrationBuilder.DropTable(name: "answer_drafts");

            migrationBuilder.DropTable(name: "blob_references");

            migrationBuilder.DropTable(name: "bulk_assignments");

            migrationBuilder.DropTable(name: "canned_replies");

            migrationBuilder.DropTable(name: "cursors");

            migrationBuilder.DropTable(name: "deliveries");

            migrationBuilder.DropTable(name: "drafts");

            migrationBuilder.DropTable(name: "election_schedules");

            migrationBuilder.DropTable(name: "events");

            migrationBuilder.DropTable(name: "feed_tokens");

            migrationBuilder.DropTable(name: "file_scans");

            migrationBuilder.DropTable(name: "idempotency");

            migrationBuilder.DropTable(name: "journal_head");

            migrationBuilder.DropTable(name: "keys");

            migrationBuilder.DropTable(name: "law_confirmations");

            migrationBuilder.DropTable(name: "leases");

            migrationBuilder.DropTable(name: "office_practices");

            migrationBuilder.DropTable(name: "offices");

            migrationBuilder.DropTable(name: "protection_keys");

            migrationBuilder.DropTable(name: "read_schema");

            migrationBuilder.DropTable(name: "register_entries");

            migrationBuilder.DropTable(name: "reporter_marks");

            migrationBuilder.DropTable(name: "saved_filters");
        }
    }
}
