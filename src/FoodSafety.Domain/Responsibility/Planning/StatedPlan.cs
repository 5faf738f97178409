using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A plan as somebody states it, seat by seat, and exactly so: whoever is stated has the step, in post or not, within capacity or not.</summary>
/// <remarks>A plan made from it finds what does not hold and says so, for everybody in it is somebody who had a seat.</remarks>
/// <param name="count">How many rows it has.</param>
/// <param name="standsAt">The ordinal of the area and the tier of a row, as they lie in memory.</param>
/// <param name="roster">The cadres.</param>
/// <param name="levels">Which level takes which tier.</param>
/// <param name="on">The day of the plan.</param>
internal sealed class StatedPlan(int count, Func<int, (int Area, byte Tier)> standsAt, CadreRoster roster, LevelCorrespondence levels, LocalDate on)
{
    private readonly PlanDraft _draft = new(PlanState.Empty, roster.Areas, count);
    private readonly Dictionary<Seat, int> _numbers = [];
    private readonly (Seat Seat, int Number)[] _last = new (Seat, int)[RowPlan.Steps];
    private readonly Dictionary<int, bool> _hasRoom = [];
    private readonly Dictionary<int, List<int>> _withoutPost = [];

    public PlanState StateOf(Func<int, ChainSeats> seatsOf)
    {
        new StaffReview(_draft, roster, on).Run(before: null, on);
        for (var row = 0; row < count; row++)
        {
            Take(row, seatsOf(row));
        }

        foreach (var (area, numbers) in _withoutPost)
        {
            _draft.SetSeats(area, [.. _draft.PoolOf(area).Seats.Concat(numbers).OrderBy(number => _draft.HolderAt(number).Seat.Cadre)]);
        }

        for (var row = 0; row < count; row++)
        {
            LeaveVacant(row);
        }

        return _draft.ToState([.. _withoutPost.Keys.Union(_numbers.Values.Where(IsOverCapacity).Select(number => _draft.HolderAt(number).Area))]);
    }

    /// <summary>The last day on which every stated cadre who is not in post on a day, and was before, still was; the day itself when there is none.</summary>
    public static LocalDate FindDay(BusinessRegister register, CadreRoster roster, LocalDate on, Func<int, ChainSeats> seatsOf)
    {
        var day = on;
        var seen = new HashSet<Seat>();
        for (var row = 0; row < register.Count; row++)
        {
            var seats = seatsOf(row);
            foreach (var step in EnumCodes.All<ResponsibleStep>())
            {
                if (seats[step] is { IsNone: false } seat && seen.Add(seat) && FindPost(roster, seat, on)?.Term.Until is { } until && until <= on)
                {
                    day = LocalDate.Min(day, until.PlusDays(-1));
                }
            }
        }

        return day;
    }

    private void Take(int row, ChainSeats seats)
    {
        _draft.Look(row);
        ref var plan = ref _draft.EditRow(row);
        (plan.Area, plan.Tier) = standsAt(row);
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            if (seats[ResponsibleStep.Main + step] is { IsNone: false } seat)
            {
                _draft.Give(step, row, NumberOf(step, seat));
            }
        }
    }

    /// <summary>Has a row wait wherever nobody is stated.</summary>
    private void LeaveVacant(int row)
    {
        var plan = _draft.RowAt(row);
        if (!plan.HasTier)
        {
            return;
        }

        if ((plan[0], plan[1], plan[2]) == (0, 0, 0) && HasRoom(_draft.PlaceAt(plan.Area, levels.LevelOf((Tier)plan.Tier))))
        {
            // A plan leaves nobody waiting where somebody has room: the business was not in it.
            _draft.EditRow(row).Tier = 0;
            return;
        }

        // Without a main responsible there is nobody to assist.
        for (var step = 0; step < (plan[0] == 0 ? 1 : RowPlan.Steps); step++)
        {
            if (plan[step] == 0 && levels.FindLevel((Tier)plan.Tier, ResponsibleStep.Main + step) is { } level)
            {
                _draft.Give(step, row, _draft.BenchOf(_draft.PlaceAt(plan.Area, level)));
            }
        }
    }

    private bool HasRoom(int area)
    {
        if (!_hasRoom.TryGetValue(area, out var hasRoom))
        {
            _hasRoom.Add(area, hasRoom = _draft.PoolOf(area).Seats.Any(number => _draft[number].RoomIn(0) > 0));
        }

        return hasRoom;
    }

    private bool IsOverCapacity(int number) => _draft.HolderAt(number).Area >= 0 && _draft[number].RoomIn(0) < 0;

    private int NumberOf(int step, Seat seat)
    {
        // Rows that stand after each other are often of one village and so of the same seats.
        ref var last = ref _last[step];
        if (last.Seat != seat)
        {
            if (!_numbers.TryGetValue(seat, out var number))
            {
                _numbers.Add(seat, number = FindOrAdd(seat));
            }

            last = (seat, number);
        }

        return last.Number;
    }

    private int FindOrAdd(Seat seat)
    {
        if (roster.Areas.Find(seat.Area) is not { Ordinal: var area })
        {
            return _draft.AddSeat(new Holder(-1, seat, null, roster.Find(seat.Cadre), IsInPost: false, Holder.NoRows));
        }

        if (_draft.PoolOf(area).FindSeat(seat.Cadre, _draft.HolderAt) is not 0 and var inPost)
        {
            return inPost;
        }

        var number = _draft.AddSeat(new Holder(area, seat, FindPost(roster, seat, on), roster.Find(seat.Cadre), IsInPost: true, Holder.NoRows));
        if (!_withoutPost.TryGetValue(area, out var numbers))
        {
            _withoutPost.Add(area, numbers = []);
        }

        numbers.Add(number);
        return number;
    }

    /// <summary>The post of a seat on a day; when there is none, the last before it, or else the first after it.</summary>
    private static Post? FindPost(CadreRoster roster, Seat seat, LocalDate on)
    {
        Post? found = null;
        foreach (var post in roster.PostsOf(seat.Cadre))
        {
            // In an area they stand by their first day.
            if (post.Area == seat.Area && (found is null || post.Term.From <= on))
            {
                found = post;
            }
        }

        return found;
    }
}
