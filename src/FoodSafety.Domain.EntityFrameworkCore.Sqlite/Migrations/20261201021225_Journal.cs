using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FoodSafety.Domain.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Journal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fs_districts",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_districts", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "fs_erasures",
                columns: table => new
                {
                    person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    texts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_erasures", x => new { x.person, x.district, x.at });
                });

            migrationBuilder.CreateTable(
                name: "fs_persons",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_persons", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "fs_entries",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    request = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    content = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_entries", x => new { x.district, x.number });
                    table.ForeignKey(
                        name: "FK_fs_entries_fs_districts_district",
                        column: x => x.district,
                        principalTable: "fs_districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fs_acts",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    thing_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    thing_id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_acts", x => new { x.district, x.entry, x.place });
                    table.ForeignKey(
                        name: "FK_fs_acts_fs_entries_district_entry",
                        columns: x => new { x.district, x.entry },
                        principalTable: "fs_entries",
                        principalColumns: new[] { "district", "number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fs_act_businesses",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    entry = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_act_businesses", x => new { x.district, x.business, x.entry, x.place });
                    table.ForeignKey(
                        name: "FK_fs_act_businesses_fs_acts_district_entry_place",
                        columns: x => new { x.district, x.entry, x.place },
                        principalTable: "fs_acts",
                        principalColumns: new[] { "district", "entry", "place" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_fs_act_businesses_district_entry_place",
                table: "fs_act_businesses",
                columns: new[] { "district", "entry", "place" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_acts_district_kind",
                table: "fs_acts",
                columns: new[] { "district", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_acts_district_thing_kind_thing_id",
                table: "fs_acts",
                columns: new[] { "district", "thing_kind", "thing_id" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_entries_district_by",
                table: "fs_entries",
                columns: new[] { "district", "by" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_entries_district_entered_by",
                table: "fs_entries",
                columns: new[] { "district", "entered_by" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_entries_district_on",
                table: "fs_entries",
                columns: new[] { "district", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_entries_district_request",
                table: "fs_entries",
                columns: new[] { "district", "request" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fs_act_businesses");

            migrationBuilder.DropTable(
                name: "fs_erasures");

            migrationBuilder.DropTable(
                name: "fs_persons");

            migrationBuilder.DropTable(
                name: "fs_acts");

            migrationBuilder.DropTable(
                name: "fs_entries");

            migrationBuilder.DropTable(
                name: "fs_districts");
        }
    }
}
