using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Businesses;

/// <summary>The standard facts of a food business (主体标准事实): what built-in policies read, and the columns of every register.</summary>
public static class BusinessFacts
{
    /// <summary>Business type (主体业态); registers keep rows of one type together.</summary>
    public static ChoiceFact<BusinessType> Type { get; } = new(
        "business-type", ("主体业态", "business type"), type => type.Name(), type => type.Code());

    /// <summary>Operating status (经营状态).</summary>
    public static ChoiceFact<OperatingStatus> Status { get; } = new(
        "operating-status", ("经营状态", "operating status"), status => status.Name(), status => status.Code());

    /// <summary>People employed (从业人员).</summary>
    public static NumberFact Employees { get; } = new(
        "employees", ("从业人员", "staff"), Units.People, maximum: 10_000_000);

    /// <summary>Revenue of the last full year in yuan (年营业收入), exact to the fen.</summary>
    public static NumberFact AnnualRevenue { get; } = new(
        "annual-revenue", ("年营业收入", "annual revenue"), Units.Yuan, decimals: 2, maximum: 10_000_000_000_000);

    /// <summary>Diners per meal, on average (每餐用餐人数).</summary>
    public static NumberFact DinersPerMeal { get; } = new(
        "diners-per-meal", ("每餐用餐人数", "diners per meal"), Units.People, maximum: 10_000_000);

    /// <summary>Floor area in square metres (经营面积), at most two decimals.</summary>
    public static NumberFact FloorArea { get; } = new(
        "floor-area", ("经营面积", "floor area"), Units.SquareMetres, decimals: 2, maximum: 10_000_000);

    /// <summary>Violations found in the last twelve months (近 12 个月违法违规次数).</summary>
    public static NumberFact ViolationsInLastYear { get; } = new(
        "violations-in-last-year", ("近12个月违法违规次数", "violations in the last 12 months"), Units.Times, maximum: 60_000) { IsFixed = true };

    /// <summary>Handles special food (经营特殊食品).</summary>
    public static FlagFact SpecialFood { get; } = new("special-food", ("经营特殊食品", "special food"));

    /// <summary>Handles high-risk food (经营高风险食品).</summary>
    public static FlagFact HighRiskFood { get; } = new("high-risk-food", ("经营高风险食品", "high-risk food"));

    /// <summary>Is the headquarters of a chain (连锁总部).</summary>
    public static FlagFact ChainHeadquarters { get; } = new("chain-headquarters", ("连锁总部", "chain headquarters")) { IsFixed = true };

    /// <summary>Sells over the internet (网络经营).</summary>
    public static FlagFact OnlineSales { get; } = new("online-sales", ("网络经营", "online sales"));

    /// <summary>Is run by a contractor for the school, home or work unit whose canteen it is (委托承包经营).</summary>
    public static FlagFact ContractedOut { get; } = new("contracted-out", ("委托承包经营", "contracted out"));

    /// <summary>Was directed by the market bureau to appoint a food-safety director (监管部门指导配备食品安全总监).</summary>
    public static FlagFact DirectedToAppoint { get; } = new("directed-to-appoint", ("监管部门指导配备总监", "directed to appoint a director")) { IsFixed = true };

    /// <summary>The columns of a register; a user adds own facts with <see cref="FactSchema.With"/>.</summary>
    public static FactSchema Schema { get; } = new(
        [
            Type, Status, Employees, AnnualRevenue, DinersPerMeal, FloorArea, ViolationsInLastYear,
            SpecialFood, HighRiskFood, ChainHeadquarters, OnlineSales, ContractedOut, DirectedToAppoint,
        ],
        Type);

    /// <summary>How the standard facts of a <see cref="Business"/> are read.</summary>
    public static FactMap<Business> Map { get; } = new FactMap<Business>()
        .Choice(Type, b => b.Type)
        .Choice(Status, b => b.Status)
        .Whole(Employees, b => b.Profile.Employees)
        .Exact(AnnualRevenue, b => b.Profile.AnnualRevenue)
        .Whole(DinersPerMeal, b => b.Profile.DinersPerMeal)
        .Exact(FloorArea, b => b.Profile.FloorArea)
        .Whole(ViolationsInLastYear, b => b.Profile.ViolationsInLastYear)
        .Flag(SpecialFood, b => b.Profile.HandlesSpecialFood)
        .Flag(HighRiskFood, b => b.Profile.HandlesHighRiskFood)
        .Flag(ChainHeadquarters, b => b.Profile.IsChainHeadquarters)
        .Flag(OnlineSales, b => b.Profile.SellsOnline)
        .Flag(ContractedOut, b => b.Profile.IsContractedOut)
        .Flag(DirectedToAppoint, b => b.Profile.IsDirectedToAppoint);

    internal static bool IsStandard(IFact fact) => Map.Find(fact) is not null;

    /// <summary>Whether a fact is one that every business states: its type, its status.</summary>
    internal static bool IsTypeOrStatus(IFact? fact) => Type.Equals(fact) || Status.Equals(fact);

    internal static OperatingProfile ProfileOf(IFactSource source) => new()
    {
        Employees = (int?)Employees.In(source),
        AnnualRevenue = AnnualRevenue.In(source),
        DinersPerMeal = (int?)DinersPerMeal.In(source),
        FloorArea = FloorArea.In(source),
        ViolationsInLastYear = (int?)ViolationsInLastYear.In(source),
        HandlesSpecialFood = SpecialFood.In(source),
        HandlesHighRiskFood = HighRiskFood.In(source),
        IsChainHeadquarters = ChainHeadquarters.In(source),
        SellsOnline = OnlineSales.In(source),
        IsContractedOut = ContractedOut.In(source),
        IsDirectedToAppoint = DirectedToAppoint.In(source),
    };
}
