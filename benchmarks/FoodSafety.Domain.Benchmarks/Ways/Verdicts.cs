namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>What a pass over all businesses must produce: a grade and a rule for each, who changed, and how many have which grade.</summary>
internal sealed class Verdicts
{
    public Verdicts(int count)
    {
        Grades = new byte[count];
        Rules = new byte[count];
        Changed = new List<int>(count / 8 + 64);
    }

    /// <summary>The number of the grade in its enum; 0 for not graded.</summary>
    public byte[] Grades { get; }

    /// <summary>The number of the clause that decided, as the policy numbers them.</summary>
    public byte[] Rules { get; }

    /// <summary>The businesses whose grade became another, ascending.</summary>
    public List<int> Changed { get; }

    /// <summary>How many have each grade.</summary>
    public long[] Histogram { get; } = new long[5];

    /// <summary>Forgets the list and the counts before a new pass; grades and rules are written over.</summary>
    public void Begin()
    {
        Changed.Clear();
        Array.Clear(Histogram);
    }

    public void Decide(int business, byte before, byte grade, byte rule)
    {
        Grades[business] = grade;
        Rules[business] = rule;
        Histogram[grade]++;
        if (grade != before)
        {
            Changed.Add(business);
        }
    }

    /// <summary>Fails loudly when another way came to another result anywhere.</summary>
    /// <exception cref="InvalidOperationException">The results differ; the message says where first.</exception>
    public void RequireEqual(Verdicts other, string way)
    {
        for (var i = 0; i < Grades.Length; i++)
        {
            if (Grades[i] != other.Grades[i] || Rules[i] != other.Rules[i])
            {
                throw new InvalidOperationException(
                    $"'{way}' gives business {i} grade {other.Grades[i]} by clause {other.Rules[i]}; expected grade {Grades[i]} by clause {Rules[i]}.");
            }
        }

        if (!Changed.SequenceEqual(other.Changed))
        {
            throw new InvalidOperationException($"'{way}' lists {other.Changed.Count} changed businesses, not the {Changed.Count} expected.");
        }

        if (!Histogram.SequenceEqual(other.Histogram))
        {
            throw new InvalidOperationException(
                $"'{way}' counts {string.Join(", ", other.Histogram)}; expected {string.Join(", ", Histogram)}.");
        }
    }
}
