namespace FoodSafety.Domain.Responsibility;

/// <summary>The chain of one row as it lies in memory: twenty bytes.</summary>
/// <remarks>Steps are numbered 0 to 2 inside the planner. A step holds the number of a holder, or 0 when it does not exist.</remarks>
internal struct RowPlan
{
    public const int Steps = 3;

    /// <summary>The tier code of a row that was looked at and gets no tier; 0 is a row that nobody graded.</summary>
    public const byte NotGraded = byte.MaxValue;

    public int Area;
    public byte Tier;
    private int _main;
    private int _second;
    private int _third;

    public readonly bool HasTier => Tier is not (0 or NotGraded);

    public int this[int step]
    {
        readonly get => step switch { 0 => _main, 1 => _second, _ => _third };
        set
        {
            switch (step)
            {
                case 0:
                    _main = value;
                    break;
                case 1:
                    _second = value;
                    break;
                default:
                    _third = value;
                    break;
            }
        }
    }
}
