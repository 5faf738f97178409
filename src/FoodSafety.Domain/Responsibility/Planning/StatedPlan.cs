using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>A plan as somebody states it, seat by seat; who is not in post is as good as nobody.</summary>
internal sealed class StatedPlan(BusinessRegister register, GradeSheet<Tier> grades, CadreRoster roster, LevelCorrespondence levels, LocalDate on)
{
    private readonly PlanDraft _draft = new(PlanState.Empty, register.Areas, register.Count);

    public PlanState StateOf(Func<int, ChainSeats> seatsOf)
    {
        new StaffReview(_draft, roster, on).Run(before: null, on);
        for (var row = 0; row < register.Count; row++)
        {
            _draft.Look(row);
            ref var plan = ref _draft.EditRow(row);
            plan.Area = register.Facts.GroupOf(row);
            if (grades[row] is { State: GradingState.Graded } graded)
            {
                plan.Tier = (byte)graded.Grade;
                Seat(row, plan.Area, graded.Grade, seatsOf(row));
            }
            else if (grades[row].State == GradingState.NotGraded)
            {
                plan.Tier = RowPlan.NotGraded;
            }
        }

        return _draft.ToState();
    }

    private void Seat(int row, int area, Tier tier, ChainSeats seats)
    {
        for (var step = 0; step < RowPlan.Steps; step++)
        {
            if (levels.FindLevel(tier, ResponsibleStep.Main + step) is not { } level)
            {
                return;
            }

            var holder = HolderOf(seats[ResponsibleStep.Main + step]);
            _draft.Give(step, row, holder != 0 ? holder : _draft.BenchOf(_draft.PlaceAt(area, level)));
            if (step == 0 && holder == 0)
            {
                // Without a main responsible there is nobody to assist.
                return;
            }
        }
    }

    /// <summary>The number of the seat of the day, or 0.</summary>
    private int HolderOf(Seat seat) => seat.IsNone || register.Areas.Find(seat.Area) is not { } place
        ? 0
        : _draft.PoolOf(place.Ordinal).Seats.FirstOrDefault(number => _draft.HolderAt(number).Cadre!.Id == seat.Cadre);
}
