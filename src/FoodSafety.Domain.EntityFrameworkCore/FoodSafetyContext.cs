using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>A context with the tables of districts and no others (辖区数据上下文).</summary>
/// <param name="options">The provider and its connection.</param>
public class FoodSafetyContext(DbContextOptions<FoodSafetyContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.AddFoodSafety();
    }
}
