using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using Wenjiang.Options;

namespace Wenjiang.Draft;

/// <summary>Policies of the user's own, out of files.</summary>
internal static class PolicyFiles
{
    /// <summary>The policy that a district begins with.</summary>
    /// <exception cref="UsageException">The file cannot be read, or it is no policy; every fault of it is told.</exception>
    public static GradingPolicy<Tier> PolicyFor(SampleOptions options) => options.PolicyFile is { } file ? Read(file) : TierPolicies.SizeAndDiners2022;

    /// <summary>The draft that is to be tried: the user's own, or that of the sample where it fits the policy.</summary>
    /// <exception cref="UsageException">The file cannot be read, or it is no policy; every fault of it is told.</exception>
    public static GradingPolicy<Tier>? DraftFor(SampleOptions options, GradingPolicy<Tier> policy) => options.DraftFile is { } file ? Read(file) : DraftPolicy.FindFor(policy);

    private static GradingPolicy<Tier> Read(string path)
    {
        try
        {
            return TierPolicies.File.Read(File.ReadAllBytes(path));
        }
        catch (DataFileException e)
        {
            throw new UsageException((
                $"“{path}”不是可用的分级标准：\n{string.Join('\n', e.Faults.Select(fault => $"  {fault.Text.Chinese}"))}",
                $"'{path}' is no policy that can be used:\n{string.Join('\n', e.Faults.Select(fault => $"  {fault.Text.English}"))}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(($"无法读取“{path}”：{e.Message}", $"Cannot read '{path}': {e.Message}"));
        }
    }
}
