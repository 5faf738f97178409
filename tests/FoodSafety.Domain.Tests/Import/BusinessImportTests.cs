using FluentValidation;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Tests.Import;

public class BusinessImportTests
{
    private const string TypesInChinese =
        "普通食品生产企业、特殊食品生产企业、食品添加剂生产企业、食品小作坊、食品批发企业、食品零售店、商场超市、特殊食品销售者、集中交易市场开办者、"
        + "网络食品交易第三方平台提供者、餐馆、小餐饮、食品摊贩、中央厨房、集体用餐配送单位、学校食堂、幼儿园食堂、养老机构食堂、医院食堂、建筑工地食堂、机关企事业单位食堂";

    private const string TypeCodes =
        "food-manufacturer, special-food-manufacturer, food-additive-manufacturer, small-workshop, wholesaler, retailer, supermarket, "
        + "special-food-seller, market-organiser, online-platform, restaurant, small-caterer, food-stall, central-kitchen, "
        + "collective-meal-delivery, school-canteen, kindergarten-canteen, elderly-care-canteen, hospital-canteen, "
        + "construction-site-canteen, work-unit-canteen";

    // One row wrong in each possible way: the column, its text, the rule, and the whole message in both languages.
    private static readonly (string Column, string? Value, string Rule, string Chinese, string English)[] Wrong =
    [
        ("name", null, "missing",
            "主体名称缺失：该行没有此列；允许：1 至 200 个可见字符，一行，首尾无空格，中间可有半角空格。",
            "Name is missing: the row has no such column; allowed: 1 to 200 visible characters in one line, with ordinary blanks (U+0020) between them and none around."),
        ("name", "  ", "blank",
            "主体名称未填报；允许：1 至 200 个可见字符，一行，首尾无空格，中间可有半角空格。",
            "Name is left blank; allowed: 1 to 200 visible characters in one line, with ordinary blanks (U+0020) between them and none around."),
        ("name", "川味\uFFFD馆", "broken-encoding",
            "主体名称“川味‹U+FFFD›馆”第 3 个字符是 U+FFFD；允许：UTF-8 编码的文字，不含控制字符。",
            "Name '川味‹U+FFFD›馆' has U+FFFD as character 3; allowed: text in UTF-8 without control characters."),
        ("employees", "1\n2", "broken-encoding",
            "从业人员“1‹U+000A›2”第 2 个字符是 U+000A；允许：UTF-8 编码的文字，不含控制字符。",
            "Staff '1‹U+000A›2' has U+000A as character 2; allowed: text in UTF-8 without control characters."),
        ("id", "WJ 7", "not-an-id",
            "主体编号“WJ 7”的第 3 个字符是 U+0020（此处不可用的空格）；允许：1 至 64 个字符，可用半角的字母、数字和符号，汉字及间隔号“·”，不含空格，不重复。",
            "Business id 'WJ 7' has U+0020 as character 3, a blank that may not stand here; allowed: 1 to 64 characters without blanks: visible ASCII, Chinese characters and the middle dot, each id once."),
        ("id", "WJ-OLD", "registered-id",
            "主体编号“WJ-OLD”名录中已有；允许：1 至 64 个字符，可用半角的字母、数字和符号，汉字及间隔号“·”，不含空格，不重复。",
            "Business id 'WJ-OLD' is in the register already; allowed: 1 to 64 characters without blanks: visible ASCII, Chinese characters and the middle dot, each id once."),
        ("id", "WJ-1", "duplicate-id",
            "主体编号“WJ-1”与第 1 行重复；允许：1 至 64 个字符，可用半角的字母、数字和符号，汉字及间隔号“·”，不含空格，不重复。",
            "Business id 'WJ-1' is the id of row 1 already; allowed: 1 to 64 characters without blanks: visible ASCII, Chinese characters and the middle dot, each id once."),
        ("area", "51011", "not-an-area-code",
            "区划代码“51011”有 5 个字符；应为 2、4、6、9 或 12 位数字。",
            "Area code '51011' has 5 characters; allowed: 2, 4, 6, 9 or 12 digits."),
        ("area", "510116", "unknown-area",
            "所在区划“510116”不在区划名录中；允许：区划名录中的代码，2、4、6、9 或 12 位数字。",
            "Area '510116' is not in the division list; allowed: the code of an area in the division list, 2, 4, 6, 9 or 12 digits."),
        ("business-type", "Restaurant", "not-allowed",
            $"主体业态“Restaurant”不在可选值内；允许：业态名称（{TypesInChinese}）或其代码，如 school-canteen。",
            $"Business type 'Restaurant' is not one of the allowed values; allowed: a type code ({TypeCodes}) or its Chinese name, as 学校食堂."),
        ("operating-status", "open", "not-allowed",
            "经营状态“open”不在可选值内；允许：在业、停业、注销、吊销、迁出，或其代码，如 suspended；空白为在业。",
            "Operating status 'open' is not one of the allowed values; "
            + "allowed: operating, suspended, closed, licence-revoked, moved-out, or the Chinese name, as 停业; blank is operating."),
        ("special-food", "maybe", "not-allowed",
            "经营特殊食品“maybe”不在可选值内；允许：是、否，或 yes、no、true、false、1、0；空白为未填报。",
            "Special food 'maybe' is not one of the allowed values; allowed: yes, no, true, false, 1, 0, 是 or 否; blank where it is not stated."),
        ("credit-code", "91350100M000100Y4", "length",
            "统一社会信用代码有 17 位，应为 18 位。",
            "Unified social credit code: 17 characters were found; it has 18."),
        ("credit-code", "9135010OM000100Y43", "character",
            "统一社会信用代码第 8 位为“O”，只允许 0-9。",
            "Unified social credit code: character 8 is 'O'; allowed: 0-9."),
        ("credit-code", "91350100M000100Y44", "check-character",
            "统一社会信用代码第 18 位校验码为“4”，按其余各位计算应为“3”。",
            "Unified social credit code: check character 18 is '4'; the others make it '3'."),
        ("licence", "YB25101040047197", "prefix",
            "食品许可证编号以“YB”开头，应以 SC, JY 之一开头。",
            "Food licence number: it begins with 'YB'; allowed: SC, JY."),
        ("licence", "JY25101040047198", "check-character",
            "食品许可证编号第 16 位校验码为“8”，按其余各位计算应为“7”。",
            "Food licence number: check character 16 is '8'; the others make it '7'."),
        ("licence", "SC10744030704994", "licence-kind",
            "食品许可证编号“SC10744030704994”属于“食品生产”，主体业态“餐馆”属于“餐饮服务”；"
            + "允许：SC 或 JY 加 14 位数字，末位为校验码，许可类别与主体业态一致；空白为无。",
            "Food licence number 'SC10744030704994' is of the sector 'Food production', the business type 'Restaurant' of 'Catering service'; "
            + "allowed: SC or JY and 14 digits, the last a check digit, of the sector of the business type; blank is none."),
        ("diners-per-meal", "about 80", "not-a-number",
            "每餐用餐人数“about 80”不是数字；允许：0 至 10,000,000，整数，不写千位分隔符；空白为未填报。",
            "Diners per meal 'about 80' is not a number in plain digits; "
            + "allowed: 0 to 10,000,000, a whole number, written without thousands separators; blank where it is not stated."),
        ("diners-per-meal", "-3", "negative",
            "每餐用餐人数“-3”为负数；允许：0 至 10,000,000，整数，不写千位分隔符；空白为未填报。",
            "Diners per meal '-3' is negative; allowed: 0 to 10,000,000, a whole number, written without thousands separators; blank where it is not stated."),
        ("violations-in-last-year", "60001", "too-large",
            "近12个月违法违规次数“60001”超出上限；允许：0 至 60,000，整数，不写千位分隔符；空白为未填报。",
            "Violations in the last 12 months '60001' is too large; "
            + "allowed: 0 to 60,000, a whole number, written without thousands separators; blank where it is not stated."),
        ("floor-area", "120.505", "too-fine",
            "经营面积“120.505”小数位过多；允许：0 至 10,000,000，最多 2 位小数，不写千位分隔符；空白为未填报。",
            "Floor area '120.505' has too many decimals; "
            + "allowed: 0 to 10,000,000, at most 2 decimals, written without thousands separators; blank where it is not stated."),
    ];

    // Rows numbered by two, so that a number is that of the file and not a place in the input; good rows before and after.
    private static readonly BusinessRow[] Mixed =
        [Rows.Good(1), .. Wrong.Select((wrong, i) => Rows.With(3 + (2 * i), wrong.Column, wrong.Value)), Rows.Good(101)];

    [Fact]
    public void Read_OneRowWrongInEachWay_ReportsEachWithNumberFieldValueRuleAndTexts()
    {
        var result = new BusinessImport(Rows.Areas, RegisterOf("WJ-OLD")).Read(Mixed, ImportMode.KeepAccepted);

        Assert.Equal(["WJ-1", "WJ-101"], result.Accepted.Select(b => b.Id.Value));
        Assert.Empty(result.Withheld);
        Assert.Equal(Wrong.Length, result.Rejected.Length);
        for (var i = 0; i < Wrong.Length; i++)
        {
            var (column, value, rule, chinese, english) = Wrong[i];
            Assert.Equal(3 + (2 * i), result.Rejected[i].Row.Row);
            Assert.Same(Mixed[i + 1], result.Rejected[i].Row);
            Assert.Equal([new RowFault(column, value, rule, (chinese, english))], result.Rejected[i].Faults);
        }
    }

    [Fact]
    public void Read_AllOrNothingWithFaults_WithholdsTheGoodRows()
    {
        var import = new BusinessImport(Rows.Areas, RegisterOf("WJ-OLD"));

        var kept = import.Read(Mixed, ImportMode.KeepAccepted);
        var held = import.Read(Mixed, ImportMode.AllOrNothing);

        Assert.Empty(held.Accepted);
        Assert.Equal(kept.Accepted, held.Withheld);
        Assert.Equal(kept.Rejected, held.Rejected);
        Assert.Equal(Mixed.Length, held.RowCount);
        Assert.Equal("24 rows: 0 accepted, 2 withheld, 22 rejected, 0 blank", held.ToString());
    }

    [Theory]
    [InlineData(ImportMode.KeepAccepted)]
    [InlineData(ImportMode.AllOrNothing)]
    public void Read_NoFault_AcceptsAll(ImportMode mode)
    {
        var result = new BusinessImport(Rows.Areas).Read([Rows.Good(2), Rows.Good(3)], mode);

        Assert.Equal(2, result.Accepted.Length);
        Assert.Empty(result.Withheld);
        Assert.Empty(result.Rejected);
    }

    [Fact]
    public void Read_GoodRow_GivesTheBusiness()
    {
        var business = Assert.Single(new BusinessImport(Rows.Areas).Read([Rows.Good(2)], ImportMode.AllOrNothing).Accepted);

        var expected = new Business(new BusinessId("WJ-2"), "川味小馆", AreaCode.Parse("510115004001"), BusinessType.Restaurant)
        {
            CreditCode = UnifiedSocialCreditCode.Parse("91350100M000100Y43"),
            Licence = FoodLicenceNumber.Parse("JY25101040047197"),
            Profile = new OperatingProfile
            {
                Employees = 12,
                AnnualRevenue = 860_000.50m,
                DinersPerMeal = 80,
                FloorArea = 120.5m,
                HandlesSpecialFood = false,
                HandlesHighRiskFood = true,
                IsChainHeadquarters = false,
                SellsOnline = true,
            },
        };
        Assert.Equal(expected, business);
    }

    [Fact]
    public void Read_NoRows_IsEmpty() => Assert.Equal(0, new BusinessImport(Rows.Areas).Read([], ImportMode.AllOrNothing).RowCount);

    [Fact]
    public void Read_ZeroWithASign_IsZero()
    {
        var row = Rows.Good(7) with { Employees = "-0", AnnualRevenue = "-0.00" };

        var profile = Assert.Single(new BusinessImport(Rows.Areas).Read([row], ImportMode.AllOrNothing).Accepted).Profile;

        Assert.Equal((0, "0"), (profile.Employees, NumberText.Exact(profile.AnnualRevenue!.Value)));
    }

    [Fact]
    public void Read_BlankCell_IsNotStatedUnlessItIsRequired()
    {
        var row = Rows.Good(7) with { Employees = "", SpecialFood = "  ", OnlineSales = null };

        var profile = Assert.Single(new BusinessImport(Rows.Areas).Read([row], ImportMode.AllOrNothing).Accepted).Profile;
        var refused = Assert.Single(new BusinessImport(Rows.Areas, required: [BusinessFacts.Employees, BusinessFacts.DinersPerMeal, BusinessFacts.OnlineSales])
            .Read([row], ImportMode.KeepAccepted).Rejected);

        Assert.Equal((null, null, null, 80), (profile.Employees, profile.HandlesSpecialFood, profile.SellsOnline, profile.DinersPerMeal));
        Assert.Equal([("employees", ImportRules.Blank), ("online-sales", ImportRules.Missing)], refused.Faults.Select(fault => (fault.Field, fault.Rule)));
        Assert.Throws<ArgumentException>(() => new BusinessImport(Rows.Areas, required: [Domain.Grading.FoodSellerFacts.Suppliers]));
    }

    [Fact]
    public void Read_RowWithFiveFaults_ListsFiveInTheOrderOfTheColumns()
    {
        var row = Rows.Good(7) with { Name = "", Area = "99", CreditCode = "1", Employees = "-1", OnlineSales = "?" };

        var rejected = Assert.Single(new BusinessImport(Rows.Areas).Read([row], ImportMode.KeepAccepted).Rejected);

        Assert.Equal(
            [("name", "blank"), ("area", "unknown-area"), ("credit-code", "length"), ("employees", "negative"), ("online-sales", "not-allowed")],
            rejected.Faults.Select(fault => (fault.Field, fault.Rule)));
        Assert.StartsWith("第 7 行：主体名称未填报；允许：1 至 200 个可见字符，一行，首尾无空格，中间可有半角空格。所在区划“99”", rejected.Text.Chinese, StringComparison.Ordinal);
        Assert.StartsWith("Row 7: Name is left blank; allowed: 1 to 200 visible characters in one line, with ordinary blanks (U+0020) between them and none around. Area '99'", rejected.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyRow_ReportsTheFourRequiredFields()
    {
        var rejected = Assert.Single(new BusinessImport(Rows.Areas).Read([new BusinessRow(9)], ImportMode.KeepAccepted).Rejected);

        Assert.Equal(["id", "name", "area", "business-type"], rejected.Faults.Select(fault => fault.Field));
        Assert.All(rejected.Faults, fault => Assert.Equal((ImportRules.Missing, null), (fault.Rule, fault.Value)));
    }

    [Fact]
    public void Read_SameIdThrice_NamesTheFirstRowEachTime()
    {
        var result = new BusinessImport(Rows.Areas).Read(
            [Rows.Good(4), Rows.Good(5) with { Id = "WJ-4" }, Rows.Good(6) with { Id = "WJ-4" }, Rows.Good(7) with { Id = "wj-4" }],
            ImportMode.KeepAccepted);

        Assert.Equal(["WJ-4", "wj-4"], result.Accepted.Select(b => b.Id.Value));
        Assert.Equal([5, 6], result.Rejected.Select(r => r.Row.Row));
        Assert.All(result.Rejected, r => Assert.Contains("row 4", Assert.Single(r.Faults).Text.English, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_SameIdAsRejectedRow_IsRejectedAsWell()
    {
        var result = new BusinessImport(Rows.Areas).Read(
            [Rows.Good(1) with { Employees = "?" }, Rows.Good(2) with { Id = "WJ-1", Name = "" }], ImportMode.KeepAccepted);

        Assert.Empty(result.Accepted);
        Assert.Equal(["not-a-number"], result.Rejected[0].Faults.Select(f => f.Rule));
        Assert.Equal(["duplicate-id", "blank"], result.Rejected[1].Faults.Select(f => f.Rule));
    }

    [Fact]
    public void Read_OwnRules_AddFaults()
    {
        var own = new InlineValidator<BusinessRow>();
        own.RuleFor(row => row.Name).Must(name => name != "川味小馆").WithErrorCode("vague-name").WithState(_ => (BilingualText)("名称太泛。", "The name is vague."));
        own.RuleFor(row => row).Custom((_, context) => context.AddFailure("branch", "No branch is stated."));

        var rejected = Assert.Single(new BusinessImport(Rows.Areas, ownRules: own).Read([Rows.With(3, "employees", "x")], ImportMode.KeepAccepted).Rejected);

        Assert.Equal("not-a-number", rejected.Faults[0].Rule);
        Assert.Equal(new RowFault("name", "川味小馆", "vague-name", ("名称太泛。", "The name is vague.")), rejected.Faults[1]);
        Assert.Equal(new RowFault("branch", null, ImportRules.OwnRule, ("No branch is stated.", "No branch is stated.")), rejected.Faults[2]);
    }

    [Fact]
    public void Read_OwnRuleThatThrows_RejectsThatRowNamingFieldAndErrorAndReadsTheOthers()
    {
        var own = new InlineValidator<BusinessRow>();
        own.RuleFor(row => row.Name).Must(name => name![^9] == 'x' || name.Length > 0).WithErrorCode("name");
        own.RuleFor(row => row.Employees).Must(text => int.Parse(text!, System.Globalization.CultureInfo.InvariantCulture) < 100).WithErrorCode("too-many").WithMessage("Too many.");

        var result = new BusinessImport(Rows.Areas, ownRules: own).Read(
            [Rows.Good(1) with { Name = "123456789" }, Rows.Good(2) with { Employees = "120" }, Rows.Good(3) with { Name = "123456789" }], ImportMode.KeepAccepted);

        Assert.Equal(["WJ-1", "WJ-3"], result.Accepted.Select(business => business.Id.Value));
        var rejected = Assert.Single(result.Rejected);
        Assert.Equal(2, rejected.Row.Row);
        // What the other rules say of the row is not lost.
        Assert.Equal([("name", ImportRules.RuleFailed), ("employees", "too-many")], rejected.Faults.Select(fault => (fault.Field, fault.Rule)));
        Assert.Equal("川味小馆", rejected.Faults[0].Value);
        Assert.StartsWith("A rule of the user's own for Name failed: IndexOutOfRangeException: ", rejected.Faults[0].Text.English, StringComparison.Ordinal);
        Assert.StartsWith("自定义规则（Name）执行出错：IndexOutOfRangeException: ", rejected.Faults[0].Text.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OwnRuleOfTheWholeRowThatThrows_RejectsThatRow()
    {
        var own = new InlineValidator<BusinessRow>();
        own.RuleFor(row => row).Custom((row, _) => throw new TimeoutException($"row {row.Row}"));

        var result = new BusinessImport(Rows.Areas, ownRules: own).Read([Rows.Good(1), Rows.Good(2)], ImportMode.AllOrNothing);

        Assert.Empty(result.Accepted);
        Assert.Equal(["row 1", "row 2"], result.Rejected.Select(rejected => Assert.Single(rejected.Faults).Text.English[^5..].TrimEnd('.')));
        Assert.All(result.Rejected, rejected => Assert.Equal(("", ImportRules.RuleFailed), (rejected.Faults[0].Field, rejected.Faults[0].Rule)));
    }

    [Fact]
    public void Read_LongValue_IsWholeInTheFaultAndCutInTheText()
    {
        var value = new string('9', 5_000);

        var fault = Assert.Single(new BusinessImport(Rows.Areas).Read([Rows.With(1, "employees", value)], ImportMode.KeepAccepted).Rejected).Faults[0];

        Assert.Equal((value, "too-large"), (fault.Value, fault.Rule));
        Assert.StartsWith($"Staff '{value[..40]}…' is too large", fault.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData((ImportMode)0)]
    [InlineData((ImportMode)3)]
    public void Read_NoSuchMode_IsRefused(ImportMode mode)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BusinessImport(Rows.Areas).Read([], mode));

        Assert.StartsWith("Allowed: 1 (KeepAccepted), 2 (AllOrNothing).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new BusinessImport(null!));
        Assert.Throws<ArgumentNullException>(() => new BusinessImport(Rows.Areas).Read(null!, ImportMode.KeepAccepted));
        Assert.Throws<ArgumentException>(() => new BusinessImport(Rows.Areas).Read([Rows.Good(1), null!], ImportMode.KeepAccepted));
    }

    private static BusinessRegister RegisterOf(string id)
    {
        var register = new BusinessRegister(Rows.Areas);
        register.Add(new Business(new BusinessId(id), "老店", AreaCode.Parse("510115"), BusinessType.Restaurant));
        return register;
    }

    [Fact]
    public void Read_RowOfBlanks_IsSkippedAndCounted_AndHoldsNothingBack()
    {
        var blank = BusinessRow.FromColumns(2, _ => "");
        var blanks = BusinessRow.FromColumns(4, column => column is "id" or "name" or "area" or "business-type" ? " \t" : null);
        var result = new BusinessImport(Rows.Areas).Read([Rows.Good(1), blank, Rows.Good(3) with { Id = "WJ-3" }, blanks], ImportMode.AllOrNothing);

        Assert.Equal((2, 0, 0), (result.Accepted.Length, result.Withheld.Length, result.Rejected.Length));
        Assert.Equal([2, 4], result.Blank);
        Assert.Equal(4, result.RowCount);
        Assert.Equal("4 rows: 2 accepted, 0 withheld, 0 rejected, 2 blank", result.ToString());
    }

    [Fact]
    public void Read_RowWithoutItsColumns_IsShortAndNotBlank() => Assert.Equal(
        ["missing", "missing", "missing", "missing"],
        Assert.Single(new BusinessImport(Rows.Areas).Read([BusinessRow.FromColumns(1, _ => null)], ImportMode.KeepAccepted).Rejected).Faults.Select(fault => fault.Rule));

    [Theory]
    [InlineData("id", "A-1\u200B", "not-an-id", "has U+200B as character 4, an invisible character")]
    [InlineData("id", "A-１", "not-an-id", "has U+FF11 as character 3, a character that may not stand here")]
    [InlineData("name", " 店", "not-a-name", "has U+0020 as character 1, a blank around the text")]
    [InlineData("name", "店\u202E", "not-a-name", "has U+202E as character 2, an invisible character")]
    [InlineData("name", "店\u3000铺", "not-a-name", "has U+3000 as character 2, a blank that may not stand here")]
    public void Read_TextThatHidesSomething_IsRejectedWithTheCodePoint(string column, string text, string rule, string what)
    {
        var fault = Assert.Single(Assert.Single(new BusinessImport(Rows.Areas).Read([Rows.With(1, column, text)], ImportMode.KeepAccepted).Rejected).Faults);

        Assert.Equal((column, text, rule), (fault.Field, fault.Value, fault.Rule));
        Assert.Contains(what, fault.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NameOfTenMegabytes_IsRejectedWithAShortText()
    {
        var fault = Assert.Single(Assert.Single(new BusinessImport(Rows.Areas).Read([Rows.With(1, "name", new string('店', 10_000_000))], ImportMode.KeepAccepted).Rejected).Faults);

        Assert.Equal("not-a-name", fault.Rule);
        Assert.True(fault.Text.ToString().Length < 500);
    }

    [Fact]
    public void Read_TypeOf39HanAndOneBeyondTheBasicPlane_HasATextThatCanBeEncoded()
    {
        var fault = Assert.Single(Assert.Single(new BusinessImport(Rows.Areas).Read([Rows.With(1, "business-type", new string('甲', 39) + "𠮷𠮷")], ImportMode.KeepAccepted).Rejected).Faults);

        _ = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(fault.Text.ToString());
        Assert.Contains(new string('甲', 39) + "…", fault.Text.Chinese, StringComparison.Ordinal);
    }
}
