using FoodSafety.Domain.Benchmarks.Populations;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>Plain loops over a list of delegates, no LINQ.</summary>
internal sealed class DelegateLoop(List<PlainBusiness> businesses) : IWay
{
    private readonly Verdicts _verdicts = new(businesses.Count);

    public void Regrade()
    {
        _verdicts.Begin();
        var rules = DelegateRules.StrictestFirst.AsSpan();
        for (var i = 0; i < businesses.Count; i++)
        {
            var business = businesses[i];
            foreach (ref readonly var rule in rules)
            {
                if (rule.When(business))
                {
                    _verdicts.Decide(i, (byte)business.CurrentTier, (byte)rule.Tier, (byte)rule.Rule);
                    break;
                }
            }
        }
    }

    public Verdicts Read() => _verdicts;
}
