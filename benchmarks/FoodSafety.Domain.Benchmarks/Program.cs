using System.Globalization;
using BenchmarkDotNet.Running;
using FoodSafety.Domain.Benchmarks.Quick;

if (args is [Widths.Argument])
{
    Widths.WriteRows();
}
else if (args.Contains("--quick"))
{
    QuickReport.Run(OutputFile());
}
else if (args.Contains("--chains"))
{
    ChainReport.Run(OutputFile());
}
else if (args.Contains("--rectifications"))
{
    RectificationReport.Run(OutputFile());
}
else if (args.Contains("--journal"))
{
    JournalReport.Run(OutputFile(), NumberAfter("--entries") ?? 300_000, After("--wenjiang"));
}
else if (args.Contains("--store"))
{
    await StoreReport.RunAsync(OutputFile(), NumberAfter("--entries") ?? 300_000, NumberAfter("--businesses") ?? 1_000_000, After("--wenjiang"), After("--on"));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Widths).Assembly).Run(args);
}

string? OutputFile() => After("--out");

int? NumberAfter(string name) => After(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

string? After(string name)
{
    var place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}
