using FoodSafety.Domain.Languages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The read tables as a part of a model: their keys, lengths, and what is looked for in them.</summary>
internal static class ReadTableModel
{
    public static void AddReadTables(ModelBuilder model, string? schema)
    {
        Table<BusinessRow>("businesses", table =>
        {
            table.HasKey(row => new { row.District, row.Business });
            table.Property(row => row.Name).HasMaxLength(TextRule.MaxNameLength);
            table.HasIndex(row => new { row.District, row.Area });
            table.HasIndex(row => new { row.District, row.Tier });
            table.HasIndex(row => new { row.District, row.CreditCode });
        });
        Table<BusinessFactRow>("business_facts", table =>
        {
            table.HasKey(row => new { row.District, row.Business, row.Fact });
            table.HasIndex(row => new { row.District, row.Fact });
        });
        Table<BusinessGradeRow>("business_grades", table =>
        {
            table.HasKey(row => new { row.District, row.Business, row.Grading });
            table.HasIndex(row => new { row.District, row.Grading, row.Grade });
        });
        Table<GradeHistoryRow>("grade_history", table => table.HasKey(row => new { row.District, row.Business, row.Grading, row.Number }));
        Table<ChainStepRow>("chain_steps", table =>
        {
            table.HasKey(row => new { row.District, row.Business, row.Step });
            table.HasIndex(row => new { row.District, row.Cadre });
        });
        Table<CommitmentRow>("commitments", table =>
        {
            table.HasKey(row => new { row.District, row.Commitment });
            table.HasIndex(row => new { row.District, row.Cadre });
        });
        Table<CommitmentBusinessRow>("commitment_businesses", table =>
        {
            table.HasKey(row => new { row.District, row.Commitment, row.Business });
            table.HasIndex(row => new { row.District, row.Business });
            table.HasIndex(row => new { row.District, row.Cadre });
        });
        Table<InspectionRow>("inspections", table =>
        {
            table.HasKey(row => new { row.District, row.Inspection });
            table.HasIndex(row => new { row.District, row.Business });
            table.HasIndex(row => new { row.District, row.State, row.FinishedOn });
        });
        Table<FindingRow>("findings", table =>
        {
            table.HasKey(row => new { row.District, row.Number, row.Place });
            // A list, its version and an item.
            table.Property(row => row.Item).HasMaxLength(3 * TextRule.MaxKeyLength + 2);
            table.HasIndex(row => new { row.District, row.Business });
        });
        Table<RectificationRow>("rectifications", table =>
        {
            table.HasKey(row => new { row.District, row.Rectification });
            table.HasIndex(row => new { row.District, row.Business });
            table.HasIndex(row => new { row.District, row.State, row.DueDay });
            table.HasIndex(row => new { row.District, row.Finding });
        });
        Table<ReadTablesRow>("read_tables", table => table.HasKey(row => row.District));

        // Whatever is no name is a key, a code or an id, which are as long at most.
        void Table<TRow>(string name, Action<EntityTypeBuilder<TRow>> describe) where TRow : class => model.Table<TRow>(name, schema, table =>
        {
            describe(table);
            foreach (var property in table.Metadata.GetProperties())
            {
                if (property.ClrType == typeof(string) && property.GetMaxLength() is null)
                {
                    property.SetMaxLength(TextRule.MaxKeyLength);
                }

                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        });
    }
}
