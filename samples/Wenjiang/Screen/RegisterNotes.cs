using GeneratedDistrict.Sources;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Says of the generated register what was published and what was made up.</summary>
internal static class RegisterNotes
{
    public static void Write(Terminal terminal)
    {
        terminal.Say($"{terminal.In((
            $"包保主体 {Figures.Number(Published.Businesses)} 家；在岗食品安全总监 {Published.Directors} 名",
            $"{Figures.Number(Published.Businesses)} businesses under guarantee; {Published.Directors} safety directors on duty"))} {terminal.Tag(Origin.Published)}");
        terminal.Say($"[grey]{terminal.In(Published.WenjiangSource)}[/]");
        terminal.Say($"{terminal.In((
            "主体的名称、代码、经营情况及在各村社区的分布：固定种子，均非真实主体",
            "The businesses, their names, codes, facts and spread over the villages: fixed seed, none is real"))} {terminal.Tag(Origin.Generated)}");
        terminal.Say($"{terminal.In((
            "各主体的等级，以及下文所有计数",
            "The tier of each business, and all counts below"))} {terminal.Tag(Origin.Computed)}");
    }
}
