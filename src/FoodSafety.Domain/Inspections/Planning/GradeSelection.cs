using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Inspections;

/// <summary>Some grades of a grading, whatever its enum (适用等级): of the tiers, the risk grades, or a place's own.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record GradeSelection
{
    internal GradeSelection(string grading, ItemList<string> grades)
    {
        Grading = TextRule.Key.Check(grading, nameof(grading));
        Grades = grades.IsEmpty || grades.Distinct(StringComparer.Ordinal).Count() < grades.Length
            ? throw new ArgumentException("Allowed: one grade or more, each once.", nameof(grades))
            : [.. grades.Select(grade => TextRule.Key.Check(grade, nameof(grades)))];
    }

    /// <summary>The key of the grading: <c>tier</c>, <c>risk-grade</c>.</summary>
    public string Grading { get; }

    /// <summary>The grades, by the names of their values.</summary>
    public ItemList<string> Grades { get; }

    /// <summary>Takes grades.</summary>
    /// <param name="grades">One or more, each once.</param>
    /// <typeparam name="TGrade">The enum of grades, which has a <see cref="GradingKeyAttribute"/>.</typeparam>
    /// <exception cref="ArgumentException">There is none, or one stands twice.</exception>
    /// <exception cref="InvalidOperationException">The enum has no key.</exception>
    public static GradeSelection Of<TGrade>(params ReadOnlySpan<TGrade> grades) where TGrade : struct, Enum
    {
        var names = new string[grades.Length];
        for (var place = 0; place < grades.Length; place++)
        {
            names[place] = $"{grades[place].Named()}";
        }

        return new(GradingKey.Of<TGrade>(), [.. names]);
    }

    /// <summary>The grading and its grades, as <c>risk-grade C, D</c>.</summary>
    public override string ToString() => $"{Grading} {string.Join(", ", Grades)}";
}

/// <summary>The rows in areas, with grades and of a condition (适用范围): each is asked by itself, so that a few of a million cost what a few cost.</summary>
/// <param name="facts">The facts of the rows.</param>
/// <param name="tree">The areas.</param>
/// <param name="gradings">The grades that are known.</param>
/// <param name="areas">The areas, all that lies in them included; empty for everywhere. One that the tree does not know has no rows.</param>
/// <param name="grades">The grades, of each grading one; empty for all. A grading that is not known has no rows.</param>
/// <param name="when">The condition; null for none.</param>
internal sealed class RowSelection(FactTable facts, AreaTree tree, ItemList<GradeSheet> gradings, ItemList<AreaCode> areas, ItemList<GradeSelection> grades, Condition? when)
{
    // Null for everywhere: of areas that are all unknown nothing is left, which is not everywhere.
    private readonly Area[]? _areas = areas.IsEmpty ? null : [.. areas.Select(tree.Find).OfType<Area>()];
    private readonly (GradeSheet? Sheet, HashSet<int> Places)[] _grades = [.. grades.Select(some => PlacesOf(some, gradings.FirstOrDefault(sheet => sheet.Key == some.Grading)))];

    /// <summary>Whether a row is one of them, with the ordinal of its area.</summary>
    public bool Contains(int row, int area)
    {
        if (_areas is not null && !IsIn(_areas, area))
        {
            return false;
        }

        foreach (var (sheet, places) in _grades)
        {
            if (sheet is null || !places.Contains(sheet.PlaceOf(row)))
            {
                return false;
            }
        }

        return when is null || when.Holds(facts[row]);
    }

    private static (GradeSheet?, HashSet<int>) PlacesOf(GradeSelection some, GradeSheet? sheet)
    {
        HashSet<int> places = [.. some.Grades.Select(grade => sheet?.PlaceOf(grade) ?? 0)];
        places.Remove(0);
        return (sheet, places);
    }

    private static bool IsIn(ReadOnlySpan<Area> areas, int ordinal)
    {
        foreach (var area in areas)
        {
            if (area.Contains(ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
