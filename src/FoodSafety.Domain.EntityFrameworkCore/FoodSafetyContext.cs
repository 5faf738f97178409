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

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddFoodSafety();
    }
}
