using Microsoft.EntityFrameworkCore;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The tables in which districts are kept (数据库表), as a part of a model of EF Core.</summary>
public static class FoodSafetyModel
{
    /// <summary>Adds the tables to a model: to that of a context of the user's own, or of <see cref="FoodSafetyContext"/>.</summary>
    /// <param name="model">The model.</param>
    /// <param name="schema">The schema of the tables, where the data base has schemas; null for that of the model.</param>
    /// <returns>The same model.</returns>
    public static ModelBuilder AddFoodSafety(this ModelBuilder model, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model;
    }
}
