using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>What speaks against one day of an announced year.</summary>
internal readonly record struct CalendarFault(LocalDate Date, BilingualText Reason);
