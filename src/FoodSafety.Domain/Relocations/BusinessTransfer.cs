using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Relocations;

/// <summary>Which move of a business from one district to another (跨区迁移编号): the district that it left and a number given there, the same in both journals. The default is none.</summary>
/// <param name="Origin">The code of the district that the business leaves.</param>
/// <param name="Number">The number, given by its platform.</param>
[JsonConverter(typeof(TextJsonConverter<RelocationId>))]
public readonly record struct RelocationId(AreaCode Origin, long Number) : ITextValue<RelocationId>
{
    static BilingualText ITextValue<RelocationId>.Allowed => ("迁出地区划代码、“-”与编号，如 510115-17", "the code of the district left, a hyphen and a number, as 510115-17");

    /// <summary>Reads a number.</summary>
    /// <param name="s">As <see cref="ToString"/> writes it.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <exception cref="ValueFormatException">The text is none.</exception>
    public static RelocationId Parse(string s, IFormatProvider? provider = null) => ITextValue<RelocationId>.Read(s);

    /// <summary>Reads a number; false when the text is none.</summary>
    /// <param name="s">As <see cref="ToString"/> writes it.</param>
    /// <param name="provider">Not used: digits are the same everywhere.</param>
    /// <param name="result">The id; the default value when the text is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RelocationId result)
    {
        result = s?.Split('-') is [var origin, var number] && AreaCode.TryParse(origin, out var of) && IdNumber.TryParse(number, out var given) ? new(of, given) : default;
        return !result.IsNone;
    }

    /// <summary>Whether it is none.</summary>
    public bool IsNone => Origin.IsNone || Number <= 0;

    /// <summary>As people read it: <c>510115-17</c>; empty for none.</summary>
    public override string ToString() => IsNone ? "" : string.Create(CultureInfo.InvariantCulture, $"{Origin.ToShortString()}-{Number}");
}

/// <summary>A fact of a business that moves, as text (随迁事实): the district that it comes to may have facts of its own, and need not know those of the other.</summary>
/// <param name="Fact">The key of the fact.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Value">Its value as <see cref="FactValue.ValueText"/> writes it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TransferredFact(string Fact, BilingualText Name, string Value)
{
    /// <summary>The key of the fact.</summary>
    public string Fact { get; init => field = TextRule.Key.Check(value, nameof(Fact)); } = TextRule.Key.Check(Fact, nameof(Fact));

    /// <summary>What people call it.</summary>
    public BilingualText Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>Its value as text.</summary>
    public string Value { get; init => field = TextRule.Key.Check(value, nameof(Value)); } = TextRule.Key.Check(Value, nameof(Value));
}

/// <summary>A grade that stood where a business left (原分级情况): for information, since the district that it comes to grades it by its own policy.</summary>
/// <param name="Grading">The key of the grading: <c>tier</c>, <c>risk-grade</c>.</param>
/// <param name="Grade">The grade as files write it: <c>A</c>.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TransferredGrade(string Grading, string Grade)
{
    /// <summary>The key of the grading.</summary>
    public string Grading { get; init => field = TextRule.Key.Check(value, nameof(Grading)); } = TextRule.Key.Check(Grading, nameof(Grading));

    /// <summary>The grade as files write it.</summary>
    public string Grade { get; init => field = TextRule.Key.Check(value, nameof(Grade)); } = TextRule.Key.Check(Grade, nameof(Grade));
}

/// <summary>A problem that was open where a business left, and is handed on (移交问题): there nobody follows it up any more.</summary>
/// <param name="Rectification">Its number there.</param>
/// <param name="State">How far it was.</param>
/// <param name="Severity">How severe it is.</param>
/// <param name="FoundOn">The day on which it was found.</param>
/// <param name="Description">What was found.</param>
/// <param name="Due">The last day of the order, where one ran.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record TransferredProblem(
    RectificationId Rectification, RectificationState State, FindingSeverity Severity, LocalDate FoundOn, string Description, LocalDate? Due = null)
{
    /// <summary>The day on which it was found.</summary>
    public LocalDate FoundOn { get; init => field = value.Iso(); } = FoundOn.Iso();

    /// <summary>What was found.</summary>
    public string Description { get; init => field = TextRule.Note.Check(value, nameof(Description)); } = TextRule.Note.Check(Description, nameof(Description));

    /// <summary>The last day of the order, where one ran.</summary>
    public LocalDate? Due { get; init => field = value?.Iso(); } = Due?.Iso();
}

/// <summary>What a district hands to the one to which a business moves (主体迁移移交单): who comes, from where, and what was known and open there.</summary>
/// <remarks>
/// It is made when <see cref="BusinessMovedOut"/> is taken, stands in that act in the journal of the district left, is sent as JSON by <see cref="Formats.RelocationFormat"/>, and stands in
/// <see cref="TransferReceived"/> in the journal of the other.
/// </remarks>
/// <param name="Id">The number of the move.</param>
/// <param name="District">What the district left is called.</param>
/// <param name="From">The area in which the business stood there.</param>
/// <param name="To">The district, or an area of it, to which it moves.</param>
/// <param name="LeftOn">The day on which it left.</param>
/// <param name="ArriveBy">The last day by which it is to arrive, included.</param>
/// <param name="Business">Its id in the register left.</param>
/// <param name="Name">Its name.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record BusinessTransfer(
    RelocationId Id, string District, AreaCode From, AreaCode To, LocalDate LeftOn, LocalDate ArriveBy, BusinessId Business, string Name)
{
    /// <summary>What the district left is called.</summary>
    public string District { get; init => field = TextRule.Name.Check(value, nameof(District)); } = TextRule.Name.Check(District, nameof(District));

    /// <summary>The day on which it left.</summary>
    public LocalDate LeftOn { get; init => field = value.Iso(); } = LeftOn.Iso();

    /// <summary>The last day by which it is to arrive, included.</summary>
    public LocalDate ArriveBy { get; init => field = value.Iso(); } = ArriveBy.Iso();

    /// <summary>Its name.</summary>
    public string Name { get; init => field = TextRule.Name.Check(value, nameof(Name)); } = TextRule.Name.Check(Name, nameof(Name));

    /// <summary>Its unified social credit code; none unless stated.</summary>
    public UnifiedSocialCreditCode CreditCode { get; init; }

    /// <summary>Its food licence; none unless stated.</summary>
    public FoodLicenceNumber Licence { get; init; }

    /// <summary>The facts that were stated of it when it left, by their keys; type and status among them.</summary>
    public ItemList<TransferredFact> Facts { get; init; }

    /// <summary>The grades that stood when it left.</summary>
    public ItemList<TransferredGrade> Grades { get; init; }

    /// <summary>The problems that are handed on.</summary>
    public ItemList<TransferredProblem> Problems { get; init; }

    /// <summary>What the district left ended because the business left: inspections that were planned, appointments, grades that somebody set (随迁了结事项).</summary>
    public ItemList<BilingualText> Ended { get; init; }

    /// <summary>What runs on in the district left: a case, a recall, a referral (留办事项).</summary>
    public ItemList<BilingualText> RunningOn { get; init; }

    /// <summary>The facts that a schema does not have, or not with such a value: they stand here and in no register of it (未采用事实).</summary>
    /// <param name="schema">The facts of a district.</param>
    public IEnumerable<TransferredFact> FactsUnknownTo(FactSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return Facts.Where(fact => FindValue(schema, fact) is null);
    }

    /// <summary>The value of a fact in a schema; null where it has no such fact or no such value.</summary>
    internal static FactValue? FindValue(FactSchema schema, TransferredFact told) => schema.Find(told.Fact) is { } fact ? FactText.Find(fact, told.Value) : null;

    /// <summary>The status that it had before it left; operating where the transfer says none.</summary>
    internal FactValue Status => Facts.Where(fact => fact.Fact == BusinessFacts.Status.Id).Select(fact => FactText.Find(BusinessFacts.Status, fact.Value)).FirstOrDefault() is { IsStated: true } status
        ? status : BusinessFacts.Status.Of(OperatingStatus.Operating);
}

/// <summary>What the district to which a business moved says to the one that it left (迁入回执).</summary>
/// <param name="Id">The number of the move.</param>
/// <param name="District">What the district is called to which it came.</param>
/// <param name="Area">The area in which it stands since.</param>
/// <param name="Business">Its id in the register there.</param>
/// <param name="ArrivedOn">The day on which it arrived.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ArrivalReceipt(RelocationId Id, string District, AreaCode Area, BusinessId Business, LocalDate ArrivedOn)
{
    /// <summary>What the district is called to which it came.</summary>
    public string District { get; init => field = TextRule.Name.Check(value, nameof(District)); } = TextRule.Name.Check(District, nameof(District));

    /// <summary>The day on which it arrived.</summary>
    public LocalDate ArrivedOn { get; init => field = value.Iso(); } = ArrivedOn.Iso();
}
