using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace FoodSafety.Domain.AspNetCore.Tests;

/// <summary>Every public type of the library, as the result of an endpoint and of a controller: it is answered with JSON, or stops the application at its start.</summary>
public class EndpointTypeTests
{
    public static Type[] All { get; } = [.. typeof(District).Assembly.GetExportedTypes()
        .Where(type => !(type.IsAbstract && type.IsSealed) && !type.IsByRefLike && !type.IsAssignableTo(typeof(Attribute))
            && !type.IsAssignableTo(typeof(System.Text.Json.Serialization.JsonConverter)) && type.Name != "Enumerator")
        .Select(Values.Closed)];

    [Fact]
    public async Task EveryType_IsAnswered_OrStopsTheStart()
    {
        // One host for all: what would stop it is asked of what would stop it, and kept from doing so.
        EndpointForms? forms = null;
        await using var platform = Platform.Build(
            services: builder =>
            {
                var check = builder.Services.Single(service => service.ImplementationType == typeof(EndpointForms));
                builder.Services.Remove(check);
                builder.Services.AddSingleton<EndpointForms>();
                builder.Services.AddControllers(mvc => mvc.Conventions.Add(new ByType())).ConfigureApplicationPartManager(parts =>
                {
                    parts.FeatureProviders.Clear();
                    parts.FeatureProviders.Add(new Controllers(All));
                });
            },
            map: app =>
            {
                foreach (var type in All)
                {
                    app.MapGet($"/minimal/{Address(type)}", (Delegate)typeof(EndpointTypeTests).GetMethod(nameof(Answer), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!);
                }

                app.MapControllers();
                forms = app.Services.GetRequiredService<EndpointForms>();
            });
        await platform.App.StartAsync(Platform.Ct);
        BilingualText[] faults = [.. forms!.FaultsIn(platform.App.Services)];
        var refused = Refused("minimal");
        Assert.Equal(refused.Select(Address).Order(), Refused("controller").Select(Address).Order());
        // A value is answered unless it holds what is live, or only stands in an entry; what is live is refused.
        Assert.Equal(
            ["DistrictSettings", "DutiesTurned", "FollowUpsGiven", "GradesDecided`1", "GradingOnDay`1", "GradingOptions", "Outcome", "OutcomePart", "OutcomePart`1", "PlanInput", "SeatsGiven"],
            refused.Where(type => type.GetMethod("<Clone>$") is not null).Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(refused.Where(type => type.IsValueType), type => Assert.Equal(typeof(AreaSequence), type));
        Assert.All(faults, fault => Assert.Matches("^GET /(minimal|controller)/.+ answers .+: .+$", fault.English));
        Assert.All(faults, fault => Assert.Matches(@"^GET /(minimal|controller)/.+ 答复 .+：.*\p{IsCJKUnifiedIdeographs}.*$", fault.Chinese));
        Assert.DoesNotContain(typeof(Consequences), refused);

        Type[] answered = [.. All.Except(refused).Where(type => Values.Find(type) is not null)];
        var client = platform.Client();
        ConcurrentBag<string> failed = [];
        await Parallel.ForEachAsync(answered.SelectMany(type => new[] { $"/minimal/{Address(type)}", $"/controller/{Address(type)}" }), Platform.Ct, async (address, ct) =>
        {
            var response = await client.GetAsync(address, ct);
            var text = await response.Content.ReadAsStringAsync(ct);
            if (!response.IsSuccessStatusCode)
            {
                failed.Add($"{address}: {(int)response.StatusCode} {platform.Failure} {text}");
            }
            else
            {
                using var json = JsonDocument.Parse(text);
            }
        });

        Assert.True(failed.IsEmpty, string.Join('\n', failed));
        Assert.True(answered.Length > 250, $"{answered.Length} of {All.Length}");

        HashSet<Type> Refused(string kind)
        {
            var addresses = faults.Select(fault => fault.English.Split(' ')[1]).ToHashSet();
            return [.. All.Where(type => addresses.Contains($"/{kind}/{Address(type)}"))];
        }
    }

    [Fact]
    public async Task WhatIsRefused_OfAnEndpointOrAController_StopsTheStart()
    {
        await using var platform = Platform.Build(
            services: builder => builder.Services.AddControllers(mvc => mvc.Conventions.Add(new ByType())).ConfigureApplicationPartManager(parts =>
            {
                parts.FeatureProviders.Clear();
                parts.FeatureProviders.Add(new Controllers([typeof(District)]));
            }),
            map: app =>
            {
                app.MapGet("/minimal", () => new District(new(Time.WorkingCalendar.China)));
                app.MapControllers();
            });
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => platform.App.StartAsync(Platform.Ct));
        Assert.Equal(["controller/District-in-Domain", "minimal"], stopped.Faults.Select(fault => fault.English.Split(' ')[1].TrimStart('/')).Order());
    }

    private static Func<T> Answer<T>() => () => (T)Values.Find(typeof(T))!;

    internal static string Address(Type type) => (type.IsGenericType ? $"{type.Name.Split('`')[0]}-of-{string.Join('-', type.GetGenericArguments().Select(Address))}" : type.Name) + $"-in-{type.Namespace!.Split('.')[^1]}";

    private sealed class Controllers(Type[] types) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature)
        {
            foreach (var type in types)
            {
                feature.Controllers.Add(typeof(AnswerController<>).MakeGenericType(type).GetTypeInfo());
            }
        }
    }

    private sealed class ByType : IControllerModelConvention
    {
        public void Apply(ControllerModel controller)
        {
            var address = Address(controller.ControllerType.GetGenericArguments()[0]);
            controller.Actions[0].ActionName = address;
        }
    }
}

/// <summary>A controller that answers one type.</summary>
[ApiController, Route("controller/[action]")]
public sealed class AnswerController<T> : ControllerBase
{
    /// <summary>Answers a value.</summary>
    [HttpGet]
    public ActionResult<T> Get() => (T)Values.Find(typeof(T))!;
}
