using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

/// <summary>What a plan has to know of every row, side by side.</summary>
internal sealed class PlanSubjects
{
    private readonly LocalDate[] _since;
    private readonly bool[] _isIn;
    private readonly bool[] _isHeld;
    private readonly ItemList<GradeSheet> _gradings;

    private PlanSubjects(PlanInput input, byte[] levels, bool[] isHeld)
    {
        _isHeld = isHeld;
        (Chains, Levels) = (input.Chains, levels);
        _since = input.Since.Length == 0 ? [] : new LocalDate[Chains.Count];
        foreach (var (business, day) in input.Since)
        {
            _since[RowOf(business)] = day;
        }

        Done = [.. input.Done.Select(done => (RowOf(done.Business), done))];
        (Tiers, Areas, Holders, _isIn) = (new byte[Chains.Count], new int[Chains.Count], new int[Chains.Count], new bool[Chains.Count]);
        _gradings = input.Gradings;
    }

    public ChainPlan Chains { get; }

    /// <summary>The tier of each row, 0 where it has none.</summary>
    public byte[] Tiers { get; }

    /// <summary>The ordinal of each row's area.</summary>
    public int[] Areas { get; }

    /// <summary>The number of the main responsible seat of each row, 0 where there is nobody.</summary>
    public int[] Holders { get; }

    /// <summary>The level of each seat by number, 0 for a bench.</summary>
    public byte[] Levels { get; }

    /// <summary>What was done, with the rows of the businesses.</summary>
    public (int Row, DoneInspection Done)[] Done { get; }

    public int Count => Tiers.Length;

    /// <summary>The row of a business that an input names.</summary>
    public int RowOf(BusinessId business) => Chains.Register.FindRow(business) is { } row && row < Chains.Count
        ? row
        : throw new ArgumentException($"The chains have no business {business}. Allowed: those of the register over which they were planned.", nameof(business));

    public static PlanSubjects Of(PlanInput input, LocalDate on)
    {
        var chains = input.Chains;
        var state = chains.State;
        var levels = new byte[state.Holders.Count];
        for (var number = 1; number < levels.Length; number++)
        {
            levels[number] = state.Holders[number] is { IsInPost: true } holder ? (byte)holder.Seat.Area.Level : (byte)0;
        }

        var subjects = new PlanSubjects(input, levels, chains.HeldOn(on));
        for (var row = 0; row < subjects.Count; row++)
        {
            var plan = state.Rows[row];
            subjects.Areas[row] = plan.Area;
            if (!plan.HasTier)
            {
                // Where nobody grades tiers, everybody who has not ended may be inspected; who gets none by a policy may not.
                subjects._isIn[row] = chains.Grades[row].State == GradingState.NotDecided && !((OperatingStatus)chains.Register.Facts.Read(row, BusinessFacts.Status)).HasEnded();
                continue;
            }

            subjects._isIn[row] = true;
            subjects.Tiers[row] = plan.Tier;
            subjects.Holders[row] = levels[plan[0]] == 0 ? 0 : plan[0];
        }

        return subjects;
    }

    /// <summary>The first day of a window for a row, which may have begun in the middle of it.</summary>
    public LocalDate FirstDay(int row, LocalDate first) => _since.Length == 0 ? first : LocalDate.Max(first, _since[row]);

    /// <summary>Whether nothing can be due for a row up to a day, that day included.</summary>
    public bool BeginsAfter(int row, LocalDate day) => _since.Length > 0 && _since[row] > day;

    /// <summary>Who makes the visits of a row by the chains; nobody when it is no visit.</summary>
    public Seat TiedTo(int row, InspectionKind kind) =>
        kind == InspectionKind.CadreVisit && Holders[row] is not 0 and var holder ? Chains.State.Holders[holder]!.Seat : default;

    /// <summary>Who is to make the visits of a row: whom it is tied to, and nobody when that cadre is not in post on the day.</summary>
    public Seat SeatOf(int row, InspectionKind kind) => _isHeld[Holders[row]] ? TiedTo(row, kind) : default;

    /// <summary>Writes 1 for every row that inspections of a kind could be about, 0 for the others: in the plan, and for visits with somebody who goes.</summary>
    public void SelectAll(InspectionKind kind, byte[] selected)
    {
        for (var row = 0; row < selected.Length; row++)
        {
            selected[row] = _isIn[row] && (kind is not InspectionKind.CadreVisit || Levels[Holders[row]] != 0) ? (byte)1 : (byte)0;
        }
    }

    /// <summary>Writes 1 for every row that the frequency is about, 0 for the others.</summary>
    public void Select(InspectionFrequency frequency, byte[] selected)
    {
        var (tiers, levels) = (new bool[256], new bool[256]);
        Array.Fill(tiers, frequency.Tiers.IsEmpty);
        Array.Fill(levels, frequency.Levels.IsEmpty);
        foreach (var tier in frequency.Tiers)
        {
            tiers[(byte)tier] = true;
        }

        foreach (var level in frequency.Levels)
        {
            levels[(byte)level] = true;
        }

        // A visit needs somebody who goes; a row without is among the uncovered of the chains.
        levels[0] &= frequency.Kind is not InspectionKind.CadreVisit;
        var those = new RowSelection(Chains.Register.Facts, Chains.Roster.Areas, _gradings, frequency.Areas, frequency.Grades, frequency.When);
        for (var row = 0; row < selected.Length; row++)
        {
            selected[row] = _isIn[row] && tiers[Tiers[row]] && levels[Levels[Holders[row]]] && those.Contains(row, Areas[row]) ? (byte)1 : (byte)0;
        }
    }
}
