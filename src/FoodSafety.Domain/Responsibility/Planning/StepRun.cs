using System.Runtime.InteropServices;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Responsibility;

/// <summary>One step for all rows that are looked at: each keeps what is still valid or asks for another, then all are served.</summary>
internal sealed class StepRun(int step, PlanDraft draft, StaffReview staff, BusinessRegister register, LevelCorrespondence levels)
{
    // Among more areas than this for each request, comparing requests is cheaper than counting areas.
    private const int AreasPerRequest = 8;

    private readonly List<Request> _requests = [];

    /// <summary>The areas in which somebody may have room who had none, or for which somebody asks: whoever waits there asks again.</summary>
    private readonly AreaFlags _touched = new(draft.Areas.Count);

    /// <summary>The rows that had to leave a seat whose capacity was lowered.</summary>
    public HashSet<int> Excess { get; } = [];

    public void Run(SeatPicker picker)
    {
        foreach (var area in staff.Areas)
        {
            _touched.Add(area);
        }

        foreach (var row in draft.Dirty)
        {
            Settle(row);
        }

        if (step == 0)
        {
            ReleaseExcess();
        }

        foreach (var area in _touched.All())
        {
            CallFromBench(area);
        }

        for (var requests = InOrder(); !requests.IsEmpty;)
        {
            var area = requests[0].Area;
            var count = 1;
            while (count < requests.Length && requests[count].Area == area)
            {
                count++;
            }

            picker.Serve(step, area, requests[..count]);
            requests = requests[count..];
        }
    }

    /// <summary>The requests area by area, and within an area by the ids of the businesses.</summary>
    private Span<Request> InOrder()
    {
        var requests = CollectionsMarshal.AsSpan(_requests);
        if (requests.Length < draft.Areas.Count / AreasPerRequest)
        {
            requests.Sort();
            return requests;
        }

        // Nearly all areas are villages with few businesses: so hardly any ids are compared.
        var laid = Grouped.Lay<Request>(requests, draft.Areas.Count, static request => request.Area, out var ends);
        for (int area = 0, first = 0; area < draft.Areas.Count; first = ends[area++])
        {
            laid.AsSpan(first..ends[area]).Sort();
        }

        return laid;
    }

    private void Settle(int row)
    {
        var plan = draft.RowAt(row);
        var (area, had) = (PlaceOf(plan), plan[step]);
        if (had != 0)
        {
            var holder = draft.HolderAt(had);
            if (holder.IsInPost && holder.Area == area && !draft.StandsHigher(row, step, holder.Seat.Cadre) && staff.HandedTo(row, step, area) is var to && (to == 0 || to == had))
            {
                return;
            }

            Release(row);
        }

        if (area >= 0)
        {
            Ask(area, row, had);
        }
    }

    /// <summary>The area that has to take the step, or -1 when there is no such step.</summary>
    private int PlaceOf(RowPlan plan)
    {
        if (!plan.HasTier || (step > 0 && draft.HolderAt(plan[0]).IsBench))
        {
            return -1;
        }

        return levels.FindLevel((Tier)plan.Tier, ResponsibleStep.Main + step) is { } level ? draft.PlaceAt(plan.Area, level) : -1;
    }

    private void Ask(int area, int row, int from)
    {
        _touched.Add(area);
        _requests.Add(new Request(area, row, from, register.IdAt(row).Value));
    }

    private void Release(int row)
    {
        // A stated seat can be of an area that the tree does not have; nobody waits there.
        if (draft.HolderAt(draft.RowAt(row)[step]).Area is >= 0 and var area)
        {
            _touched.Add(area);
        }

        draft.Release(step, row);
    }

    private void ReleaseExcess()
    {
        foreach (var number in staff.Changed)
        {
            var seat = draft[number];
            if (seat.RoomIn(step) >= 0)
            {
                continue;
            }

            var keeps = seat.LoadOf(step) + seat.RoomIn(step);
            foreach (var row in seat.RowsOf(step).OrderBy(row => register.IdAt(row).Value, StringComparer.Ordinal).Skip(keeps).ToList())
            {
                Excess.Add(row);
                CallAgain(row, seat.Holder.Area, number);
            }
        }
    }

    /// <summary>Whoever waits for the step asks again; rows that were settled are not on the bench any more.</summary>
    private void CallFromBench(int area)
    {
        var pool = draft.PoolOf(area);
        if (pool.Bench != 0 && pool.IsStaffed && draft[pool.Bench].LoadOf(step) > 0)
        {
            foreach (var row in draft[pool.Bench].RowsOf(step))
            {
                CallAgain(row, area, pool.Bench);
            }
        }
    }

    private void CallAgain(int row, int area, int from)
    {
        Release(row);
        draft.Look(row);
        Ask(area, row, from);
    }
}
