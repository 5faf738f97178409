using FoodSafety.Domain.Benchmarks.Populations;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>The shortest that one writes: the first delegate of a list that holds, by LINQ.</summary>
internal sealed class Linq(List<PlainBusiness> businesses) : IWay
{
    private readonly Verdicts _verdicts = new(businesses.Count);

    public void Regrade()
    {
        _verdicts.Begin();
        var rules = DelegateRules.StrictestFirst.AsEnumerable();
        foreach (var (business, rule) in businesses.Select(business => (business, rules.First(rule => rule.When(business)))))
        {
            _verdicts.Decide(business.Id, (byte)business.CurrentTier, (byte)rule.Tier, (byte)rule.Rule);
        }
    }

    public Verdicts Read() => _verdicts;
}
