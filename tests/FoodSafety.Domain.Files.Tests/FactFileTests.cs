using System.Text;
using CsCheck;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;

namespace FoodSafety.Domain.Files.Tests;

public sealed class FactFileTests : IDisposable
{
    private static readonly IFact[] Facts = [BusinessFacts.Type, BusinessFacts.DinersPerMeal, BusinessFacts.AnnualRevenue];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_ARegister_GivesTheFactsAreasAndNamesOfItsBusinesses() => Businesses.Many.Sample(
        businesses =>
        {
            var path = _folder.Write("register.csv", Written.By(file => RegisterFile.Write(file, businesses)));
            var read = FactFile.Read(path, BusinessFacts.Schema, BusinessFacts.Schema.Facts, Businesses.Areas);
            Assert.Empty(read.Rejected);
            Assert.Equal(businesses.Length, read.Facts.Count);
            foreach (var (row, business) in businesses.Index())
            {
                Assert.Equal((business.Id.Value, business.Name, business.Area), (read.IdAt(row), read.NameAt(row), read.AreaAt(row)!.Value.Code));
                Assert.All(BusinessFacts.Schema.Facts, fact => Assert.Equal(business.Read(fact), read.Facts[row].Read(fact)));
                Assert.Equal(row, read.FindRow(business.Id.Value));
            }
        },
        iter: 100, threads: 1);

    [Fact]
    public void Read_EveryKindOfWrongLine_IsRejectedWithItsPlace()
    {
        var read = Read(
            """
            id,name,area,business-type,diners-per-meal,annual-revenue
            1,甲,510115001,school-canteen,500,
            2,乙,510116,学校,-1,1.234
            1,丙,510115,restaurant,1,1
            ,丁,510115,restaurant,1,1
            5,戊,510115,restaurant,1
            ,,,,,
            6,己,510115,,1,1
            7,庚,510115,restaurant,2,2
            """,
            Businesses.Areas);

        Assert.Equal(["1", "7"], Enumerable.Range(0, read.Facts.Count).Select(read.IdAt));
        Assert.Equal(1, read.BlankLines);
        Assert.Equal(
            [
                "3 area unknown-area", "3 business-type not-allowed", "3 diners-per-meal negative", "3 annual-revenue too-fine", "4 id duplicate-id",
                "5 id blank", "6  column-count", "8 business-type blank",
            ],
            read.Rejected.SelectMany(line => line.Faults.Select(fault => $"{line.Line.Number} {fault.Field} {fault.Rule}")));
        Assert.Equal("Business id '1' is the id of line 2 already; allowed: each id once.", read.Rejected[1].Faults[0].Text.English);
        Assert.Equal("Area '510116' is not in the division list; allowed: the code of an area in the division list, 2, 4, 6, 9 or 12 digits.", read.Rejected[0].Faults[0].Text.English);
    }

    [Fact]
    public void Read_SheetWithANumberThatLostDigits_RejectsItsRowAloneAndItsIdIsTaken()
    {
        var path = _folder.PathOf("register.xlsx");
        MiniExcelLibs.MiniExcel.SaveAs(
            path,
            new (string, object?)[] { ("id", "order"), ("1", 915101151234567890d), ("1", "7"), ("2", "8") }
                .Select(row => new Dictionary<string, object?> { ["a"] = row.Item1, ["b"] = row.Item1 == "id" ? "business-type" : "restaurant", ["c"] = row.Item2 }),
            printHeader: false);

        var read = FactFile.Read(path, BusinessFacts.Schema, [BusinessFacts.Type]);

        Assert.Equal("2", Assert.Single(Enumerable.Range(0, read.Facts.Count).Select(read.IdAt)));
        Assert.Equal(["2 order digits-lost", "3 id duplicate-id"], read.Rejected.SelectMany(line => line.Faults.Select(fault => $"{line.Line.Number} {fault.Field} {fault.Rule}")));
    }

    [Fact]
    public void Read_IdOfARejectedLine_IsTaken()
    {
        var read = Read("id,business-type,diners-per-meal,annual-revenue\n1,nothing,1,1\n1,restaurant,1,1\n");

        Assert.Equal(["not-allowed", "duplicate-id"], read.Rejected.SelectMany(line => line.Faults).Select(fault => fault.Rule));
    }

    [Fact]
    public void Read_BlankCells_AreCountedByFact()
    {
        var read = Read("id,business-type,diners-per-meal,annual-revenue\n1,restaurant,,\n2,restaurant,5, \n3,nothing,,\n");

        Assert.Equal([(BusinessFacts.DinersPerMeal, 1), (BusinessFacts.AnnualRevenue, 2)], read.NotStated.Select(fact => ((NumberFact)fact.Fact, fact.Rows)));
    }

    [Fact]
    public void Read_ChineseHeadingInGb18030_IsUnderstood()
    {
        var path = _folder.Write("facts.csv", "主体编号,主体名称,主体业态,每餐用餐人数,年营业收入,备注\n一号,柳城小学食堂,学校食堂,520,,好\n", CodePagesEncodingProvider.Instance.GetEncoding("GB18030"));

        var read = FactFile.Read(path, BusinessFacts.Schema, Facts);

        Assert.Equal(("一号", "柳城小学食堂", 520m), (read.IdAt(0), read.NameAt(0), BusinessFacts.DinersPerMeal.In(read.Facts[0])));
        Assert.Equal(BusinessType.SchoolCanteen, BusinessFacts.Type.In(read.Facts[0]));
    }

    [Fact]
    public void Read_FaultUnderAChineseHeading_NamesTheColumnOfTheFile() => Assert.Equal(
        "每餐用餐人数", Read("id,business-type,每餐用餐人数,annual-revenue\n1,restaurant,x,1\n").Rejected[0].Faults[0].Field);

    [Fact]
    public void Read_MissingColumns_AreAllTold()
    {
        var e = Assert.Throws<CsvFileException>(() => Read("id,business-type,diners\n"));

        Assert.Equal(
            """
            facts.csv:1: diners-per-meal: the column is missing (it may be called diners-per-meal or 'diners per meal'); the file has: id, business-type, diners.
            facts.csv:1: annual-revenue: the column is missing (it may be called annual-revenue or 'annual revenue'); the file has: id, business-type, diners.
            """.ReplaceLineEndings("\n"),
            _folder.Without(e.Text.English));
    }

    [Fact]
    public void Read_OneFactUnderTwoHeadings_IsRefused()
    {
        var e = Assert.Throws<CsvFileException>(() => Read("id,business-type,diners-per-meal,每餐用餐人数,annual-revenue\n"));

        Assert.Equal("facts.csv:1: 每餐用餐人数: the column 'diners-per-meal' says the same", _folder.Without(e.Text.English));
    }

    [Fact]
    public void Read_Cancelled_Ends()
    {
        var lines = string.Concat(Enumerable.Range(0, 70_000).Select(i => $"{i},restaurant,1,1\n"));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => FactFile.Read(
            _folder.Write("facts.csv", $"id,business-type,diners-per-meal,annual-revenue\n{lines}"), BusinessFacts.Schema, Facts, null, new FactFileOptions { Cancellation = cancelled.Token }));
    }

    [Fact]
    public void GradedFile_EachLine_HasTheGradeOfItsBusinessBehindWhatWasGiven()
    {
        var policy = TierPolicies.SizeAndDiners2022;
        var grader = new Grader<Tier>(policy);
        Businesses.Many.Sample(
            businesses =>
            {
                var register = Written.By(file => RegisterFile.Write(file, businesses));
                var read = FactFile.Read(_folder.Write("register.csv", register), BusinessFacts.Schema, policy.Facts);
                var graded = Written.By(file => GradedFile.Write(file, read, grader.Grade(read.Facts), policy)).Split('\n');
                var given = register.Split('\n');
                Assert.Equal($"{given[0]},grade,clause,reason-zh,reason-en", graded[0]);
                foreach (var (row, business) in businesses.Index())
                {
                    var decision = grader.Grade(business);
                    var clause = policy.ClauseOf(decision);
                    Assert.StartsWith($"{given[row + 1]},{decision.FindGrade()?.ToString() ?? "not-graded"},{clause.Id},", graded[row + 1], StringComparison.Ordinal);
                }
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public void GradedFile_RejectedAndBlankLines_AreLeftOut()
    {
        var policy = TierPolicies.SizeAndDiners2022;
        var heading = $"id,{string.Join(',', policy.Facts.Select(fact => fact.Id))}";
        var row = string.Join(',', policy.Facts.Select(fact => fact is IChoiceFact choice ? choice.CodeOf(choice.Values[1]) : "1"));
        var read = FactFile.Read(_folder.Write("facts.csv", $"{heading}\n1,{row}\n\n1,{row}\n{new string(',', policy.Facts.Length)}\n2,{row}"), BusinessFacts.Schema, policy.Facts);

        var graded = Written.By(file => GradedFile.Write(file, read, new Grader<Tier>(policy).Grade(read.Facts), policy));

        Assert.Equal(["id", "1", "2", ""], graded.Split('\n').Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void GradedFile_ColumnOfTheSameName_IsRefused()
    {
        var read = Read("id,business-type,diners-per-meal,annual-revenue,grade\n");

        var e = Assert.Throws<CsvFileException>(() => GradedFile.CheckFree(read));

        Assert.Equal("facts.csv:1: grade: the grades are written under this name, which the file has already; rename or remove the column", _folder.Without(e.Text.English));
    }

    [Fact]
    public void MovesFile_Moves_AreWrittenWithReasonAndDirection()
    {
        var read = Read("id,name,area,business-type,diners-per-meal,annual-revenue\n1,甲,510115001,school-canteen,450,\n2,乙,510115105,school-canteen,90,\n", Businesses.Areas);
        var policy = TierPolicies.SizeAndDiners2022;
        var draft = policy.Draft("2").BasedOn(policy.Otherwise.Basis).Without("school-500")
            .Rule("school-400", Tier.B, BusinessFacts.Type.Is(BusinessType.SchoolCanteen) & BusinessFacts.DinersPerMeal >= 400, ("学校食堂400人以上", "schools, 400 and more")).Build();
        var book = new GradeBook<Tier>(read.Facts, Tiers.Scale);
        book.Regrade(new Grader<Tier>(policy), policy.From);

        var moves = Written.By(file => MovesFile.Write(file, book.Preview(new Grader<Tier>(draft)), row => new MovedBusiness(read.IdAt(row), read.NameAt(row), read.AreaAt(row))));

        Assert.Equal(
            "id,name,area,area-name,from,to,direction,clause-before,adjustments-before,clause,adjustments,reason-zh,reason-en\n1,甲,510115001000,柳城街道,C,B,stricter,canteen-100,,school-400,,学校食堂400人以上,\"schools, 400 and more\"\n", moves);
    }

    [Fact]
    public void MovesFile_GradesThatAdjustmentsMoved_AreWrittenWithTheAdjustments()
    {
        var read = Read("id,name,business-type,diners-per-meal,annual-revenue\n1,甲,school-canteen,450,\n2,乙,school-canteen,20,\n");
        var basis = TierPolicies.SizeAndDiners2022.Otherwise.Basis;
        var policy = GradingPolicy.Define("schools", "1", ("学校", "schools"), Tiers.Scale).BasedOn(basis).Otherwise(Tier.C, ("其他", "others"))
            .Adjust("large", 1, BusinessFacts.DinersPerMeal >= 400, ("人多", "many diners")).Build();
        var draft = policy.Draft("2").Without("large").Adjust("small", -1, BusinessFacts.DinersPerMeal < 50, ("人少", "few diners"), basis).Build();
        var book = new GradeBook<Tier>(read.Facts, Tiers.Scale);
        book.Regrade(new Grader<Tier>(policy), policy.From);

        var moves = Written.By(file => MovesFile.Write(file, book.Preview(new Grader<Tier>(draft)), row => new MovedBusiness(read.IdAt(row), "", null) { FactsBefore = read.Facts[row], Facts = read.Facts[row] }));

        Assert.Equal(
            ["1,,,,B,C,milder,otherwise,large,otherwise,,其他,others", "2,,,,C,D,milder,otherwise,,otherwise,small,其他,others", ""], moves.Split('\n')[1..]);
    }

    private FactFile Read(string text, AreaTree? areas = null) => FactFile.Read(_folder.Write("facts.csv", text), BusinessFacts.Schema, Facts, areas);
}
