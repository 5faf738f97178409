using System.CommandLine;
using System.Globalization;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Files;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;

namespace FoodSafety.Tool.Commands;

/// <summary><c>explain</c>: why a business has its grade and what would change it, for officers; or as a letter to its owner.</summary>
internal sealed class ExplainCommand(ToolConsole console, PolicyText text, string[] given, string? id, string? register, string? encoding, LetterRequest? letter) : IGradeWork
{
    public static Command Create(ToolConsole console)
    {
        var policy = Shared.Policy(console);
        var given = new Argument<string[]>(console.In(("事实=值", "FACT=VALUE")))
        {
            Description = console.In(("事实，如 diners-per-meal=520 或 每餐用餐人数=520", "facts, as diners-per-meal=520")),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var id = new Option<string?>("--id") { Description = console.In(("名录中的主体编号", "the key of a business of the register")), HelpName = console.In(("编号", "ID")) };
        var register = new Option<string?>("--register") { Description = console.In(("主体名录（CSV）", "the register (CSV)")), HelpName = console.In(("文件", "FILE")) };
        var encoding = Shared.Encoding(console);
        var letter = new LetterOptions(console);
        var command = new Command("explain", console.In((
            "说明等级的理由：符合的条款、依据和最近的变化；或写成给经营者的告知书",
            "say why: the rules that hold, what they rest on, and the nearest change of the grade; or as a letter to the owner"))) { policy, given, id, register, encoding };
        letter.AddTo(command, id);
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
                console, text, asked.GetValue(given)!, asked.GetValue(id), asked.GetValue(register), asked.GetValue(encoding), letter.RequestOf(asked)));
        });
        return command;
    }

    public int Run<TGrade>(GradeKind<TGrade> kind) where TGrade : struct, Enum
    {
        var policy = text.Read(kind.File);
        var stated = given.Select(pair => FactWords.Read(kind.Schema, pair)).ToList();
        var (row, name) = FindRow(kind.Schema, policy.Facts);
        // What is given beside a business of a register is a "what if".
        var facts = new GivenFacts(row, stated);
        var explanation = new Grader<TGrade>(policy).Explain(facts);
        if (!explanation.ToState.IsEmpty)
        {
            console.Note((
                $"提示：未填报且可能影响结果：{string.Join("、", explanation.ToState.Select(fact => fact.Name.Chinese))}",
                $"note: not stated, and could change the grade: {string.Join(", ", explanation.ToState.Select(fact => fact.Id))}"));
        }

        if (letter is not null)
        {
            letter.Write(explanation, name);
            return ExitCodes.Yes;
        }

        console.Output.Write($"{explanation.ToText(console.Language)}\n");
        return ExitCodes.Yes;
    }

    /// <summary>The business of the register that was asked for, and its name, which is its key where the file names nobody.</summary>
    private (FactRow? Row, string? Name) FindRow(FactSchema schema, IEnumerable<IFact> facts)
    {
        if (register is null)
        {
            return (null, null);
        }

        var file = Shared.ReadFacts(console, register, schema, facts, null, encoding);
        if (file.FindRow(id!) is { } row)
        {
            return (file.Facts[row], file.NameAt(row) is { Length: > 0 } name ? name : id);
        }

        if (file.Rejected.FirstOrDefault(line => line.Line[file.IdColumn] == id) is { } rejected)
        {
            throw new ToolException(rejected.Faults.Select(fault => new CsvFault(rejected.Line.Number, fault.Field, fault.Text).Under(register)));
        }

        throw new ToolException(($"“{register}”中没有主体“{id}”", $"there is no business '{id}' in '{register}'"));
    }
}

/// <summary>The options of a letter to the owner.</summary>
internal sealed class LetterOptions
{
    private readonly ToolConsole _console;
    private readonly Option<bool> _letter;
    private readonly Option<string?> _name;
    private readonly Option<string?> _on;
    private readonly Option<string?> _office;
    private readonly Option<string?> _notified;
    private readonly Option<string?> _within;
    private readonly Option<bool> _fromThatDay;
    private readonly PrintedOptions _printing;

    public LetterOptions(ToolConsole console)
    {
        _console = console;
        _letter = new Option<bool>("--letter") { Description = console.In(("写成给经营者的告知书", "as a letter to the owner")) };
        _name = new Option<string?>("--name")
        {
            Description = console.In(("告知书：主体名称；默认为名录中的名称", "of the letter: the name of the business; that of the register unless given")),
            HelpName = console.In(("名称", "NAME")),
        };
        _on = Shared.Date(console, "--on", ("告知书：日期，如 2027-03-01", "of the letter: the day, as 2027-03-01"));
        _office = new Option<string?>("--office") { Description = console.In(("告知书：发文机关", "of the letter: who sends it")), HelpName = console.In(("名称", "NAME")) };
        _notified = Shared.Date(console, "--notified", ("告知书：告知日，申诉期限由此起算", "of the letter: the day of notification, from which the time to appeal counts"));
        _within = new Option<string?>("--appeal-within")
        {
            Description = console.In((
                "告知书：申诉期限，21 为 21 日，15w 为 15 个工作日", "of the letter: the time to appeal, 21 for 21 days, 15w for 15 working days")),
            HelpName = console.In(("期限", "TIME")),
        };
        _within.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && LimitOf(given) is null)
            {
                result.AddError(console.In(($"“{given}”不是期限；写作 21（日）或 15w（工作日）", $"'{given}' is no time; write 21 for days or 15w for working days")));
            }
        });
        _fromThatDay = new Option<bool>("--from-that-day")
        {
            Description = console.In(("告知书：申诉期限自告知当日起算；默认自次日", "of the letter: the time to appeal begins with the day of notification; the day after unless given")),
        };
        _printing = new PrintedOptions(console);
    }

    private static TimeLimit? LimitOf(string text)
    {
        var (digits, isWorked) = text.EndsWith('w') ? (text[..^1], true) : (text, false);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount is >= 1 and <= 3_650
            ? isWorked ? TimeLimit.WorkingDays(amount) : TimeLimit.Days(amount)
            : null;
    }

    public void AddTo(Command command, Option<string?> id)
    {
        foreach (var option in (Option[])[_letter, _name, _on, _office, _notified, _within, _fromThatDay, _printing.Output, _printing.Format])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(_fromThatDay) && result.GetValue(_within) is null)
            {
                result.AddError(_console.In(("--from-that-day 须与 --appeal-within 同时给出", "--from-that-day goes with --appeal-within")));
            }

            if (!result.GetValue(_letter))
            {
                foreach (var option in (Option<string?>[])[_name, _on, _office, _notified, _within, _printing.Output, _printing.Format])
                {
                    if (result.GetValue(option) is not null)
                    {
                        result.AddError(_console.In(($"{option.Name} 只用于 --letter", $"{option.Name} is of --letter")));
                    }
                }
            }
            else if (result.GetValue(_on) is null)
            {
                result.AddError(_console.In(("--letter 须以 --on 给出日期", "--letter needs the day, --on")));
            }
            else if (result.GetValue(_name) is null && result.GetValue(id) is null)
            {
                result.AddError(_console.In(("--letter 须以 --name 给出主体名称", "--letter needs the name of the business, --name")));
            }
        });
    }

    public LetterRequest? RequestOf(ParseResult asked) => asked.GetValue(_letter)
        ? new LetterRequest(asked.GetValue(_name), asked.GetValue(_office), Shared.DayOf(asked.GetValue(_on))!.Value, _printing.AnswerOf(asked))
        {
            NotifiedOn = Shared.DayOf(asked.GetValue(_notified)),
            AppealWithin = asked.GetValue(_within) is { } within ? LimitOf(within)! with { IncludesFirstDay = asked.GetValue(_fromThatDay) } : null,
        }
        : null;
}

/// <summary>A letter to the owner, as it was asked for.</summary>
/// <param name="Name">What the business is called; null for its name in the register.</param>
/// <param name="Office">Who sends it; null for nobody named.</param>
/// <param name="On">The day.</param>
/// <param name="Answer">Where it goes.</param>
internal sealed record LetterRequest(string? Name, string? Office, LocalDate On, PrintedAnswer Answer)
{
    /// <summary>The day of notification; null where it is not told.</summary>
    public LocalDate? NotifiedOn { get; init; }

    /// <summary>The time to appeal; null where it is not told.</summary>
    public TimeLimit? AppealWithin { get; init; }

    /// <exception cref="ToolException">A name is none, or the policy is not in force on the day.</exception>
    public void Write<TGrade>(Explanation<TGrade> explanation, string? nameInRegister) where TGrade : struct, Enum
    {
        var policy = explanation.Policy;
        if (!policy.IsInForce(On))
        {
            var days = PolicyDays.Of(policy);
            throw new ToolException((
                $"标准 {policy} 在 {On:uuuu-MM-dd} 不施行；施行期：{days.Chinese}", $"the policy {policy} is not in force on {On:uuuu-MM-dd}; it is {days.English}"));
        }

        var office = Office is null ? null : Checked(Office);
        Answer.Write(new GradeLetter<TGrade>(explanation, Checked(Name ?? nameInRegister!), On)
        {
            Office = office is null ? default(BilingualText) : (office, office), NotifiedOn = NotifiedOn, AppealWithin = AppealWithin, AppealBy = LastDay(),
        }.Page);
    }

    private Deadline? LastDay()
    {
        try
        {
            return NotifiedOn is { } day ? AppealWithin?.After(day, WorkingCalendar.China) : null;
        }
        catch (CalendarYearUnknownException e)
        {
            throw new ToolException(e.Text);
        }
    }

    private static string Checked(string name) => TextRule.Name.FindFault(name) is { } fault ? throw new ToolException(fault.Text) : name;
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
        return Shared.IsNotStated(value) ? new GivenFact(found, found.Unstated)
            : cell.TryRead(value, out var stored) ? new GivenFact(found, stored)
            : throw new ToolException(cell.FindFault(value)!.Text);
    }
}
