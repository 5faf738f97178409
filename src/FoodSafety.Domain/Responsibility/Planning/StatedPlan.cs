using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Who takes the steps of rows in a plan that is stated. A seat has a number, so that it is looked up once, however many rows it has.</summary>
internal interface IStatedSeats
{
    /// <summary>The seat of a number.</summary>
    Seat this[int number] { get; }

    /// <summary>Writes the numbers of the seats of a row, step by step; 0 where there is nobody.</summary>
    void Read(int row, Span<int> numbers);
}

/// <summary>Seats that are told row by row; they are numbered as they come.</summary>
internal sealed class ToldSeats(Func<int, ChainSeats> seatsOf) : IStatedSeats
{
    private readonly List<Seat> _seats = [default];
    private readonly Dictionary<Seat, int> _numbers = new() { [default] = 0 };

    public Seat this[int number] => _seats[number];

    public void Read(int row, Span<int> numbers)
    {
        var seats = seatsOf(row);
        for (var step = 0; step < numbers.Length; step++)
        {
            var seat = seats[ResponsibleStep.Main + step];
            if (!_numbers.TryGetValue(seat, out numbers[step]))
            {
                numbers[step] = _seats.Count;
                _numbers.Add(seat, _seats.Count);
                _seats.Add(seat);
            }
        }
    }
}

/// <summary>A plan as somebody states it, seat by seat, and exactly so: whoever is stated has the step, in post or not, within capacity or not.</summary>
/// <remarks>A plan made from it finds what does not hold and says so, for everybody in it is somebody who had a seat.</remarks>
/// <param name="count">How many rows it has.</param>
/// <param name="standsAt">The ordinal of the area and the tier of a row, as they lie in memory.</param>
/// <param name="roster">The cadres.</param>
/// <param name="planner">By what it was planned.</param>
/// <param name="on">The day of the plan.</param>
internal sealed class StatedPlan(int count, Func<int, (int Area, byte Tier)> standsAt, CadreRoster roster, ChainPlanner planner, LocalDate on)
{
    private readonly PlanDraft _draft = new(PlanState.Empty, roster.Areas, count);

    // The holders of the seats by their numbers, 0 of those that were not met; and those that were, in order.
    private int[] _holders = [];
    private readonly List<int> _met = [];

    // By step, how many rows each holder has.
    private readonly int[][] _loads = [[], [], []];
    private readonly Dictionary<int, bool> _hasRoom = [];
    private readonly Dictionary<int, List<int>> _withoutPost = [];

    public PlanState StateOf(IStatedSeats stated)
    {
        new StaffReview(_draft, roster, planner.Ceilings, on, HandOvers.None).Run(before: null, on, planner.Ceilings);
        Span<int> numbers = stackalloc int[RowPlan.Steps];
        for (var row = 0; row < count; row++)
        {
            stated.Read(row, numbers);
            Take(row, numbers, stated);
        }

        foreach (var (area, added) in _withoutPost)
        {
            _draft.SetSeats(area, [.. _draft.PoolOf(area).Seats.Concat(added).OrderBy(number => _draft.HolderAt(number).Seat.Cadre)]);
        }

        for (var row = 0; row < count; row++)
        {
            LeaveVacant(row);
        }

        GiveRows();
        return _draft.ToState([.. _withoutPost.Keys.Union(_met.Where(IsOverCapacity).Select(number => _draft.HolderAt(number).Area))]);
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

    private void Take(int row, ReadOnlySpan<int> numbers, IStatedSeats stated)
    {
        _draft.Look(row);
        ref var plan = ref _draft.EditRow(row);
        (plan.Area, plan.Tier) = standsAt(row);
        for (var step = 0; step < numbers.Length; step++)
        {
            if (numbers[step] is > 0 and var number)
            {
                Give(ref plan, step, HolderOf(number, stated));
            }
        }
    }

    private void Give(ref RowPlan plan, int step, int holder)
    {
        plan[step] = holder;
        LoadOf(holder, step)++;
    }

    private ref int LoadOf(int holder, int step) => ref At(ref _loads[step], holder);

    private static ref int At(ref int[] numbers, int place)
    {
        if (place >= numbers.Length)
        {
            Array.Resize(ref numbers, Math.Max(place + 1, numbers.Length * 2));
        }

        return ref numbers[place];
    }

    /// <summary>Has a row wait wherever nobody is stated.</summary>
    private void LeaveVacant(int row)
    {
        var plan = _draft.RowAt(row);
        if (!plan.HasTier)
        {
            return;
        }

        if ((plan[0], plan[1], plan[2]) == (0, 0, 0) && HasRoom(_draft.PlaceAt(plan.Area, planner.Levels.LevelOf((Tier)plan.Tier))))
        {
            // A plan leaves nobody waiting where somebody has room: the business was not in it.
            _draft.EditRow(row).Tier = 0;
            return;
        }

        // Without a main responsible there is nobody to assist.
        for (var step = 0; step < (plan[0] == 0 ? 1 : RowPlan.Steps); step++)
        {
            if (plan[step] == 0 && planner.Levels.FindLevel((Tier)plan.Tier, ResponsibleStep.Main + step) is { } level)
            {
                Give(ref _draft.EditRow(row), step, _draft.BenchOf(_draft.PlaceAt(plan.Area, level)));
            }
        }
    }

    /// <summary>Gives the holders their rows, each list in its length and ascending.</summary>
    private void GiveRows()
    {
        int[][][] rows = [RowsOf(0), RowsOf(1), RowsOf(2)];
        for (var holder = 1; holder < rows.Max(lists => lists.Length); holder++)
        {
            var own = new ImmutableArray<int>[RowPlan.Steps];
            for (var step = 0; step < own.Length; step++)
            {
                own[step] = holder < rows[step].Length ? ImmutableCollectionsMarshal.AsImmutableArray(rows[step][holder]) : [];
            }

            if (own is not [{ IsEmpty: true }, { IsEmpty: true }, { IsEmpty: true }])
            {
                _draft.SetHolder(holder, _draft.HolderAt(holder) with { Rows = own });
            }
        }
    }

    /// <summary>The rows of a step by their holders.</summary>
    private int[][] RowsOf(int step)
    {
        var rows = Array.ConvertAll(_loads[step], load => load == 0 ? [] : new int[load]);
        var filled = new int[rows.Length];
        for (var row = 0; row < count; row++)
        {
            if (_draft.RowAt(row)[step] is > 0 and var holder)
            {
                rows[holder][filled[holder]++] = row;
            }
        }

        return rows;
    }

    private bool HasRoom(int area)
    {
        if (!_hasRoom.TryGetValue(area, out var hasRoom))
        {
            _hasRoom.Add(area, hasRoom = _draft.PoolOf(area).Seats.Any(number => RoomOf(number) > 0));
        }

        return hasRoom;
    }

    private int RoomOf(int number) => _draft.HolderAt(number).Limit is { } limit ? limit - LoadOf(number, 0) : int.MaxValue;

    private bool IsOverCapacity(int number) => _draft.HolderAt(number).Area >= 0 && RoomOf(number) < 0;

    private int HolderOf(int number, IStatedSeats stated)
    {
        ref var holder = ref At(ref _holders, number);
        if (holder == 0)
        {
            holder = FindOrAdd(stated[number]);
            _met.Add(holder);
        }

        return holder;
    }

    private int FindOrAdd(Seat seat)
    {
        if (roster.Areas.Find(seat.Area) is not { Ordinal: var area })
        {
            return _draft.AddSeat(new Holder(-1, seat, null, null, roster.Find(seat.Cadre), IsInPost: false, Holder.NoRows));
        }

        if (_draft.PoolOf(area).FindSeat(seat.Cadre, _draft.HolderAt) is not 0 and var inPost)
        {
            return inPost;
        }

        var post = FindPost(roster, seat, on);
        var number = _draft.AddSeat(new Holder(area, seat, post, planner.Ceilings.LimitOf(post), roster.Find(seat.Cadre), IsInPost: true, Holder.NoRows));
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
