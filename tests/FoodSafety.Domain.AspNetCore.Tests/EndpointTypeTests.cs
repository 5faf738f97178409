using System.Reflection;
using System.Text.Json;
using FoodSafety.Domain.Areas;
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
        await using var all = Build(All);
        var stopped = await Assert.ThrowsAsync<FoodSafetyStartException>(() => all.App.StartAsync(Platform.Ct));
        var refused = All.Where(type => stopped.Faults.Any(fault => fault.English.Contains($"/minimal/{Address(type)} ", StringComparison.Ordinal))).ToHashSet();
        var refusedByController = All.Where(type => stopped.Faults.Any(fault => fault.English.Contains(Controller(type), StringComparison.Ordinal))).ToHashSet();
        Assert.Equal(refused.Select(Address).Order(), refusedByController.Select(Address).Order());
        // A value is answered unless it holds what is live, or only stands in an entry; what is live is refused.
        Assert.Equal(
            ["ChainRule", "DistrictSettings", "DutiesTurned", "FollowUpsGiven", "GradesDecided`1", "GradingOnDay`1", "GradingOptions", "Outcome", "OutcomePart", "OutcomePart`1", "PlanInput", "SeatsGiven"],
            refused.Where(type => type.GetMethod("<Clone>$") is not null).Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(refused.Where(type => type.IsValueType), type => Assert.Equal(typeof(AreaSequence), type));
        Assert.All(stopped.Faults, fault => Assert.Matches("^GET /(minimal|controller)/.+ answers .+: .+$", fault.English));
        Assert.DoesNotContain(typeof(Consequences), refused);

        Type[] answered = [.. All.Except(refused)];
        await using var platform = Build(answered);
        await platform.App.StartAsync(Platform.Ct);
        List<string> failed = [];
        foreach (var type in answered.Where(type => Values.Find(type) is not null))
        {
            foreach (var kind in new[] { "minimal", "controller" })
            {
                var response = await platform.Client().GetAsync($"/{kind}/{Address(type)}", Platform.Ct);
                var text = await response.Content.ReadAsStringAsync(Platform.Ct);
                if (!response.IsSuccessStatusCode)
                {
                    failed.Add($"{kind} {Address(type)}: {(int)response.StatusCode} {platform.Failure} {text}");
                }
                else
                {
                    using var json = JsonDocument.Parse(text);
                }
            }
        }

        Assert.True(failed.Count == 0, string.Join('\n', failed));
        Assert.True(answered.Count(type => Values.Find(type) is not null) > 250, $"{answered.Count(type => Values.Find(type) is not null)} of {answered.Length}");
    }

    private static Platform Build(Type[] types) => Platform.Build(
        services: builder => builder.Services.AddControllers(mvc => mvc.Conventions.Add(new ByType())).ConfigureApplicationPartManager(parts =>
        {
            parts.FeatureProviders.Clear();
            parts.FeatureProviders.Add(new Controllers(types));
        }),
        map: app =>
        {
            foreach (var type in types)
            {
                app.MapGet($"/minimal/{Address(type)}", (Delegate)typeof(EndpointTypeTests).GetMethod(nameof(Answer), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null)!);
            }

            app.MapControllers();
        });

    private static Func<T> Answer<T>() => () => (T)Values.Find(typeof(T))!;

    internal static string Address(Type type) => (type.IsGenericType ? $"{type.Name.Split('`')[0]}-of-{string.Join('-', type.GetGenericArguments().Select(Address))}" : type.Name) + $"-in-{type.Namespace!.Split('.')[^1]}";

    private static string Controller(Type type) => $"controller/{Address(type)} ";

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
