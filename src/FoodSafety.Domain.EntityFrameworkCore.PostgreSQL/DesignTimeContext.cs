using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FoodSafety.Domain.EntityFrameworkCore.PostgreSQL;

/// <summary>Makes the context of which <c>dotnet ef migrations add</c> writes the migrations of this package; no data base is opened.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<FoodSafetyContext>
{
    public FoodSafetyContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<FoodSafetyContext>()
        .UseNpgsql("Host=none", options => options.MigrationsAssembly(typeof(DesignTimeContext).Assembly.GetName().Name)).Options);
}
