using FoodSafety.Domain.Files;
using GeneratedDistrict.Responsibility;
using Wenjiang.Options;
using Wenjiang.Screen;
using Wenjiang.Sources;

namespace Wenjiang.Steps;

/// <summary>The ledgers that the office keeps, as workbooks.</summary>
internal static class LedgerBooks
{
    /// <summary>Writes each ledger as of the last day; of the records, of which there are many, those of the day.</summary>
    public static void Write(Session session)
    {
        var (terminal, day) = (session.Terminal, SampleDays.Scored);
        terminal.Step(("台账", "Ledgers"));
        foreach (var ledger in Ledgers.All)
        {
            var table = ledger.Of(session.District, day, ledger == Ledgers.Records ? day : null);
            var path = OutFolder.Write(session.Options.OutFolder, $"{ledger.Code}.xlsx", target => TableFile.Write(target, table, terminal.Language));
            terminal.Say($"{terminal.In(ledger.Name)}{terminal.In(("：", ": "))}{Figures.Number(table.Rows.Length)} {terminal.Tag(Origin.Computed)} {Terminal.Plain(path)}");
        }
    }
}
