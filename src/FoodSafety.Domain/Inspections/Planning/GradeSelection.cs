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

/// <summary>Leaves of some rows those in areas, with grades and of a condition.</summary>
internal static class RowSelection
{
    /// <param name="selected">1 for a row that is selected; written to 0 where it is not.</param>
    /// <param name="facts">The facts of the rows.</param>
    /// <param name="tree">The areas.</param>
    /// <param name="ordinals">The ordinal of each row's area.</param>
    /// <param name="gradings">The grades that are known.</param>
    /// <param name="areas">The areas, all that lies in them included; empty for everywhere. One that the tree does not know has no rows.</param>
    /// <param name="grades">The grades, of each grading one; empty for all. A grading that is not known has no rows.</param>
    /// <param name="when">The condition; null for none.</param>
    public static void Restrict(
        byte[] selected, FactTable facts, AreaTree tree, ReadOnlySpan<int> ordinals, ItemList<GradeSheet> gradings, ItemList<AreaCode> areas, ItemList<GradeSelection> grades, Condition? when)
    {
        if (!areas.IsEmpty)
        {
            Area[] known = [.. areas.Select(tree.Find).OfType<Area>()];
            for (var row = 0; row < selected.Length; row++)
            {
                selected[row] &= IsIn(known, ordinals[row]);
            }
        }

        foreach (var some in grades)
        {
            var sheet = gradings.FirstOrDefault(sheet => sheet.Key == some.Grading);
            HashSet<int> places = [.. some.Grades.Select(grade => sheet?.PlaceOf(grade) ?? 0)];
            places.Remove(0);
            for (var row = 0; row < selected.Length; row++)
            {
                selected[row] &= sheet is not null && places.Contains(sheet.PlaceOf(row)) ? (byte)1 : (byte)0;
            }
        }

        for (var row = 0; row < selected.Length && when is not null; row++)
        {
            selected[row] &= selected[row] == 1 && when.Holds(facts[row]) ? (byte)1 : (byte)0;
        }
    }

    private static byte IsIn(ReadOnlySpan<Area> areas, int ordinal)
    {
        foreach (var area in areas)
        {
            if (area.Contains(ordinal))
            {
                return 1;
            }
        }

        return 0;
    }
}
