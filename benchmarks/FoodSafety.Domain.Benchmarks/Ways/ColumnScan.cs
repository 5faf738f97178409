using System.Numerics;
using FoodSafety.Domain.Benchmarks.Populations;
using FoodSafety.Domain.Benchmarks.Translation;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>The floor: adds up as many bytes as a pass must read, and does nothing else with them.</summary>
internal sealed class ColumnScan
{
    private readonly ulong[] _words;

    public ColumnScan(TierCase task)
    {
        BytesPerBusiness = BytesRead(task);
        _words = new ulong[(long)(BytesPerBusiness * task.Count / sizeof(ulong)) + 1];
        for (var i = 0; i < _words.Length; i++)
        {
            _words[i] = (ulong)i;
        }
    }

    /// <summary>
    /// The bytes of the columns that the clauses of a business type read, and one byte of the standing decision, averaged over
    /// the businesses. Columns are counted at their narrowest: a copy in whole units of as few bytes as the limits need.
    /// </summary>
    public double BytesPerBusiness { get; }

    /// <summary>What the last scan added up, so that the work is not optimised away.</summary>
    public ulong Sum { get; private set; }

    public void Scan()
    {
        var vectors = System.Runtime.InteropServices.MemoryMarshal.Cast<ulong, Vector<ulong>>(_words);
        var (a, b, c, d) = (Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero);
        for (var i = 0; i <= vectors.Length - 4; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        Sum = Vector.Sum(a + b + c + d);
    }

    private static double BytesRead(TierCase task)
    {
        var clauses = PolicyTable.FirstMatch(TierCase.Policy);
        var bytesOf = BusinessFacts.Type.Values.ToDictionary(
            type => (BusinessType)type,
            type => 1 + clauses.For(BusinessFacts.Type, type).SelectMany(clause => FactsIn(clause.When)).Distinct().Sum(BytesOf));
        return task.Population.Businesses.Average(business => bytesOf[business.Type]);
    }

    private static IEnumerable<IFact> FactsIn(Condition condition) => condition switch
    {
        IFact fact => [fact],
        ChoiceIn choice => [choice.Fact],
        Comparison { Left: NumberFact fact } => [fact],
        AllOf all => all.Parts.SelectMany(FactsIn),
        _ => [],
    };

    private static double BytesOf(IFact fact) =>
        fact is FlagFact ? 1 / 8.0 : fact is not NumberFact ? 1 : fact == BusinessFacts.AnnualRevenue ? 4 : 2;
}
