using System.Runtime.CompilerServices;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Tests.Acts;
using FoodSafety.Domain.Tests.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Formats;

/// <summary>The settings that the golden lines go by, with a fact and a condition that are not the library's; and those lines.</summary>
internal static class FormatWorld
{
    public static readonly CustomCondition Wharf = Condition.Custom("by-the-wharf", ("临近码头", "by the wharf"), _ => false);

    public static readonly DistrictSettings Settings = new(WorkingCalendar.China)
    {
        Schema = BusinessFacts.Schema.With(PlanWorld.StatedTier, ActGen.Seats, ActGen.Happened, ActGen.Place, ActGen.TierBefore),
        Conditions = [Wharf],
    };

    public static readonly EntryFormat Format = new(Settings);

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(SharedData.Root, "tests", "FoodSafety.Domain.Tests", "Formats", file));

    public static string KindOf(Type type) => RuntimeHelpers.GetUninitializedObject(type) switch
    {
        Act act => act.Kind,
        OutcomePart part => part.Kind,
        _ => throw new ArgumentException($"{type.Name} has no kind.", nameof(type)),
    };
}
