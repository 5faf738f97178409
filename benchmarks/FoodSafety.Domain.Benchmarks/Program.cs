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
else if (args.Contains("--reading"))
{
    ReadingReport.Run(OutputFile());
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Widths).Assembly).Run(args);
}

string? OutputFile()
{
    var place = Array.IndexOf(args, "--out");
    return place >= 0 && place + 1 < args.Length ? args[place + 1] : null;
}
