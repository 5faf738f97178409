using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>Inserts many rows of a table, on any relational provider: some to a statement, by parameters that the mapping of each column makes.</summary>
/// <remarks>The rows do not go through the change tracker: it takes several times as long, and in a context of the user's own it would save what is his.</remarks>
internal static class RowWriter
{
    // More to a statement saves round trips to a server, and makes SQLite look longer for each by its name.
    private const int MostParameters = 600;

    public static async Task InsertAsync<TRow>(DbContext db, IEnumerable<TRow> rows, CancellationToken cancellation) where TRow : class
    {
        var columns = ColumnsOf<TRow>(db);
        var most = Math.Max(1, MostParameters / columns.Length);
        DbCommand? whole = null;
        try
        {
            foreach (var some in rows.Chunk(most))
            {
                if (some.Length == most)
                {
                    whole ??= await PrepareAsync(db, columns, most, some, cancellation).ConfigureAwait(false);
                    Fill(whole, columns, some);
                    await whole.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                }
                else
                {
                    var rest = Make(db, columns, some.Length, some);
                    await using var ending = rest.ConfigureAwait(false);
                    Fill(rest, columns, some);
                    await rest.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            if (whole is not null)
            {
                await whole.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Tells the data base to look at tables that grow within one transaction, where it is of a kind that has to be told.</summary>
    /// <remarks>
    /// PostgreSQL plans the check of a reference once for a connection, by what it knows of the table then. Of one that was empty at the begin of the transaction it knows nothing,
    /// and takes any index that begins with the district: each row that is added then reads the whole district, and a restore of 300,000 entries takes hours. Looking at the tables makes the plan anew.
    /// No two transactions look at a table at once, so that the tables are given in the same order always.
    /// </remarks>
    public static async Task AnalyseAsync(DbContext db, IEnumerable<Type> rows, CancellationToken cancellation)
    {
        if (db.Database.ProviderName != "Npgsql.EntityFrameworkCore.PostgreSQL")
        {
            return;
        }

        var sql = db.GetService<ISqlGenerationHelper>();
        foreach (var table in rows.Select(row => db.Model.FindEntityType(row)!))
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            await using var ending = command.ConfigureAwait(false);
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            command.CommandText = $"ANALYZE {sql.DelimitIdentifier(table.GetTableName()!, table.GetSchema())}";
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<DbCommand> PrepareAsync(DbContext db, Column[] columns, int count, object[] rows, CancellationToken cancellation)
    {
        var command = Make(db, columns, count, rows);
        await command.PrepareAsync(cancellation).ConfigureAwait(false);
        return command;
    }

    private static DbCommand Make(DbContext db, Column[] columns, int count, object[] rows)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = string.Join(", ", columns.Select(column => sql.DelimitIdentifier(column.Name)));
        var values = new string[count];
        for (var row = 0; row < count; row++)
        {
            var places = new string[columns.Length];
            for (var at = 0; at < columns.Length; at++)
            {
                var name = $"p{row * columns.Length + at}";
                places[at] = sql.GenerateParameterNamePlaceholder(name);
                command.Parameters.Add(columns[at].Mapping.CreateParameter(command, sql.GenerateParameterName(name), columns[at].Read(rows[row]), columns[at].IsNullable));
            }

            values[row] = $"({string.Join(", ", places)})";
        }

        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(columns[0].Table, columns[0].Schema)} ({names}) VALUES {string.Join(", ", values)}";
        return command;
    }

    private static void Fill(DbCommand command, Column[] columns, object[] rows)
    {
        var parameter = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                command.Parameters[parameter++].Value = column.Stored(row);
            }
        }
    }

    private static Column[] ColumnsOf<TRow>(DbContext db)
    {
        var type = db.Model.FindEntityType(typeof(TRow))
            ?? throw new InvalidOperationException($"{db.GetType().Name} has no table for {typeof(TRow).Name}. Call {nameof(FoodSafetyModel.AddFoodSafety)} in its OnModelCreating.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return [.. type.GetProperties().Select(property => new Column(table.Name, table.Schema, property.GetColumnName(table)!, property, property.GetRelationalTypeMapping()))];
    }

    private sealed record Column(string Table, string? Schema, string Name, IProperty Property, RelationalTypeMapping Mapping)
    {
        private readonly IClrPropertyGetter _getter = Property.GetGetter();

        public bool IsNullable => Property.IsNullable;

        public object? Read(object row) => _getter.GetClrValue(row);

        public object Stored(object row) => Read(row) is not { } value ? DBNull.Value : Mapping.Converter?.ConvertToProvider(value) ?? value;
    }
}
