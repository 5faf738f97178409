namespace FoodSafety.Domain.SelfControl;

/// <summary>The number of an appointment in its book (任命编号), from 1 in the order made; the default 0 is none.</summary>
/// <param name="Number">The number.</param>
public readonly record struct AppointmentId(int Number)
{
    /// <summary>The number.</summary>
    public override string ToString() => $"{Number}";
}
