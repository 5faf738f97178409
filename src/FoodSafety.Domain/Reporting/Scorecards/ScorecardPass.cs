using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using NodaTime;

namespace FoodSafety.Domain.Reporting;

/// <summary>One computing of a scorecard: every room counts into its own areas, then all is rolled up.</summary>
internal sealed class ScorecardPass
{
    private readonly District _district;
    private readonly LocalDate _on;
    private readonly ScorecardTerms _terms;
    private readonly DateInterval _period;
    private readonly BusinessRegister _register;
    private readonly AreaTree _areas;
    private readonly long[][] _counts;

    public ScorecardPass(District district, LocalDate on, ScorecardTerms terms)
    {
        (_district, _on, _terms) = (district, on, terms);
        (_register, _areas, _period) = (district.Register, district.Areas, terms.DaysUpTo(on));
        _counts = [.. ScorecardMeasures.All.Select(_ => new long[_areas.Count])];
    }

    public Scorecard Run()
    {
        CountBusinesses();
        CountCadres();
        CountCommitments();
        CountVisits();
        CountRound();
        CountStaff();
        CountPosts();
        CountDailyRecords();
        foreach (var own in _counts)
        {
            _areas.RollUp(own, own);
        }

        // These come rolled up already.
        CountProblems();
        return new Scorecard(_areas, _on, _period, _counts);
    }

    private long[] Of(ScorecardMeasure measure) => _counts[(int)measure - 1];

    private int AreaOf(int row) => _register.Facts.GroupOf(row);

    private void CountBusinesses()
    {
        var (all, without, tied) = (Of(ScorecardMeasure.Businesses), Of(ScorecardMeasure.WithoutTier), Of(ScorecardMeasure.Tied));
        for (var row = 0; row < _register.Count; row++)
        {
            // A business that has ended is under nobody's guarantee, and stays in the register for its history alone.
            if (_register.Facts.Read(row, BusinessFacts.Status) is (long)OperatingStatus.Closed or (long)OperatingStatus.LicenceRevoked)
            {
                continue;
            }

            var area = AreaOf(row);
            all[area]++;
            var tier = _district.Grades.Grades[row] is { State: GradingState.Graded } decision ? Of(ScorecardMeasures.InTier(decision.Grade)) : without;
            tier[area]++;
            if (row < _district.Plan.Count && !_district.Plan.SeatAt(row, ResponsibleStep.Main).IsNone)
            {
                tied[area]++;
            }
        }
    }

    private void CountCadres()
    {
        var distinct = new DistinctCounts(_areas);
        var (all, main) = (Of(ScorecardMeasure.Cadres), Of(ScorecardMeasure.MainCadres));
        foreach (var seats in _district.Plan.Loads.Where(load => load.Total > 0).Select(load => load.Seat).GroupBy(seat => seat.Cadre))
        {
            var places = PlacesOf(seats, ResponsibleStep.Main, ResponsibleStep.Second, ResponsibleStep.Third);
            distinct.Add(places, all);
            distinct.Add(places, Of(LevelOf(seats.Min(seat => seat.Area.Level))));
            distinct.Add(PlacesOf(seats, ResponsibleStep.Main), main);
        }
    }

    private static ScorecardMeasure LevelOf(AreaLevel level) => level switch
    {
        AreaLevel.District => ScorecardMeasure.DistrictCadres,
        AreaLevel.Town => ScorecardMeasure.TownCadres,
        AreaLevel.Village => ScorecardMeasure.VillageCadres,
        _ => ScorecardMeasure.CityCadres,
    };

    private int[] PlacesOf(IEnumerable<Seat> seats, params ResponsibleStep[] steps)
    {
        int[] places = [.. seats.SelectMany(seat => steps.SelectMany(step => _district.Plan.RowsOf(seat, step))).Select(AreaOf)];
        Array.Sort(places);
        return places;
    }

    private void CountCommitments()
    {
        var distinct = new DistinctCounts(_areas);
        var (signed, committed) = (Of(ScorecardMeasure.NamedInCommitment), Of(ScorecardMeasure.CommittedCadres));
        var assignments = MainAssignments.Of(_district.Plan);
        foreach (var cadre in assignments.Cadres)
        {
            if (_district.Commitments.FindStanding(cadre, _on) is not { } commitment)
            {
                continue;
            }

            int[] places = [.. assignments[cadre].Select(business => AreaOf(_register.RowOf(business)))];
            Array.Sort(places);
            distinct.Add(places, committed);
            foreach (var business in assignments[cadre].Where(commitment.Names))
            {
                signed[AreaOf(_register.RowOf(business))]++;
            }
        }
    }

    private void CountVisits()
    {
        var (visits, found, visited) = (Of(ScorecardMeasure.Visits), Of(ScorecardMeasure.VisitsWithFindings), Of(ScorecardMeasure.Visited));
        HashSet<int> rows = [];
        foreach (var inspection in _district.Inspections.Inspections)
        {
            if (inspection.Kind != InspectionKind.CadreVisit || !inspection.IsDone || inspection.FinishedOn is not { } day || !_period.Contains(day)
                || !_register.Contains(inspection.Business))
            {
                continue;
            }

            var row = _register.RowOf(inspection.Business);
            var area = AreaOf(row);
            visits[area]++;
            found[area] += inspection.Result!.NotMet.Any() ? 1 : 0;
            if (_district.Round is null && rows.Add(row))
            {
                visited[area]++;
            }
        }
    }

    private void CountRound()
    {
        if (_district.Round is not { } round)
        {
            return;
        }

        foreach (var (task, measure) in (ReadOnlySpan<(RoundTask, ScorecardMeasure)>)
            [(RoundTask.Publicity, ScorecardMeasure.Publicised), (RoundTask.Training, ScorecardMeasure.Trained), (RoundTask.Visit, ScorecardMeasure.Visited)])
        {
            if (round.Round.Tasks.Contains(task))
            {
                var own = Of(measure);
                foreach (var business in round.Businesses)
                {
                    own[AreaOf(business.Row)] += round.FindDay(business.Row, task) <= _on ? 1 : 0;
                }
            }
        }
    }

    private void CountStaff()
    {
        var (directors, officers) = (Of(ScorecardMeasure.Directors), Of(ScorecardMeasure.Officers));
        foreach (var appointment in _district.Staff.StandingOn(_on))
        {
            if (_register.Contains(appointment.Business) && _district.Staff.IsOnDuty(appointment.Id, _on))
            {
                var area = AreaOf(_register.RowOf(appointment.Business));
                directors[area] += appointment.Post == SafetyPost.Director ? 1 : 0;
                officers[area] += appointment.Post == SafetyPost.Officer ? 1 : 0;
            }
        }
    }

    private void CountPosts()
    {
        var (required, filled) = (Of(ScorecardMeasure.PostsRequired), Of(ScorecardMeasure.PostsFilled));
        var sheet = _terms.Staffing.SheetOn(_register.Facts, _on, _district.Grades.Grades);
        foreach (var post in sheet.Posts)
        {
            foreach (var row in sheet.Rows(post))
            {
                var area = AreaOf(row);
                required[area]++;
                filled[area]++;
            }
        }

        foreach (var unfilled in _district.Staff.UnfilledOn(sheet, _register))
        {
            filled[AreaOf(unfilled.Row)]--;
        }
    }

    private void CountDailyRecords()
    {
        if (_district.SelfControl is not { } log || _on < log.First)
        {
            return;
        }

        var (due, made) = (Of(ScorecardMeasure.DailyRecordsDue), Of(ScorecardMeasure.DailyRecordsMade));
        var (bound, kept) = (Of(ScorecardMeasure.DailyBound), Of(ScorecardMeasure.DailyKept));
        var gaps = log.Gaps(_terms.Daily, new DateInterval(LocalDate.Max(_period.Start, log.First), _on), _terms.Calendar);
        for (var row = 0; row < gaps.RowCount; row++)
        {
            var (area, coverage) = (AreaOf(row), gaps[row]);
            due[area] += coverage.Owed;
            made[area] += coverage.Made;
            bound[area] += coverage.Owed > 0 ? 1 : 0;
            kept[area] += coverage is { Owed: > 0, Missed: 0 } ? 1 : 0;
        }
    }

    private void CountProblems()
    {
        var counts = _district.Rectifications.On(_on).CountsByArea(_register);
        for (var area = 0; area < _areas.Count; area++)
        {
            var problems = counts[_areas.Codes[area]];
            Of(ScorecardMeasure.Found)[area] = problems.Found;
            Of(ScorecardMeasure.Rectified)[area] = problems.Rectified;
            Of(ScorecardMeasure.Open)[area] = problems.Open;
            Of(ScorecardMeasure.Overdue)[area] = problems.Overdue;
        }
    }
}
