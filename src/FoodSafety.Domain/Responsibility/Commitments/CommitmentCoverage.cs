namespace FoodSafety.Domain.Responsibility;

/// <summary>How far commitments reach on a day (承诺书签订情况), counted per business and per cadre.</summary>
/// <param name="Businesses">How many businesses have a main responsible.</param>
/// <param name="Named">How many of them the standing commitment of their main responsible names.</param>
/// <param name="Cadres">How many cadres are main responsible for a business.</param>
/// <param name="Committed">How many of them have a standing commitment, whatever it names (已签订).</param>
/// <param name="UpToDate">How many of those name exactly the businesses that the cadre answers for.</param>
public readonly record struct CommitmentCoverage(int Businesses, int Named, int Cadres, int Committed, int UpToDate)
{
    /// <summary>The share of businesses that are named, 0 to 1; null when there are none.</summary>
    public decimal? NamedShare => Businesses == 0 ? null : (decimal)Named / Businesses;

    /// <summary>The share of cadres whose commitment stands and is up to date, 0 to 1; null when there are none.</summary>
    public decimal? UpToDateShare => Cadres == 0 ? null : (decimal)UpToDate / Cadres;

    /// <summary>Counts how far commitments reach.</summary>
    internal static CommitmentCoverage Of(MainAssignments assignments, Func<CadreId, Commitment?> standingOf)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        var (named, committed, upToDate) = (0, 0, 0);
        foreach (var cadre in assignments.Cadres)
        {
            if (standingOf(cadre) is { } standing)
            {
                var businesses = assignments[cadre];
                var both = businesses.Count(standing.Names);
                named += both;
                committed++;
                upToDate += both == businesses.Length && both == standing.Businesses.Length ? 1 : 0;
            }
        }

        return new CommitmentCoverage(assignments.BusinessCount, named, assignments.Cadres.Length, committed, upToDate);
    }
}
