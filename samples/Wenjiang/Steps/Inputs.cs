using System.Collections.Immutable;
using System.Text;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Cadres;
using GeneratedDistrict.Register;
using GeneratedDistrict.Sources;
using Wenjiang.Cadres;
using Wenjiang.Options;
using Wenjiang.Screen;
using Wenjiang.Sources;
using Wenjiang.Storage;

namespace Wenjiang.Steps;

/// <summary>What a district begins with: businesses and cadres, the user's own or generated.</summary>
/// <param name="Businesses">The good rows of the register.</param>
/// <param name="Rejected">The others.</param>
/// <param name="Roster">The cadres and their posts.</param>
internal sealed record Inputs(ImmutableArray<Business> Businesses, ImmutableArray<RejectedRow> Rejected, CadreRoster Roster)
{
    /// <summary>Reads them, and tells of every row that is wrong.</summary>
    /// <returns>Null when a row was wrong and the user asked to be strict.</returns>
    /// <exception cref="UsageException">A file has no good row.</exception>
    public static Inputs? Read(Session session)
    {
        var (terminal, areas) = (session.Terminal, session.Areas);
        terminal.Step(("区划", "Areas"));
        terminal.Say($"{terminal.In((
            $"温江区：{areas.Towns.Count()} 个镇街，{areas.Villages.Count()} 个村社区",
            $"Wenjiang District: {areas.Towns.Count()} towns and streets, {areas.Villages.Count()} villages and communities"))} {terminal.Tag(Origin.Published)}");
        terminal.Say($"[grey]{terminal.In(Published.DivisionsSource)}[/]");
        var import = ReadBusinesses(session);
        if (session.Options.IsStrict && !import.Rejected.IsEmpty)
        {
            SayRefused(terminal, import.Rejected.Length, import.Withheld.Length);
            return null;
        }

        if (import.Accepted.IsEmpty)
        {
            throw new UsageException(("名录中没有合格的行，无可分级。", "The register has no good row, so there is nothing to grade."));
        }

        if (ReadCadres(session, import.Accepted) is not { } roster)
        {
            return null;
        }

        CadreDirectory.Keep(roster, session.Options.OutFolder);
        return new Inputs(import.Accepted, import.Rejected, roster);
    }

    private static ImportResult ReadBusinesses(Session session)
    {
        var (terminal, options, areas) = (session.Terminal, session.Options, session.Areas);
        terminal.Step(("主体名录", "Register"));
        var mode = options.IsStrict ? ImportMode.AllOrNothing : ImportMode.KeepAccepted;
        if (options.RegisterFile is { } path)
        {
            var file = RegisterFile.Read(path);
            var read = file.Import(areas.Tree, mode);
            Account(terminal, read.RowCount - read.Blank.Length, read.Rejected.Length, read.Accepted.Length, file.BlankLines + read.Blank.Length);
            ReportRejected(
                terminal,
                OutFolder.Write(options.OutFolder, "rejected.csv", target => WriteRejected(target, text => RejectedRowsFile.Write(text, read.Rejected))),
                [.. read.Rejected.SelectMany(row => row.Faults.Select(fault => (row.Row.Row, fault)))]);
            return read;
        }

        RegisterNotes.Write(terminal);
        var rows = GeneratedBusinesses.In(areas).Select((business, i) => BusinessRow.From(business, i + 1));
        var import = new BusinessImport(areas.Tree).Read(rows, mode);
        Account(terminal, import.RowCount, import.Rejected.Length, import.Accepted.Length);
        return import;
    }

    private static CadreRoster? ReadCadres(Session session, ImmutableArray<Business> businesses)
    {
        var (terminal, options, areas) = (session.Terminal, session.Options, session.Areas);
        terminal.Step(("包保干部", "Cadres"));
        if (options.CadreFile is not { } path)
        {
            CadreNotes.WriteGenerated(terminal);
            var generated = GeneratedCadres.In(areas, businesses);
            CadreNotes.WriteInPost(terminal, generated, areas.Tree);
            return generated;
        }

        var import = CadreImport.Read(path, areas.Tree);
        var good = import.Roster.Posts.Length;
        var isRefused = options.IsStrict && !import.Rejected.IsEmpty;
        Account(terminal, good + import.Rejected.Length, import.Rejected.Length, isRefused ? 0 : good, import.BlankLines);
        ReportRejected(
            terminal,
            OutFolder.Write(
                options.OutFolder, "rejected-cadres.csv", target => WriteRejected(target, text => RejectedRowsFile.Write(text, [.. CadreColumns.Layout.Columns], import.Rejected))),
            [.. import.Rejected.SelectMany(row => row.Faults.Select(fault => (row.Line.Number, fault)))]);
        if (isRefused)
        {
            SayRefused(terminal, import.Rejected.Length, good);
            return null;
        }

        if (good == 0)
        {
            throw new UsageException(("干部名册中没有合格的行，无人可包保。", "The cadre file has no good row, so there is nobody to answer for a business."));
        }

        CadreNotes.WriteInPost(terminal, import.Roster, areas.Tree);
        return import.Roster;
    }

    /// <summary>Says that the user asked to be strict and that a file was therefore refused.</summary>
    private static void SayRefused(Terminal terminal, int rejected, int withheld) => terminal.Say($"[red]{terminal.In((
        $"严格模式：{rejected} 行不合格，全部拒收（{withheld} 行合格但未接受）。",
        $"Strict: {rejected} rows are wrong, so all are refused ({withheld} good ones withheld)."))}[/]");

    private static void Account(Terminal terminal, int rows, int rejected, int accepted, int blank = 0)
    {
        BilingualText skipped = blank == 0 ? ("", "") : ($"；另有 {Figures.Number(blank)} 行空行，略过", $"; {Figures.Number(blank)} more are blank and left out");
        terminal.Say($"{terminal.In((
            $"校验 {Figures.Number(rows)} 行：接受 {Figures.Number(accepted)}，拒收 {Figures.Number(rejected)}{skipped.Chinese}",
            $"Validated {Figures.Number(rows)} rows: {Figures.Number(accepted)} accepted, {Figures.Number(rejected)} rejected{skipped.English}"))} {terminal.Tag(Origin.Computed)}");
    }

    private static void ReportRejected(Terminal terminal, string path, IReadOnlyCollection<(int Row, RowFault Fault)> faults)
    {
        if (faults.Count > 0)
        {
            terminal.Show(RejectedTable.Of(terminal, faults));
            terminal.Say($"{terminal.In(("全部差错见", "All faults are in"))} {Terminal.Plain(path)}");
        }
    }

    /// <summary>Writes a file that spreadsheets take for UTF-8, since it begins with the mark.</summary>
    private static void WriteRejected(string path, Action<TextWriter> write)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        write(file);
    }
}
