using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Time;

/// <summary>One day that differs from what its weekday says: an entry of a yearly holiday notice (节假日安排), or a statutory day of a year that has none yet.</summary>
/// <remarks>The default value has no kind and is refused by <see cref="WorkingCalendar"/>.</remarks>
/// <param name="Date">The day, in the ISO calendar.</param>
/// <param name="Name">The holiday it belongs to; for a make-up working day, the holiday it makes up for.</param>
/// <param name="Kind">Off, or worked.</param>
public readonly record struct CalendarDay(LocalDate Date, BilingualText Name, CalendarDayKind Kind)
{
    /// <summary>The holiday it belongs to; for a make-up working day, the holiday it makes up for.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.CheckAny(value, nameof(Name)); } = TextRule.Name.CheckAny(Name, nameof(Name));

    /// <summary>The day, in the ISO calendar.</summary>
    [JsonConverter(typeof(IsoTimeJsonConverter))]
    public LocalDate Date { get; init => field = value.Iso(); } = Date.Iso();

    /// <summary>The law by which it was computed while its year is not announced (暂定依据); null for a day of a notice.</summary>
    public Citation? ProvisionalBy { get; init; }

    /// <summary>True while no notice has confirmed it (暂定).</summary>
    public bool IsProvisional => ProvisionalBy is not null;

    /// <summary>The day as people read it, and whether it is provisional.</summary>
    public BilingualText Text
    {
        get
        {
            BilingualText kind = !Enum.IsDefined(Kind) ? ("无类别", "no kind") : Kind switch
            {
                CalendarDayKind.Holiday => ("放假", "day off"),
                CalendarDayKind.MakeUpWorkday => ("上班", "working day"),
            };
            var note = ProvisionalNote.Of(ProvisionalBy);
            return ($"{Date:uuuu-MM-dd} {Name.Chinese} {kind.Chinese}{note.Chinese}", $"{Date:uuuu-MM-dd} {Name.English}, {kind.English}{note.English}");
        }
    }
}

/// <summary>In which way a day differs from what its weekday says (节假日安排).</summary>
/// <remarks>The default value 0 is no kind and is refused by <see cref="WorkingCalendar"/>.</remarks>
public enum CalendarDayKind
{
    /// <summary>A day off: the festival itself, or a day moved to it (放假).</summary>
    [BilingualName("放假", "day off")]
    Holiday = 1,

    /// <summary>A day of the weekend that is worked to make up for a holiday (调休上班).</summary>
    [BilingualName("调休上班", "make-up working day")]
    MakeUpWorkday = 2,
}
