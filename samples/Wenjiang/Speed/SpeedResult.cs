using System.Collections.Immutable;
using Wenjiang.Register;

namespace Wenjiang.Speed;

/// <summary>How long each run over the same businesses took, and the grades, which are those of every run.</summary>
internal sealed record SpeedResult(int Businesses, ImmutableArray<TimeSpan> Runs, TierCounts Count)
{
    public TimeSpan Best => Runs.Min();

    public double NanosecondsEach(TimeSpan run) => run.TotalNanoseconds / Businesses;

    public double PerSecond(TimeSpan run) => Businesses / run.TotalSeconds;
}
