using System.Collections.Immutable;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>One business as it stands in the user's file (导入行): a number and eighteen texts, about which nothing is known yet.</summary>
/// <remarks>
/// Null is a field that the row does not have, an empty text one that was left blank. Texts are taken as they are: nothing is
/// trimmed, converted or guessed. What may stand in each field is in <see cref="Fields"/>.
/// </remarks>
/// <param name="Row">The number of the row as the user counts rows (行号), 1 or more.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Row"/> is less than 1.</exception>
public sealed record BusinessRow(int Row)
{
    /// <summary>The eighteen fields in the order of their columns: headings, names, and what is allowed.</summary>
    public static ImmutableArray<ImportField> Fields => ImportFields.All;

    /// <summary>The number of the row as the user counts rows (行号), 1 or more.</summary>
    public int Row { get; init => field = Check(value); } = Check(Row);

    /// <summary>Key of the business (主体编号), required: column <c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary>Name (主体名称), required: column <c>name</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Code of the area it stands in (所在区划), required: column <c>area</c>.</summary>
    public string? Area { get; init; }

    /// <summary>Code or Chinese name of its type (主体业态), required: column <c>business-type</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Code or Chinese name of its status (经营状态), operating when blank: column <c>operating-status</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Unified social credit code (统一社会信用代码): column <c>credit-code</c>.</summary>
    public string? CreditCode { get; init; }

    /// <summary>Food licence number (食品许可证编号): column <c>licence</c>.</summary>
    public string? Licence { get; init; }

    /// <summary>People employed (从业人员): column <c>employees</c>.</summary>
    public string? Employees { get; init; }

    /// <summary>Revenue of the last full year in yuan (年营业收入): column <c>annual-revenue</c>.</summary>
    public string? AnnualRevenue { get; init; }

    /// <summary>Diners per meal (每餐用餐人数): column <c>diners-per-meal</c>.</summary>
    public string? DinersPerMeal { get; init; }

    /// <summary>Floor area in square metres (经营面积): column <c>floor-area</c>.</summary>
    public string? FloorArea { get; init; }

    /// <summary>Violations in the last twelve months (近 12 个月违法违规次数): column <c>violations-in-last-year</c>.</summary>
    public string? ViolationsInLastYear { get; init; }

    /// <summary>Whether it handles special food (经营特殊食品): column <c>special-food</c>.</summary>
    public string? SpecialFood { get; init; }

    /// <summary>Whether it handles high-risk food (经营高风险食品): column <c>high-risk-food</c>.</summary>
    public string? HighRiskFood { get; init; }

    /// <summary>Whether it is the headquarters of a chain (连锁总部): column <c>chain-headquarters</c>.</summary>
    public string? ChainHeadquarters { get; init; }

    /// <summary>Whether it sells over the internet (网络经营): column <c>online-sales</c>.</summary>
    public string? OnlineSales { get; init; }

    /// <summary>Whether a contractor runs the canteen (委托承包经营): column <c>contracted-out</c>.</summary>
    public string? ContractedOut { get; init; }

    /// <summary>Whether the bureau directed it to appoint a director (监管部门指导配备总监): column <c>directed-to-appoint</c>.</summary>
    public string? DirectedToAppoint { get; init; }

    /// <summary>Makes a row from the columns of a file.</summary>
    /// <param name="row">The number of the row as the user counts rows, 1 or more.</param>
    /// <param name="valueOf">The text under a heading of <see cref="Fields"/>; null where the row has no such column.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is less than 1.</exception>
    public static BusinessRow FromColumns(int row, Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        return new BusinessRow(row)
        {
            Id = valueOf(ImportFields.Id.Column),
            Name = valueOf(ImportFields.Name.Column),
            Area = valueOf(ImportFields.Area.Column),
            Type = valueOf(ImportFields.Type.Column),
            Status = valueOf(ImportFields.Status.Column),
            CreditCode = valueOf(ImportFields.CreditCode.Column),
            Licence = valueOf(ImportFields.Licence.Column),
            Employees = valueOf(ImportFields.Employees.Column),
            AnnualRevenue = valueOf(ImportFields.AnnualRevenue.Column),
            DinersPerMeal = valueOf(ImportFields.DinersPerMeal.Column),
            FloorArea = valueOf(ImportFields.FloorArea.Column),
            ViolationsInLastYear = valueOf(ImportFields.ViolationsInLastYear.Column),
            SpecialFood = valueOf(ImportFields.SpecialFood.Column),
            HighRiskFood = valueOf(ImportFields.HighRiskFood.Column),
            ChainHeadquarters = valueOf(ImportFields.ChainHeadquarters.Column),
            OnlineSales = valueOf(ImportFields.OnlineSales.Column),
            ContractedOut = valueOf(ImportFields.ContractedOut.Column),
            DirectedToAppoint = valueOf(ImportFields.DirectedToAppoint.Column),
        };
    }

    /// <summary>Writes a business as a row, from which an import reads the same business again.</summary>
    /// <remarks>
    /// Own facts have no column and are left out. A business that the rules would refuse, for the licence of another sector,
    /// is written all the same and rejected when read.
    /// </remarks>
    /// <param name="business">The business.</param>
    /// <param name="row">The number of the row as the user counts rows, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is less than 1.</exception>
    public static BusinessRow From(Business business, int row)
    {
        ArgumentNullException.ThrowIfNull(business);
        var profile = business.Profile;
        return new BusinessRow(row)
        {
            Id = business.Id.Value,
            Name = business.Name,
            Area = business.Area.ToString(),
            Type = business.Type.Code(),
            Status = business.Status.Code(),
            CreditCode = business.CreditCode.ToString(),
            Licence = business.Licence.ToString(),
            Employees = FieldText.Show(profile.Employees),
            AnnualRevenue = FieldText.Show(profile.AnnualRevenue),
            DinersPerMeal = FieldText.Show(profile.DinersPerMeal),
            FloorArea = FieldText.Show(profile.FloorArea),
            ViolationsInLastYear = FieldText.Show(profile.ViolationsInLastYear),
            SpecialFood = FieldText.Show(profile.HandlesSpecialFood),
            HighRiskFood = FieldText.Show(profile.HandlesHighRiskFood),
            ChainHeadquarters = FieldText.Show(profile.IsChainHeadquarters),
            OnlineSales = FieldText.Show(profile.SellsOnline),
            ContractedOut = FieldText.Show(profile.IsContractedOut),
            DirectedToAppoint = FieldText.Show(profile.IsDirectedToAppoint),
        };
    }

    /// <summary>The business of a row that breaks no rule.</summary>
    internal Business ToBusiness() => new(new BusinessId(Id!), Name!, AreaCode.Parse(Area!), FieldText.FindType(Type)!.Value)
    {
        Status = FieldText.ReadStatus(Status),
        CreditCode = FieldText.ReadCreditCode(CreditCode),
        Licence = FieldText.ReadLicence(Licence),
        Profile = new OperatingProfile
        {
            Employees = (int?)FieldText.ReadNumber(Employees),
            AnnualRevenue = FieldText.ReadNumber(AnnualRevenue),
            DinersPerMeal = (int?)FieldText.ReadNumber(DinersPerMeal),
            FloorArea = FieldText.ReadNumber(FloorArea),
            ViolationsInLastYear = (int?)FieldText.ReadNumber(ViolationsInLastYear),
            HandlesSpecialFood = FieldText.ReadFlag(SpecialFood),
            HandlesHighRiskFood = FieldText.ReadFlag(HighRiskFood),
            IsChainHeadquarters = FieldText.ReadFlag(ChainHeadquarters),
            SellsOnline = FieldText.ReadFlag(OnlineSales),
            IsContractedOut = FieldText.ReadFlag(ContractedOut),
            IsDirectedToAppoint = FieldText.ReadFlag(DirectedToAppoint),
        },
    };

    /// <summary>Whether nothing is written in the row. One that lacks a required column is short, not blank.</summary>
    internal bool IsBlank => ImportFields.All.All(column => column.Get(this) is { } text ? FieldText.IsBlank(text) : !column.IsRequired);

    private static int Check(int row) => row > 0
        ? row
        : throw new ArgumentOutOfRangeException(nameof(row), row, "Allowed: 1 or more, as the user counts rows.");
}
