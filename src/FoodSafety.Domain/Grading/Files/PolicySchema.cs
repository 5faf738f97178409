using System.Text.Json.Nodes;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Grading;

/// <summary>Writes the JSON Schema of policy files (分级标准文件格式说明), by which an editor completes, explains and checks them.</summary>
/// <remarks>
/// <para>It knows the facts, the values of choices, the conditions in code and the grades that files may name, each with its Chinese name, so that an editor proposes
/// them, and marks any other. What no schema can know is checked by the reader: that keys are unique and used, that dates exist, that a number is no finer than its fact.</para>
/// <para>A file names its schema as <c>"$schema"</c>, by a path or address at which the editor finds what this wrote.</para>
/// </remarks>
public static class PolicySchema
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    // What the rules for texts admit, as near as a pattern says it.
    private const string KeyLetters = @"^[^\s\u0000-\u0020\u007f-\u00b6\u200b-\u206f\ufe00-\uffff]+$";
    private const string NameLetters = @"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]*$";

    /// <summary>Writes the schema of files of some kinds.</summary>
    /// <param name="kinds">What files may name, at least one; where there are several, a file may use the facts and grades of any of them.</param>
    /// <returns>JSON Schema, draft 2020-12; the same for the same kinds, on every system.</returns>
    /// <exception cref="ArgumentException">There is no kind, or two facts or conditions have one key and are not the same.</exception>
    public static string Write(params IEnumerable<PolicyFile> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        PolicyFile[] all = [.. kinds];
        return all.Length > 0 ? JsonLayout.Print(new Writer(all).Schema()) : throw new ArgumentException("A schema is of one kind of file at least.", nameof(kinds));
    }

    /// <summary>One form of a condition or a number: the word by which it is known, what it says, and what else stands in its object.</summary>
    /// <param name="Word">The word, which is a property.</param>
    /// <param name="About">What it says.</param>
    /// <param name="Value">What its value is.</param>
    /// <param name="Beside">Properties that have to stand beside it.</param>
    /// <param name="Optional">Properties that may.</param>
    /// <param name="Further">What else is asked of the object; where it is null, no other property may stand.</param>
    private sealed record Form(string Word, BilingualText About, JsonObject Value, (string Name, JsonObject Value)[]? Beside = null, (string Name, JsonObject Value)[]? Optional = null, JsonObject? Further = null);

    private sealed class Writer
    {
        private readonly IFact[] _facts;
        private readonly CustomCondition[] _conditions;
        private readonly PolicyFile[] _kinds;

        public Writer(PolicyFile[] kinds)
        {
            _kinds = kinds;
            _facts = [.. kinds.SelectMany(kind => kind.Facts).Distinct()];
            _conditions = [.. kinds.SelectMany(kind => kind.CustomConditions).Distinct()];
            // Refuses two that share a key.
            _ = new PolicyVocabulary(_facts, _conditions);
        }

        public JsonObject Schema() => new()
        {
            ["$schema"] = Draft,
            ["$id"] = "urn:foodsafety-domain:grading-policy:1",
            ["title"] = "分级标准文件 / Grading policy",
            ["description"] = Both(
                "分级标准（格式 1）。直接定级的规则优先；各规则中以所符合的最严一条为准，同样严的以在前的一条说明理由。",
                "A grading policy, format 1. Final rules come before all others; of the rules that hold the strictest decides; of equally strict ones the first is the explanation."),
            ["type"] = "object",
            ["properties"] = Root(),
            ["required"] = Strings("format", "id", "version", "title", "scale", "sources", "rules", "otherwise"),
            ["additionalProperties"] = false,
            ["$defs"] = Definitions(),
        };

        private JsonObject Root() => new()
        {
            ["$schema"] = About(Typed("string"), "供编辑器使用的本格式说明的位置。", "For editors: where this schema is found."),
            ["format"] = About(new JsonObject { ["const"] = PolicyFileFormat.Version }, "文件格式的版本。", "The version of the format."),
            ["id"] = About(Key(), "标准的编号，各版本相同。", "The key of the policy, the same in all its versions."),
            ["version"] = About(new JsonObject { ["type"] = "string", ["maxLength"] = TextRule.MaxKeyLength, ["pattern"] = KeyLetters }, "版本号，不含空格。", "The version, as people name it, without blanks."),
            ["title"] = Reference("text"),
            ["note"] = Note(),
            ["from"] = About(Date(), "施行首日；不写则自始有效。", "The first day in force; left out when it always was."),
            ["until"] = About(Date(), "失效首日（该日起不再有效）；没有期限则不写。", "The first day no longer in force; left out while no end is known."),
            ["scale"] = About(
                new JsonObject { ["enum"] = new JsonArray([.. _kinds.Select(kind => Strings([.. kind.Grades.Select(grade => grade.Word)])).DistinctBy(scale => scale.ToJsonString())]) },
                "等级序列，由宽到严。", "The grades from the mildest to the strictest."),
            ["units"] = About(
                new JsonObject
                {
                    ["type"] = "object", ["additionalProperties"] = false,
                    ["properties"] = new JsonObject(_facts.OfType<NumberFact>().Select(fact => KeyValuePair.Create(fact.Id, (JsonNode?)About(Reference("text"), fact.Unit)))),
                },
                "本文件所用数值的单位，须与事实一致。", "The units of numbers as this file takes them; they have to be those of the facts."),
            ["fixed"] = About(List(Facts(_ => true)), "不会随时改变的事实，说明中不建议改变。", "Facts that a business does not change from one day to the next; explanations do not propose to."),
            ["rightlyMilder"] = About(List(Facts(fact => fact is NumberFact)), "越多越宽属正常的数值。", "Numbers of which more is rightly milder."),
            ["sources"] = About(Table(Reference("source")), "依据，各条款以编号引用。", "What the clauses rest on, by keys that they name as their basis."),
            ["numbers"] = About(Table(Closed(("name", Reference("text")), ("is", Reference("number")))), "有名称的数值，如评分项；可引用在前的。", "Numbers with a name, such as the lines of a score card; each may use those above it."),
            ["notGraded"] = About(List(Clause("when")), "不予分级的情形，先于规则依次判断。", "When no grade is given, and why; asked in this order before the rules."),
            ["requireStated"] = About(
                Unique(List(Facts(_ => true), least: 1)),
                "必须填报的事实：未填报的不予分级，判断在 notGraded 之后，依据同 otherwise。",
                "Facts that must be stated: without one there is no grade. Asked after notGraded; the basis is that of otherwise."),
            ["rules"] = About(List(Rule()), "分级规则。", "The rules."),
            ["otherwise"] = About(Clause("grade"), "各规则均不符合时的等级。", "The grade where no rule holds."),
            ["adjustments"] = About(
                List(Adjustment()), "等级调整：先将各项级数相加，再按上限、下限限定；上下限冲突时以较严的下限为准。",
                "Changes of the grade that the rules gave: the steps of all that hold are added first; then ceilings and floors bound it, of which a floor, being stricter, wins."),
            ["accepted"] = About(
                List(Closed(("finding", new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = TextRule.MaxNameLength }), ("reason", Reference("text")))),
                "已认可的分析发现，以编号列出并说明理由。", "Findings of the analysis that are meant to be so, by their keys, each with a reason."),
        };

        private JsonObject Definitions()
        {
            var definitions = new JsonObject
            {
                ["text"] = About(
                    Closed(("zh", new JsonObject { ["type"] = "string", ["pattern"] = NameLetters }), ("en", new JsonObject { ["type"] = "string", ["pattern"] = NameLetters })),
                    "中文和英文；其一可为空。", "A text in Chinese and in English; either may be empty."),
                ["source"] = Source(),
                ["grade"] = About(Codes(_kinds.SelectMany(kind => kind.Grades).DistinctBy(grade => grade.Word)), "等级。", "A grade of the scale."),
                ["limit"] = About(Limit(), "数字、数值表中的编号，或由其他数值构成的数值。", "A number, the key of a number of the table, or a number made of others."),
                ["condition"] = About(
                    OneOf([Typed("boolean")], ConditionForms(), "条件须有下列属性之一", "a condition has one of these"),
                    "条件：恒为真或假；事实或数值的比较；选项；标志；是否填报；全部、任一或否定；代码中的条件。",
                    "Always or never; a fact or another number compared; a choice; a flag; whether something is stated; all, any or none of others; a condition in code."),
                ["number"] = About(
                    OneOf([Key(), Typed("number")], NumberForms(), "数值须有下列属性之一", "a number has one of these"),
                    "数值：数字、表中数值的编号、事实，或由其他数值构成；可写明未填报时以何代替。", "A number, the key of one of the table, a fact, or one made of others; with what stands in where it is not stated."),
                ["numbers"] = List(Reference("number"), least: 1),
            };
            return definitions;
        }

        /// <summary>The forms of a condition. Each word of the format has one line here.</summary>
        private List<Form> ConditionForms()
        {
            var forms = new List<Form>
            {
                new("fact", ("事实：数值的比较，或选项的取值", "a fact: a number compared, or the values of a choice"), Facts(fact => fact is not FlagFact), Further: OfFact()),
                new("number", ("数值的比较", "a number compared"), Reference("number"), Further: Comparison("number")),
                new("flag", ("标志为“是”", "a flag is set"), Facts(fact => fact is FlagFact),
                    Optional: [(PolicyWords.OrElse, About(Typed("boolean"), "未填报时按此计。", "What counts where the flag is not stated."))]),
                new("stated", ("已填报", "it is stated"), Stated()),
                new("all", ("全部符合", "all of these hold"), List(Reference("condition"))),
                new("any", ("任一符合", "any of these holds"), List(Reference("condition"))),
                new("not", ("不符合", "it does not hold"), Reference("condition")),
                new("custom", ("代码中的条件", "a condition in code"), Codes(_conditions.Select(condition => new Allowed(condition.Id, Name: condition.Name)))),
            };
            return forms;
        }

        /// <summary>The forms of a number that is no key of the table. Each word of the format has one line here.</summary>
        private List<Form> NumberForms() =>
        [
            new("fact", ("数值事实", "a fact"), Facts(fact => fact is NumberFact), Optional: [OrElse()]),
            new("number", ("数值，未填报时有代替", "a number with what stands in"), Reference("number"), [OrElse()]),
            new("sum", ("总和", "the sum"), Reference("numbers"), Optional: [OrElse()]),
            new("difference", ("差：首项减去其余各项", "the difference: the first less the others"), List(Reference("number"), least: 2), Optional: [OrElse()]),
            new("largest", ("最大值", "the largest"), Reference("numbers"), Optional: [OrElse()]),
            new("smallest", ("最小值", "the smallest"), Reference("numbers"), Optional: [OrElse()]),
            new("multiply", ("乘以常数", "times a constant"), Reference("number"), [("by", Typed("number"))], [OrElse()]),
            new("score", ("按首个符合的条件计分，均不符合计 0 分", "the points of the first line whose condition holds; 0 when none does"),
                List(Closed(("when", Reference("condition")), ("points", Typed("number"))), least: 1), Optional: [OrElse()]),
        ];

        private static (string Name, JsonObject Value) OrElse() => (PolicyWords.OrElse, About(Typed("number"), "未填报时以此代替。", "What stands in where the number is not stated."));

        /// <summary>A fact by its key, or a number; one of the table stands in an object, for a key alone would be a fact.</summary>
        private JsonObject Stated()
        {
            var named = Closed(("number", Key()));
            named.Remove("type");
            return new JsonObject
            {
                ["if"] = Typed("string"),
                ["then"] = Facts(_ => true),
                ["else"] = new JsonObject
                {
                    ["type"] = "object",
                    ["if"] = new JsonObject { ["required"] = Strings("number"), ["maxProperties"] = 1 },
                    ["then"] = named,
                    ["else"] = Reference("number"),
                },
            };
        }

        private static JsonObject Limit()
        {
            var key = Key();
            key["errorMessage"] = Both("数字不加引号；文字只能是数值表中的编号。", "A number stands without quotes; a text is the key of a number of the table.");
            return new JsonObject
            {
                ["if"] = Typed("number"),
                ["then"] = new JsonObject { ["minimum"] = -1_000_000_000_000_000m, ["maximum"] = 1_000_000_000_000_000m },
                ["else"] = new JsonObject { ["if"] = Typed("string"), ["then"] = key, ["else"] = Reference("number") },
            };
        }

        /// <summary>One of several forms of an object, or a value of another type: where none stands all are proposed, and where one stands only what belongs to it.</summary>
        private static JsonObject OneOf(JsonObject[] others, List<Form> forms, string chinese, string english)
        {
            var words = string.Join(", ", forms.Select(form => form.Word));
            var chain = new JsonObject
            {
                ["properties"] = new JsonObject(forms.Select(form => KeyValuePair.Create(form.Word, (JsonNode?)new JsonObject { ["description"] = Both(form.About) }))),
                ["not"] = new JsonObject(),
                ["errorMessage"] = Both($"{chinese}：{words}。", $"{english}: {words}."),
            };
            foreach (var form in forms.AsEnumerable().Reverse())
            {
                chain = new JsonObject { ["if"] = Required(form.Word), ["then"] = Whole(form), ["else"] = chain };
            }

            chain = new JsonObject { ["type"] = "object", ["allOf"] = new JsonArray(chain) };
            foreach (var other in others.AsEnumerable().Reverse())
            {
                chain = new JsonObject { ["if"] = Typed(other["type"]!.GetValue<string>()), ["then"] = other, ["else"] = chain };
            }

            return chain;
        }

        private static JsonObject Whole(Form form)
        {
            if (form.Further is not null)
            {
                return new JsonObject { ["properties"] = new JsonObject { [form.Word] = About(form.Value, form.About) }, ["allOf"] = new JsonArray(form.Further) };
            }

            var whole = With(Closed([(form.Word, About(form.Value, form.About)), .. form.Beside ?? []]), form.Optional ?? []);
            whole.Remove("type");
            return whole;
        }

        /// <summary>What stands beside a fact: of a choice its values, of a number a comparison. Of a fact that is not known nothing more is said.</summary>
        private JsonObject OfFact()
        {
            var chain = new JsonObject { ["if"] = Is(Codes(Known(fact => fact is NumberFact))), ["then"] = Comparison("fact", OrElse()) };
            foreach (var choice in _facts.OfType<IChoiceFact>().Reverse())
            {
                var values = Unique(List(Codes(PolicyVocabulary.Values(choice)), least: 1));
                chain = new JsonObject
                {
                    ["if"] = Is(new JsonObject { ["const"] = choice.Id }),
                    ["then"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { ["fact"] = true, ["is"] = About(values, choice.Name) },
                        ["required"] = Strings("is"),
                        ["additionalProperties"] = false,
                    },
                    ["else"] = chain,
                };
            }

            return chain;

            static JsonObject Is(JsonObject fact) => new() { ["properties"] = new JsonObject { ["fact"] = fact } };
        }

        /// <summary>Exactly one comparison beside what is compared.</summary>
        private static JsonObject Comparison(string compared, params ReadOnlySpan<(string Name, JsonObject Value)> beside)
        {
            var properties = new JsonObject { [compared] = true };
            foreach (var (name, value) in beside)
            {
                properties[name] = value;
            }

            foreach (var (word, about) in PolicyWords.Operators.Zip(OperatorTexts))
            {
                properties[word] = About(Reference("limit"), about);
            }

            return new JsonObject
            {
                ["properties"] = properties,
                ["additionalProperties"] = false,
                ["allOf"] = ExactlyOne(
                    PolicyWords.Operators, "缺少比较", "A comparison is missing", "只能有一个比较；有几个时用 all 分开写", "Only one comparison may stand; write several apart, in \"all\""),
            };
        }

        private static readonly BilingualText[] OperatorTexts =
            [("不少于（≥）", "at least"), ("超过（>）", "more than"), ("不超过（≤）", "at most"), ("不足（<）", "less than"), ("等于（=）", "equals")];

        private static JsonObject Clause(params string[] own)
        {
            var properties = new List<(string, JsonObject)> { ("id", About(Code(), "条款编号，在标准内唯一；可用执法代码，如 04L。", "The key of the clause, unique in the policy; it may be a code that an agency prints, as 04L.")) };
            foreach (var name in own)
            {
                properties.Add((name, Reference(name == "when" ? "condition" : name)));
            }

            return With(
                Closed([.. properties, ("title", Reference("text")), ("basis", About(Key(), "所依据来源的编号。", "The key of the source that it rests on."))]), ("note", Note()));
        }

        private static JsonObject Rule() => With(Clause("grade", "when"), (PolicyWords.Final, About(
            Typed("boolean"), "直接定级：优先于其他规则，且不再调整。", "Final: it decides before rules that are not, and no adjustment changes its grade.")));

        /// <summary>A clause that has exactly one effect.</summary>
        private static JsonObject Adjustment()
        {
            JsonObject[] values =
            [
                About(
                    new JsonObject { ["type"] = "integer", ["minimum"] = -64, ["maximum"] = 64, ["not"] = new JsonObject { ["const"] = 0 } },
                    "向最严方向的级数；负数为从宽。", "Steps towards the strictest grade; negative is milder."),
                About(Reference("grade"), "下限：等级不宽于此。", "A floor: the grade is not milder than this."),
                About(Reference("grade"), "上限：等级不严于此。", "A ceiling: the grade is not stricter than this."),
            ];
            var adjustment = With(Clause("when"), [.. PolicyWords.Effects.Zip(values)]);
            adjustment["allOf"] = ExactlyOne(PolicyWords.Effects, "缺少调整方式", "The effect is missing", "调整方式只能有一个", "Only one effect may stand");
            return adjustment;
        }

        /// <summary>That of several properties exactly one stands, said so that an editor tells which is missing.</summary>
        private static JsonArray ExactlyOne(string[] words, string missing, string missingInEnglish, string several, string severalInEnglish) => new(
            new JsonObject
            {
                ["if"] = new JsonObject { ["anyOf"] = Each(words.Select(word => Required(word))) },
                ["else"] = Never($"{missing}：{string.Join(", ", words)} 之一。", $"{missingInEnglish}, one of {string.Join(", ", words)}."),
            },
            new JsonObject
            {
                ["if"] = new JsonObject { ["anyOf"] = Each(words.SelectMany((one, i) => words.Skip(i + 1).Select(other => Required(one, other)))) },
                ["then"] = Never($"{several}。", $"{severalInEnglish}."),
            });

        private static JsonObject Source()
        {
            static JsonObject NotEmpty(string language) => new() { ["properties"] = new JsonObject { [language] = new JsonObject { ["minLength"] = 1 } } };

            return With(
                Closed(
                    ("title", new JsonObject { ["allOf"] = new JsonArray(Reference("text")), ["anyOf"] = new JsonArray(NotEmpty("zh"), NotEmpty("en")) }),
                    ("standing", About(Codes(SourceReader.Standings), "来源的可靠程度；后三种为示意。", "How sure the source is; the last three are illustrative."))),
                ("article", About(Typed("string"), "条款号。", "The article.")),
                ("url", new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z][A-Za-z0-9+.-]*:" }));
        }

        private static JsonObject Note() => About(new JsonObject { ["type"] = "string", ["maxLength"] = TextRule.MaxNoteLength }, "备注，不影响分级。", "A note; it decides nothing.");

        private JsonObject Facts(Func<IFact, bool> isMeant) => Codes(Known(isMeant));

        private IEnumerable<Allowed> Known(Func<IFact, bool> isMeant) => _facts.Where(isMeant).Select(fact => new Allowed(
            fact.Id, Name: fact is NumberFact { Unit.IsEmpty: false } number ? ($"{fact.Name.Chinese}（{number.Unit.Chinese}）", $"{fact.Name.English} ({number.Unit.English})") : fact.Name));

        private static JsonObject Codes(IEnumerable<Allowed> codes)
        {
            Allowed[] all = [.. codes];
            return new JsonObject { ["enum"] = Strings([.. all.Select(code => code.Word)]), ["enumDescriptions"] = Strings([.. all.Select(code => Both(code.Name))]) };
        }

        private static JsonObject Key() => new() { ["type"] = "string", ["pattern"] = $"^{JsonPart.KeyPattern}$" };

        private static JsonObject Code() => new() { ["type"] = "string", ["pattern"] = $"^{PrintedCode.Pattern}$" };

        private static JsonObject Date() => new() { ["type"] = "string", ["pattern"] = "^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$" };

        private static JsonObject Typed(string type) => new() { ["type"] = type };

        private static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

        private static JsonObject Required(params string[] names) => new() { ["required"] = Strings(names) };

        private static JsonObject Never(string chinese, string english) => new() { ["not"] = new JsonObject(), ["errorMessage"] = Both(chinese, english) };

        private static JsonObject List(JsonObject items, int least = 0)
        {
            var list = new JsonObject { ["type"] = "array", ["items"] = items };
            if (least > 0)
            {
                list["minItems"] = least;
            }

            return list;
        }

        private static JsonObject Unique(JsonObject list)
        {
            list["uniqueItems"] = true;
            return list;
        }

        private static JsonObject Table(JsonObject entry) => new()
        {
            ["type"] = "object", ["propertyNames"] = Key(), ["additionalProperties"] = entry,
        };

        /// <summary>An object that has just these properties.</summary>
        private static JsonObject Closed(params (string Name, JsonObject Value)[] properties) => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Value))),
            ["required"] = Strings([.. properties.Select(property => property.Name)]),
            ["additionalProperties"] = false,
        };

        /// <summary>The same object, which may have more properties.</summary>
        private static JsonObject With(JsonObject closed, params ReadOnlySpan<(string Name, JsonObject Value)> optional)
        {
            var properties = (JsonObject)closed["properties"]!;
            foreach (var (name, value) in optional)
            {
                properties[name] = value;
            }

            return closed;
        }

        /// <summary>A schema with what it is about. Editors take what stands beside a reference for overridden by what it leads to, so that one stands apart.</summary>
        private static JsonObject About(JsonObject schema, BilingualText text)
        {
            schema = schema.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(schema) } : schema;
            schema.Insert(0, "description", Both(text));
            return schema;
        }

        private static JsonObject About(JsonObject schema, string chinese, string english) => About(schema, (chinese, english));

        private static string Both(BilingualText text) => Both(text.Chinese, text.English);

        private static string Both(string chinese, string english) => chinese == english || english.Length == 0 ? chinese : chinese.Length == 0 ? english : $"{chinese} {english}";

        private static JsonArray Strings(params string[] texts) => [.. texts.Select(text => (JsonNode?)text)];

        private static JsonArray Each(IEnumerable<JsonObject> schemas) => [.. schemas];
    }
}
