using System.Data.Common;
using System.Globalization;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Translation;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>A database in memory: one statement decides, one lists the changed, one counts.</summary>
internal abstract class DatabaseWay : IWay, IDisposable
{
    private readonly DbConnection _connection;
    private readonly Verdicts _verdicts;
    private readonly int _count;

    protected DatabaseWay(TierCase task, DbConnection connection)
    {
        _count = task.Count;
        _verdicts = new Verdicts(_count);
        _connection = connection;
        _connection.Open();
        Decision = SqlPolicy.Write(TierCase.Policy);
        Execute($"CREATE TABLE business (id INTEGER PRIMARY KEY, tier TINYINT, decision SMALLINT, {string.Join(", ", Facts.Select(Declare))})");
    }

    /// <summary>The facts that the policy reads, which are all that the table has.</summary>
    protected static IFact[] Facts { get; } = [.. TierCase.Policy.Facts];

    /// <summary>The policy as an expression that gives clause and tier in one number.</summary>
    protected string Decision { get; }

    /// <summary>The table that has the decisions of the last pass, with id, tier before and decision.</summary>
    protected abstract string Graded { get; }

    public void Regrade()
    {
        _verdicts.Begin();
        Decide();
        Query(
            $"SELECT id FROM {Graded} WHERE (decision % 8) <> tier ORDER BY id",
            row => _verdicts.Changed.Add(row.GetInt32(0)));
        Query(
            $"SELECT decision % 8, COUNT(*) FROM {Graded} GROUP BY 1",
            row => _verdicts.Histogram[NumberIn(row, 0)] = row.GetInt64(1));
    }

    public Verdicts Read()
    {
        var read = 0;
        Query($"SELECT id, decision FROM {Graded}", row =>
        {
            var (id, decision) = (row.GetInt32(0), NumberIn(row, 1));
            _verdicts.Grades[id] = (byte)(decision % 8);
            _verdicts.Rules[id] = (byte)(decision / 8);
            read++;
        });
        return read == _count ? _verdicts : throw new InvalidOperationException($"The database returned {read} of {_count} rows.");
    }

    public void Dispose() => _connection.Dispose();

    protected abstract void Decide();

    protected void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    protected static long[] StoredFacts(PlainBusiness business)
    {
        var view = PlainFacts.Map.View(business);
        return Array.ConvertAll(Facts, view.Read);
    }

    private static string Declare(IFact fact) =>
        $"{Dialect.SqlColumn(fact)} {(fact == BusinessFacts.AnnualRevenue ? "BIGINT" : fact is NumberFact ? "INTEGER" : "TINYINT")}";

    private static int NumberIn(DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), CultureInfo.InvariantCulture);

    private void Query(string sql, Action<DbDataReader> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            read(reader);
        }
    }
}
