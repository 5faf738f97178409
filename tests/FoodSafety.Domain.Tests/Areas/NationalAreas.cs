using System.IO.Compression;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Tests.Areas;

[assembly: AssemblyFixture(typeof(NationalAreas))]

namespace FoodSafety.Domain.Tests.Areas;

/// <summary>All 665,271 areas of the national list and their tree, read once, when the first test asks.</summary>
public sealed class NationalAreas
{
    private readonly Lazy<AreaRow[]> _rows = new(() => [.. Read(SharedData.Carried("divisions-cn.csv.gz"))]);
    private readonly Lazy<AreaTree> _tree;

    public NationalAreas() => _tree = new(() => AreaTree.Build(Rows));

    public AreaRow[] Rows => _rows.Value;

    public AreaTree Tree => _tree.Value;

    /// <summary>The areas of Wenjiang District, its city and its province, as the sample carries them.</summary>
    public static AreaTree Wenjiang() =>
        AreaTree.Build(Read(Path.Combine(SharedData.Root, "samples", "GeneratedDistrict", "Data", "areas.csv")));

    /// <summary>The rows of a list in a file, packed or not.</summary>
    public static IEnumerable<AreaRow> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var text = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        Assert.Equal("code,name", text.ReadLine());
        while (text.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            yield return new AreaRow(line[..comma], line[(comma + 1)..]);
        }
    }
}
