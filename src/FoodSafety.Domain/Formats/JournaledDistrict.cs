using FoodSafety.Domain.Acts;
using FoodSafety.Domain.DataFiles;
using NodaTime;

namespace FoodSafety.Domain.Formats;

/// <summary>A district of which every unit is in a journal before it is told as taken (落账辖区).</summary>
/// <remarks>
/// The store of samples and tests, and of a platform whose district one process writes; a data base does the same in its own way. Not thread-safe.
/// </remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class JournaledDistrict : IDisposable
{
    private JournaledDistrict(Journal journal) => (Journal, District) = (journal, journal.OpenDistrict());

    /// <summary>The district as of the last entry.</summary>
    public District District { get; }

    /// <summary>The journal that its entries are in.</summary>
    public Journal Journal { get; }

    /// <summary>Opens a district from its file, or begins one where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What code alone can say.</param>
    /// <exception cref="DataFileException">A line of the file cannot be read; the place of a fault begins with the number of the line.</exception>
    /// <exception cref="IOException">The file cannot be opened, or somebody else has it.</exception>
    public static JournaledDistrict Open(string path, DistrictSettings settings) => Open(Journal.Open(path, new EntryFormat(settings)));

    /// <summary>Opens a district from a journal.</summary>
    /// <param name="journal">The journal; it is disposed with the district.</param>
    /// <exception cref="DataFileException">A line of the file cannot be read; the place of a fault begins with the number of the line.</exception>
    public static JournaledDistrict Open(Journal journal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        try
        {
            return new(journal);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Takes acts, all or none, and returns when their entry is on the disk.</summary>
    /// <param name="stamp">Who did them, on which day, and when they are recorded.</param>
    /// <param name="acts">What was done.</param>
    /// <returns>The entry, and what followed.</returns>
    /// <exception cref="ActsRefusedException">An act is refused, or the unit; nothing is done, and every refusal is listed.</exception>
    /// <exception cref="IOException">The disk refused; the district is as it was before.</exception>
    /// <exception cref="InvalidOperationException">The district was written around its journal, or one of both is broken.</exception>
    public Consequences Apply(Stamp stamp, params IEnumerable<Act> acts)
    {
        if (Journal.IsBroken || District.Version != Journal.Count)
        {
            throw new InvalidOperationException(
                $"The district has {District.Version} entries and its journal {Journal.Count}{(Journal.IsBroken ? ", which is broken" : "")}; open both again.");
        }

        var consequences = District.Apply(stamp, acts);
        if (consequences.Entry is { } entry)
        {
            try
            {
                Journal.Append(entry);
            }
            catch
            {
                District.TakeBack();
                throw;
            }

            District.Kept(entry.Number);
        }

        return consequences;
    }

    /// <inheritdoc cref="Journal.AsOf"/>
    public DistrictDay AsOf(LocalDate day, long version) => Journal.AsOf(day, version);

    /// <summary>Closes the file.</summary>
    public void Dispose() => Journal.Dispose();
}
