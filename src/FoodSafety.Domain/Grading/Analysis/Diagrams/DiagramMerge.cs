namespace FoodSafety.Domain.Grading;

/// <summary>Combines two functions point by point. It remembers what it combined, so keep it where much is combined alike.</summary>
/// <param name="diagrams">Where the functions are kept.</param>
/// <param name="rule">What becomes of two values.</param>
internal sealed class DiagramMerge(DiagramStore diagrams, Func<long, long, long> rule)
{
    // What is remembered, and the node that it mostly makes, take the memory of several steps.
    private const int StepsToRemember = 4;

    private readonly Dictionary<(int Left, int Right), int> _done = [];

    public int Of(int left, int right)
    {
        diagrams.Spend(1);
        var (a, b) = (diagrams[left], diagrams[right]);
        if (a.IsLeaf && b.IsLeaf)
        {
            return diagrams.Leaf(rule(a.Value, b.Value));
        }

        if (_done.TryGetValue((left, right), out var known))
        {
            return known;
        }

        diagrams.Spend(StepsToRemember);
        var axis = Math.Min(a.Axis, b.Axis);
        var runs = new List<Run>();
        // A function that does not ask this axis is the same all along it.
        ReadOnlySpan<Run> leftRuns = a.Axis == axis ? a.Runs : [new Run(long.MaxValue, left)];
        ReadOnlySpan<Run> rightRuns = b.Axis == axis ? b.Runs : [new Run(long.MaxValue, right)];
        for (var (i, j) = (0, 0); i < leftRuns.Length && j < rightRuns.Length;)
        {
            var end = Math.Min(leftRuns[i].End, rightRuns[j].End);
            runs.Add(new Run(end, Of(leftRuns[i].Child, rightRuns[j].Child)));
            (i, j) = (leftRuns[i].End == end ? i + 1 : i, rightRuns[j].End == end ? j + 1 : j);
        }

        return _done[(left, right)] = diagrams.Branch(axis, runs);
    }
}
