using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Acts;

/// <summary>Whether an act of a lifecycle says what its step says: nothing less, and nothing that nobody would look for there.</summary>
internal static class StepContents
{
    /// <param name="subject">What takes the step.</param>
    /// <param name="step">What people call the step.</param>
    /// <param name="says">The parts that the step says, by their names in files.</param>
    /// <param name="mayPart">A part that it may say besides; null where there is none.</param>
    /// <param name="parts">All parts of the act, and whether it says them.</param>
    /// <returns>Null when it says just what it should.</returns>
    public static Refusal? Find(BilingualText subject, BilingualText step, string[] says, string? mayPart, params ReadOnlySpan<(string Name, bool IsSaid)> parts)
    {
        List<string> missing = [], beyond = [];
        foreach (var (name, isSaid) in parts)
        {
            if (!isSaid && says.Contains(name))
            {
                missing.Add(name);
            }
            else if (isSaid && name != mayPart && !says.Contains(name))
            {
                beyond.Add(name);
            }
        }

        return missing.Count + beyond.Count == 0 ? null : new Refusal(
            "step-contents",
            ($"{subject.Chinese}“{step.Chinese}”缺少：{Listed(missing, "无")}；多出：{Listed(beyond, "无")}。",
             $"{subject.English}: the step '{step.English}' lacks {Listed(missing, "nothing")} and says {Listed(beyond, "nothing")} too much."),
            [.. missing.Select(name => new GuardValue("lacks", name)), .. beyond.Select(name => new GuardValue("too-much", name))],
            Allowed: ($"{Listed(says, "无")}{(mayPart is null ? "" : $"；可有 {mayPart}")}。", $"{Listed(says, "nothing")}{(mayPart is null ? "" : $", and {mayPart} where it is known")}."));
    }

    private static string Listed(IReadOnlyCollection<string> names, string none) => names.Count == 0 ? none : string.Join(", ", names);
}
