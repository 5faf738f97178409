using System.Linq.Expressions;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Standing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace FoodSafety.Domain.EntityFrameworkCore;

/// <summary>The tables that are read with SQL: rows that the live district answers, written with each entry where it made them others, or all anew.</summary>
internal static class ReadTables
{
    /// <summary>Rises with every version of the library in which a row is made in another way; tables of an older shape are made anew.</summary>
    public const int Shape = 1;

    // As many keys stand in one parameter.
    private const int MostKeys = 5_000;

    private static readonly ReadTable<BusinessRow, string> Businesses = new("businesses", row => row.Business, BusinessIds, RowsOf);
    private static readonly ReadTable<BusinessFactRow, string> Facts = new("business_facts", row => row.Business, district => HasOwnFacts(district) ? BusinessIds(district) : [], FactsOf);
    private static readonly ReadTable<BusinessGradeRow, string> Grades = new("business_grades", row => row.Business, district => OwnGradings(district).Any() ? BusinessIds(district) : [], GradesOf);
    private static readonly ReadTable<GradeHistoryRow, string> History = new("grade_history", row => row.Business, BusinessIds, HistoryOf);
    private static readonly ReadTable<ChainStepRow, string> Chains = new("chain_steps", row => row.Business, BusinessIds, StepsOf);
    private static readonly ReadTable<CommitmentRow, string> Commitments = new("commitments", row => row.Cadre, CommittedCadres, CommitmentsOf);
    private static readonly ReadTable<CommitmentBusinessRow, string> CommitmentBusinesses = new("commitment_businesses", row => row.Cadre, CommittedCadres, CommittedBusinesses);
    private static readonly ReadTable<InspectionRow, long> Inspections = new("inspections", row => row.Inspection, district => district.Inspections.All.Select(one => one.Id.Number), InspectionOf);
    private static readonly ReadTable<FindingRow, long> Findings = new("findings", row => row.Number, district => district.Findings.All.Select(finding => finding.Id.Number).Distinct(), FindingsOf);
    private static readonly ReadTable<RectificationRow, long> Rectifications = new("rectifications", row => row.Rectification, district => district.Rectifications.All.Select(one => one.Id.Number), RectificationOf);

    private static readonly ReadTable[] All = [Businesses, Facts, Grades, History, Chains, Commitments, CommitmentBusinesses, Inspections, Findings, Rectifications];

    /// <summary>Writes what an entry made otherwise, inside the transaction that keeps the entry, after the live district took it.</summary>
    /// <remarks>Tables that do not stand at the entry before are made anew: those of a data base that had none until now, or of another shape.</remarks>
    /// <param name="db">A context with the tables.</param>
    /// <param name="code">The district.</param>
    /// <param name="district">The district after the entry.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task KeepAsync(DbContext db, string code, District district, Entry entry, CancellationToken cancellation)
    {
        var (before, after) = (entry.Number - 1, entry.Number);
        if (await StatesOf(db, code).Where(state => state.Version == before && state.Shape == Shape).ExecuteUpdateAsync(set => set.SetProperty(state => state.Version, after), cancellation).ConfigureAwait(false) == 0)
        {
            await RebuildAsync(db, code, district, cancellation).ConfigureAwait(false);
            return;
        }

        await KeepAsync(db, code, district, Touched.By(entry), cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes all tables of a district anew, inside a transaction.</summary>
    /// <param name="db">A context with the tables.</param>
    /// <param name="code">The district.</param>
    /// <param name="district">The district as of the last entry.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RebuildAsync(DbContext db, string code, District district, CancellationToken cancellation)
    {
        foreach (var table in All)
        {
            await table.RebuildAsync(db, code, district, cancellation).ConfigureAwait(false);
        }

        await StatesOf(db, code).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await RowWriter.InsertAsync(db, [new ReadTablesRow { District = code, Version = district.Version, Shape = Shape }], cancellation).ConfigureAwait(false);
    }

    /// <summary>Compares all tables of a district with what the live district answers.</summary>
    /// <param name="db">A context with the tables.</param>
    /// <param name="code">The district.</param>
    /// <param name="district">The district as of the last entry.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What is otherwise; nothing when all is as it should be.</returns>
    public static async Task<ItemList<ReadTableDifference>> VerifyAsync(DbContext db, string code, District district, CancellationToken cancellation)
    {
        List<ReadTableDifference> differences = [];
        var state = await StatesOf(db, code).AsNoTracking().FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        var should = new ReadTablesRow { District = code, Version = district.Version, Shape = Shape };
        if (state != should && (state is not null || district.Version > 0))
        {
            differences.Add(new("read_tables", code, null, state is null ? null : $"{state.Version} ({state.Shape})", $"{should.Version} ({should.Shape})"));
        }

        foreach (var table in All)
        {
            await table.VerifyAsync(db, code, district, differences, cancellation).ConfigureAwait(false);
        }

        return [.. differences];
    }

    /// <summary>Whether the tables of a district stand at an entry, in the shape of this library.</summary>
    public static Task<bool> StandAtAsync(DbContext db, string code, long version, CancellationToken cancellation) =>
        StatesOf(db, code).AnyAsync(state => state.Version == version && state.Shape == Shape, cancellation);

    internal static async Task KeepAsync(DbContext db, string code, District district, Touched touched, CancellationToken cancellation)
    {
        if (touched.IsOfAllAreas)
        {
            await Businesses.RebuildAsync(db, code, district, cancellation).ConfigureAwait(false);
            await Chains.RebuildAsync(db, code, district, cancellation).ConfigureAwait(false);
        }
        else
        {
            await Businesses.InsertAsync(db, code, district, touched.Opened, cancellation).ConfigureAwait(false);
            await Businesses.KeepAsync(db, code, district, touched.Businesses.Except(touched.Opened), cancellation).ConfigureAwait(false);
            await KeepStandingAsync(db, code, district, touched, cancellation).ConfigureAwait(false);
            await Chains.KeepAsync(db, code, district, touched.Chains, cancellation).ConfigureAwait(false);
        }

        if (HasOwnFacts(district))
        {
            await Facts.InsertAsync(db, code, district, touched.Opened, cancellation).ConfigureAwait(false);
            await Facts.KeepAsync(db, code, district, touched.Facts.Except(touched.Opened), cancellation).ConfigureAwait(false);
        }

        if (OwnGradings(district).Any())
        {
            var moved = OwnGradings(district).SelectMany(grading => Restanding(grading, touched)).ToHashSet();
            await Grades.InsertAsync(db, code, district, touched.Opened, cancellation).ConfigureAwait(false);
            await Grades.KeepAsync(db, code, district, moved.Except(touched.Opened), cancellation).ConfigureAwait(false);
        }

        // Few, and the outcome does not say of whom a grade was recorded that is no other.
        HashSet<string> corrected = touched.HasDecidedAppeal ? [.. touched.Businesses] : [];
        await History.KeepAsync(db, code, district, corrected, cancellation).ConfigureAwait(false);
        await RowWriter.InsertAsync(db, LastOf(code, district, touched, corrected), cancellation).ConfigureAwait(false);
        await CommitmentBusinesses.KeepAsync(db, code, district, touched.Commitments, cancellation).ConfigureAwait(false);
        await Commitments.KeepAsync(db, code, district, touched.Commitments, cancellation).ConfigureAwait(false);
        await Inspections.KeepAsync(db, code, district, touched.Inspections, cancellation).ConfigureAwait(false);
        await Findings.KeepAsync(db, code, district, touched.Findings, cancellation).ConfigureAwait(false);
        await Rectifications.KeepAsync(db, code, district, touched.Rectifications, cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes the grades of those who move without anything else being told of them: very many at once, so that it goes grade by grade.</summary>
    private static async Task KeepStandingAsync(DbContext db, string code, District district, Touched touched, CancellationToken cancellation)
    {
        foreach (var grading in district.Gradings.Where(IsColumn))
        {
            var isTier = grading.Key == Tiers.Scale.Key;
            var moved = Restanding(grading, touched).Where(id => !touched.Opened.Contains(id) && !touched.Businesses.Contains(id));
            foreach (var group in moved.GroupBy(id => grading.StandingOf(new BusinessId(id))))
            {
                var (grade, state, reason) = (group.Key.Grade, group.Key.State.Code(), group.Key.Reason);
                foreach (var some in group.Chunk(MostKeys))
                {
                    var rows = Businesses.Of(db, code, [.. some]);
                    _ = isTier
                        ? await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Tier, grade).SetProperty(row => row.TierState, state).SetProperty(row => row.TierReason, reason), cancellation).ConfigureAwait(false)
                        : await rows.ExecuteUpdateAsync(
                            set => set.SetProperty(row => row.RiskGrade, grade).SetProperty(row => row.RiskGradeState, state).SetProperty(row => row.RiskGradeReason, reason), cancellation).ConfigureAwait(false);
                }
            }
        }
    }

    /// <summary>Who may stand otherwise: who moved, and who has no grade still, perhaps for another reason.</summary>
    private static IEnumerable<string> Restanding(IGrading grading, Touched touched)
    {
        var standing = touched.Standing.GetValueOrDefault(grading.Key) ?? [];
        return standing.Concat((touched.Computed.GetValueOrDefault(grading.Key) ?? []).Where(id => !standing.Contains(id) && grading.StandingOf(new BusinessId(id)).State == GradingState.NotGraded));
    }

    /// <summary>The rows that histories have more than before. An entry adds one decision at most to each, which is a row where it says something else.</summary>
    private static IEnumerable<GradeHistoryRow> LastOf(string code, District district, Touched touched, HashSet<string> butOf) =>
        from grading in district.Gradings
        where touched.Computed.ContainsKey(grading.Key)
        from id in touched.Computed[grading.Key]
        where !butOf.Contains(id)
        let history = grading.HistoryOf(new BusinessId(id))
        where IsTold(history, history.Length - 1)
        select HistoryRow(code, grading.Key, id, Enumerable.Range(0, history.Length).Count(at => IsTold(history, at)), history[^1]);

    private static bool IsTold(IReadOnlyList<GradeInWords> history, int at) => at == 0 || history[at].IsCorrection
        || (history[at].State, history[at].Grade, history[at].Clause) != (history[at - 1].State, history[at - 1].Grade, history[at - 1].Clause);

    private static IQueryable<ReadTablesRow> StatesOf(DbContext db, string code) => db.Set<ReadTablesRow>().Where(state => state.District == code);

    private static IEnumerable<string> BusinessIds(District district) => Enumerable.Range(0, district.Businesses.Register.Count).Select(row => district.Businesses.Register.IdAt(row).Value);

    private static IEnumerable<string> CommittedCadres(District district) => district.Commitments.All.Select(cadre => cadre.Cadre.Value);

    private static bool HasOwnFacts(District district) => district.Settings.Schema.Facts.Length > BusinessFacts.Schema.Facts.Length;

    private static bool IsColumn(IGrading grading) => grading.Key == Tiers.Scale.Key || grading.Key == RiskGrades.Scale.Key;

    private static IEnumerable<IGrading> OwnGradings(District district) => district.Gradings.Where(grading => !IsColumn(grading));

    private static IEnumerable<BusinessRow> RowsOf(string code, District district, string id)
    {
        var business = district.Businesses.Register[new(id)];
        var (tier, risk) = (default(StandingInWords), default(StandingInWords));
        foreach (var grading in district.Gradings.Where(IsColumn))
        {
            if (grading.Key == Tiers.Scale.Key)
            {
                tier = grading.StandingOf(business.Id);
            }
            else
            {
                risk = grading.StandingOf(business.Id);
            }
        }

        yield return new BusinessRow
        {
            District = code,
            Business = id,
            Name = business.Name,
            Area = business.Area.ToString(),
            Type = business.Type.Code(),
            Status = business.Status.Code(),
            CreditCode = business.CreditCode.IsNone ? null : business.CreditCode.ToString(),
            Licence = business.Licence.IsNone ? null : business.Licence.ToString(),
            OpenedOn = district.Businesses.OpenedOn(business.Id),
            Employees = business.Profile.Employees,
            AnnualRevenue = business.Profile.AnnualRevenue,
            DinersPerMeal = business.Profile.DinersPerMeal,
            FloorArea = business.Profile.FloorArea,
            ViolationsInLastYear = business.Profile.ViolationsInLastYear,
            HandlesSpecialFood = business.Profile.HandlesSpecialFood,
            HandlesHighRiskFood = business.Profile.HandlesHighRiskFood,
            IsChainHeadquarters = business.Profile.IsChainHeadquarters,
            SellsOnline = business.Profile.SellsOnline,
            IsContractedOut = business.Profile.IsContractedOut,
            IsDirectedToAppoint = business.Profile.IsDirectedToAppoint,
            Tier = tier.Grade,
            TierState = tier.State.Code(),
            TierReason = tier.Reason,
            RiskGrade = risk.Grade,
            RiskGradeState = risk.State.Code(),
            RiskGradeReason = risk.Reason,
        };
    }

    private static IEnumerable<BusinessFactRow> FactsOf(string code, District district, string id)
    {
        var facts = district.Businesses.Register[new(id)].OwnFacts;
        return facts.Values.Select(value => new BusinessFactRow
        {
            District = code,
            Business = id,
            Fact = value.Fact!.Id,
            Number = (value.Fact as NumberFact)?.In(facts),
            Flag = (value.Fact as FlagFact)?.In(facts),
            Choice = (value.Fact as IChoiceFact)?.CodeOf(checked((int)value.Stored)),
        });
    }

    private static IEnumerable<BusinessGradeRow> GradesOf(string code, District district, string id) =>
        from grading in OwnGradings(district)
        let stands = grading.StandingOf(new BusinessId(id))
        select new BusinessGradeRow { District = code, Business = id, Grading = grading.Key, Grade = stands.Grade, State = stands.State.Code(), Reason = stands.Reason };

    private static IEnumerable<GradeHistoryRow> HistoryOf(string code, District district, string id)
    {
        foreach (var grading in district.Gradings)
        {
            var (history, number) = (grading.HistoryOf(new BusinessId(id)), 0);
            for (var at = 0; at < history.Length; at++)
            {
                if (IsTold(history, at))
                {
                    yield return HistoryRow(code, grading.Key, id, ++number, history[at]);
                }
            }
        }
    }

    private static GradeHistoryRow HistoryRow(string code, string grading, string business, int number, GradeInWords entry) => new()
    {
        District = code,
        Grading = grading,
        Business = business,
        Number = number,
        From = entry.On,
        State = entry.State.Code(),
        Grade = entry.Grade,
        Clause = entry.Clause,
        Policy = entry.Policy,
        Version = entry.Version,
        IsCorrection = entry.IsCorrection,
    };

    private static IEnumerable<ChainStepRow> StepsOf(string code, District district, string id)
    {
        var row = district.Businesses.Register.RowOf(new(id));
        var seats = district.Chains.Plan is { } plan && row < plan.Count ? plan.SeatsOf(row) : default;
        return from step in EnumCodes.All<ResponsibleStep>()
               let seat = seats[step]
               where !seat.IsNone
               select new ChainStepRow { District = code, Business = id, Step = step.Code(), Level = seat.Area.Level.Code(), Cadre = seat.Cadre.Value, Area = seat.Area.ToString() };
    }

    private static IEnumerable<CommitmentRow> CommitmentsOf(string code, District district, string cadre) =>
        from signed in district.Commitments.Find(new CadreId(cadre))?.All ?? []
        select new CommitmentRow
        {
            District = code,
            Commitment = signed.Id.Number,
            Cadre = cadre,
            Authority = signed.Authority,
            By = signed.By,
            SignedOn = signed.SignedOn,
            Until = signed.Term.Until,
        };

    private static IEnumerable<CommitmentBusinessRow> CommittedBusinesses(string code, District district, string cadre) =>
        from signed in district.Commitments.Find(new CadreId(cadre))?.All ?? []
        from business in signed.Businesses
        select new CommitmentBusinessRow { District = code, Commitment = signed.Id.Number, Business = business.Value, Cadre = cadre };

    private static IEnumerable<InspectionRow> InspectionOf(string code, District district, long id)
    {
        if (district.Inspections.Find(new(id)) is { } one)
        {
            yield return new InspectionRow
            {
                District = code,
                Inspection = id,
                Kind = one.Kind.Code(),
                SubjectKind = one.Subject.Kind.Code(),
                Subject = KeyOf(one.Subject),
                Business = one.Business.IsNone ? null : one.Business.Value,
                Checklist = one.Task.Checklist.Id,
                ChecklistVersion = one.Task.Checklist.Version,
                PlannedFor = one.Task.PlannedFor,
                State = one.State.Code(),
                Cadre = one.Team is { Cadre: { IsNone: false } cadre } ? cadre.Value : null,
                BegunOn = one.BegunOn,
                FinishedOn = one.FinishedOn,
                Outcome = one.Outcome?.Code(),
                PublishedOn = one.PublishedOn,
                Replaces = one.Replaces?.Number,
                ReplacedBy = one.ReplacedBy?.Number,
            };
        }
    }

    private static IEnumerable<FindingRow> FindingsOf(string code, District district, long number)
    {
        IEnumerable<Finding> found = district.Findings.Of(new InspectionId(number));
        if (district.Findings.Find(new FindingId(number)) is { } own)
        {
            found = found.Append(own);
        }

        return found.Select(finding => new FindingRow
        {
            District = code,
            Number = number,
            Place = finding.Id.Place,
            Finding = finding.Id.ToString(),
            Inspection = finding.Inspection?.Number,
            SubjectKind = finding.Subject.Kind.Code(),
            Subject = KeyOf(finding.Subject),
            Business = finding.Business.IsNone ? null : finding.Business.Value,
            Source = finding.Source.Code(),
            Severity = finding.Severity.Code,
            Item = finding.Item.IsNone ? null : finding.Item.ToString(),
            FoundOn = finding.FoundOn,
            By = finding.By,
            IsCorrectedOnTheSpot = finding.IsCorrectedOnTheSpot,
            CarriedFrom = finding.CarriedFrom?.ToString(),
            Replaces = finding.Replaces?.ToString(),
            Stands = district.Findings.Stands(finding),
        });
    }

    private static IEnumerable<RectificationRow> RectificationOf(string code, District district, long id)
    {
        if (district.Rectifications.Find(new RectificationId(id)) is { } one)
        {
            yield return new RectificationRow
            {
                District = code,
                Rectification = id,
                Finding = one.Finding.ToString(),
                Severity = one.Severity.Code,
                Business = one.Business?.Value,
                State = one.State.Code(),
                OpenedAt = Stored(one.OpenedAt),
                LastAt = Stored(one.LastAt),
                SettledAt = one.SettledAt is { } settled ? Stored(settled) : null,
                DueDay = one.Deadline?.LastDay,
                Reopenings = one.Reopenings,
                Extensions = one.Extensions,
                ReportedBy = one.ReportedBy,
                ClaimedBy = one.ClaimedBy,
                MendedBy = one.MendedBy,
                VerifiedBy = one.VerifiedBy,
                Case = one.Case,
            };
        }
    }

    private static string KeyOf(InspectionSubject subject) => subject.Kind switch
    {
        InspectionSubjectKind.Business => subject.Business.Value,
        InspectionSubjectKind.Cadre => subject.Cadre.Value,
        InspectionSubjectKind.Area => subject.Area.ToString(),
        0 => throw new ArgumentException("There is no subject.", nameof(subject)),
    };

    // As fine as a column holds it.
    private static Instant Stored(Instant instant) => Instant.FromDateTimeUtc(FoodSafetyModel.ToUtc(instant));

    /// <summary>A table, whatever its rows.</summary>
    private abstract class ReadTable
    {
        public abstract Task RebuildAsync(DbContext db, string code, District district, CancellationToken cancellation);

        public abstract Task VerifyAsync(DbContext db, string code, District district, List<ReadTableDifference> differences, CancellationToken cancellation);
    }

    /// <summary>A table whose rows are written together by a key: those of a business, those of an inspection.</summary>
    /// <param name="name">What it holds, as its name says it.</param>
    /// <param name="scope">The column of the key.</param>
    /// <param name="keys">All keys that have rows; some may have none.</param>
    /// <param name="rows">The rows of a key; none where there is nothing of it any more.</param>
    private sealed class ReadTable<TRow, TKey>(string name, Expression<Func<TRow, TKey>> scope, Func<District, IEnumerable<TKey>> keys, Func<string, District, TKey, IEnumerable<TRow>> rows) : ReadTable
        where TRow : class
    {
        /// <summary>The rows of some keys, for a statement on all of them.</summary>
        public IQueryable<TRow> Of(DbContext db, string code, List<TKey> some)
        {
            // One parameter that holds a list: as many parameters as keys would be another statement each time.
            Expression<Func<TKey, bool>> isAmong = key => EF.Parameter(some).Contains(key);
            return Of(db, code).Where(Expression.Lambda<Func<TRow, bool>>(new Replacing(isAmong.Parameters[0], scope.Body).Visit(isAmong.Body)!, scope.Parameters));
        }

        /// <summary>Writes the rows of keys that had none.</summary>
        public Task InsertAsync(DbContext db, string code, District district, IEnumerable<TKey> some, CancellationToken cancellation) =>
            RowWriter.InsertAsync(db, some.SelectMany(key => rows(code, district, key)), cancellation);

        /// <summary>Writes the rows of some keys anew.</summary>
        public async Task KeepAsync(DbContext db, string code, District district, IEnumerable<TKey> some, CancellationToken cancellation)
        {
            foreach (var chunk in some.Chunk(MostKeys))
            {
                await Of(db, code, [.. chunk]).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
                await InsertAsync(db, code, district, chunk, cancellation).ConfigureAwait(false);
            }
        }

        public override async Task RebuildAsync(DbContext db, string code, District district, CancellationToken cancellation)
        {
            await Of(db, code).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            await InsertAsync(db, code, district, keys(district), cancellation).ConfigureAwait(false);
        }

        public override async Task VerifyAsync(DbContext db, string code, District district, List<ReadTableDifference> differences, CancellationToken cancellation)
        {
            var type = db.Model.FindEntityType(typeof(TRow))!;
            var key = type.FindPrimaryKey()!.Properties.Skip(1).Select(property => property.GetGetter()).ToArray();
            Dictionary<string, TRow> there = [];
            await foreach (var row in Of(db, code).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
            {
                there.Add(KeyOf(row), row);
            }

            foreach (var should in keys(district).SelectMany(some => rows(code, district, some)))
            {
                if (!there.Remove(KeyOf(should), out var row))
                {
                    differences.Add(new(name, KeyOf(should), null, null, $"{should}"));
                    continue;
                }

                foreach (var property in row == should ? [] : type.GetProperties())
                {
                    var (stands, wanted) = (property.GetGetter().GetClrValue(row), property.GetGetter().GetClrValue(should));
                    if (!Equals(stands, wanted))
                    {
                        differences.Add(new(name, KeyOf(should), property.GetColumnName(), Show(stands), Show(wanted)));
                    }
                }
            }

            differences.AddRange(there.Select(row => new ReadTableDifference(name, row.Key, null, $"{row.Value}", null)));

            string KeyOf(TRow row) => string.Join(' ', key.Select(part => Show(part.GetClrValue(row))));
        }

        private static IQueryable<TRow> Of(DbContext db, string code) => db.Set<TRow>().Where(row => EF.Property<string>(row, nameof(BusinessRow.District)) == code);

        private static string? Show(object? value) => value switch
        {
            null => null,
            LocalDate day => $"{day:uuuu-MM-dd}",
            var other => FormattableString.Invariant($"{other}"),
        };
    }

    private sealed class Replacing(Expression old, Expression by) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == old ? by : base.Visit(node);
    }
}

/// <summary>Where a read table is not what the journal says (读表差异).</summary>
/// <param name="Table">The table, without its prefix: <c>businesses</c>.</param>
/// <param name="Key">The key of the row in the district.</param>
/// <param name="Column">The column; null where the whole row is missing, or should not be there.</param>
/// <param name="Is">What stands there; null for nothing.</param>
/// <param name="Should">What should; null for nothing.</param>
public sealed record ReadTableDifference(string Table, string Key, string? Column, string? Is, string? Should)
{
    /// <summary>The difference in one line.</summary>
    public override string ToString() => $"{Table} {Key}{(Column is null ? "" : $" {Column}")}: {Is ?? "null"}, should be {Should ?? "null"}";
}
