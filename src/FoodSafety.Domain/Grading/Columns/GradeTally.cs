namespace FoodSafety.Domain.Grading;

/// <summary>What a pass adds up: how many went from which outcome to which, and who moved.</summary>
internal sealed class GradeTally(int grades)
{
    private readonly int _codes = grades + 2;

    public long[] Matrix { get; } = new long[(grades + 2) * (grades + 2)];

    public List<RawMove> Moves { get; } = [];

    public void Count(int from, int to, long rows) => Matrix[from * _codes + to] += rows;

    public void AddCounts(GradeTally other)
    {
        for (var i = 0; i < Matrix.Length; i++)
        {
            Matrix[i] += other.Matrix[i];
        }
    }
}
