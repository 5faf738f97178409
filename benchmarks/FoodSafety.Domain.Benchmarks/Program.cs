using BenchmarkDotNet.Running;
using FoodSafety.Domain.Benchmarks.Quick;

if (args is [Widths.Argument])
{
    Widths.WriteRows();
}
else if (args.Contains("--quick"))
{
    var place = Array.IndexOf(args, "--out");
    QuickReport.Run(place >= 0 && place + 1 < args.Length ? args[place + 1] : null);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Widths).Assembly).Run(args);
}
