using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Padu.Storage.Migrations
{
    /// <inheritdoc />
    public partial class KeysByStream : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(name: "ix_keys_stream", table: "keys", column: "stream");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "ix_keys_stream", table: "keys");
        }
    }
}
