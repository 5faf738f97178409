using System.CommandLine;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Tool.Commands;

/// <summary><c>new</c>: a policy to begin with, which is right and grades little.</summary>
internal sealed class NewCommand(ToolConsole console, string id, string version, LocalDate? from, string? output) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var id = new Argument<string>(console.In(("编号", "ID"))) { Description = console.In(("标准编号：小写字母、数字、点和连字符", "the key of the policy: lower-case letters, digits, dots and hyphens")) };
        var version = new Option<string>("--version") { Description = console.In(("版本号", "the name of the version")), DefaultValueFactory = _ => "1", HelpName = console.In(("版本", "VERSION")) };
        var from = Shared.Date(console, "--from", ("生效日，如 2027-01-01；不写则始终有效", "the first day in force, as 2027-01-01; always unless given"));
        var kind = Shared.Kind(console, GradeKind.All[0].Name);
        var output = Shared.Output(console);
        var command = new Command("new", console.In(("写出一份可用的标准，供修改", "write a policy to begin with"))) { id, version, from, kind, output };
        command.SetAction(asked => Shared.KindOf(asked.GetValue(kind)).Run(new NewCommand(
            console, asked.GetValue(id)!, asked.GetValue(version)!, Shared.DayOf(asked.GetValue(from)), asked.GetValue(output))));
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        if (output is not null && Path.Exists(output))
        {
            throw new ToolException(($"“{output}”已存在，不覆盖", $"'{output}' is there already and is not written over"));
        }

        var json = Write(kind);
        Shared.Answer(console, output, withMark: false, target => target.Write(json));
        return ExitCodes.Yes;
    }

    private string Write<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        try
        {
            var scale = kind.File.Scale;
            var builder = GradingPolicy.Define(id, version, ("（标准名称）", "(title of the policy)"), scale)
                .BasedOn(new Citation(("（文件名称、文号）", "(title and number of the document)"), SourceStanding.Unconfirmed));
            builder = from is { } day ? builder.InForce(day) : builder;
            // One rule by the first number that the kind has, so that every part of a file is seen once.
            var number = kind.Schema.Facts.OfType<NumberFact>().First(fact => !fact.IsFixed);
            var stricter = scale.MildestFirst[Math.Min(1, scale.Count - 1)];
            if (kind.Schema.Contains(BusinessFacts.Status))
            {
                builder = builder.NotGraded("out-of-business", BusinessFacts.Status.Is(OperatingStatus.Closed), ("已注销、关闭", "closed"));
            }

            return kind.File.Write(builder
                .Rule($"{number.Id}-100", stricter, number >= 100, ($"{number.Name.Chinese}达到100", $"{number.Name.English} of 100 and more"))
                .Otherwise(scale.MildestFirst[0], ("其他", "all others"))
                .Build());
        }
        catch (GradingPolicyException e)
        {
            throw new ToolException(e.Text);
        }
        catch (ArgumentException)
        {
            throw new ToolException((
                $"“{id}”或“{version}”不可用：编号为小写字母开头的小写字母、数字、点和连字符，版本为不含空格的文字，各不超过 64 个字符",
                $"'{id}' or '{version}' may not be: a key is a lower-case letter, then lower-case letters, digits, dots and hyphens; a version is text without blanks; 64 at most each"));
        }
    }
}
