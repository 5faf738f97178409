using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FoodSafety.Domain.DependencyInjection;

/// <summary>Registers the library with a container (服务注册).</summary>
public static class FoodSafetyServices
{
    /// <summary>
    /// Adds the Chinese working calendar and a grader for each built-in policy, each as a singleton unless the container
    /// has one already: <see cref="WorkingCalendar"/>, <see cref="Grader{TGrade}"/> of <see cref="Tier"/> and of
    /// <see cref="RiskGrade"/>. Register your own grader before this call to put your policy in their place.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFoodSafetyDomain(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(static _ => WorkingCalendar.China);
        services.TryAddSingleton(static _ => new Grader<Tier>(TierPolicies.SizeAndDiners2022));
        services.TryAddSingleton(static _ => new Grader<RiskGrade>(RiskPolicies.FoodSellers2016));
        return services;
    }
}
