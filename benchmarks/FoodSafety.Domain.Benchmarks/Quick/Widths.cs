using System.Diagnostics;
using System.Text.Json;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Measures with narrower vectors than the processor has, in a process of its own, since the runtime decides when it starts.</summary>
internal static class Widths
{
    /// <summary>The argument by which a process knows that it is to measure its width and to write rows as JSON.</summary>
    public const string Argument = "--one-width";

    // Read by the runtime of .NET 10.
    private static readonly (int Width, string Variable)[] Narrower = [(256, "DOTNET_EnableAVX512"), (128, "DOTNET_EnableAVX2")];

    public static List<Row> MeasureNarrower()
    {
        var rows = new List<Row>();
        foreach (var (width, variable) in Narrower)
        {
            if (width < Machine.VectorWidth)
            {
                rows.AddRange(RunChild(width, variable));
            }
        }

        return rows;
    }

    /// <summary>What the child does.</summary>
    public static void WriteRows() => Console.Out.WriteLine(JsonSerializer.Serialize(Sections.OneWidth()));

    private static List<Row> RunChild(int width, string variable)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [variable] = "0" } };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Widths).Assembly.Location);
        }

        start.ArgumentList.Add(Argument);
        using var child = Process.Start(start)!;
        var json = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var rows = child.ExitCode == 0 ? JsonSerializer.Deserialize<List<Row>>(json)! : [];
        return rows.Count > 0 && rows.TrueForAll(row => row.Width == width)
            ? rows
            : throw new InvalidOperationException($"With {variable}=0 no rows of {width} bits were measured; exit code {child.ExitCode}.");
    }
}
