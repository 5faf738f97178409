using FoodSafety.Domain.Rectifications;
using NodaTime;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>A rectification as one keeps it in a list: with its deadline and whoever it goes to at hand.</summary>
internal sealed class PlainRectification
{
    public required long Id { get; init; }

    public required RectificationState State { get; init; }

    public required LocalDate OpenedOn { get; init; }

    public required LocalDate LastDay { get; init; }

    /// <summary>The main responsible cadre of the business; null when it has none.</summary>
    public required PlainOffice? Main { get; init; }
}
