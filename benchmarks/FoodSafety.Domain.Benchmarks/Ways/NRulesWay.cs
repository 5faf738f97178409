using System.Linq.Dynamic.Core;
using System.Linq.Expressions;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Translation;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>NRules, a Rete engine: all businesses are inserted into a session, and of the rules that match one the strictest fires first.</summary>
internal sealed class NRulesWay : IWay
{
    private readonly List<PlainBusiness> _businesses;
    private readonly Verdicts _verdicts;
    private readonly bool[] _isDecided;
    private readonly ISessionFactory _factory;

    public NRulesWay(TierCase task)
    {
        _businesses = task.Population.Businesses;
        _verdicts = new Verdicts(task.Count);
        _isDecided = new bool[task.Count];
        var translator = new Translator(Dialect.CSharp);
        var clauses = PolicyTable.FirstMatch(TierCase.Policy);
        _factory = new RuleCompiler().Compile(clauses.Select((clause, i) => Define(clause, priority: clauses.Length - i, translator)));
    }

    public void Regrade()
    {
        _verdicts.Begin();
        Array.Clear(_isDecided);
        var session = _factory.CreateSession();
        session.InsertAll(_businesses);
        session.Fire();
        // Rules fire rule by rule, not in the order of the list.
        _verdicts.Changed.Sort();
    }

    public Verdicts Read() => _verdicts;

    private IRuleDefinition Define(DecidingClause clause, int priority, Translator translator)
    {
        var rule = new RuleBuilder();
        rule.Name($"clause-{clause.Number}");
        rule.Priority(priority);
        var business = rule.LeftHandSide().Pattern(typeof(PlainBusiness), "b");
        var parameter = Expression.Parameter(typeof(PlainBusiness), "b");
        business.Condition(DynamicExpressionParser.ParseLambda([parameter], typeof(bool), translator.Write(clause.When)));
        Expression<Action<IContext, PlainBusiness>> decide = (_, b) => Decide(b, clause);
        rule.RightHandSide().Action(decide);
        return rule.Build();
    }

    private void Decide(PlainBusiness business, DecidingClause clause)
    {
        if (!_isDecided[business.Id])
        {
            _isDecided[business.Id] = true;
            _verdicts.Decide(business.Id, (byte)business.CurrentTier, (byte)clause.Tier, clause.Number);
        }
    }
}
