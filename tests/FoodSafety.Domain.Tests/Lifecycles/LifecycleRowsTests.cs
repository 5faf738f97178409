using System.Reflection;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Tests.Lifecycles;

/// <summary>All lifecycles of the library by reflection: each is one table of rows, and whatever is half done in one fails here by its name.</summary>
public class LifecycleRowsTests
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What an act says whatever its step is.</summary>
    private static readonly string[] SaidByEveryStep = ["Kind", "Thing", "IsInOrder", "Id", "Incident", "Warning", "Inspection", "Step", "Party", "Body", "Note"];

    private static readonly Dictionary<string, PropertyInfo> Rows = typeof(Act).Assembly.GetTypes().SelectMany(type => type.GetProperties(Static))
        .Where(property => IsOf(property, typeof(LifecycleRows<,,,,>))).ToDictionary(property => property.DeclaringType!.Name);

    public static TheoryData<string> Lifecycles => [.. Rows.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Steps
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, rows) in Rows)
            {
                foreach (var step in Enum.GetNames(rows.PropertyType.GenericTypeArguments[1]))
                {
                    data.Add(name, step);
                }
            }

            return data;
        }
    }

    [Fact]
    public void EveryTableThatIsShown_IsOfRows()
    {
        var shown = typeof(Act).Assembly.GetTypes().SelectMany(type => type.GetProperties(Static)).Where(property => IsOf(property, typeof(Lifecycle<,>))).ToList();

        Assert.Equal(["IncidentLifecycle", "InspectionLifecycle", "RecallLifecycle", "RectificationLifecycle", "ReferralLifecycle", "Stops", "WarningLifecycle"], Rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(shown, table => Assert.Contains(table.DeclaringType!.Name, Rows.Keys));
    }

    [Theory]
    [MemberData(nameof(Lifecycles))]
    public void Data_AreWhatActsOfSomeStepsAloneSay(string lifecycle)
    {
        var (act, data) = (Rows[lifecycle].PropertyType.GenericTypeArguments[2], Names(Call<IEnumerable<string>>(lifecycle, nameof(DataOf))));
        var said = act.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(property => !SaidByEveryStep.Contains(property.Name)).Select(property => property.Name);
        Assert.Equal(Names(said), data);

        static IEnumerable<string> Names(IEnumerable<string> names) => names.Select(name => char.ToLowerInvariant(name[0]) + name[1..]).Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Row_OfEveryStep_IsWhole(string lifecycle, string step) => Call<object?>(lifecycle, nameof(CheckRow), step);

    private static bool IsOf(PropertyInfo property, Type definition) => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == definition;

    private static T Call<T>(string lifecycle, string method, params object[] more)
    {
        var rows = Rows[lifecycle];
        return (T)typeof(LifecycleRowsTests).GetMethod(method, Static)!.MakeGenericMethod(rows.PropertyType.GenericTypeArguments).Invoke(null, [rows.GetValue(null), .. more])!;
    }

    private static IEnumerable<string> DataOf<TState, TStep, TAct, TStateRow, TStepRow>(LifecycleRows<TState, TStep, TAct, TStateRow, TStepRow> rows)
        where TState : struct, Enum
        where TStep : struct, Enum
        where TStateRow : StateRow<TState>
        where TStepRow : StepRow<TState, TStep, TAct> => rows.Data.SelectMany(data => data.Properties);

    private static object? CheckRow<TState, TStep, TAct, TStateRow, TStepRow>(LifecycleRows<TState, TStep, TAct, TStateRow, TStepRow> rows, string name)
        where TState : struct, Enum
        where TStep : struct, Enum
        where TStateRow : StateRow<TState>
        where TStepRow : StepRow<TState, TStep, TAct>
    {
        var row = rows[Enum.Parse<TStep>(name)];

        Assert.Equal(name, $"{row.Step}");
        Assert.NotEmpty(row.Ways);
        Assert.All(row.Ways, way => Assert.Equal(way.To, rows.After(way.From, row.Step)));
        Assert.All(row.Ways, way => Assert.Contains(row.Step, rows.Table.StepsFrom(way.From)));
        Assert.Subset(rows.Data.SelectMany(data => data.Properties).ToHashSet(), row.Needs.Concat(row.May).SelectMany(data => data.Properties).ToHashSet());
        Assert.Empty(row.Needs.SelectMany(data => data.Properties).Intersect(row.May.SelectMany(data => data.Properties)));
        foreach (var said in row.GetType().GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(Delegate)) && property.Name is "Does" or "Asks"))
        {
            Assert.NotNull(said.GetValue(row));
        }

        return null;
    }
}
