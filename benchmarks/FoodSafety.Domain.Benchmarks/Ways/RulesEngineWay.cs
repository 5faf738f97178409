using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Translation;
using RulesEngine.Models;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>RulesEngine: rules as C# text, here written from the policy. It evaluates every rule of every business; the first that holds is taken.</summary>
internal sealed class RulesEngineWay : IWay
{
    private readonly List<PlainBusiness> _businesses;
    private readonly Verdicts _verdicts;
    private readonly DecidingClause[] _clauses;
    private readonly RulesEngine.RulesEngine _engine;

    public RulesEngineWay(TierCase task)
    {
        _businesses = task.Population.Businesses;
        _verdicts = new Verdicts(task.Count);
        _clauses = [.. PolicyTable.FirstMatch(TierCase.Policy)];
        var translator = new Translator(Dialect.CSharp);
        var workflow = new Workflow
        {
            WorkflowName = "tiers",
            Rules = [.. _clauses.Select(clause => new Rule { RuleName = $"{clause.Number}", Expression = translator.Write(clause.When) })],
        };
        _engine = new RulesEngine.RulesEngine([workflow], new ReSettings { EnableFormattedErrorMessage = false });
    }

    public void Regrade()
    {
        _verdicts.Begin();
        foreach (var business in _businesses)
        {
            var results = _engine.ExecuteAllRulesAsync("tiers", new RuleParameter("b", business)).AsTask().GetAwaiter().GetResult();
            var clause = _clauses[results.FindIndex(result => result.IsSuccess)];
            _verdicts.Decide(business.Id, (byte)business.CurrentTier, (byte)clause.Tier, clause.Number);
        }
    }

    public Verdicts Read() => _verdicts;
}
