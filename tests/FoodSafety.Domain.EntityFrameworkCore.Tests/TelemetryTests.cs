using System.Diagnostics;
using FoodSafety.Domain.Acts;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static FoodSafety.Domain.EntityFrameworkCore.Tests.StoreWorld;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>What is measured is measured of the whole process, so that these tests run alone.</summary>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryGroup;

[Collection(nameof(TelemetryTests))]
public class TelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Telemetry_OfKeptRefusedAndRepeated_IsSeenByOpenTelemetryAndNamesNobody(DatabaseKind kind)
    {
        List<Activity> activities = [];
        List<Metric> metrics = [];
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource(StoreTelemetry.Name).AddInMemoryExporter(activities).Build();
        using var metering = Sdk.CreateMeterProviderBuilder().AddMeter(StoreTelemetry.Name).AddInMemoryExporter(metrics).Build();
        await using (var world = await FoundedAsync(kind))
        {
            await world.ActAsync("form-1", Diners(Canteen, 512), Diners(Shop, 5));
            await world.ActAsync("form-1", Diners(Canteen, 512), Diners(Shop, 5));
            await Assert.ThrowsAsync<ActsRefusedException>(() => world.ActAsync("form-2", Diners(new("nobody"), 1), Diners(new("nobody else"[..6]), 1)));
            await world.Store.DayAsync(Code, Day, Token);
            await using var other = world.NewStore();
            await other.ReadAsync(Code, district => district.Version, Token);
            metering.ForceFlush();
            tracing.ForceFlush();

            Assert.Equal(2, Sum("foodsafety.units.kept"));
            Assert.Equal(Founding.Length + 2, Sum("foodsafety.acts.kept"));
            Assert.Equal(1, Sum("foodsafety.units.repeated"));
            Assert.Equal(2, Sum("foodsafety.refusals", ("code", "unknown-business")));
            Assert.Equal(2, Sum("foodsafety.entries.redone"));
            Assert.Equal(2, Sum("foodsafety.districts.open"));
            Assert.Equal((4, 4), (Count("foodsafety.lock.wait"), Count("foodsafety.lock.held")));
        }

        metrics.Clear();
        metering.ForceFlush();
        Assert.Equal(0, Sum("foodsafety.districts.open"));
        Assert.Equal(["act", "act", "act", "act"], activities.Where(activity => activity.OperationName == "act").Select(activity => activity.OperationName));
        Assert.Equal([1L, 2L, 2L, null], activities.Where(activity => activity.OperationName == "act").Select(activity => (long?)activity.GetTagItem("foodsafety.entry")));
        Assert.Equal(ActivityStatusCode.Error, activities.Last(activity => activity.OperationName == "act").Status);
        Assert.Equal(2, activities.Count(activity => activity.OperationName == "open"));
        Assert.All(activities, activity => Assert.Equal(Code, activity.GetTagItem("foodsafety.district")));
        Assert.All(activities.SelectMany(activity => activity.TagObjects), tag => Assert.Contains(tag.Key, (string[])["foodsafety.district", "foodsafety.entry"]));

        double Sum(string name, params (string Key, string Value)[] tags) => Points(name).Where(point => tags.All(tag => Tag(point, tag.Key) == tag.Value)).Sum(point => point.GetSumLong());

        long Count(string name) => Points(name).Sum(point => point.GetHistogramCount());

        IEnumerable<MetricPoint> Points(string name)
        {
            foreach (ref readonly var point in Assert.Single(metrics, metric => metric.Name == name).GetMetricPoints())
            {
                yield return point;
            }
        }

        static string? Tag(MetricPoint point, string key)
        {
            foreach (var tag in point.Tags)
            {
                if (tag.Key == key)
                {
                    return tag.Value?.ToString();
                }
            }

            return null;
        }
    }
}
