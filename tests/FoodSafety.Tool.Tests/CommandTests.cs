using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Tool.Tests;

public sealed class CommandTests : IDisposable
{
    private const string Register = "id,name,area,diners-per-meal,online-sales,employees\n1,甲,510115001,520,no,3\n2,乙,510115001,450,yes,3\n3,丙,510115105,12,,3\n4,丁,510115105,many,no,3\n";

    private readonly ToolFolder _folder = new();

    public CommandTests()
    {
        _folder.Write("p.json", Samples.Canteens);
        _folder.Write("draft.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal).Replace("500", "400", StringComparison.Ordinal));
        _folder.Write("register.csv", Register);
        _folder.Write("areas.csv", "code,name\n510115,温江区\n510115001,柳城街道\n510115105,和盛镇\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tier")]
    [InlineData("risk")]
    [InlineData("incident")]
    public void New_EachKind_IsAPolicyWithoutFault(string kind)
    {
        Assert.Equal(new Said(0, "", "written: n.json\n"), _folder.Run("new", "canteens", "--kind", kind, "--version", "2027.1", "--from", "2027-01-01", "-o", "./n.json"));
        Assert.Equal(0, _folder.Run("check", "./n.json").Code);
        Assert.Equal(0, _folder.Run("format", "--check", "./n.json").Code);
    }

    [Fact]
    public void New_WhereAFileIs_LeavesIt()
    {
        Assert.Equal(new Said(2, "", "'p.json' is there already and is not written over\n"), _folder.Run("new", "canteens", "-o", "./p.json"));
        Assert.Equal(Samples.Canteens, _folder.Read("p.json"));
    }

    [Theory]
    [InlineData("Canteens", "1", null)]
    [InlineData("canteens", "version 1", null)]
    [InlineData("canteens", "1", "2027-02-30")]
    public void New_WhatMayNotBe_IsTrouble(string id, string version, string? from)
    {
        var said = _folder.Run(["new", id, "--version", version, .. from is null ? [] : (string[])["--from", from]]);

        Assert.Equal((2, ""), (said.Code, said.Output));
        Assert.NotEqual("", said.Error);
    }

    [Fact]
    public void Format_AFile_GivesTheCanonicalOneAndKeepsTheSchema()
    {
        var canonical = TierPolicies.File.Write(TierPolicies.File.Read(Samples.Canteens));
        _folder.Write("s.json", Samples.Canteens.Replace("{\n  \"format\"", "{\n  \"$schema\": \"grading.json\",\n  \"format\"", StringComparison.Ordinal));

        Assert.Equal(new Said(1, "p.json: is laid out otherwise\n", ""), _folder.Run("format", "--check", "./p.json"));
        Assert.Equal(Samples.Canteens, _folder.Read("p.json"));
        Assert.Equal(new Said(0, "p.json: laid out anew\ns.json: laid out anew\n", ""), _folder.Run("format", "./p.json", "./s.json"));
        Assert.Equal(canonical, _folder.Read("p.json"));
        Assert.Equal($"{{\n  \"$schema\": \"grading.json\",{canonical[1..]}", _folder.Read("s.json"));
        Assert.Equal(new Said(0, "", ""), _folder.Run("format", "./p.json", "./s.json"));
    }

    [Fact]
    public void Format_AFaultyFile_ChangesNothing()
    {
        _folder.Write("bad.json", "{}");

        Assert.Equal(2, _folder.Run("format", "./p.json", "./bad.json").Code);
        Assert.Equal("{}", _folder.Read("bad.json"));
    }

    [Fact]
    public void Table_EachLanguage_IsThatOfTheLibrary()
    {
        var policy = TierPolicies.File.Read(Samples.Canteens);

        Assert.Equal(new Said(0, policy.ToMarkdown(Language.English), ""), _folder.Run("table", "./p.json"));
        Assert.Equal(new Said(0, policy.ToMarkdown(Language.Chinese), ""), _folder.RunIn("zh", "table", "./p.json", "--by", "grade"));
        Assert.Equal(new Said(0, policy.TableByType().ToMarkdown(Language.Chinese), ""), _folder.RunIn("zh", "table", "./p.json", "--by", "type"));
        Assert.Equal(2, _folder.Run("table", "./p.json", "--by", "area").Code);
    }

    [Fact]
    public void Table_EachForm_GoesByTheOptionOrTheExtension()
    {
        var page = TierPolicies.File.Read(Samples.Canteens).TableByType();

        Assert.Equal(page.ToCsv(Language.English).ReplaceLineEndings("\n"), _folder.Run("table", "./p.json", "--by", "type", "--as", "csv").Output);
        Assert.Equal(new Said(0, "", "written: t.html\n"), _folder.Run("table", "./p.json", "--by", "type", "-o", "./t.html"));
        // Text under the name of a workbook would open nowhere.
        Assert.Equal(new Said(2, "", "'t.xlsx': the tool writes files of text and no workbooks. Allowed: .csv and others\n"), _folder.Run("table", "./p.json", "--by", "type", "-o", "./t.xlsx"));
        Assert.Equal(page.ToHtml(Language.English), _folder.Read("t.html"));
        Assert.Equal(0, _folder.Run("table", "./p.json", "--by", "type", "-o", "./t.csv").Code);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(_folder.PathOf("t.csv"))[..3]);
        Assert.Equal(0, _folder.Run("table", "./p.json", "--by", "type", "-o", "./t.csv", "--as", "html").Code);
        Assert.StartsWith("<!doctype html>", _folder.Read("t.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_AnotherLimit_IsToldAsClauseAndAsGrades()
    {
        var said = _folder.Run("diff", "./p.json", "./draft.json");

        Assert.Equal(1, said.Code);
        Assert.Equal(
            """
            Tiers of canteens: 2027.1 → 2027.2
            - removed: 500 diners and more, tier B: diners per meal ≥ 500 people
            - added: 400 diners and more, tier B: diners per meal ≥ 400 people
            Grades that change (all of them: diners per meal 400 to 499 people)
            - added: 400 diners and more, tier B: diners per meal ≥ 400 people
              · not (online sales): tier D → tier B
              · online sales: tier C → tier B

            """.ReplaceLineEndings("\n"), said.Output);
    }

    [Fact]
    public void Diff_TheSame_IsYes() => Assert.Equal(
        new Said(0, "Tiers of canteens: 2027.1 → 2027.1\nBoth versions give everything the same grade\n", ""), _folder.Run("diff", "./p.json", "./p.json"));

    [Fact]
    public void Diff_ChangedClause_ShowsBothConditions()
    {
        _folder.Write("other.json", Samples.Canteens.Replace("\"atLeast\": 500", "\"atLeast\": 400", StringComparison.Ordinal).Replace("\"en\": \"online sales\"", "\"en\": \"sells online\"", StringComparison.Ordinal));

        Assert.Equal(PolicyDiff.Between(TierPolicies.File.Read(Samples.Canteens), TierPolicies.File.Read(_folder.Read("other.json"))).ToText(Language.English) + "\n", _folder.Run("diff", "./p.json", "./other.json").Output);
        Assert.Contains("- 用餐500人以上，B 级：每餐用餐人数 500 → 400 人\n", _folder.RunIn("zh", "diff", "./p.json", "./other.json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OtherKinds_AreTrouble()
    {
        _folder.Write("risk.json", RiskPolicies.File.Write(RiskPolicies.FoodSellers2016));

        Assert.Equal(
            new Said(2, "", "'p.json' is of guarantee tiers and 'risk.json' of risk grades of food sellers: they cannot be compared\n"), _folder.Run("diff", "./p.json", "./risk.json"));
    }

    [Fact]
    public void Impact_ARegister_CountsMovesAndWritesThem()
    {
        var said = _folder.Run("impact", "./p.json", "./draft.json", "--register", "./register.csv", "--areas", "./areas.csv", "-o", "./moves.csv");

        Assert.Equal(1, said.Code);
        Assert.Equal(
            """
            Of 3 businesses 1 would move: 1 stricter, 0 milder
            old \ new   tier D  tier C  tier B  tier A  not graded
            tier D           1       0       0       0           0
            tier C           0       0       1       0           0
            tier B           0       0       1       0           0
            tier A           0       0       0       0           0
            not graded       0       0       0       0           0
            area       name      moved  of which
            510115     温江区        1  tier C → tier B 1
            510115001  柳城街道      1  tier C → tier B 1

            """.ReplaceLineEndings("\n"), said.Output);
        Assert.Equal(
            """
            register.csv: 3 rows accepted, 1 rejected
            note: 'online sales' is not stated in 1 row
            register.csv:5: diners-per-meal: diners per meal 'many' is not a number in plain digits; allowed: 0 to 10,000,000, a whole number, written without thousands separators; blank where it is not stated.
            written: moves.csv

            """.ReplaceLineEndings("\n"), said.Error);
        Assert.Equal("2,乙,510115001000,柳城街道,C,B,stricter,online,,diners-400,,用餐400人以上,400 diners and more", _folder.Read("moves.csv").Split('\n')[1]);
    }

    [Fact]
    public void Impact_AnotherReasonForNoGrade_IsToldAndWritten()
    {
        _folder.Write("old.json", Samples.Canteens.Replace("\"rules\": [", "\"requireStated\": [\"diners-per-meal\", \"online-sales\"], \"rules\": [", StringComparison.Ordinal));
        _folder.Write("new.json", Samples.Canteens.Replace("2027.1", "2027.2", StringComparison.Ordinal)
            .Replace("\"rules\": [", "\"requireStated\": [\"online-sales\", \"diners-per-meal\"], \"rules\": [", StringComparison.Ordinal));
        _folder.Write("blank.csv", "id,diners-per-meal,online-sales\n1,,\n2,,no\n3,520,no\n");

        var said = _folder.Run("impact", "./old.json", "./new.json", "--register", "./blank.csv", "-o", "./moves.csv");

        Assert.Equal(0, said.Code);
        Assert.StartsWith("Of 3 businesses 0 would move: 0 stricter, 0 milder\n", said.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "1 business stays without a grade, but for another reason:\nnot stated: diners per meal → not stated: online sales  1\n", said.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "另有 1 户仍不予分级，但理由改变：\n未填报：每餐用餐人数 → 未填报：网络经营  1\n",
            _folder.RunIn("zh", "impact", "./old.json", "./new.json", "--register", "./blank.csv").Output, StringComparison.Ordinal);
        Assert.Equal(
            ["1,,,,not-graded,not-graded,other-reason,diners-per-meal-not-stated,,online-sales-not-stated,,未填报：网络经营,not stated: online sales", ""], _folder.Read("moves.csv").Split('\n')[1..]);
    }

    [Fact]
    public void Grade_AFile_GivesGradesAndRejectedRowsApart()
    {
        var said = _folder.Run("grade", "./p.json", "./register.csv", "-o", "./graded.csv");

        Assert.Equal((1, ""), (said.Code, said.Output));
        Assert.EndsWith("tier A 0, tier B 1, tier C 1, tier D 1, not graded 0\n", said.Error, StringComparison.Ordinal);
        Assert.Equal(
            """
            id,name,area,diners-per-meal,online-sales,employees,grade,clause,reason-zh,reason-en
            1,甲,510115001,520,no,3,B,diners-500,用餐500人以上,500 diners and more
            2,乙,510115001,450,yes,3,C,online,网络经营,online sales
            3,丙,510115105,12,,3,D,otherwise,其他,all others

            """.ReplaceLineEndings("\n"), _folder.Read("graded.csv"));
        Assert.StartsWith(
            "id,name,area,diners-per-meal,online-sales,employees,row,field,value,rule,reason-zh,reason-en\n4,丁,510115105,many,no,3,5,diners-per-meal,many,not-a-number,",
            _folder.Read("graded-rejected.csv"), StringComparison.Ordinal);
    }

    /// <summary>A blank cell is not a zero: below a limit is nobody who does not say how many there are.</summary>
    [Fact]
    public void Grade_BlankCells_AreNotStatedAndNotZero()
    {
        _folder.Write("required.json", Samples.Canteens.Replace("\"rules\": [", "\"requireStated\": [\"diners-per-meal\"], \"rules\": [", StringComparison.Ordinal));
        _folder.Write("few.json", Samples.Canteens.Replace("\"atLeast\": 500", "\"lessThan\": 500", StringComparison.Ordinal));
        _folder.Write("blank.csv", "id,diners-per-meal,online-sales\n1,,\n2,0,no\n");

        Assert.Equal(
            """
            id,diners-per-meal,online-sales,grade,clause,reason-zh,reason-en
            1,,,not-graded,diners-per-meal-not-stated,未填报：每餐用餐人数,not stated: diners per meal
            2,0,no,D,otherwise,其他,all others

            """.ReplaceLineEndings("\n"), _folder.Run("grade", "./required.json", "./blank.csv").Output);
        Assert.Equal(["D", "B"], _folder.Run("grade", "./few.json", "./blank.csv").Output.Split('\n')[1..3].Select(line => line.Split(',')[3]));
    }

    [Fact]
    public void Grade_OntoTheScreen_IsPlain()
    {
        var said = _folder.Run("grade", "./p.json", "./register.csv");

        Assert.StartsWith("id,name,area,diners-per-meal,online-sales,employees,grade,clause,reason-zh,reason-en\n1,甲,", said.Output, StringComparison.Ordinal);
        Assert.Contains("register.csv:5: diners-per-meal: ", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Grade_OverItsInput_IsTrouble()
    {
        Assert.Equal(2, _folder.Run("grade", "./p.json", "./register.csv", "-o", "./register.csv").Code);
        Assert.Equal(Register, _folder.Read("register.csv"));
    }

    [Fact]
    public void Explain_Facts_IsTheExplanationOfTheLibrary()
    {
        var said = _folder.Run("explain", "./p.json", "diners-per-meal=520", "网络经营=是");

        Assert.Equal(
            new Said(0, """
            tier B: 500 diners and more [the district's own (illustrative)]
              · diners per meal 520 people (≥ 500 people)
            Also holds: online sales
            Nearest milder: with diners per meal below 500 people (now 520) it is tier C

            """.ReplaceLineEndings("\n"), ""), said);
    }

    [Fact]
    public void Explain_WhatIsNotGiven_IsToldToBeUnstated()
    {
        Assert.Equal("note: not stated, and could change the grade: online-sales\n", _folder.Run("explain", "./p.json", "diners-per-meal=50").Error);
        Assert.Equal("提示：未填报且可能影响结果：网络经营\n", _folder.RunIn("zh", "explain", "./p.json", "每餐用餐人数=50", "网络经营=未填报").Error);
        Assert.Equal(
            "note: not stated, and could change the grade: diners-per-meal\n",
            _folder.Run("explain", "./p.json", "diners-per-meal=not-stated", "--id", "1", "--register", "./register.csv").Error.Split("rejected\n")[^1]);
        // With 500 diners and more it is B, whether it sells online or not.
        Assert.Equal("", _folder.Run("explain", "./p.json", "diners-per-meal=520").Error);
    }

    [Fact]
    public void Explain_Letter_IsThatOfTheLibrary()
    {
        var policy = TierPolicies.File.Read(Samples.Canteens);
        var explanation = new Grader<Tier>(policy).Explain(new FactRecord(BusinessFacts.DinersPerMeal.Of(520), BusinessFacts.OnlineSales.Of(true)));
        var letter = new GradeLetter<Tier>(explanation, "柳城小学食堂", new LocalDate(2027, 3, 1)) { Office = ("温江区食安办", "温江区食安办") };
        string[] asked = ["explain", "./p.json", "diners-per-meal=520", "网络经营=是", "--letter", "--name", "柳城小学食堂", "--on", "2027-03-01", "--office", "温江区食安办"];

        Assert.Equal(new Said(0, letter.Page.ToMarkdown(Language.Chinese), ""), _folder.RunIn("zh", asked));
        Assert.Equal(new Said(0, letter.Page.ToMarkdown(Language.English), ""), _folder.Run(asked));
        Assert.Equal(new Said(0, "", "written: letter.html\n"), _folder.Run([.. asked, "-o", "./letter.html"]));
        Assert.Equal(letter.Page.ToHtml(Language.English), _folder.Read("letter.html"));
    }

    [Theory]
    [InlineData("21", false, "Time to appeal: 21 days after the day of notification (2027-03-01); the last day is 2027-03-22.")]
    [InlineData("21", true, "Time to appeal: 21 days, beginning with the day of notification (2027-03-01); the last day is 2027-03-21.")]
    [InlineData("15w", false, "Time to appeal: 15 working days after the day of notification (2027-03-01); the last day is 2027-03-22")]
    public void Explain_LetterOfAGradeThatWasNotified_TellsTheTimeToAppeal(string within, bool fromThatDay, string told)
    {
        string[] asked = ["explain", "./p.json", "diners-per-meal=520", "online-sales=no", "--letter", "--name", "甲", "--on", "2027-03-01", "--notified", "2027-03-01", "--appeal-within", within];

        Assert.Contains(told, _folder.Run([.. asked, .. fromThatDay ? ["--from-that-day"] : (string[])[]]).Output, StringComparison.Ordinal);
        Assert.Contains("Time to appeal: 21 days after the day of notification.\n", _folder.Run([.. asked[..9], "--appeal-within", "21"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_LetterToABusinessOfARegister_HasItsName()
    {
        var said = _folder.RunIn("zh", "explain", "./p.json", "--id", "1", "--register", "./register.csv", "--letter", "--on", "2027-03-01");

        Assert.Equal(0, said.Code);
        Assert.Contains("\n甲：\n", said.Output, StringComparison.Ordinal);
        Assert.Contains("分级结果为：B 级", said.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--letter needs the day, --on", "--letter", "--name", "甲")]
    [InlineData("--letter needs the name of the business, --name", "--letter", "--on", "2027-03-01")]
    [InlineData("--on is of --letter", "--on", "2027-03-01")]
    [InlineData("'2027-02-30' is no date; write 2027-01-01", "--letter", "--name", "甲", "--on", "2027-02-30")]
    [InlineData("the policy canteens 2027.1 is not in force on 2026-12-31; it is from 2027-01-01", "--letter", "--name", "甲", "--on", "2026-12-31")]
    [InlineData("'soon' is no time; write 21 for days or 15w for working days", "--letter", "--name", "甲", "--on", "2027-03-01", "--appeal-within", "soon")]
    [InlineData("'0' is no time", "--letter", "--name", "甲", "--on", "2027-03-01", "--appeal-within", "0")]
    [InlineData("--from-that-day goes with --appeal-within", "--letter", "--name", "甲", "--on", "2027-03-01", "--from-that-day")]
    [InlineData("--notified is of --letter", "--notified", "2027-03-01")]
    [InlineData("allowed: 1 to 200 visible characters", "--letter", "--name", " ", "--on", "2027-01-01")]
    public void Explain_LetterThatCannotBe_IsTrouble(string said, params string[] args)
    {
        var found = _folder.Run(["explain", "./p.json", "diners-per-meal=1", "online-sales=no", .. args]);

        Assert.Equal((2, ""), (found.Code, found.Output));
        Assert.Contains(said, found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ARowOfARegister_WithAnotherFact_IsAWhatIf()
    {
        Assert.StartsWith("tier C: online sales", _folder.Run("explain", "./p.json", "--id", "2", "--register", "./register.csv").Output, StringComparison.Ordinal);
        Assert.StartsWith("tier B: 500 diners", _folder.Run("explain", "./p.json", "diners-per-meal=500", "--id", "2", "--register", "./register.csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diners=5", "there is no fact 'diners'; allowed: business-type, ")]
    [InlineData("employees", "'employees' has no value; write employees=VALUE\n")]
    [InlineData("employees=-1", "staff '-1' is negative; allowed: 0 to 10,000,000, ")]
    public void Explain_WrongFact_IsTrouble(string given, string said)
    {
        var found = _folder.Run("explain", "./p.json", given);

        Assert.Equal((2, ""), (found.Code, found.Output));
        Assert.StartsWith(said, found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_RejectedOrUnknownBusiness_IsTold()
    {
        Assert.Contains("register.csv:5: diners-per-meal: ", _folder.Run("explain", "./p.json", "--id", "4", "--register", "./register.csv").Error, StringComparison.Ordinal);
        Assert.Contains("there is no business '9' in 'register.csv'", _folder.Run("explain", "./p.json", "--id", "9", "--register", "./register.csv").Error, StringComparison.Ordinal);
        Assert.Equal(2, _folder.Run("explain", "./p.json", "--id", "9").Code);
    }

    [Fact]
    public void CasesAndTest_AreAGoldenTable()
    {
        Assert.Equal(new Said(0, "", "written: cases.csv\n4 cases\n"), _folder.Run("cases", "./p.json", "-o", "./cases.csv"));
        Assert.Equal(
            """
            case,shows,diners-per-meal,online-sales,grade,clause,reason-zh,reason-en
            1,before-limit-of-diners-per-meal,499,false,D,otherwise,其他,all others
            2,at-limit-of-diners-per-meal,500,false,B,diners-500,用餐500人以上,500 diners and more
            3,before-limit-of-diners-per-meal,499,true,C,online,网络经营,online sales
            4,at-limit-of-diners-per-meal,500,true,B,diners-500,用餐500人以上,500 diners and more

            """.ReplaceLineEndings("\n"), _folder.Read("cases.csv"));
        Assert.Equal(new Said(0, "4 cases, 0 came out otherwise\n", ""), _folder.Run("test", "./p.json", "./cases.csv"));
        Assert.Equal(
            new Said(1, """
            cases.csv:2: D (otherwise) was to come out, B (diners-400) did
            cases.csv:3: B (diners-500) was to come out, B (diners-400) did
            cases.csv:4: C (online) was to come out, B (diners-400) did
            cases.csv:5: B (diners-500) was to come out, B (diners-400) did
            4 cases, 4 came out otherwise

            """.ReplaceLineEndings("\n"), ""), _folder.Run("test", "./draft.json", "./cases.csv"));
    }

    [Fact]
    public void CasesAndTest_BuiltInPolicies_AgreeWithThemselves()
    {
        _folder.Write("tier.json", Samples.BuiltIn);
        _folder.Write("risk.json", RiskPolicies.File.Write(RiskPolicies.FoodSellers2016));
        foreach (var name in (string[])["tier", "risk"])
        {
            Assert.Equal(0, _folder.Run("cases", $"./{name}.json", "-o", $"./{name}.csv").Code);
            Assert.Equal(0, _folder.Run("test", $"./{name}.json", $"./{name}.csv").Code);
        }
    }

    [Fact]
    public void Test_WrongCells_AreTroubleWithTheirPlaces()
    {
        _folder.Write("cases.csv", "diners-per-meal,grade\n500,B\nmany,B\n1,E\n");

        var said = _folder.Run("test", "./p.json", "./cases.csv");

        Assert.Equal(2, said.Code);
        Assert.Contains("cases.csv:3: diners-per-meal: diners per meal 'many' is not a number", said.Error, StringComparison.Ordinal);
        Assert.Contains("cases.csv:4: grade: there is no grade 'E'; allowed: D, C, B, A, not-graded", said.Error, StringComparison.Ordinal);
        Assert.Contains("note: the table has no column for these facts, which are taken as not stated: online-sales", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_EachLanguage_ListsEveryFact()
    {
        Assert.All(FoodSellerFacts.Schema.Facts, fact => Assert.Contains(fact.Id, _folder.Run("facts", "--kind", "risk").Output, StringComparison.Ordinal));
        Assert.All(FoodSellerFacts.Schema.Facts, fact => Assert.Contains(fact.Name.Chinese, _folder.RunIn("zh", "facts", "--kind", "risk").Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_IsThatOfTheLibrary()
    {
        Assert.Equal(PolicyFileFormat.Schema, _folder.Run("schema").Output);
        Assert.Equal(PolicySchema.Write(RiskPolicies.File), _folder.Run("schema", "--kind", "risk").Output);
    }

    [Fact]
    public void Areas_TwoLists_TellsWhatChangedAndWhatIsToBeDecided()
    {
        _folder.Write("old.csv", "code,name\n510115,温江区\n510115102,永盛镇\n510115103,金马镇\n510116,双流区\n");
        _folder.Write("new.csv", "code,name\n510115,温江区\n510115005,金马街道\n510116,双流县\n");

        var said = _folder.Run("areas", "./old.csv", "./new.csv", "--within", "510115", "-o", "./s.csv");
        Assert.Equal(1, said.Code);
        Assert.Equal("gone, to be decided 1|recoded 1|unchanged 1|written: s.csv", string.Join('|', said.Error.TrimEnd().Split('\n').Order(StringComparer.Ordinal)));
        Assert.Contains("gone,510115102000,永盛镇,?", _folder.Read("s.csv"), StringComparison.Ordinal);

        _folder.Write("s.csv", _folder.Read("s.csv").Replace("永盛镇,?", "永盛镇,510115005", StringComparison.Ordinal));
        var decided = _folder.Run("areas", "./old.csv", "./new.csv", "--decided", "./s.csv", "--within", "510115");
        Assert.Equal(0, decided.Code);
        Assert.Contains("merged,510115102000,永盛镇,510115005000,金马街道", decided.Output, StringComparison.Ordinal);
        Assert.Equal((2, ""), _folder.Run("areas", "./old.csv", "./new.csv", "--within", "11") is var nowhere ? (nowhere.Code, nowhere.Output) : default);
        Assert.Equal(2, _folder.Run("areas", "./old.csv", "./new.csv", "--within", "abc").Code);
    }
}
