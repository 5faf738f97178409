using FoodSafety.Domain.Languages;
using FoodSafety.Domain.ValueTypes;

namespace FoodSafety.Domain.Files;

/// <summary>A CSV file that cannot be used (文件不可用): it cannot be opened, its heading is wrong, or rows are wrong that cannot be left out.</summary>
public sealed class CsvFileException : Exception, IBilingualError
{
    // What somebody reads in one message; all of them stand in the list.
    private const int MostTold = 10;

    internal CsvFileException(string file, params ReadOnlySpan<CsvFault> faults)
        : this(file, [.. faults], null)
    {
    }

    internal CsvFileException(string file, ItemList<CsvFault> faults, Exception? inner)
        : base(Describe(file, faults).English, inner) => (File, Faults) = (file, faults);

    /// <summary>The file, as it was named.</summary>
    public string File { get; }

    /// <summary>All that is wrong with it; at least one.</summary>
    public ItemList<CsvFault> Faults { get; }

    /// <summary>The first ten faults, a line each with its place, and how many more there are.</summary>
    public BilingualText Text => Describe(File, Faults);

    private static BilingualText Describe(string file, ItemList<CsvFault> faults)
    {
        var told = faults.Take(MostTold).Select(fault => fault.Under(file)).ToList();
        if (faults.Length > MostTold)
        {
            told.Add(($"……另有 {faults.Length - MostTold} 处", $"… and {faults.Length - MostTold} more"));
        }

        return (string.Join('\n', told.Select(text => text.Chinese)), string.Join('\n', told.Select(text => text.English)));
    }
}

/// <summary>One thing that is wrong with a CSV file (文件差错).</summary>
/// <param name="Line">The line of the file (行号), from 1, the heading being the first; null for the file as a whole.</param>
/// <param name="Column">The column by its heading (列名); null for the line or file as a whole.</param>
/// <param name="Text">What is wrong, and what is allowed instead.</param>
public sealed record CsvFault(int? Line, string? Column, BilingualText Text)
{
    /// <summary>The fault after its place, as editors show places: <c>register.csv:14: area: …</c>.</summary>
    /// <param name="file">The file, as it was named.</param>
    public BilingualText Under(string file)
    {
        var place = $"{file}{(Line is { } line ? $":{line}" : "")}: {(Column is { } column ? $"{column}: " : "")}";
        return (place + Text.Chinese, place + Text.English);
    }
}
