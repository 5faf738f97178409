using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>A context with the tables of districts and no others (辖区数据上下文).</summary>
/// <param name="options">The provider and its connection.</param>
public class FoodSafetyContext(DbContextOptions<FoodSafetyContext> options) : DbContext(options)
{
    /// <summary>The districts.</summary>
    public DbSet<DistrictRow> Districts => Set<DistrictRow>();

    /// <summary>The entries of their journals.</summary>
    public DbSet<EntryRow> Entries => Set<EntryRow>();

    /// <summary>The acts of the entries.</summary>
    public DbSet<ActRow> Acts => Set<ActRow>();

    /// <summary>Which businesses the acts concern.</summary>
    public DbSet<ActBusinessRow> ActBusinesses => Set<ActBusinessRow>();

    /// <summary>The persons whom the keys in the journals mean.</summary>
    public DbSet<PersonRow> Persons => Set<PersonRow>();

    /// <summary>Who was erased.</summary>
    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    /// <summary>The businesses as they stand now.</summary>
    public DbSet<BusinessRow> Businesses => Set<BusinessRow>();

    /// <summary>Their facts of the user's own.</summary>
    public DbSet<BusinessFactRow> BusinessFacts => Set<BusinessFactRow>();

    /// <summary>How they stand in gradings of the user's own.</summary>
    public DbSet<BusinessGradeRow> BusinessGrades => Set<BusinessGradeRow>();

    /// <summary>What policies made of them.</summary>
    public DbSet<GradeHistoryRow> GradeHistory => Set<GradeHistoryRow>();

    /// <summary>Who answers for which business.</summary>
    public DbSet<ChainStepRow> ChainSteps => Set<ChainStepRow>();

    /// <summary>The commitments.</summary>
    public DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();

    /// <summary>The businesses that they name.</summary>
    public DbSet<CommitmentBusinessRow> CommitmentBusinesses => Set<CommitmentBusinessRow>();

    /// <summary>The inspections.</summary>
    public DbSet<InspectionRow> Inspections => Set<InspectionRow>();

    /// <summary>What was found.</summary>
    public DbSet<FindingRow> Findings => Set<FindingRow>();

    /// <summary>The rectifications.</summary>
    public DbSet<RectificationRow> Rectifications => Set<RectificationRow>();

    /// <summary>Up to which entry the read tables are written.</summary>
    public DbSet<ReadTablesRow> ReadTables => Set<ReadTablesRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddFoodSafety();
    }
}
