using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>What the store tells of its work to whoever listens (运行指标): an <see cref="ActivitySource"/> and a <see cref="Meter"/> of one name.</summary>
/// <remarks>
/// <para>Activities: <c>act</c>, <c>read</c>, <c>day</c>, <c>open</c>, <c>erase</c>, <c>restore</c>, <c>check</c>, each with the tag <c>foodsafety.district</c>, and of those that keep an entry
/// <c>foodsafety.entry</c>.</para>
/// <para>Instruments: <c>foodsafety.acts.kept</c>, <c>foodsafety.units.kept</c>, <c>foodsafety.units.repeated</c>, <c>foodsafety.refusals</c> by <c>code</c>, <c>foodsafety.entries.redone</c>,
/// <c>foodsafety.lock.wait</c> and <c>foodsafety.lock.held</c> in seconds, <c>foodsafety.districts.open</c>. No tag says anything of a person.</para>
/// </remarks>
public static class StoreTelemetry
{
    /// <summary>The name of the source and of the meter: that of the package.</summary>
    public const string Name = "FoodSafety.Domain.EntityFrameworkCore";

    internal const string District = "foodsafety.district";

    internal const string Entry = "foodsafety.entry";

    private static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> ActsKept = Meter.CreateCounter<long>("foodsafety.acts.kept", "{act}", "Acts that were kept, those that others entail included.");

    internal static readonly Counter<long> UnitsKept = Meter.CreateCounter<long>("foodsafety.units.kept", "{unit}", "Units of acts that were kept.");

    internal static readonly Counter<long> UnitsRepeated = Meter.CreateCounter<long>("foodsafety.units.repeated", "{unit}", "Requests that were answered from what is kept.");

    internal static readonly Counter<long> Refusals = Meter.CreateCounter<long>("foodsafety.refusals", "{refusal}", "Refusals, by their code.");

    internal static readonly Counter<long> EntriesRedone = Meter.CreateCounter<long>("foodsafety.entries.redone", "{entry}", "Entries that were read and taken over into memory.");

    internal static readonly Histogram<double> LockWait = Meter.CreateHistogram<double>("foodsafety.lock.wait", "s", "How long a writer waited for the lock of its district.");

    internal static readonly Histogram<double> LockHeld = Meter.CreateHistogram<double>("foodsafety.lock.held", "s", "How long a writer held the lock of its district.");

    internal static readonly UpDownCounter<long> DistrictsOpen = Meter.CreateUpDownCounter<long>("foodsafety.districts.open", "{district}", "Districts in memory.");

    internal static Activity? Begin(string what, string district) => Source.StartActivity(what)?.SetTag(District, district);
}
