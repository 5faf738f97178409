namespace FoodSafety.Domain.Benchmarks.Ways;

/// <summary>One way of regrading a population, ready to be run again and again.</summary>
internal interface IWay
{
    /// <summary>Regrades everybody: grade and rule of each, the list of the changed, the counts.</summary>
    void Regrade();

    /// <summary>What the last pass produced, for comparison; may take its time.</summary>
    Verdicts Read();
}
