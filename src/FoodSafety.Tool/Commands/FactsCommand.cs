using System.CommandLine;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Tool.Commands;

/// <summary><c>facts</c>: which facts the policies of a kind may read, with what may stand there.</summary>
internal static class FactsCommand
{
    public static Command Create(ToolConsole console)
    {
        var kind = Shared.Kind(console, GradeKind.All[0].Name);
        var command = new Command("facts", console.In(("列出可用的事实及取值", "list the facts that there are, and their values"))) { kind };
        command.SetAction(asked =>
        {
            var grid = new TextGrid(false, false, false, false);
            grid.Row(console.In(("代码", "key")), console.In(("名称", "name")), console.In(("单位", "unit")), console.In(("取值", "values")));
            foreach (var fact in Shared.KindOf(asked.GetValue(kind)).Schema.Facts)
            {
                grid.Row(fact.Id, console.In(fact.Name), fact is NumberFact number ? console.In(number.Unit) : "", console.In(FactCell.Of(fact).Allowed));
            }

            console.Output.Write(grid.ToString());
            return ExitCodes.Yes;
        });
        return command;
    }
}

/// <summary><c>schema</c>: the JSON Schema of policies, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolConsole console)
    {
        var kind = Shared.Kind(console, ("各种类通用", "one for all of them"));
        var output = Shared.Output(console);
        var command = new Command("schema", console.In(("打印标准文件的 JSON Schema，供编辑器补全和检查", "print the JSON Schema of policy files, by which editors complete and check them"))) { kind, output };
        command.SetAction(asked =>
        {
            var schema = asked.GetValue(kind) is { } key ? GradeKind.Of(key).FileSchema : PolicyFileFormat.Schema;
            Shared.Answer(console, asked.GetValue(output), withMark: false, target => target.Write(schema));
            return ExitCodes.Yes;
        });
        return command;
    }
}
