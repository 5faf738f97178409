using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

// The overloads differ before what is optional.
#pragma warning disable RS0027

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>Registers the store with a container (服务注册).</summary>
public static class StoreServices
{
    /// <summary>Adds a <see cref="DistrictStore"/> over the factory of a context that has the tables, as a singleton unless the container has one already.</summary>
    /// <remarks>The clock is the <see cref="IClock"/> of the container; where there is none, that of the system is added.</remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="settings">What code alone can say.</param>
    /// <param name="options">How districts are kept; null for the defaults.</param>
    /// <typeparam name="TContext">The context; <c>AddDbContextFactory</c> registers its factory.</typeparam>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddDistrictStore<TContext>(this IServiceCollection services, DistrictSettings settings, DistrictStoreOptions? options = null) where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(settings);
        return services.AddDistrictStore<TContext>(_ => settings, _ => options ?? new());
    }

    /// <summary>Adds a <see cref="DistrictStore"/> whose settings and options the container makes.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="settings">Makes what code alone can say.</param>
    /// <param name="options">Makes how districts are kept.</param>
    /// <inheritdoc cref="AddDistrictStore{TContext}(IServiceCollection, DistrictSettings, DistrictStoreOptions?)"/>
    public static IServiceCollection AddDistrictStore<TContext>(
        this IServiceCollection services, Func<IServiceProvider, DistrictSettings> settings, Func<IServiceProvider, DistrictStoreOptions> options) where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
#pragma warning disable RS0030 // The one place where the clock of the system is given to those who ask for a clock.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        services.TryAddSingleton(provider =>
        {
            var contexts = provider.GetRequiredService<IDbContextFactory<TContext>>();
            return new DistrictStore(async token => await contexts.CreateDbContextAsync(token).ConfigureAwait(false), settings(provider), provider.GetRequiredService<IClock>(), options(provider));
        });
        return services;
    }
}
