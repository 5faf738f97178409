using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Translation;

/// <summary>How a language writes what conditions say.</summary>
internal sealed record Dialect
{
    private static readonly ImmutableDictionary<IFact, string> Properties = ImmutableDictionary<IFact, string>.Empty
        .Add(BusinessFacts.Type, "Type")
        .Add(BusinessFacts.Status, "Status")
        .Add(BusinessFacts.Employees, "Employees")
        .Add(BusinessFacts.AnnualRevenue, "Revenue")
        .Add(BusinessFacts.DinersPerMeal, "Diners")
        .Add(BusinessFacts.FloorArea, "FloorArea")
        .Add(BusinessFacts.ChainHeadquarters, "ChainHeadquarters");

    /// <summary>SQL over columns named like the facts, numbers as whole counts of their smallest units.</summary>
    public static Dialect Sql { get; } = new()
    {
        And = " AND ",
        Or = " OR ",
        Not = "NOT ",
        Equal = "=",
        True = "1 = 1",
        False = "1 = 0",
        Column = SqlColumn,
        IsSet = column => $"{column} <> 0",
        IsAmong = (column, values) => $"{column} IN ({string.Join(", ", values)})",
        Limit = (limit, decimals) => Show(limit * (decimal)Math.Pow(10, decimals)),
    };

    /// <summary>C# over a business called b, as expression parsers of rules engines read it.</summary>
    public static Dialect CSharp { get; } = new()
    {
        And = " && ",
        Or = " || ",
        Not = "!",
        Equal = "==",
        True = "true",
        False = "false",
        Column = fact => $"b.{Properties[fact]}",
        IsSet = column => column,
        IsAmong = (column, values) => $"({string.Join(" || ", values.Select(value => $"{column} == {value}"))})",
        Limit = (limit, _) => Show(limit),
    };

    public required string And { get; init; }

    public required string Or { get; init; }

    public required string Not { get; init; }

    public required string Equal { get; init; }

    public required string True { get; init; }

    public required string False { get; init; }

    public required Func<IFact, string> Column { get; init; }

    public required Func<string, string> IsSet { get; init; }

    public required Func<string, ImmutableArray<int>, string> IsAmong { get; init; }

    /// <summary>A limit, and how many decimals the number has that is compared with it.</summary>
    public required Func<decimal, int, string> Limit { get; init; }

    public static string SqlColumn(IFact fact) => fact.Id.Replace('-', '_');

    private static string Show(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
