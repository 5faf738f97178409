using System.IO.Compression;
using FoodSafety.Domain.Areas;

namespace FoodSafety.Domain.Benchmarks.Populations;

/// <summary>The areas of the whole country, from the list that the tests carry.</summary>
internal static class Country
{
    private static readonly string List = Path.Combine("tests", "FoodSafety.Domain.Tests", "Data", "divisions-cn.csv.gz");

    public static AreaTree Areas { get; } = AreaTree.Build(Rows());

    /// <summary>The codes of the villages, one string each that all its businesses share.</summary>
    public static string[] Villages { get; } =
        [.. Areas.Areas.Where(area => area.Level == AreaLevel.Village).Select(area => area.Code.ToShortString())];

    private static IEnumerable<AreaRow> Rows()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Checkout.Find(List)), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            yield return new AreaRow(line[..comma], line[(comma + 1)..]);
        }
    }
}
