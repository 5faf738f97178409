using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    public static int VectorWidth { get; } =
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    public static string Runtime => RuntimeInformation.FrameworkDescription;

    public static string Processor { get; } = $"{NameOfProcessor()}, {Environment.ProcessorCount} logical";

    private static string NameOfProcessor()
    {
        if (!File.Exists(LinuxProcessors))
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        }

        var lines = File.ReadLines(LinuxProcessors).Take(30).ToArray();
        var (name, family, model) = (Value("model name"), Value("cpu family"), Value("model"));
        return family.Length == 0 ? name : $"{name} (family {family} model {model})";

        string Value(string key) => lines
            .Where(line => line.Split(':')[0].Trim() == key)
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault("");
    }
}
