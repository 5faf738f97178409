using System.Collections.Frozen;
using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>The table of the fields of a business row: headings, names and what is allowed, each said here and nowhere else.</summary>
internal static class ImportFields
{
    public static readonly ImportField Id = new(
        "id", nameof(BusinessRow.Id), ("主体编号", "business id"),
        ($"{TextRule.Key.Allowed.Chinese}，不重复", $"{TextRule.Key.Allowed.English}, each id once"),
        row => row.Id, isRequired: true);

    public static readonly ImportField Name = new(
        "name", nameof(BusinessRow.Name), ("主体名称", "name"), TextRule.Name.Allowed, row => row.Name, isRequired: true);

    public static readonly ImportField Area = new(
        "area", nameof(BusinessRow.Area), ("所在区划", "area"),
        ("区划名录中的代码，2、4、6、9 或 12 位数字", "the code of an area in the division list, 2, 4, 6, 9 or 12 digits"),
        row => row.Area, isRequired: true);

    public static readonly ImportField Type = new(
        BusinessFacts.Type.Id, nameof(BusinessRow.Type), BusinessFacts.Type.Name,
        ($"业态名称（{string.Join("、", EnumCodes.All<BusinessType>().Select(type => type.Name().Chinese))}）或其代码，如 school-canteen",
         $"a type code ({string.Join(", ", EnumCodes.All<BusinessType>().Select(type => type.Code()))}) or its Chinese name, as 学校食堂"),
        row => row.Type, isRequired: true);

    public static readonly ImportField Status = new(
        BusinessFacts.Status.Id, nameof(BusinessRow.Status), BusinessFacts.Status.Name,
        ($"{string.Join("、", EnumCodes.All<OperatingStatus>().Select(status => status.Name().Chinese))}，或其代码，如 suspended；空白为在业",
         $"{string.Join(", ", EnumCodes.All<OperatingStatus>().Select(status => status.Code()))}, or the Chinese name, as 停业; blank is operating"),
        row => row.Status);

    public static readonly ImportField CreditCode = new(
        "credit-code", nameof(BusinessRow.CreditCode), ("统一社会信用代码", "unified social credit code"),
        ($"{UnifiedSocialCreditCode.Length} 位，末位为校验码；空白为无", $"{UnifiedSocialCreditCode.Length} characters, the last a check character; blank is none"),
        row => row.CreditCode);

    public static readonly ImportField Licence = new(
        "licence", nameof(BusinessRow.Licence), ("食品许可证编号", "food licence number"),
        ("SC 或 JY 加 14 位数字，末位为校验码，许可类别与主体业态一致；空白为无",
         "SC or JY and 14 digits, the last a check digit, of the sector of the business type; blank is none"),
        row => row.Licence);

    public static readonly ImportField Employees = Number(BusinessFacts.Employees, nameof(BusinessRow.Employees), row => row.Employees);

    public static readonly ImportField AnnualRevenue =
        Number(BusinessFacts.AnnualRevenue, nameof(BusinessRow.AnnualRevenue), row => row.AnnualRevenue);

    public static readonly ImportField DinersPerMeal =
        Number(BusinessFacts.DinersPerMeal, nameof(BusinessRow.DinersPerMeal), row => row.DinersPerMeal);

    public static readonly ImportField FloorArea = Number(BusinessFacts.FloorArea, nameof(BusinessRow.FloorArea), row => row.FloorArea);

    public static readonly ImportField ViolationsInLastYear =
        Number(BusinessFacts.ViolationsInLastYear, nameof(BusinessRow.ViolationsInLastYear), row => row.ViolationsInLastYear);

    public static readonly ImportField SpecialFood = Flag(BusinessFacts.SpecialFood, nameof(BusinessRow.SpecialFood), row => row.SpecialFood);

    public static readonly ImportField HighRiskFood = Flag(BusinessFacts.HighRiskFood, nameof(BusinessRow.HighRiskFood), row => row.HighRiskFood);

    public static readonly ImportField ChainHeadquarters =
        Flag(BusinessFacts.ChainHeadquarters, nameof(BusinessRow.ChainHeadquarters), row => row.ChainHeadquarters);

    public static readonly ImportField OnlineSales = Flag(BusinessFacts.OnlineSales, nameof(BusinessRow.OnlineSales), row => row.OnlineSales);

    public static readonly ImportField ContractedOut = Flag(BusinessFacts.ContractedOut, nameof(BusinessRow.ContractedOut), row => row.ContractedOut);

    public static readonly ImportField DirectedToAppoint =
        Flag(BusinessFacts.DirectedToAppoint, nameof(BusinessRow.DirectedToAppoint), row => row.DirectedToAppoint);

    // After the fields: a static initialiser runs in the order written.
    public static readonly ImmutableArray<ImportField> All =
    [
        Id, Name, Area, Type, Status, CreditCode, Licence, Employees, AnnualRevenue, DinersPerMeal, FloorArea,
        ViolationsInLastYear, SpecialFood, HighRiskFood, ChainHeadquarters, OnlineSales, ContractedOut, DirectedToAppoint,
    ];

    private static readonly FrozenDictionary<string, ImportField> ByProperty = All.ToFrozenDictionary(field => field.Property);

    private static readonly FrozenDictionary<string, ImportField> ByColumn = All.ToFrozenDictionary(field => field.Column);

    public static ImportField? FindByColumn(string column) => ByColumn.GetValueOrDefault(column);

    public static ImportField? FindByProperty(string property) => ByProperty.GetValueOrDefault(property);

    private static ImportField Number(NumberFact fact, string property, Func<BusinessRow, string?> get)
    {
        var (least, most) = (Exact.Show(fact.Minimum), Exact.Show(fact.Maximum));
        BilingualText decimals = fact.Decimals == 0 ? ("整数", "a whole number") : ($"最多 {fact.Decimals} 位小数", $"at most {fact.Decimals} decimals");
        return new(
            fact.Id, property, fact.Name,
            ($"{least} 至 {most}，{decimals.Chinese}，不写千位分隔符；空白为未填报",
             $"{least} to {most}, {decimals.English}, written without thousands separators; blank where it is not stated"),
            get);
    }

    private static ImportField Flag(FlagFact fact, string property, Func<BusinessRow, string?> get) => new(
        fact.Id, property, fact.Name,
        ("是、否，或 yes、no、true、false、1、0；空白为未填报", "yes, no, true, false, 1, 0, 是 or 否; blank where it is not stated"), get);
}
