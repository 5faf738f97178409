using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FoodSafety.Domain.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ReadTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "fs_business_facts",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    fact = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<decimal>(type: "TEXT", nullable: true),
                    flag = table.Column<bool>(type: "INTEGER", nullable: true),
                    choice = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_business_facts", x => new { x.district, x.business, x.fact });
                });

            migrationBuilder.CreateTable(
                name: "fs_business_grades",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    grading = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_business_grades", x => new { x.district, x.business, x.grading });
                });

            migrationBuilder.CreateTable(
                name: "fs_businesses",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    credit_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    licence = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    employees = table.Column<int>(type: "INTEGER", nullable: true),
                    annual_revenue = table.Column<decimal>(type: "TEXT", nullable: true),
                    diners_per_meal = table.Column<int>(type: "INTEGER", nullable: true),
                    floor_area = table.Column<decimal>(type: "TEXT", nullable: true),
                    violations_in_last_year = table.Column<int>(type: "INTEGER", nullable: true),
                    handles_special_food = table.Column<bool>(type: "INTEGER", nullable: true),
                    handles_high_risk_food = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_chain_headquarters = table.Column<bool>(type: "INTEGER", nullable: true),
                    sells_online = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_contracted_out = table.Column<bool>(type: "INTEGER", nullable: true),
                    is_directed_to_appoint = table.Column<bool>(type: "INTEGER", nullable: true),
                    tier = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    tier_state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    tier_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    risk_grade = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    risk_grade_state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    risk_grade_reason = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_businesses", x => new { x.district, x.business });
                });

            migrationBuilder.CreateTable(
                name: "fs_chain_steps",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cadre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    area = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_chain_steps", x => new { x.district, x.business, x.step });
                });

            migrationBuilder.CreateTable(
                name: "fs_commitment_businesses",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cadre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_commitment_businesses", x => new { x.district, x.commitment, x.business });
                });

            migrationBuilder.CreateTable(
                name: "fs_commitments",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    commitment = table.Column<long>(type: "INTEGER", nullable: false),
                    cadre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    authority = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_commitments", x => new { x.district, x.commitment });
                });

            migrationBuilder.CreateTable(
                name: "fs_findings",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    finding = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inspection = table.Column<long>(type: "INTEGER", nullable: true),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 194, nullable: true),
                    found_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_corrected_on_the_spot = table.Column<bool>(type: "INTEGER", nullable: false),
                    carried_from = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    replaces = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    stands = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_findings", x => new { x.district, x.number, x.place });
                });

            migrationBuilder.CreateTable(
                name: "fs_grade_history",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    grading = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    grade = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    clause = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    policy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    is_correction = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_grade_history", x => new { x.district, x.business, x.grading, x.number });
                });

            migrationBuilder.CreateTable(
                name: "fs_inspections",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    inspection = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    checklist = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    checklist_version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    planned_for = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    cadre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    begun_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    finished_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces = table.Column<long>(type: "INTEGER", nullable: true),
                    replaced_by = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_inspections", x => new { x.district, x.inspection });
                });

            migrationBuilder.CreateTable(
                name: "fs_read_tables",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    shape = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_read_tables", x => x.district);
                });

            migrationBuilder.CreateTable(
                name: "fs_rectifications",
                columns: table => new
                {
                    district = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    rectification = table.Column<long>(type: "INTEGER", nullable: false),
                    finding = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    severity = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    business = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    due_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reopenings = table.Column<int>(type: "INTEGER", nullable: false),
                    extensions = table.Column<int>(type: "INTEGER", nullable: false),
                    reported_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    mended_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    verified_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    @case = table.Column<string>(name: "case", type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fs_rectifications", x => new { x.district, x.rectification });
                });

            migrationBuilder.CreateIndex(
                name: "IX_fs_business_facts_district_fact",
                table: "fs_business_facts",
                columns: new[] { "district", "fact" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_business_grades_district_grading_grade",
                table: "fs_business_grades",
                columns: new[] { "district", "grading", "grade" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_businesses_district_area",
                table: "fs_businesses",
                columns: new[] { "district", "area" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_businesses_district_credit_code",
                table: "fs_businesses",
                columns: new[] { "district", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_businesses_district_tier",
                table: "fs_businesses",
                columns: new[] { "district", "tier" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_chain_steps_district_cadre",
                table: "fs_chain_steps",
                columns: new[] { "district", "cadre" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_commitment_businesses_district_business",
                table: "fs_commitment_businesses",
                columns: new[] { "district", "business" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_commitment_businesses_district_cadre",
                table: "fs_commitment_businesses",
                columns: new[] { "district", "cadre" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_commitments_district_cadre",
                table: "fs_commitments",
                columns: new[] { "district", "cadre" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_findings_district_business",
                table: "fs_findings",
                columns: new[] { "district", "business" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_inspections_district_business",
                table: "fs_inspections",
                columns: new[] { "district", "business" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_inspections_district_state_finished_on",
                table: "fs_inspections",
                columns: new[] { "district", "state", "finished_on" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_rectifications_district_business",
                table: "fs_rectifications",
                columns: new[] { "district", "business" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_rectifications_district_finding",
                table: "fs_rectifications",
                columns: new[] { "district", "finding" });

            migrationBuilder.CreateIndex(
                name: "IX_fs_rectifications_district_state_due_day",
                table: "fs_rectifications",
                columns: new[] { "district", "state", "due_day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fs_business_facts");

            migrationBuilder.DropTable(
                name: "fs_business_grades");

            migrationBuilder.DropTable(
                name: "fs_businesses");

            migrationBuilder.DropTable(
                name: "fs_chain_steps");

            migrationBuilder.DropTable(
                name: "fs_commitment_businesses");

            migrationBuilder.DropTable(
                name: "fs_commitments");

            migrationBuilder.DropTable(
                name: "fs_findings");

            migrationBuilder.DropTable(
                name: "fs_grade_history");

            migrationBuilder.DropTable(
                name: "fs_inspections");

            migrationBuilder.DropTable(
                name: "fs_read_tables");

            migrationBuilder.DropTable(
                name: "fs_rectifications");
        }
    }
}
