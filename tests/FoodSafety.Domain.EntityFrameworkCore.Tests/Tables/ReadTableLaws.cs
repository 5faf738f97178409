using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using FoodSafety.Domain.Tests.Acts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore.Tests;

/// <summary>The law of the read tables: whatever is done, what was kept entry by entry is what would be made anew.</summary>
public class ReadTableLaws(ITestOutputHelper output)
{
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("TABLE_HISTORIES") ?? "16", CultureInfo.InvariantCulture);

    private const string OwnComputed = "Computed of a grading of the place's own", OwnStanding = "Standing of a grading of the place's own";

    // What a history is mostly about, so that the rows of each table meet; the rest is about whatever comes.
    private static readonly ImmutableArray<ImmutableArray<Type>> Focuses =
    [
        [],
        [.. ActGen.OwnKinds, typeof(PolicyLaidDown<OwnGrade>), typeof(PolicyLaidDown<OwnGrade>), typeof(FactsStated), typeof(FactsStated), typeof(BusinessesOpened)],
        [typeof(AreasChanged), typeof(AreasChanged), typeof(BusinessesOpened), typeof(BusinessMoved), typeof(FactsStated), typeof(CadreLeft), typeof(PostGiven), typeof(PostEnded)],
        [typeof(InspectionPlanned), typeof(InspectionBegun), typeof(InspectionFinished), typeof(InspectionReplaced), typeof(FindingRecorded), typeof(ActVoided), typeof(ActVoided), typeof(ActVoided)],
        [typeof(RectificationAct), typeof(RectificationAct), typeof(FindingRecorded), typeof(ActVoided), typeof(Rules.CalendarYearLaidDown)],
        [typeof(CommitmentSigned), typeof(CommitmentEnded), typeof(ActVoided), typeof(LevelsLaidDown), typeof(CadreJoined), typeof(CadreLeft)],
        [typeof(PolicyLaidDown<Tier>), typeof(PolicyWithdrawn<Tier>), typeof(ObservationLaidDown<RiskGrade>), typeof(GradeAssigned<Tier>), typeof(AssignmentWithdrawn<Tier>), typeof(FactsCorrected), typeof(FactsStated), typeof(AppealFiled<Tier>), typeof(AppealDecided<Tier>)],
    ];

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Tables_KeptEntryByEntry_AreThoseMadeAnew(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(kind);
        await using var context = database.Open();
        await context.Database.EnsureCreatedAsync(cancellation);
        var histories = kind == DatabaseKind.Sqlite ? Histories : Histories / 4;
        var entries = 0;
        Dictionary<string, long> rows = [];
        for (var seed = 1; seed <= histories; seed++)
        {
            District? last = null;
            foreach (var (district, entry) in Live(seed))
            {
                await using (var transaction = await context.Database.BeginTransactionAsync(cancellation))
                {
                    await ReadTables.KeepAsync(context, LivedHistory.CodeOf(seed), district, entry, cancellation);
                    await transaction.CommitAsync(cancellation);
                }

                var differences = await ReadTables.VerifyAsync(context, LivedHistory.CodeOf(seed), district, cancellation);
                Assert.True(differences.IsEmpty, $"History {seed}, entry {entry.Number} ({string.Join(", ", entry.Acts.Select(act => act.Kind))}): {string.Join("; ", differences.Take(5))}");
                (last, entries) = (district, entries + 1);
            }

            await using (var transaction = await context.Database.BeginTransactionAsync(cancellation))
            {
                await ReadTables.RebuildAsync(context, LivedHistory.CodeOf(seed), last!, cancellation);
                await transaction.CommitAsync(cancellation);
            }

            Assert.Empty(await ReadTables.VerifyAsync(context, LivedHistory.CodeOf(seed), last!, cancellation));
        }

        rows["businesses"] = await context.Set<BusinessRow>().LongCountAsync(cancellation);
        rows["business_facts"] = await context.Set<BusinessFactRow>().LongCountAsync(cancellation);
        rows["business_grades"] = await context.Set<BusinessGradeRow>().LongCountAsync(row => row.Grade != null, cancellation);
        rows["grade_history"] = await context.Set<GradeHistoryRow>().LongCountAsync(cancellation);
        rows["grade_history of a grading of the place's own"] = await context.Set<GradeHistoryRow>().LongCountAsync(row => row.Grading == ActGen.Own.Key, cancellation);
        rows["grade_history that was taken over"] = await context.Set<GradeHistoryRow>().LongCountAsync(row => row.Clause == null, cancellation);
        rows["chain_steps"] = await context.Set<ChainStepRow>().LongCountAsync(cancellation);
        rows["commitments"] = await context.Set<CommitmentRow>().LongCountAsync(cancellation);
        rows["commitment_businesses"] = await context.Set<CommitmentBusinessRow>().LongCountAsync(cancellation);
        rows["inspections"] = await context.Set<InspectionRow>().LongCountAsync(cancellation);
        rows["findings"] = await context.Set<FindingRow>().LongCountAsync(cancellation);
        rows["rectifications"] = await context.Set<RectificationRow>().LongCountAsync(cancellation);
        output.WriteLine($"{histories} histories, {entries} entries; in the end {string.Join(", ", rows.Select(table => $"{table.Value} {table.Key}"))}.");
        Assert.All(rows, table => Assert.True(table.Value > 0, $"No row in {table.Key}."));
    }

    /// <summary>Keys that are forgotten are found: the law can fail, of each sort of keys.</summary>
    [Theory]
    [InlineData(nameof(Touched.IsOfAllAreas))]
    [InlineData(nameof(Touched.Opened))]
    [InlineData(nameof(Touched.Businesses))]
    [InlineData(nameof(Touched.Facts))]
    [InlineData(nameof(Touched.Computed))]
    [InlineData(nameof(Touched.Standing))]
    [InlineData(OwnComputed)]
    [InlineData(OwnStanding)]
    [InlineData(nameof(Touched.Chains))]
    [InlineData(nameof(Touched.Commitments))]
    [InlineData(nameof(Touched.Inspections))]
    [InlineData(nameof(Touched.Findings))]
    [InlineData(nameof(Touched.Rectifications))]
    public async Task Tables_OfWhichASortOfKeysIsForgotten_AreFoundOut(string forgotten)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = new TestDatabase(DatabaseKind.Sqlite);
        await using var context = database.Open();
        await context.Database.EnsureCreatedAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        for (var seed = 1; seed <= 60; seed++)
        {
            foreach (var (district, entry) in Live(seed))
            {
                if (entry.Number == 1)
                {
                    await ReadTables.RebuildAsync(context, LivedHistory.CodeOf(seed), district, cancellation);
                    continue;
                }

                var touched = Touched.By(entry);
                Forget(touched, forgotten);
                await ReadTables.KeepAsync(context, LivedHistory.CodeOf(seed), district, touched, cancellation);
                if ((await ReadTables.VerifyAsync(context, LivedHistory.CodeOf(seed), district, cancellation)).FirstOrDefault(one => one.Table != "read_tables") is { } found)
                {
                    output.WriteLine($"History {seed}, entry {entry.Number}: {found}");
                    return;
                }
            }
        }

        Assert.Fail($"Nobody misses {forgotten}.");
    }

    [Fact]
    public void Acts_OfEverySort_SayWhichRowsTheyTouch() => Assert.All(ActGen.Kinds, kind => Assert.True(Touched.Knows(kind), $"Nobody said which rows {kind.Name} makes others."));

    [Fact]
    public void Things_OfWhichActsCanBeVoided_SayWhichRowsTheyTouch()
    {
        var district = new District(DistrictHistory.Settings);
        var stamp = new Stamp("p", new LocalDate(2024, 3, 1), Instant.FromUtc(2024, 3, 1, 1, 0));

        var refused = Assert.Throws<ActsRefusedException>(() => district.Apply(stamp, new ActVoided(new Thing("unheard-of", "1"), new ActPlace(1, 0), "mistaken")));

        var kinds = refused.Refusals.Single().Allowed.English.Split(", ");
        Assert.Contains("rectification", kinds);
        Assert.All(kinds, kind => Assert.True(Touched.Knows(kind), $"Nobody said which rows a voided act on '{kind}' makes others."));
    }

    // Every third district was taken over from another system.
    private static IEnumerable<(District District, Entry Entry)> Live(int seed) => seed % 3 == 0 ? LivedHistory.LiveTakenOver(seed, FocusOf(seed)) : LivedHistory.Live(seed, FocusOf(seed));

    private static ImmutableArray<Type> FocusOf(int seed) => Focuses[seed % Focuses.Length] is { IsEmpty: false } focus ? focus : default;

    private static void Forget(Touched touched, string what)
    {
        switch (what)
        {
            case nameof(Touched.IsOfAllAreas): touched.IsOfAllAreas = false; break;
            case nameof(Touched.Opened): touched.Opened.Clear(); break;
            case nameof(Touched.Businesses): touched.Businesses.Clear(); break;
            case nameof(Touched.Facts): touched.Facts.Clear(); break;
            case nameof(Touched.Computed): touched.Computed.Clear(); break;
            case nameof(Touched.Standing): touched.Standing.Clear(); break;
            case OwnComputed: touched.Computed.Remove(ActGen.Own.Key); break;
            case OwnStanding: touched.Standing.Remove(ActGen.Own.Key); break;
            case nameof(Touched.Chains): touched.Chains.Clear(); break;
            case nameof(Touched.Commitments): touched.Commitments.Clear(); break;
            case nameof(Touched.Inspections): touched.Inspections.Clear(); break;
            case nameof(Touched.Findings): touched.Findings.Clear(); break;
            case nameof(Touched.Rectifications): touched.Rectifications.Clear(); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }
}
