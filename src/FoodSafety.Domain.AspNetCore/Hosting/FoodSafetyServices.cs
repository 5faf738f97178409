using System.Text.Json;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;
using HttpJsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;
using MvcJsonOptions = Microsoft.AspNetCore.Mvc.JsonOptions;

namespace FoodSafety.Domain.AspNetCore;

/// <summary>Registers a platform for districts with a host (平台注册).</summary>
public static class FoodSafetyServices
{
    /// <summary>Adds districts in a data base of their own: the store, the JSON of their types, problem details, jurisdiction, and checks of all of it at the start.</summary>
    /// <remarks>
    /// <para>Registered as singletons, each unless the container has one: <see cref="DistrictStore"/>, <see cref="DistrictSettings"/>, <see cref="EntryFormat"/>,
    /// <see cref="WorkingCalendar"/>, <see cref="OfferedPolicies"/>, <see cref="JurisdictionActs"/>, and an <see cref="IClock"/>. Refusals become problem details where the pipeline has
    /// <c>app.UseExceptionHandler()</c>, and what the framework refuses by itself (an unknown address, a body of another type) where it has <c>app.UseStatusCodePages()</c>; both in the language
    /// of the request.</para>
    /// <code>
    /// builder.Services.AddFoodSafety(o => o.UseDatabase(db => db.UseSqlite("Data Source=districts.db")));
    /// </code>
    /// </remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">What the platform brings along.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddFoodSafety(this IServiceCollection services, Action<FoodSafetyOptions> configure) => services.AddFoodSafety<FoodSafetyContext>(configure);

    /// <summary>Adds districts in a data base that a context of the user's own has too, by <see cref="FoodSafetyModel.AddFoodSafety"/> in its model.</summary>
    /// <remarks>A factory of the context may be registered already; then <see cref="FoodSafetyOptions.UseDatabase(Action{DbContextOptionsBuilder})"/> need not be called.</remarks>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">What the platform brings along.</param>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <returns>The same services.</returns>
    /// <inheritdoc cref="AddFoodSafety(IServiceCollection, Action{FoodSafetyOptions})" path="/remarks"/>
    public static IServiceCollection AddFoodSafety<TContext>(this IServiceCollection services, Action<FoodSafetyOptions> configure) where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        services.AddDbContextFactory<TContext>(static (provider, builder) =>
        {
            OptionsOf(provider).ConfigureDatabase(provider, builder);
            if (typeof(TContext) == typeof(FoodSafetyContext))
            {
                DistrictDatabase.UseMigrations(builder);
            }
        });
        services.TryAddSingleton(static provider => new DistrictDatabase(async ct => await provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContextAsync(ct)));
        services.TryAddSingleton(static provider => OptionsOf(provider).Settings);
        services.TryAddSingleton(static provider => provider.GetRequiredService<DistrictSettings>().Calendar);
        services.TryAddSingleton(static provider => new EntryFormat(provider.GetRequiredService<DistrictSettings>()));
        services.TryAddSingleton(static provider => new OfferedPolicies(OptionsOf(provider).PolicyFolder, provider.GetRequiredService<DistrictSettings>()));
        services.AddDistrictStore<TContext>(static provider => provider.GetRequiredService<DistrictSettings>(), static provider => OptionsOf(provider).Store);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FoodSafetyStart>());
        services.AddHttpContextAccessor();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpJsonOptions>, ConfigureJson>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<MvcJsonOptions>, ConfigureJson>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, EndpointForms>());
        services.AddProblemDetails();
        services.AddExceptionHandler<FoodSafetyExceptionHandler>();
        services.TryAddSingleton<FoodSafetyExceptionHandler>();
        // What cannot be bound is told by field, not by an empty 400.
        services.PostConfigure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
        services.PostConfigure<ApiBehaviorOptions>(static options => options.InvalidModelStateResponseFactory = ModelProblem.Answer);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ProblemDetailsOptions>, UsualProblems>());
        services.AddAuthorization();
        services.TryAddSingleton<DistrictOffice>();
        services.TryAddSingleton(static provider => new JurisdictionActs(
            provider.GetRequiredService<DistrictStore>(), provider.GetRequiredService<DistrictOffice>(), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IOptions<FoodSafetyOptions>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, JurisdictionHandler>());
        // In the place of the framework's own, and of nobody else's.
        foreach (var usual in services.Where(service => service.ImplementationType == typeof(AuthorizationMiddlewareResultHandler)).ToArray())
        {
            services.Remove(usual);
        }

        services.TryAddSingleton<IAuthorizationMiddlewareResultHandler, JurisdictionAnswers>();
        return services;
    }

    internal static FoodSafetyOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<FoodSafetyOptions>>().Value;

    /// <summary>Last of all, so that converters of the user's own come before those of the library.</summary>
    private sealed class ConfigureJson(IServiceProvider services, IOptions<FoodSafetyOptions> options, IHttpContextAccessor request) : IPostConfigureOptions<HttpJsonOptions>, IPostConfigureOptions<MvcJsonOptions>
    {
        private readonly Func<Languages.Language>? _language = options.Value.HasTextsInOneLanguage
            ? () => request.HttpContext?.FindLanguage() ?? options.Value.Language
            : null;

        public void PostConfigure(string? name, HttpJsonOptions options) => Configure(options.SerializerOptions);

        public void PostConfigure(string? name, MvcJsonOptions options) => Configure(options.JsonSerializerOptions);

        private void Configure(JsonSerializerOptions json)
        {
            // Middleware may ask for the options before the start has looked at the settings; what is wrong with them is told there, with all the rest.
            if (!FoodSafetyStart.FaultsOf(services.GetRequiredService<DistrictSettings>()).Any())
            {
                json.AddFoodSafety(services.GetRequiredService<EntryFormat>(), _language);
            }
        }
    }
}
