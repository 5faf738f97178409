using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>Tells regions by numbers as they are compared, "total 60 to 69", in place of the parts into which these are split: "item 7 is 5, all others 55 to 64" (整数表述).</summary>
/// <remarks>
/// Where a number cannot have some values beside the other facts, the region is told as beside the nearest that it can have: so boxes join, and hold the same entities.
/// A box in which nothing can be is then none, which <see cref="InParts"/> shows.
/// </remarks>
internal sealed class WholeNumbers
{
    // Beside how many values of its other parts a number is told as a whole.
    private const int MostSums = 200;

    private readonly PolicySpace _space;
    private readonly List<(SurveyedNumber Number, NumberSplit Split, int Axis)> _numbers = [];

    /// <param name="space">The axes, to which those of the numbers are added.</param>
    public WholeNumbers(PolicySpace space)
    {
        _space = space;
        foreach (var number in space.Survey.Computed)
        {
            // A part that stands in other numbers too is cut by their limits besides.
            if (space.FindSplit(number) is { Told.IsEmpty: false } split && !space.Survey.Computed.Any(other =>
                other != number && space.FindSplit(other) is { } its && its.Groups.Any(group => group.Group == split.Groups[^1].Group)))
            {
                _numbers.Add((number, split, -1));
            }
        }
    }

    /// <summary>A region by the numbers as a whole.</summary>
    public int Whole(int region)
    {
        for (var i = 0; i < _numbers.Count; i++)
        {
            var (number, split, _) = _numbers[i];
            var rest = _space.AxisOf(split.Groups[^1].Group.Number);
            if (_space.Diagrams.Nodes(region).Exists(node => _space.Diagrams[node].Axis == rest) && _space.Readable.Others(number) is var others
                && _space.Diagrams.Values(others).ToList() is { Count: <= MostSums } sums)
            {
                _numbers[i] = (number, split, AxisOf(i));
                region = sums.Aggregate(DiagramStore.No, (told, sum) => _space.Or.Of(told, Whole(region, i, others, sum)));
            }
        }

        return region;
    }

    /// <summary>Whether an axis is one of a whole number.</summary>
    public bool Has(int axis) => _numbers.Exists(number => number.Axis == axis);

    /// <summary>A region that is told by the numbers as a whole, by their parts again.</summary>
    public int InParts(int region)
    {
        foreach (var (number, _, axis) in _numbers.Where(number => number.Axis >= 0))
        {
            var (values, whole) = (_space.Readable.Number(number), (ComputedAxis)_space.Axes[axis]);
            region = Enumerable.Range(0, (int)whole.Length).Aggregate(DiagramStore.No, (told, place) => _space.Or.Of(
                told, _space.And.Of(_space.Diagrams.Map(values, value => whole.PlaceOf(value) == place ? 1 : 0), _space.Diagrams.At(region, axis, place))));
        }

        return region;
    }

    /// <summary>A region where the other parts of a number have one sum.</summary>
    private int Whole(int region, int number, int others, long sum)
    {
        var here = _space.And.Of(region, _space.Diagrams.Map(others, value => value == sum ? 1 : 0));
        if (here == DiagramStore.No)
        {
            return here;
        }

        var ((_, split, axis), factor) = (_numbers[number], _numbers[number].Split.Groups[^1].Factor);
        var (rest, whole) = (_space.AxisOf(split.Groups[^1].Group.Number), (ComputedAxis)_space.Axes[axis]);
        var parts = (ComputedAxis)_space.Axes[rest];
        var places = new long?[whole.Length];
        for (var place = 0L; place < parts.Length; place++)
        {
            var isUnstated = place < parts.FirstStated || sum == NumberExpression.NotStated;
            places[whole.PlaceOf(isUnstated ? NumberExpression.NotStated : parts.ValueAt(place) * factor + sum)] ??= place;
        }

        ImmutableArray<int> possible = [.. Enumerable.Range(0, places.Length).Where(place => places[place] is not null)];
        return Enumerable.Range(0, places.Length).Aggregate(DiagramStore.No, (told, place) =>
        {
            var nearest = possible.MinBy(other => Math.Abs(other - place));
            var only = _space.Diagrams.Branch(axis, [.. Runs(place, places.Length)]);
            return _space.Or.Of(told, _space.And.Of(only, _space.Diagrams.At(here, rest, places[nearest]!.Value)));
        });
    }

    private static IEnumerable<Run> Runs(long place, long length)
    {
        if (place > 0)
        {
            yield return new Run(place, DiagramStore.No);
        }

        yield return new Run(place + 1, DiagramStore.Yes);
        if (place + 1 < length)
        {
            yield return new Run(length, DiagramStore.No);
        }
    }

    private int AxisOf(int i)
    {
        var (number, _, axis) = _numbers[i];
        if (axis >= 0)
        {
            return axis;
        }

        // One value for each stretch between two limits, as the parts make them up.
        var values = _space.Diagrams.Values(_space.Readable.Number(number)).Order().ToList();
        var reach = NumberReach.Of([.. values.Where((value, place) => place == 0 || values[place - 1] == NumberExpression.NotStated || number.Limits.Between(values[place - 1], value) is not null)]);
        return _space.AddWhole(new ComputedAxis(number, reach)
        {
            TakenAsStated = [.. _numbers[i].Split.Told.Select(term => term.Part).Where(NumberSplit.NeedsItsOneFact).SelectMany(AtomSurvey.AtomsIn)],
        });
    }
}
