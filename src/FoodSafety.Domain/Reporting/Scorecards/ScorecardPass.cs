using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Publications;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>One computing of a scorecard: every room counts into its own areas, then all is rolled up.</summary>
internal sealed class ScorecardPass
{
    private readonly DistrictDay _district;
    private readonly ChainPlan? _plan;
    private readonly LocalDate _on;
    private readonly SelfControlGaps? _gaps;
    private readonly DateInterval _period;
    private readonly BusinessRegister _register;
    private readonly Scope _scope;
    private readonly ImmutableArray<ScorecardMeasure> _measures;
    private readonly ScopedCounts[] _counts;
    private readonly List<ScorecardMeasure> _provisional = [];
    private readonly List<ScorecardMeasure> _unstated = [];
    private readonly List<ScorecardMeasure> _incomplete = [];
    private Citation? _provisionalBy;

    // By row: its place, which is its area or itself, whether it has not ended, and whether it has a tier and a main responsible.
    private readonly int[] _areaOf;
    private readonly bool[] _isRunning;
    private readonly bool[] _isTied;

    public ScorecardPass(DistrictDay district, ScorecardTerms terms, SelfControlGaps? gaps, bool isByBusiness = false)
    {
        (_district, _on, _gaps, _plan) = (district, district.Day, gaps, district.Plan);
        (_register, _period) = (district.Register, terms.DaysUpTo(_on));
        _areaOf = new int[_register.Count];
        _isRunning = new bool[_areaOf.Length];
        for (var row = 0; row < _areaOf.Length; row++)
        {
            _areaOf[row] = isByBusiness ? row : _register.Facts.GroupOf(row);
            // A business that has ended is under nobody's guarantee; only what was done at it still counts.
            _isRunning[row] = !((OperatingStatus)_register.Facts.Read(row, BusinessFacts.Status)).HasEnded();
        }

        _isTied = new bool[_areaOf.Length];
        _scope = isByBusiness ? Scope.OfBusinesses(_register.Areas, _areaOf.Length) : new Scope(_register.Areas, _areaOf);
        _measures = [.. ScorecardMeasure.All, .. district.Measures];
        _counts = [.. _measures.Select(_ => new ScopedCounts(_scope))];
    }

    public Scorecard Run()
    {
        var round = CountAll();
        foreach (var counts in _counts)
        {
            counts.RollUp();
        }

        // These come rolled up already.
        var problems = _district.Rectifications.CountsByArea(_register);
        CountProblems(problems.At);
        return new Scorecard(_district, _period, round, _measures, _counts)
        {
            Provisional = InOrder(_provisional), ProvisionalBy = _provisionalBy, Unstated = InOrder(_unstated), Incomplete = InOrder(_incomplete),
        };
    }

    /// <summary>What one measure counts at each business, by row; of a pass by business.</summary>
    public ImmutableArray<long> RunFor(ScorecardMeasure measure)
    {
        var place = _measures.IndexOf(measure);
        ArgumentOutOfRangeException.ThrowIfNegative(place, nameof(measure));
        CountAll();
        var problems = _district.Rectifications.CountsByRow(_register);
        CountProblems(row => problems[row]);
        return _counts[place].ByPlace;
    }

    private Round? CountAll()
    {
        CountBusinesses();
        CountCadres();
        CountCommitments();
        CountVisits();
        var round = FindRound();
        if (round is null)
        {
            CountVisited();
        }
        else
        {
            CountRound(round);
        }

        CountPosts(CountStaff());
        CountDailyRecords();
        CountOwn(round?.Round);
        return round?.Round;
    }

    private ImmutableArray<ScorecardMeasure> InOrder(List<ScorecardMeasure> some) => [.. _measures.Where(some.Contains)];

    private ScopedCounts Of(ScorecardMeasure measure) => _counts[measure.Place];

    private void CountOwn(Round? round)
    {
        for (var place = ScorecardMeasure.All.Length; place < _measures.Length; place++)
        {
            var measure = _measures[place];
            var counts = _counts[place];
            var tally = new ScorecardTally(
                measure, _district, _period, round, row => _isRunning[row], row => _isTied[row], (row, count) => counts.Add(_areaOf[row], count), rows =>
                {
                    int[] places = [.. rows.Select(row => _areaOf[row]).Order()];
                    new DistinctCounts(_scope).Add(places, counts);
                });
            measure.Count!(tally);
            tally.Close();
            if (tally.IsUnstated)
            {
                _unstated.Add(measure);
            }

            if (tally.IsIncomplete)
            {
                _incomplete.Add(measure);
            }

            if (tally.ProvisionalBy is { } by)
            {
                _provisionalBy ??= by;
                _provisional.Add(measure);
            }
        }
    }

    private void CountBusinesses()
    {
        var (all, without, tied) = (Of(ScorecardMeasure.Businesses), Of(ScorecardMeasure.WithoutTier), Of(ScorecardMeasure.Tied));
        ScopedCounts[] inTier = [.. Enum.GetValues<Tier>().Select(tier => Of(ScorecardMeasure.InTier(tier)))];
        var grades = _district.Standing;
        var isHeld = _plan?.HeldOn(_on);
        for (var row = 0; row < _areaOf.Length; row++)
        {
            if (!_isRunning[row])
            {
                continue;
            }

            var area = _areaOf[row];
            all.Add(area, 1);
            if (grades[row].FindGrade() is not { } tier)
            {
                without.Add(area, 1);
                continue;
            }

            inTier[tier - Tier.A].Add(area, 1);
            if (_plan is not null && isHeld![_plan.State.RowAt(row)[0]])
            {
                _isTied[row] = true;
                tied.Add(area, 1);
            }
        }
    }

    private void CountCadres()
    {
        var distinct = new DistinctCounts(_scope);
        var (all, main, committed) = (Of(ScorecardMeasure.Cadres), Of(ScorecardMeasure.MainCadres), Of(ScorecardMeasure.CommittedCadres));
        List<int> places = [];
        var committing = _district.Commitments.Select(commitment => commitment.Cadre).ToHashSet();
        foreach (var seats in (_plan?.Loads ?? []).Where(load => load.Total > 0 && _plan!.IsHeldOn(load.Seat, _on)).Select(load => load.Seat).GroupBy(seat => seat.Cadre))
        {
            var highest = AreaLevel.Village;
            places.Clear();
            foreach (var seat in seats)
            {
                var before = places.Count;
                AddPlaces(seat, ResponsibleStep.Main, places);
                AddPlaces(seat, ResponsibleStep.Second, places);
                AddPlaces(seat, ResponsibleStep.Third, places);
                highest = places.Count > before && seat.Area.Level < highest ? seat.Area.Level : highest;
            }

            Add(all);
            Add(Of(LevelOf(highest)));
            places.Clear();
            foreach (var seat in seats)
            {
                AddPlaces(seat, ResponsibleStep.Main, places);
            }

            Add(main);
            if (committing.Contains(seats.Key))
            {
                Add(committed);
            }
        }

        void Add(ScopedCounts counts)
        {
            places.Sort();
            distinct.Add(CollectionsMarshal.AsSpan(places), counts);
        }
    }

    private void AddPlaces(Seat seat, ResponsibleStep step, List<int> places)
    {
        foreach (var row in _plan!.RowsOf(seat, step))
        {
            if (_isTied[row])
            {
                places.Add(_areaOf[row]);
            }
        }
    }

    private static ScorecardMeasure LevelOf(AreaLevel level) => level switch
    {
        AreaLevel.District => ScorecardMeasure.DistrictCadres,
        AreaLevel.Town => ScorecardMeasure.TownCadres,
        AreaLevel.Village => ScorecardMeasure.VillageCadres,
        AreaLevel.Province or AreaLevel.City => ScorecardMeasure.CityCadres,
    };

    private void CountCommitments()
    {
        var named = Of(ScorecardMeasure.NamedInCommitment);
        foreach (var commitment in _district.Commitments)
        {
            foreach (var business in commitment.Businesses)
            {
                if (_register.FindRow(business) is { } row && _isTied[row] && _plan!.SeatAt(row, ResponsibleStep.Main).Cadre == commitment.Cadre)
                {
                    named.Add(_areaOf[row], 1);
                }
            }
        }
    }

    private void CountVisits()
    {
        var (visits, withFindings) = (Of(ScorecardMeasure.Visits), Of(ScorecardMeasure.VisitsWithFindings));
        foreach (var (row, visit) in VisitsOfPeriod())
        {
            visits.Add(_areaOf[row], 1);
            if (!visit.Result!.NotMet.IsEmpty)
            {
                withFindings.Add(_areaOf[row], 1);
            }
        }
    }

    // By the day on which it began: a correction years later gives the record another day of its result, and no other day of the visit.
    private IEnumerable<(int Row, Inspection Visit)> VisitsOfPeriod()
    {
        foreach (var inspection in _district.Inspections)
        {
            if (inspection is { Kind: InspectionKind.CadreVisit, IsDone: true, BegunOn: { } day } && _period.Contains(day)
                && _register.FindRow(inspection.Business) is { } row)
            {
                yield return (row, inspection);
            }
        }
    }

    private RoundProgress? FindRound() =>
        _district.Rounds.LastOrDefault(progress => progress.Round.Begins <= _on && progress.Round.Tasks.Contains(RoundTask.Visit));

    private void CountVisited()
    {
        _unstated.AddRange([ScorecardMeasure.Publicised, ScorecardMeasure.Trained]);
        var (due, visited) = (Of(ScorecardMeasure.VisitsDue), Of(ScorecardMeasure.Visited));
        for (var row = 0; row < _isTied.Length; row++)
        {
            due.Add(_areaOf[row], _isTied[row] ? 1 : 0);
        }

        var isVisited = new bool[_isTied.Length];
        foreach (var (row, _) in VisitsOfPeriod())
        {
            if (_isTied[row] && !isVisited[row])
            {
                isVisited[row] = true;
                visited.Add(_areaOf[row], 1);
            }
        }
    }

    private void CountRound(RoundProgress progress)
    {
        // A round that is told late may name who was registered after the day: then nobody knew of it.
        var businesses = progress.Businesses.Select(business => (Id: business.Business, Row: _register.FindRow(business.Business) ?? -1)).Where(business => business.Row >= 0).ToArray();
        var due = Of(ScorecardMeasure.VisitsDue);
        foreach (var (_, row) in businesses)
        {
            due.Add(_areaOf[row], _isRunning[row] ? 1 : 0);
        }

        foreach (var (task, measure) in (ReadOnlySpan<(RoundTask, ScorecardMeasure)>)
            [(RoundTask.Publicity, ScorecardMeasure.Publicised), (RoundTask.Training, ScorecardMeasure.Trained), (RoundTask.Visit, ScorecardMeasure.Visited)])
        {
            if (progress.Round.Tasks.Contains(task))
            {
                var reached = Of(measure);
                foreach (var (id, row) in businesses)
                {
                    if (_isRunning[row] && progress.FindDay(id, task) <= _on)
                    {
                        reached.Add(_areaOf[row], 1);
                    }
                }
            }
            else
            {
                _unstated.Add(measure);
            }
        }
    }

    /// <summary>Counts who is on duty, and gives for each post the rows at which somebody fills it.</summary>
    private Dictionary<RequiredPost, bool[]> CountStaff()
    {
        var (directors, officers) = (Of(ScorecardMeasure.Directors), Of(ScorecardMeasure.Officers));
        Dictionary<RequiredPost, bool[]> filled = [];
        foreach (var appointment in _district.OnDuty)
        {
            if (_register.FindRow(appointment.Business) is not { } row || !_isRunning[row])
            {
                continue;
            }

            directors.Add(_areaOf[row], appointment.Post == SafetyPost.Director ? 1 : 0);
            officers.Add(_areaOf[row], appointment.Post == SafetyPost.Officer ? 1 : 0);
            if (!filled.TryGetValue(appointment.Fills, out var rows))
            {
                filled.Add(appointment.Fills, rows = new bool[_areaOf.Length]);
            }

            rows[row] = true;
        }

        return filled;
    }

    private void CountPosts(Dictionary<RequiredPost, bool[]> filledRows)
    {
        var (required, filled) = (Of(ScorecardMeasure.PostsRequired), Of(ScorecardMeasure.PostsFilled));
        var (mustHave, haveAll) = (Of(ScorecardMeasure.DirectorsRequired), Of(ScorecardMeasure.DirectorsFilled));
        if (_district.Staffing is not { } sheet)
        {
            _unstated.AddRange([ScorecardMeasure.PostsRequired, ScorecardMeasure.PostsFilled, ScorecardMeasure.DirectorsRequired, ScorecardMeasure.DirectorsFilled]);
            return;
        }

        var (needsDirector, lacksDirector) = (new bool[_areaOf.Length], new bool[_areaOf.Length]);
        foreach (var post in sheet.Posts.Where(post => post.Post.IsManager()))
        {
            var rules = sheet.FirstRules(post);
            var rows = filledRows.GetValueOrDefault(post);
            for (var row = 0; row < rules.Length; row++)
            {
                if (rules[row] >= 0 && _isRunning[row])
                {
                    var isFilled = rows is not null && rows[row];
                    required.Add(_areaOf[row], 1);
                    filled.Add(_areaOf[row], isFilled ? 1 : 0);
                    needsDirector[row] |= post.Post == SafetyPost.Director;
                    lacksDirector[row] |= post.Post == SafetyPost.Director && !isFilled;
                }
            }
        }

        for (var row = 0; row < needsDirector.Length; row++)
        {
            mustHave.Add(_areaOf[row], needsDirector[row] ? 1 : 0);
            haveAll.Add(_areaOf[row], needsDirector[row] && !lacksDirector[row] ? 1 : 0);
        }
    }

    private void CountDailyRecords()
    {
        ReadOnlySpan<ScorecardMeasure> measures = [ScorecardMeasure.DailyRecordsDue, ScorecardMeasure.DailyRecordsMade, ScorecardMeasure.DailyBound, ScorecardMeasure.DailyKept];
        if (_gaps is not { } gaps)
        {
            _unstated.AddRange(measures);
            return;
        }

        if (_district.SelfControl.First > _period.Start)
        {
            _incomplete.AddRange(measures);
        }

        if (gaps.Periods.FirstOrDefault(period => period.IsProvisional).ProvisionalBy is { } by)
        {
            _provisionalBy = by;
            _provisional.AddRange(measures);
        }

        var (due, made) = (Of(ScorecardMeasure.DailyRecordsDue), Of(ScorecardMeasure.DailyRecordsMade));
        var (bound, kept) = (Of(ScorecardMeasure.DailyBound), Of(ScorecardMeasure.DailyKept));
        for (var row = 0; row < gaps.RowCount; row++)
        {
            var (area, coverage) = (_areaOf[row], _isRunning[row] ? gaps[row] : default);
            due.Add(area, coverage.Owed);
            made.Add(area, coverage.Made);
            bound.Add(area, coverage.Owed > 0 ? 1 : 0);
            kept.Add(area, coverage is { Owed: > 0, Missed: 0 } ? 1 : 0);
        }
    }

    private void CountProblems(Func<int, RectificationCounts> countsAt)
    {
        var problemsOnDay = _district.Rectifications;
        if (problemsOnDay.FindProvisionalOverdue() is { } by)
        {
            _provisionalBy ??= by;
            _provisional.Add(ScorecardMeasure.Overdue);
        }

        var (found, rectified) = (Of(ScorecardMeasure.Found), Of(ScorecardMeasure.Rectified));
        var (open, overdue) = (Of(ScorecardMeasure.Open), Of(ScorecardMeasure.Overdue));
        for (var area = _scope.First; _scope.Contains(area); area++)
        {
            var problems = countsAt(area);
            found.Add(area, problems.Found - problems.CarriedOver - problems.Dismissed);
            rectified.Add(area, problems.Rectified);
            open.Add(area, problems.Open);
            overdue.Add(area, problems.Overdue);
        }
    }
}
