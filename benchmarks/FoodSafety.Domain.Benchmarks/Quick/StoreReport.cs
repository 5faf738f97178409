using System.Diagnostics;
using System.Globalization;
using System.Text;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Translation;
using FoodSafety.Domain.Benchmarks.Ways;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.EntityFrameworkCore;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Formats;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Time;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Districts in a data base: restored, opened, written, read; and a policy over a million businesses beside the best statement of SQL, as Markdown.</summary>
internal sealed class StoreReport
{
    /// <summary>A connection string of a server of PostgreSQL without a data base; without it only SQLite is measured.</summary>
    private const string Variable = "FOODSAFETY_POSTGRES";

    private const string Code = "510115";
    private const int Acts = 100;
    private const int Rounds = 5;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly StringBuilder _rows = new();
    private readonly DistrictSettings _settings = new(WorkingCalendar.China);

    private StoreReport()
    {
    }

    /// <param name="file">Where the report is written to; null for the console alone.</param>
    /// <param name="entries">How many entries the district of 10,000 lives; 0 leaves it out.</param>
    /// <param name="businesses">How many businesses the policy goes over; 0 leaves it out.</param>
    /// <param name="wenjiang">The journal that <c>samples/Wenjiang</c> wrote; null to leave it out.</param>
    /// <param name="on">The one data base that is measured, "sqlite" or "postgresql"; null for both.</param>
    public static async Task RunAsync(string? file, int entries, int businesses, string? wenjiang, string? on)
    {
        var report = new StoreReport();
        var lived = Path.GetTempFileName();
        try
        {
            if (entries > 0)
            {
                using var journal = Journal.Open(lived, new EntryFormat(report._settings));
                new DistrictCase(10_000).Grow(journal, entries);
            }

            bool[] all = on switch
            {
                "sqlite" => [false],
                "postgresql" => [true],
                null => Environment.GetEnvironmentVariable(Variable) is null ? [false] : [false, true],
                _ => throw new ArgumentException($"There is no data base '{on}'. Allowed: sqlite, postgresql."),
            };
            foreach (var isPostgres in all)
            {
                foreach (var path in new[] { wenjiang, entries > 0 ? lived : null }.OfType<string>())
                {
                    await using var database = await Database.MakeAsync(isPostgres);
                    await report.KeepAsync(database, path, path == wenjiang ? "Wenjiang" : $"{entries:#,0} entries");
                }

                if (businesses > 0)
                {
                    await using var database = await Database.MakeAsync(isPostgres);
                    await report.AdoptAsync(database, businesses);
                }
            }
        }
        finally
        {
            File.Delete(lived);
        }

        var text = $"""
            {Machine.Processor}, {Machine.Runtime}. Medians where there are several.

            | data base | of | what | time | least–most |
            |---|---|---|--:|--:|
            {report._rows}
            """;
        Console.Out.WriteLine(text);
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, text);
        }
    }

    /// <summary>A journal that is restored, opened in another store, written to, looked into, rid of a person, and compared with what it was.</summary>
    private async Task KeepAsync(Database database, string path, string of)
    {
        await using (var store = database.Open(_settings))
        {
            var entries = 0L;
            Tell(database, of, "restored, with all read tables", await TimeAsync(async () =>
            {
                await using var journal = File.OpenRead(path);
                entries = await store.RestoreAsync(Code, journal);
            }));
            Tell(database, of, "entries", $"{entries:#,0}");
        }

        List<double> opened = [];
        for (var round = 0; round < 3; round++)
        {
            await using var store = database.Open(_settings);
            opened.Add(await TimeAsync(() => store.ReadAsync(Code, district => district.Version)));
        }

        Tell(database, of, "opened from the data base by a new store", [.. opened]);
        await using (var store = database.Open(_settings))
        {
            var business = await store.ReadAsync(Code, district => district.Businesses.Register.Businesses.First().Id);
            // Years may lie between the last entry and now.
            await store.ActAsync(Code, new Request("day"), (district, at) => new UnitOfActs(new Stamp("office", LocalDate.Max(district.Today, at.InZone(ChinaTime.Zone).Date), at), new DayBegan()));
            List<double> acted = [], read = [], again = [];
            for (var n = 0; n < Acts; n++)
            {
                acted.Add(await TimeAsync(() => NameAsync(store, business, n)));
                again.Add(await TimeAsync(() => NameAsync(store, business, n)));
                read.Add(await TimeAsync(() => store.ReadAsync(Code, district => district.Version)));
            }

            Tell(database, of, "one act, warm", [.. acted.Skip(20)]);
            Tell(database, of, "the same request once more", [.. again.Skip(20)]);
            Tell(database, of, "a question, warm", [.. read.Skip(20)]);
            Tell(database, of, "sizes, MiB", await database.SizesAsync());
            Tell(database, of, "read tables verified", await TimeAsync(async () => Equal(0, (await store.VerifyAsync(Code)).Length)));
            Tell(database, of, "journal checked", await TimeAsync(async () => Equal(true, (await store.CheckAsync(Code)).IsWhole)));
            using var exported = new MemoryStream();
            Tell(database, of, "exported", await TimeAsync(() => store.ExportAsync(Code, exported)));
            Tell(database, of, "exported, equal to what was restored", $"{StartsWith(exported.ToArray(), await File.ReadAllBytesAsync(path))}");
            await using (var context = database.Context())
            {
                context.Persons.Add(new PersonRow { Key = "somebody", Name = "问题" });
                await context.SaveChangesAsync();
            }

            var texts = 0;
            var erased = await TimeAsync(async () => texts = await store.ErasePersonAsync("somebody", "office"));
            Tell(database, of, $"a person erased, {texts:#,0} texts blanked", erased);
            Equal(true, (await store.CheckAsync(Code)).IsWhole);
            Equal(0, (await store.VerifyAsync(Code)).Length);
        }
    }

    /// <summary>A policy over everybody, by the store and by SQL, in the same data base.</summary>
    private async Task AdoptAsync(Database database, int count)
    {
        var of = $"{count:#,0} businesses";
        var task = new DistrictCase(count);
        await using var store = database.Open(_settings);
        var opened = await TimeAsync(async () =>
        {
            await ActAsync(store, "office", _ => task.Office);
            for (var first = 0; first < count; first += 10_000)
            {
                var some = task.Businesses.Slice(first, Math.Min(10_000, count - first));
                await ActAsync(store, $"businesses-{first}", _ => [new BusinessesOpened(some)]);
            }
        });
        Tell(database, of, "opened by units of 10,000, cadres tied, entries and rows written", opened);
        var policy = TierPolicies.SizeAndDiners2022.WithOtherLimits("2030.1", DistrictCase.Founding.On);
        var (moves, previewed) = (0, new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            previewed[round] = await TimeAsync(() => store.ReadAsync(Code, district =>
                moves = district.Preview(DistrictCase.Founding with { RecordedAt = district.RecordedUpTo }, new PolicyLaidDown<Tier>(policy)).Moves.Length));
        }

        Tell(database, of, "preview of another policy, with what follows for chains, commitments and duties", previewed);
        var (adopted, acted) = (0, 0.0);
        acted = await TimeAsync(async () => adopted = await ActAsync(store, "adopt", _ => [new PolicyLaidDown<Tier>(policy)]));
        Equal(moves, adopted);
        Tell(database, of, $"another policy laid down: {moves:#,0} moved, chains and all that follows, entry and rows written", acted);
        Tell(database, of, "sizes, MiB", await database.SizesAsync());
        Dictionary<string, int> kept;
        await using (var context = database.Context())
        {
            kept = await context.Businesses.GroupBy(business => business.Tier).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key ?? "", group => group.Count);
        }

        // The same businesses in a plain table with the facts that the policy reads, in the same data base, and in the columns of the library.
        var population = Population.Of(count, count <= 100_000 ? Villages.Codes : Country.Villages);
        var graders = new[] { policy, TierPolicies.SizeAndDiners2022 };
        await using var plain = await database.PlainAsync(population);
        foreach (var (what, write) in Statements)
        {
            List<double> updated = [];
            for (var round = 0; round < Rounds; round++)
            {
                await plain.ExecuteAsync(plain.Vacuum);
                await plain.ExecuteAsync(Every(graders[1 - (round % 2)]));
                await plain.ExecuteAsync(plain.Vacuum);
                updated.Add(await TimeAsync(() => plain.ExecuteAsync(write(graders[round % 2]))));
            }

            await plain.ExecuteAsync(Every(policy));
            Tell(database, of, $"SQL: {what}", [.. updated]);
            foreach (var (tier, number) in await plain.CountAsync())
            {
                Equal(kept.GetValueOrDefault(tier), number);
            }
        }

        var columns = new ColumnsWay<Tier>(population.ToTable(), TierPolicies.SizeAndDiners2022, policy);
        columns.Regrade();
        Tell(database, of, "resident columns: everybody graded, the moved listed, the tiers counted", [.. Enumerable.Range(0, 21).Select(_ => Time(columns.Regrade))]);
    }

    /// <summary>The ways in which a table of businesses gets the tiers of a policy.</summary>
    private static (string What, Func<GradingPolicy<Tier>, string> Write)[] Statements =>
    [
        ("UPDATE … SET tier = CASE … of every row", Every),
        ("UPDATE … SET tier = CASE … WHERE it differs", policy => $"UPDATE plain SET tier = ({SqlPolicy.Write(policy)}) % 8 WHERE tier <> ({SqlPolicy.Write(policy)}) % 8"),
        ("SELECT … WHERE it differs, counted, nothing written", policy => $"SELECT COUNT(*) FROM plain WHERE tier <> ({SqlPolicy.Write(policy)}) % 8"),
    ];

    private static string Every(GradingPolicy<Tier> policy) => $"UPDATE plain SET tier = ({SqlPolicy.Write(policy)}) % 8";

    private static async Task<int> ActAsync(DistrictStore store, string request, Func<District, IEnumerable<Act>> acts) => (await store.ActAsync(
        Code, new Request(request), (district, at) => new UnitOfActs(DistrictCase.Founding with { RecordedAt = at }, acts(district)))).Consequences!.Moves.Length;

    private static Task<ActResult> NameAsync(DistrictStore store, BusinessId business, int n) => store.ActAsync(
        Code, new Request($"name-{n}"), (district, at) => new UnitOfActs(new Stamp("office", district.Today, at), new BusinessRenamed(business, $"名称 {n} 号")));

    private void Tell(Database database, string of, string what, params double[] times)
    {
        Array.Sort(times);
        var range = times.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{times[0]:#,0.##}–{times[^1]:#,0.##}");
        Tell(database, of, what, string.Create(CultureInfo.InvariantCulture, $"{times[times.Length / 2]:#,0.##} ms"), range);
    }

    private void Tell(Database database, string of, string what, string value, string range = "")
    {
        var line = $"| {database.Name} | {of} | {what} | {value} | {range} |";
        _rows.AppendLine(line);
        Console.Error.WriteLine($"{_clock.Elapsed.TotalSeconds,5:0} s  {line}");
    }

    private static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"Expected {expected}, and it is {actual}.");
        }
    }

    /// <summary>Whether one journal begins with the other; the acts that were measured come after it.</summary>
    private static bool StartsWith(byte[] all, byte[] begin) => all.AsSpan().StartsWith(begin);

    private static double Time(Action run)
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        var watch = Stopwatch.StartNew();
        await run();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>A data base of the report's own.</summary>
    private sealed class Database : IAsyncDisposable
    {
        private readonly string _connection;

        private Database(bool isPostgres)
        {
            IsPostgres = isPostgres;
            _connection = isPostgres
                ? $"{Environment.GetEnvironmentVariable(Variable)};Database=fs_report_{Environment.ProcessId}"
                : $"Data Source={Path.Combine(Path.GetTempPath(), $"fs_report_{Environment.ProcessId}.db")}";
        }

        public bool IsPostgres { get; }

        public string Name => IsPostgres ? "PostgreSQL" : "SQLite";

        public static async Task<Database> MakeAsync(bool isPostgres)
        {
            var database = new Database(isPostgres);
            await using var context = database.Context();
            await context.Database.EnsureDeletedAsync();
            await context.Database.MigrateAsync();
            return database;
        }

        public FoodSafetyContext Context()
        {
            var options = new DbContextOptionsBuilder<FoodSafetyContext>();
            return new((IsPostgres
                ? options.UseNpgsql(_connection, o => o.MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.PostgreSQL").CommandTimeout(3600))
                : options.UseSqlite(_connection, o => o.MigrationsAssembly("FoodSafety.Domain.EntityFrameworkCore.Sqlite").CommandTimeout(3600))).Options);
        }

#pragma warning disable RS0030 // A store is given a clock where a program puts it together, and here is that place.
        public DistrictStore Open(DistrictSettings settings) =>
            new(_ => Task.FromResult<DbContext>(Context()), settings, SystemClock.Instance, new() { MostClockDifference = null });
#pragma warning restore RS0030

        public async Task<string> SizesAsync()
        {
            await using var context = Context();
            if (!IsPostgres)
            {
                return $"file {new FileInfo(context.Database.GetDbConnection().DataSource).Length >> 20}";
            }

            var sizes = await context.Database.SqlQuery<string>(
                $"SELECT relname || ' ' || (pg_total_relation_size(c.oid) / 1048576) AS \"Value\" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND relkind = 'r' AND pg_total_relation_size(c.oid) >= 1048576 ORDER BY pg_total_relation_size(c.oid) DESC").ToListAsync();
            return string.Join(", ", sizes);
        }

        public async Task<PlainTable> PlainAsync(Population population)
        {
            var context = Context();
            await context.Database.OpenConnectionAsync();
            var plain = new PlainTable(context, IsPostgres);
            await plain.FillAsync(population);
            return plain;
        }

        public async ValueTask DisposeAsync()
        {
            await using var context = Context();
            await context.Database.EnsureDeletedAsync();
        }
    }

    /// <summary>Businesses in a table with the facts that the policy reads and a tier, as a platform of SQL alone would have them.</summary>
    private sealed class PlainTable(FoodSafetyContext context, bool isPostgres) : IAsyncDisposable
    {
        private static readonly IFact[] Facts = [.. TierPolicies.SizeAndDiners2022.Facts];

        /// <summary>Clears what the update before left; the time of it is not counted.</summary>
        public string Vacuum => isPostgres ? "VACUUM ANALYZE plain" : "SELECT 1";

        public async Task ExecuteAsync(string sql)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            (command.CommandText, command.CommandTimeout) = (sql, 3600);
            await command.ExecuteNonQueryAsync();
        }

        public async Task<List<(string Tier, int Count)>> CountAsync()
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT tier, COUNT(*) FROM plain GROUP BY tier";
            await using var reader = await command.ExecuteReaderAsync();
            List<(string, int)> counts = [];
            while (await reader.ReadAsync())
            {
                var tier = Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture);
                counts.Add((tier == 0 ? "" : ((Tier)tier).ToString(), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture)));
            }

            return counts;
        }

        public async Task FillAsync(Population population)
        {
            var names = Facts.Select(Dialect.SqlColumn).ToArray();
            await ExecuteAsync($"CREATE TABLE plain (id INTEGER PRIMARY KEY, tier SMALLINT NOT NULL, {string.Join(", ", Facts.Zip(names, (fact, name) => $"{name} {TypeOf(fact)} NOT NULL"))})");
            if (isPostgres)
            {
                await using var writer = await ((NpgsqlConnection)context.Database.GetDbConnection()).BeginBinaryImportAsync($"COPY plain (id, tier, {string.Join(", ", names)}) FROM STDIN (FORMAT BINARY)");
                foreach (var business in population.Businesses)
                {
                    await writer.StartRowAsync();
                    await writer.WriteAsync(business.Id);
                    await writer.WriteAsync((short)0);
                    var view = PlainFacts.Map.View(business);
                    foreach (var fact in Facts)
                    {
                        await (TypeOf(fact) switch
                        {
                            "BIGINT" => writer.WriteAsync(view.Read(fact)),
                            "INTEGER" => writer.WriteAsync((int)view.Read(fact)),
                            _ => writer.WriteAsync((short)view.Read(fact)),
                        });
                    }
                }

                await writer.CompleteAsync();
                return;
            }

            await using var transaction = await context.Database.BeginTransactionAsync();
            await using var insert = context.Database.GetDbConnection().CreateCommand();
            insert.CommandText = $"INSERT INTO plain VALUES ({string.Join(", ", Enumerable.Range(0, Facts.Length + 2).Select(at => $"@p{at}"))})";
            var parameters = Enumerable.Range(0, Facts.Length + 2).Select(at =>
            {
                var parameter = insert.CreateParameter();
                parameter.ParameterName = $"@p{at}";
                insert.Parameters.Add(parameter);
                return parameter;
            }).ToArray();
            foreach (var business in population.Businesses)
            {
                (parameters[0].Value, parameters[1].Value) = (business.Id, 0);
                var view = PlainFacts.Map.View(business);
                for (var at = 0; at < Facts.Length; at++)
                {
                    parameters[at + 2].Value = view.Read(Facts[at]);
                }

                insert.ExecuteNonQuery();
            }

            await transaction.CommitAsync();
        }

        public ValueTask DisposeAsync() => context.DisposeAsync();

        private static string TypeOf(IFact fact) => fact == BusinessFacts.AnnualRevenue ? "BIGINT" : fact is NumberFact ? "INTEGER" : "SMALLINT";
    }
}
