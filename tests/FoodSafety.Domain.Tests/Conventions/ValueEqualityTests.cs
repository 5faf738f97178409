using System.Reflection;
using FoodSafety.Domain.Reporting;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Tests.Conventions;

/// <summary>Two records that say the same are equal, whatever lists they hold, and show what they hold.</summary>
public class ValueEqualityTests
{
    public static TheoryData<Type> Records => [.. Samples.PublicTypes.Where(type => Samples.IsRecord(type) && !type.IsAbstract).Select(Samples.Closed)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Records_OfEqualContents_AreEqual(Type type)
    {
        for (var variant = 0; variant < Samples.Variants; variant++)
        {
            var (left, right) = (Samples.Filled(type, variant), Samples.Filled(type, variant));
            Assert.Equal(left, right);
            Assert.Equal(left.GetHashCode(), right.GetHashCode());
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Records_WhoseListsDiffer_AreUnequal(Type type) => Assert.All(
        Samples.FieldsOf(type).Where(field => Samples.IsList(field.FieldType)),
        field =>
        {
            object left = Samples.Filled(type, 1), right = Samples.Filled(type, 1);
            var element = field.FieldType.GetGenericArguments()[0];
            field.SetValue(right, Samples.ListOf(field.FieldType, Samples.ArrayOf(element, variant: 2)));
            Assert.NotEqual(left, right);
            field.SetValue(right, Samples.ListOf(field.FieldType, Array.CreateInstance(element, 0)));
            Assert.NotEqual(left, right);
            field.SetValue(right, Activator.CreateInstance(field.FieldType));
            field.SetValue(left, Samples.ListOf(field.FieldType, Array.CreateInstance(element, 0)));
            Assert.Equal(left, right);
        });

    [Fact]
    public void Records_HoldNoList_ThatIsEqualOnlyToItself() => Assert.Empty(
        from type in Samples.PublicTypes
        where Samples.IsRecord(type)
        from field in Samples.FieldsOf(type)
        where !HasOwnEquality(type)
            && (field.FieldType.IsArray || (field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() is var open && open != typeof(ItemList<>)
                && typeof(System.Collections.IEnumerable).IsAssignableFrom(field.FieldType)))
        select $"{type.Name}.{field.Name}");

    [Fact]
    public void Records_WithoutATextOfTheirOwn_GiveOutNoList_ThatShowsItsTypeAlone() => Assert.Empty(
        from type in Samples.PublicTypes
        where Samples.IsRecord(type) && type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [])
            ?.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) == true
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable))
            && !(property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ItemList<>))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Records_MadeAsUsersMakeThem_ShowTheirContents()
    {
        var shown = new List<string>();
        foreach (var type in Samples.PublicTypes.Where(type => Samples.IsRecord(type) && !type.IsAbstract).Select(Samples.Closed))
        {
            if (Samples.Find(type, 1) is { } made)
            {
                var text = made.ToString()!;
                Assert.DoesNotMatch(@"ImmutableArray|ItemList|System\.(Collections|Linq)|`\d", text);
                shown.Add(text);
            }
        }

        Assert.True(shown.Count > 150, $"{shown.Count}");
    }

    [Fact]
    public void StatedRates_OfOtherDecimals_AreUnequal_ForTheyStandForOtherRanges()
    {
        StatedRate whole = 92m, tenths = 92.0m;
        Assert.NotEqual(whole.Below, tenths.Below);
        Assert.NotEqual(whole, tenths);
        Assert.NotEqual(new RecordChannel(("渠道", "channel"), whole), new RecordChannel(("渠道", "channel"), tenths));
        Assert.Equal(StatedRate.Written(92.0m), tenths);
        Assert.Equal(StatedRate.Written(92.0m).GetHashCode(), tenths.GetHashCode());
    }

    private static bool HasOwnEquality(Type type) =>
        type.GetMethod(nameof(Equals), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, [type])
            ?.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)) == false;
}
