using System.Text;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using GeneratedDistrict.Register;
using GeneratedDistrict.Responsibility;
using Wenjiang.Options;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Steps;

/// <summary>The platform exports its ledger of businesses, and the register follows what the office decides of it.</summary>
internal static class Merging
{
    private const int ChangesShown = 3;

    /// <summary>Compares an export with the register, takes over what changed, and leaves duplicates and what is gone to people.</summary>
    /// <remarks>To a register of the user's own nothing is made up, so that there is no export of it.</remarks>
    public static void TakeExport(Session session)
    {
        if (session.Options.RegisterFile is not null)
        {
            return;
        }

        var (terminal, district, areas) = (session.Terminal, session.District, session.Areas);
        terminal.Step(("名录比对", "The register against the platform"));
        var path = OutFolder.Write(session.Options.OutFolder, "export.csv", target => WriteFile(target, text => PlatformExport.Write(text, district.Businesses.Register)));
        var merge = ExportFile.Read(path, ExportLayout.BusinessLedger, areas.Tree).Merge(district.Businesses.Register, new MergeTerms { WholeOf = [areas.District.Code] });
        Say(terminal, EnumCodes.All<MergeKind>().Select(kind => ((BilingualText)($"{kind.Name().Chinese} {Figures.Number(merge.Count(kind))}", $"{kind.Name().English} {Figures.Number(merge.Count(kind))}"))));
        foreach (var row in merge[MergeKind.Changed].Take(ChangesShown).Concat(merge[MergeKind.Duplicate]).Concat(merge[MergeKind.Rejected]).Concat(merge.Gone))
        {
            terminal.Say($"  {terminal.In(row.Text)}");
        }

        // What the clerk ticks is done as far as it still stands as it was looked at; the result says of each row what was done.
        var unit = MergeUnit.Of(district.Businesses, SampleDays.Scored, merge[MergeKind.Changed]);
        session.Desk.Do(SampleDays.Scored, Offices.MarketBureau, unit.Acts);
        Say(terminal, unit.Rows.GroupBy(row => row.Outcome).Select(rows => (BilingualText)($"{rows.Key.Name().Chinese} {rows.Count()}", $"{rows.Key.Name().English} {rows.Count()}")));
        terminal.Say(Terminal.Plain(OutFolder.Write(session.Options.OutFolder, "merge.csv", target => WriteFile(target, text => MergeFile.Write(text, merge, MergeKind.Changed, MergeKind.Duplicate, MergeKind.Rejected, MergeKind.Gone)))));
    }

    private static void Say(Terminal terminal, IEnumerable<BilingualText> counts) =>
        terminal.Say($"{string.Join(terminal.In(("，", ", ")), counts.Select(terminal.In))} {terminal.Tag(Origin.Computed)}");

    private static void WriteFile(string path, Action<TextWriter> write)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        write(file);
    }
}
