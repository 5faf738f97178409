using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Cadres;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.Sources;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Says of the cadres what was published and what was made up, and how many are in post.</summary>
internal static class CadreNotes
{
    public static void WriteGenerated(Terminal terminal)
    {
        terminal.Say($"{terminal.In((
            $"包保干部 {Figures.Number(Published.Cadres)} 名，分属四级",
            $"{Figures.Number(Published.Cadres)} cadres on four levels"))} {terminal.Tag(Origin.Published)}");
        terminal.Say($"[grey]{terminal.In(Published.WenjiangSource)}[/]");
        terminal.Say($"{terminal.In((
            $"各级人数未公布，本示例假定：市 {GeneratedCadres.InCity}、区 {GeneratedCadres.InDistrict}、镇街 {GeneratedCadres.InTowns}、村社区 {GeneratedCadres.InVillages}",
            $"Their split over the levels was not published; assumed: city {GeneratedCadres.InCity}, district {GeneratedCadres.InDistrict}, towns {GeneratedCadres.InTowns}, villages {GeneratedCadres.InVillages}"))} {terminal.Tag(Origin.Generated)}");
        terminal.Say($"{terminal.In((
            "干部的姓名、职务、任期、专业特长和包保上限：固定种子，均非真实干部",
            "The cadres, their names, posts, terms, expertise and capacities: fixed seed, none is real"))} {terminal.Tag(Origin.Generated)}");
    }

    public static void WriteInPost(Terminal terminal, CadreRoster roster, AreaTree areas)
    {
        var seats = areas.Areas.Sum(area => roster.PostsIn(area.Code, SampleDays.Planned).Length);
        terminal.Say($"{terminal.In((
            $"{Figures.Number(roster.Cadres.Length)} 名干部，{Figures.Number(roster.Posts.Length)} 个职务，其中 {SampleDays.Planned:uuuu-MM-dd} 在任 {Figures.Number(seats)} 个",
            $"Cadres: {Figures.Number(roster.Cadres.Length)}; posts: {Figures.Number(roster.Posts.Length)}, held on {SampleDays.Planned:uuuu-MM-dd}: {Figures.Number(seats)}"))} {terminal.Tag(Origin.Computed)}");
    }
}
