using System.CommandLine;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>explain</c>: why a business has its grade, and what would change it.</summary>
internal sealed class ExplainCommand(ToolConsole console, PolicyText text, string[] given, string? id, string? register, string? encoding) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var given = new Argument<string[]>("FACT=VALUE")
        {
            Description = console.In(("事实，如 diners-per-meal=520 或 每餐用餐人数=520", "facts, as diners-per-meal=520")),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var id = new Option<string?>("--id") { Description = console.In(("名录中的主体编号", "the key of a business of the register")), HelpName = "ID" };
        var register = new Option<string?>("--register") { Description = console.In(("主体名录（CSV）", "the register (CSV)")), HelpName = "FILE" };
        var encoding = Shared.Encoding(console);
        var command = new Command("explain", console.In((
            "说明等级的理由：符合的条款、依据和最近的变化", "say why: the rules that hold, what they rest on, and the nearest change of the grade"))) { policy, given, id, register, encoding };
        command.Validators.Add(result =>
        {
            if (result.GetValue(id) is null != result.GetValue(register) is null)
            {
                result.AddError(console.In(("--id 与 --register 须同时给出", "--id and --register go together")));
            }
        });
        command.SetAction(asked =>
        {
            var text = PolicyText.Load(asked.GetValue(policy)!);
            return text.Kind.Run(new ExplainCommand(
                console, text, asked.GetValue(given)!, asked.GetValue(id), asked.GetValue(register), asked.GetValue(encoding)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var policy = text.Read(kind.File);
        var stated = given.Select(pair => FactWords.Read(kind.Schema, pair)).ToList();
        // What is given beside a business of a register is a "what if".
        var facts = new GivenFacts(FindRow(kind.Schema, policy.Facts), stated);
        var missing = register is null ? policy.Facts.Where(fact => stated.TrueForAll(value => value.Fact != fact)).ToList() : [];
        if (missing.Count > 0)
        {
            console.Note((
                $"提示：未给出，按未填写计：{string.Join("、", missing.Select(fact => fact.Name.Chinese))}",
                $"note: not given, taken as not stated: {string.Join(", ", missing.Select(fact => fact.Id))}"));
        }

        console.Output.Write(new Grader<TGrade>(policy).Explain(facts).ToText(console.Language));
        console.Output.Write('\n');
        return ExitCodes.Yes;
    }

    private FactRow? FindRow(FactSchema schema, IEnumerable<IFact> facts)
    {
        if (register is null)
        {
            return null;
        }

        var file = Shared.ReadFacts(console, register, schema, facts, null, encoding);
        if (file.FindRow(id!) is { } row)
        {
            return file.Facts[row];
        }

        if (file.Rejected.FirstOrDefault(line => line.Line[file.IdColumn] == id) is { } rejected)
        {
            throw new ToolException(rejected.Faults.Select(fault => new CsvFault(rejected.Line.Number, fault.Field, fault.Text).Under(register)));
        }

        throw new ToolException(($"“{register}”中没有主体“{id}”", $"there is no business '{id}' in '{register}'"));
    }
}

/// <summary>A fact and its value as somebody wrote them.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Stored">The value as it is stored.</param>
internal readonly record struct GivenFact(IFact Fact, long Stored);

/// <summary>Facts by hand, and behind them those of a register.</summary>
internal sealed class GivenFacts(IFactSource? row, IReadOnlyList<GivenFact> given) : IFactSource
{
    public long Read(IFact fact)
    {
        foreach (var value in given.Reverse())
        {
            if (value.Fact.Equals(fact))
            {
                return value.Stored;
            }
        }

        return row?.Read(fact) ?? fact.Unstated;
    }
}

/// <summary>Reads facts as people write them on a command line.</summary>
internal static class FactWords
{
    /// <summary>The fact and value of <c>fact=value</c>.</summary>
    /// <exception cref="ToolException">There is no such fact, or it has no such value.</exception>
    public static GivenFact Read(FactSchema schema, string pair)
    {
        var at = pair.IndexOfAny(['=', '＝']);
        var name = at < 0 ? pair : pair[..at].Trim();
        if (schema.Facts.FirstOrDefault(fact => fact.Id == name || fact.Name.Chinese == name || fact.Name.English == name) is not { } found)
        {
            throw new ToolException((
                $"没有事实“{name}”；可用：{string.Join("、", schema.Facts.Select(fact => $"{fact.Name.Chinese}（{fact.Id}）"))}",
                $"there is no fact '{name}'; allowed: {string.Join(", ", schema.Facts.Select(fact => fact.Id))}"));
        }

        if (at < 0)
        {
            throw new ToolException(($"“{name}”没有值；写作 {found.Id}=值", $"'{name}' has no value; write {found.Id}=VALUE"));
        }

        var cell = FactCell.Of(found);
        var value = pair[(at + 1)..].Trim();
        return cell.TryRead(value, out var stored) ? new GivenFact(found, stored) : throw new ToolException(cell.FindFault(value)!.Text);
    }
}
