using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Domain.Tests.Grading.Files;

/// <summary>One small policy that uses every part of the file format, in code and as a file.</summary>
public static class SamplePolicy
{
    public enum Grade { Mild = 1, Middle = 2, Strict = 3 }

    public enum Trade { Shop = 1, Canteen = 2 }

    public static NumberFact Staff { get; } = new("staff", ("从业人员", "staff"), ("人", "people"), maximum: 1_000);

    public static NumberFact Area { get; } = new("area", ("面积", "area"), ("平方米", "m²"), decimals: 2, maximum: 10_000);

    public static FlagFact Special { get; } = new("special", ("特殊食品", "special food"));

    public static ChoiceFact<Trade> Kind { get; } = new("kind", ("业态", "kind"));

    public static CustomCondition LuckyNumber { get; } = Condition.Custom("lucky", ("吉利", "lucky"), _ => false);

    public static CustomCondition Unlucky { get; } = Condition.Custom("unlucky", ("不吉利", "unlucky"), _ => false);

    public static GradeScale<Grade> Scale { get; } = new(
        (Grade.Mild, ("宽", "mild")), (Grade.Middle, ("中", "middle")), (Grade.Strict, ("严", "strict")));

    public static PolicyFile<Grade> File { get; } = new(Scale, [Staff, Area, Special, Kind], [LuckyNumber, Unlucky]);

    private static readonly Citation Order = new(("某令|一", "An order"), SourceStanding.OfficialText, "3", new Uri("https://example.org/令#3"));

    private static readonly Citation Guess = Citation.Illustrative(("推测", "a guess"));

    public static GradingPolicy<Grade> Policy { get; } = Build();

    /// <summary>The file of <see cref="Policy"/>, as it is written.</summary>
    public const string FileText = """
        {
          "format": 1,
          "id": "sample",
          "version": "1.0",
          "title": {"zh": "样例\"标准\"", "en": "a sample"},
          "from": "2024-01-01",
          "until": "2025-01-01",
          "scale": ["Mild", "Middle", "Strict"],
          "sources": {
            "a-guess": {"title": {"zh": "推测", "en": "a guess"}, "standing": "unconfirmed"},
            "an-order": {
              "title": {"zh": "某令|一", "en": "An order"},
              "standing": "official-text",
              "article": "3",
              "url": "https://example.org/令#3"
            }
          },
          "numbers": {
            "weight": {
              "name": {"zh": "权重", "en": "weight"},
              "is": {
                "score": [
                  {"when": {"all": [{"flag": "special"}, {"fact": "area", "atMost": 50.25}]}, "points": 1.5},
                  {"when": true, "points": -1}
                ]
              }
            },
            "load": {"name": {"zh": "负荷", "en": "load"}, "is": {"sum": ["weight", {"multiply": {"fact": "staff"}, "by": 0.5}]}}
          },
          "notGraded": [{"id": "lucky", "when": {"custom": "lucky"}, "title": {"zh": "吉利", "en": "lucky"}, "basis": "a-guess"}],
          "rules": [
            {
              "id": "middle",
              "grade": "Middle",
              "when": {"all": [{"fact": "kind", "is": ["Canteen"]}, {"fact": "staff", "atLeast": 10}]},
              "title": {"zh": "食堂", "en": "canteens"},
              "basis": "an-order"
            },
            {
              "id": "strict",
              "grade": "Strict",
              "when": {
                "any": [
                  {"number": "load", "moreThan": 60},
                  {"number": {"largest": [{"fact": "staff"}, {"smallest": [{"fact": "area"}, "weight"]}]}, "equals": 7},
                  {"not": {"fact": "kind", "is": ["Shop"]}}
                ]
              },
              "title": {"zh": "负荷大", "en": "heavy load"},
              "basis": "an-order"
            },
            {
              "id": "direct",
              "grade": "Strict",
              "final": true,
              "when": {"fact": "area", "moreThan": 9000},
              "title": {"zh": "特大", "en": "huge"},
              "basis": "an-order"
            }
          ],
          "otherwise": {"id": "rest", "grade": "Mild", "title": {"zh": "其余", "en": "the rest"}, "basis": "a-guess"},
          "adjustments": [
            {
              "id": "milder",
              "steps": -2,
              "when": {"fact": "area", "lessThan": 0.5},
              "title": {"zh": "面积小", "en": "small area"},
              "basis": "a-guess"
            },
            {
              "id": "floor",
              "atLeast": "Middle",
              "when": {"flag": "special"},
              "title": {"zh": "特殊食品", "en": "special food"},
              "basis": "a-guess"
            },
            {
              "id": "ceiling",
              "atMost": "Middle",
              "when": {"fact": "staff", "atMost": 1},
              "title": {"zh": "一人", "en": "one person"},
              "basis": "a-guess"
            }
          ]
        }

        """;

    private static GradingPolicy<Grade> Build()
    {
        var weight = new Score((Special & Area <= 50.25m, 1.5m), (Condition.Always, -1)).Named(("权重", "weight"));
        var load = (weight + Staff * 0.5m).Named(("负荷", "load"));
        return GradingPolicy.Define("sample", "1.0", ("样例\"标准\"", "a sample"), Scale)
            .InForce(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1))
            .NotGraded("lucky", LuckyNumber, ("吉利", "lucky"), Guess)
            .Rule("middle", Grade.Middle, Kind.Is(Trade.Canteen) & Staff >= 10, ("食堂", "canteens"), Order)
            .Rule("strict", Grade.Strict,
                load > 60 | new LargestOf(Staff, new SmallestOf(Area, weight)).Is(7) | !Kind.Is(Trade.Shop),
                ("负荷大", "heavy load"), Order)
            .Rule("direct", Grade.Strict, Area > 9_000, ("特大", "huge"), Order, isFinal: true)
            .Otherwise(Grade.Mild, ("其余", "the rest"), Guess, id: "rest")
            .Adjust("milder", -2, Area < 0.5m, ("面积小", "small area"), Guess)
            .AtLeast("floor", Grade.Middle, Special, ("特殊食品", "special food"), Guess)
            .AtMost("ceiling", Grade.Middle, Staff <= 1, ("一人", "one person"), Guess)
            .Build();
    }
}
