using System.Diagnostics;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Measures candidates in turn, round after round, so that a disturbance of the machine meets all of them alike.</summary>
internal static class RoundRobin
{
    private const int Rounds = 11;
    private static readonly TimeSpan LeastSample = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);

    public static List<Row> Measure(params IReadOnlyList<Candidate> candidates) => Measure(Rounds, candidates);

    /// <summary>As the other, with as many rounds as fit what takes seconds; an odd number.</summary>
    public static List<Row> Measure(int rounds, IReadOnlyList<Candidate> candidates)
    {
        GC.Collect();
        var repeats = candidates.Select(RepeatsAfterWarmUp).ToArray();
        var bytes = candidates.Select((candidate, i) => BytesOf(candidate, repeats[i])).ToArray();
        var samples = candidates.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                samples[i][round] = Sample(candidates[i], repeats[i]).TotalNanoseconds / repeats[i] / candidates[i].Count;
            }
        }

        var medians = samples.Select(times => { Array.Sort(times); return times[rounds / 2]; }).ToArray();
        return [.. candidates.Select((candidate, i) => new Row(
            candidate.Name, candidate.Count, candidate.Threads, Machine.VectorWidth, medians[i], samples[i][0], samples[i][^1], bytes[i],
            Baseline(candidate) / medians[i]))];

        double Baseline(Candidate candidate)
        {
            for (var i = 0; i < candidates.Count; i++)
            {
                if (candidates[i].Name == candidate.Baseline && candidates[i].Count == candidate.Count && candidates[i].Threads == 1)
                {
                    return medians[i];
                }
            }

            return double.NaN;
        }
    }

    /// <summary>Runs until the compiler has nothing left to improve, then says how many runs make a sample that a clock can tell.</summary>
    private static int RepeatsAfterWarmUp(Candidate candidate)
    {
        var all = Stopwatch.StartNew();
        TimeSpan last;
        do
        {
            last = Sample(candidate, 1);
        }
        while (all.Elapsed < WarmUp);

        if (candidate.Prepare is not null)
        {
            return 1;
        }

        // Even, because passes there and back alternate.
        var repeats = (int)Math.Clamp(LeastSample / last, 1, 10_000);
        return last > LeastSample * 10 ? 1 : (repeats + 1) / 2 * 2;
    }

    private static double BytesOf(Candidate candidate, int repeats)
    {
        candidate.Prepare?.Invoke();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < repeats; i++)
        {
            candidate.Run();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)repeats / candidate.Count;
    }

    private static TimeSpan Sample(Candidate candidate, int repeats)
    {
        candidate.Prepare?.Invoke();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < repeats; i++)
        {
            candidate.Run();
        }

        return clock.Elapsed;
    }
}
