using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>What a platform brings along for its districts, in one place (平台设置).</summary>
/// <remarks>All of it is checked when the application starts, and everything that is wrong is told at once: see <see cref="FoodSafetyStartException"/>.</remarks>
public sealed class FoodSafetyOptions
{
    private Action<IServiceProvider, DbContextOptionsBuilder>? _database;

    /// <summary>Facts, conditions in code, derived facts, gradings of the place's own, and the calendar; those of the library over the Chinese calendar unless stated.</summary>
    public DistrictSettings Settings { get; set; } = new(WorkingCalendar.China);

    /// <summary>The folder of policies that can be adopted, as <see cref="OfferedPolicies"/> reads it; null for none.</summary>
    public string? PolicyFolder { get; set; }

    /// <summary>
    /// Whether the tables are made, and brought up to what this version of the library knows, when the application starts; false unless stated. Those of a context of the user's own
    /// that has no migrations are made where there is no data base.
    /// </summary>
    public bool MigratesAtStart { get; set; }

    /// <summary>The type of the claim that holds the id of a cadre in the user of a request (干部声明类型): <c>cadre</c> unless stated.</summary>
    public string CadreClaim { get; set; } = "cadre";

    /// <summary>In which language is answered whoever does not ask for one that the library has: Chinese unless stated.</summary>
    public Language Language { get; set; } = Language.Chinese;

    /// <summary>Whether JSON has its texts in the language of the request alone, as strings; false, both languages, unless stated.</summary>
    /// <remarks>Problem details are in the language of the request always. Acts and entries keep both.</remarks>
    public bool HasTextsInOneLanguage { get; set; }

    /// <summary>How the store works.</summary>
    public DistrictStoreOptions Store { get; set; } = new();

    /// <summary>Says in which data base districts are kept: by any relational provider of EF Core.</summary>
    /// <remarks>
    /// For SQLite and PostgreSQL the migrations are those of the package <c>FoodSafety.Domain.EntityFrameworkCore.Sqlite</c> or <c>.PostgreSQL</c>, unless an assembly of migrations is named.
    /// </remarks>
    /// <param name="configure">Names the provider and its connection.</param>
    /// <returns>The same options.</returns>
    public FoodSafetyOptions UseDatabase(Action<DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return UseDatabase((_, builder) => configure(builder));
    }

    /// <summary>Says in which data base districts are kept, by what the services of the application know.</summary>
    /// <param name="configure">Names the provider and its connection.</param>
    /// <returns>The same options.</returns>
    public FoodSafetyOptions UseDatabase(Action<IServiceProvider, DbContextOptionsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        _database = configure;
        return this;
    }

    internal void ConfigureDatabase(IServiceProvider services, DbContextOptionsBuilder builder) => _database?.Invoke(services, builder);
}
