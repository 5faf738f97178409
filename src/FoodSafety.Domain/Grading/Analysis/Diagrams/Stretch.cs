namespace FoodSafety.Domain.Grading;

/// <summary>Places of an axis that follow each other; the end is excluded.</summary>
internal readonly record struct Stretch(long From, long End)
{
    public bool Contains(long index) => index >= From && index < End;

    public bool Meets(Stretch other) => From < other.End && other.From < End;
}

/// <summary>A stretch of one axis.</summary>
internal readonly record struct Place(int Axis, Stretch Stretch);
