using DuckDB.NET.Data;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>DuckDB in memory, a column store with vectors: <c>CREATE TABLE … AS SELECT CASE …</c>, which it runs faster than an update.</summary>
internal sealed class DuckDbWay : DatabaseWay
{
    public DuckDbWay(TierCase task, int threads)
        : this(task, threads, new DuckDBConnection("DataSource=:memory:"))
    {
    }

    private DuckDbWay(TierCase task, int threads, DuckDBConnection connection)
        : base(task, connection)
    {
        Execute($"SET threads = {threads}");
        using var appender = connection.CreateAppender("business");
        foreach (var business in task.Population.Businesses)
        {
            var row = appender.CreateRow().AppendValue(business.Id).AppendValue((sbyte)business.CurrentTier).AppendValue((short)0);
            var stored = StoredFacts(business);
            for (var i = 0; i < stored.Length; i++)
            {
                row = Facts[i] == BusinessFacts.AnnualRevenue ? row.AppendValue(stored[i])
                    : Facts[i] is NumberFact ? row.AppendValue((int)stored[i])
                    : row.AppendValue((sbyte)stored[i]);
            }

            row.EndRow();
        }
    }

    protected override string Graded => "graded";

    protected override void Decide() => Execute($"CREATE OR REPLACE TABLE graded AS SELECT id, tier, {Decision} AS decision FROM business");
}
