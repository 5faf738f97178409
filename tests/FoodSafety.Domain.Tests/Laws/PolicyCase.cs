using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Tests.Laws;

/// <summary>Grades for generated policies. A scale takes some of them, in any order.</summary>
public enum Mark : byte
{
    U = 3, V = 1, W = 200, X = 2, Y = 7, Z = 90,
}

/// <summary>One entity of a generated table: a stored value for each fact of the schema.</summary>
public sealed class PolicyRow(ImmutableArray<IFact> facts, long[] values, int group) : IFactSource
{
    public int Group { get; } = group;

    public long Read(IFact fact)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i].Equals(fact))
            {
                return values[i];
            }
        }

        throw new ArgumentException($"'{fact.Id}' is not in the schema of this case.", nameof(fact));
    }

    public override string ToString() => string.Join(" ", facts.Zip(values, (fact, value) => $"{fact.Id}={value}"));
}

/// <summary>A random policy with random entities, and random changes of some of them.</summary>
public sealed class PolicyCase(
    GradingPolicy<Mark> policy, FactSchema schema, ImmutableArray<PolicyRow> rows, ImmutableArray<(int Row, FactValue Value)> changes)
{
    public GradingPolicy<Mark> Policy { get; } = policy;

    public FactSchema Schema { get; } = schema;

    public ImmutableArray<PolicyRow> Rows { get; } = rows;

    /// <summary>Values to write one after another; the partition is among the facts that change. Empty when there are no rows.</summary>
    public ImmutableArray<(int Row, FactValue Value)> Changes { get; } = changes;

    /// <summary>A new table of all rows: row i is <see cref="Rows"/> at i.</summary>
    public FactTable NewTable() => TableOf(Rows);

    public FactTable TableOf(IEnumerable<PolicyRow> rows)
    {
        var table = new FactTable(Schema);
        foreach (var row in rows)
        {
            table.Add(row, row.Group);
        }

        return table;
    }

    /// <summary>The policy with its rules in another order.</summary>
    public static GradingPolicy<TGrade> Reorder<TGrade>(GradingPolicy<TGrade> policy, IEnumerable<GradingRule<TGrade>> rules)
        where TGrade : struct, Enum
    {
        var draft = policy.Draft(policy.Version);
        foreach (var rule in policy.Rules)
        {
            draft.Without(rule.Id);
        }

        foreach (var rule in rules)
        {
            draft.Rule(rule.Id, rule.Grade, rule.When, rule.Title, rule.Basis, rule.IsFinal);
        }

        return draft.Build();
    }

    public static GradingPolicyBuilder<Mark> Define(GradeScale<Mark> scale, string version = "1") =>
        GradingPolicy.Define("generated", version, ("测试", "test"), scale);

    public static Citation TestBasis { get; } = Citation.Illustrative(("测试", "test"));

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("scale, mildest first: ").AppendJoin(" ", Policy.Scale.MildestFirst).Append('\n');
        foreach (var fact in Schema.Facts)
        {
            text.Append(fact.Id).Append(ReferenceEquals(fact, Schema.Partition) ? " (partition)" : "")
                .Append(fact is NumberFact number ? $": {number.Minimum} to {number.Maximum}, {number.Decimals} decimals" : "").Append('\n');
        }

        foreach (var rule in Policy.NotGraded)
        {
            text.Append("not graded if ").Append(rule.When).Append('\n');
        }

        foreach (var rule in Policy.Rules)
        {
            text.Append(rule.Id).Append(": ").Append(rule.IsFinal ? "final " : "").Append(rule.Grade).Append(" if ").Append(rule.When).Append('\n');
        }

        text.Append("otherwise ").Append(Policy.Otherwise.Grade).Append('\n');
        foreach (var adjustment in Policy.Adjustments)
        {
            text.Append(adjustment switch
            {
                StepAdjustment step => $"{step.Steps} steps",
                BoundAdjustment<Mark> bound => $"{bound.Bound} {bound.Grade}",
                _ => throw new NotSupportedException($"{adjustment.GetType()}"),
            }).Append(" if ").Append(adjustment.When).Append('\n');
        }

        text.Append(Rows.Length).Append(" rows\n");
        foreach (var row in Rows.Take(20))
        {
            text.Append("  ").Append(row).Append('\n');
        }

        foreach (var (row, value) in Changes)
        {
            text.Append("  row ").Append(row).Append(": ").Append(value.Fact!.Id).Append(" becomes ").Append(value.Stored).Append(" stored\n");
        }

        return text.ToString();
    }
}
