using FoodSafety.Domain.Benchmarks.Populations;
using Microsoft.Data.Sqlite;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>SQLite in memory: <c>UPDATE … SET decision = CASE …</c>.</summary>
internal sealed class SqliteWay : DatabaseWay
{
    public SqliteWay(TierCase task)
        : this(task, new SqliteConnection("Data Source=:memory:"))
    {
    }

    private SqliteWay(TierCase task, SqliteConnection connection)
        : base(task, connection)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var names = Enumerable.Range(0, Facts.Length).Select(i => $"$fact{i}").ToArray();
        insert.CommandText = $"INSERT INTO business VALUES ($id, $tier, 0, {string.Join(", ", names)})";
        var id = insert.Parameters.Add("$id", SqliteType.Integer);
        var tier = insert.Parameters.Add("$tier", SqliteType.Integer);
        var facts = Array.ConvertAll(names, name => insert.Parameters.Add(name, SqliteType.Integer));
        foreach (var business in task.Population.Businesses)
        {
            (id.Value, tier.Value) = (business.Id, (int)business.CurrentTier);
            var stored = StoredFacts(business);
            for (var i = 0; i < facts.Length; i++)
            {
                facts[i].Value = stored[i];
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    protected override string Graded => "business";

    protected override void Decide() => Execute($"UPDATE business SET decision = {Decision}");
}
