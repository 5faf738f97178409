using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Responsibility;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>Who signed, and how far the commitments reach.</summary>
internal static class CommitmentNotes
{
    public static void Write(Terminal terminal, CommitmentBook book, MainAssignments assignments)
    {
        terminal.Say($"{terminal.In((
            $"{SampleDays.CommitmentsSigned:uuuu-MM-dd}：{Figures.Number(book.Commitments.Count())} 名干部签订承诺书，各列其作为主体责任人的主体",
            $"On {SampleDays.CommitmentsSigned:uuuu-MM-dd} {Figures.Number(book.Commitments.Count())} cadres signed for the businesses of which they are main responsible"))} {terminal.Tag(Origin.Generated)}");
        var reach = book.CoverageOn(assignments, SampleDays.CommitmentsSigned);
        terminal.Say($"{terminal.In((
            $"承诺书覆盖主体 {Figures.Number(reach.Named)}/{Figures.Number(reach.Businesses)} 家，干部 {Figures.Number(reach.UpToDate)}/{Figures.Number(reach.Cadres)} 名",
            $"Commitments name {Figures.Number(reach.Named)} of {Figures.Number(reach.Businesses)} businesses; {Figures.Number(reach.UpToDate)} of {Figures.Number(reach.Cadres)} cadres are up to date"))} {terminal.Tag(Origin.Computed)}");
    }
}
