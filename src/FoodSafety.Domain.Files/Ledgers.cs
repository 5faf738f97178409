using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Import;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Rectifications;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.ValueTypes;
using NodaTime;

namespace FoodSafety.Domain.Files;

/// <summary>A ledger that offices keep (台账), made from the records of a district.</summary>
public sealed record Ledger : TableLayout
{
    private readonly Func<District, DistrictDay, DateInterval, IEnumerable<TableRow>> _rows;

    internal Ledger(string code, BilingualText name, ItemList<TableColumn> columns, Func<District, DistrictDay, DateInterval, IEnumerable<TableRow>> rows)
        : base(code, name, columns) => _rows = rows;

    /// <summary>The ledger as of the end of a day, by all that is known now.</summary>
    /// <param name="district">The district.</param>
    /// <param name="day">The day.</param>
    /// <param name="since">The first day of what is listed by its day: visits, problems and records. Null for all.</param>
    /// <exception cref="ArgumentException">The first day is after the day.</exception>
    public Table Of(District district, LocalDate day, LocalDate? since = null)
    {
        ArgumentNullException.ThrowIfNull(district);
        if (since > day)
        {
            throw new ArgumentException($"{since:uuuu-MM-dd} is after {day:uuuu-MM-dd}. Allowed: the day and before.", nameof(since));
        }

        // As a file keeps them: without the zeros at the end of a number, the blanks around a text and the line ends of another system.
        return new Table(this, _rows(district, district.AsOf(day), new DateInterval(since ?? LocalDate.MinIsoValue, day))
            .Select(row => new TableRow([.. Columns.Zip(row.Cells, static (column, text) => Cells.Read(column, text) ?? text)])));
    }
}

/// <summary>The ledgers of practice (常用台账), as named columns in Chinese and English. Their columns are the library's; a place lays out its own by <see cref="TableLayout"/>.</summary>
public static class Ledgers
{
    private static readonly TableColumn Business = new("business", ("主体编号", "business"), CellKind.Code, IsRequired: true);
    private static readonly TableColumn BusinessName = new("business-name", ("主体名称", "name of the business"), CellKind.Text);
    private static readonly TableColumn Area = new("area", ("区划代码", "area code"), CellKind.Code, IsRequired: true);
    private static readonly TableColumn AreaName = new("area-name", ("区划名称", "name of the area"), CellKind.Text);

    /// <summary>Food businesses (食品经营主体台账): what is registered of each, and its tier.</summary>
    public static Ledger Businesses { get; } = new(
        "businesses", ("食品经营主体台账", "ledger of businesses"),
        [.. BusinessRow.Fields.Select(ColumnOf), AreaName, TableColumn.Of<Tier>("tier", ("分级", "tier"))],
        static (_, day, _) => day.Register.Businesses.Select((business, row) =>
        {
            var given = BusinessRow.From(business, 1);
            return Row([.. BusinessRow.Fields.Select(field => field.Get(given) ?? ""), NameOf(day, business.Area), day.Standing[row].FindGrade()?.Code() ?? ""]);
        }));

    /// <summary>Cadres by their posts, and for how many businesses each answers (包保干部台账). Names stand in a directory of their own.</summary>
    public static Ledger Cadres { get; } = new(
        "cadres", ("包保干部台账", "ledger of cadres"),
        [
            new("cadre", ("干部编号", "cadre"), CellKind.Code, IsRequired: true), new("title", ("职务", "post"), CellKind.Text, IsRequired: true), Area, AreaName,
            new("from", ("任职日期", "from"), CellKind.Day, IsRequired: true), new("until", ("离任日期", "until"), CellKind.Day), new("capacity", ("包保上限", "at most"), CellKind.Number),
            new("main", ("主要责任主体数", "as main responsible"), CellKind.Number), new("second", ("第二责任主体数", "as second responsible"), CellKind.Number),
            new("third", ("第三责任主体数", "as third responsible"), CellKind.Number),
        ],
        static (_, day, _) =>
        {
            var loads = day.Plan?.Loads.ToDictionary(load => load.Seat) ?? [];
            return day.Roster.Posts.Select(post =>
            {
                // Who is not in a plan answers for none that is known, which is not zero.
                SeatLoad? load = loads.TryGetValue(new Seat(post.Cadre, post.Area), out var known) && post.Term.Contains(day.Day) ? known : null;
                return Row([
                    post.Cadre.Value, post.Title, $"{post.Area}", NameOf(day, post.Area), Cells.Day(post.Term.From), Cells.Day(post.Term.Until), Number(post.Capacity),
                    Number(load?.Main), Number(load?.Second), Number(load?.Third),
                ]);
            });
        });

    /// <summary>Visits and inspections (督导检查台账): those planned for a day of the time, or finished in it.</summary>
    public static Ledger Visits { get; } = new(
        "visits", ("督导检查台账", "ledger of visits"),
        [
            new("inspection", ("检查编号", "inspection"), CellKind.Code, IsRequired: true), TableColumn.Of<InspectionKind>("kind", ("检查类型", "kind"), isRequired: true), Optional(Business), BusinessName,
            new("checklist", ("检查清单", "checklist"), CellKind.Code, IsRequired: true), new("planned-for", ("计划日期", "planned for"), CellKind.Day, IsRequired: true),
            new("begun-on", ("开始日期", "begun on"), CellKind.Day), new("finished-on", ("完成日期", "finished on"), CellKind.Day), TableColumn.Of<InspectionState>("state", ("状态", "state"), isRequired: true),
            TableColumn.Of<InspectionOutcome>("outcome", ("处理结果", "outcome")), new("findings", ("发现问题数", "problems found"), CellKind.Number),
        ],
        static (_, day, within) => day.Inspections.Where(one => within.Contains(one.FinishedOn ?? one.Task.PlannedFor) || within.Contains(one.Task.PlannedFor)).Select(one => Row([
            $"{one.Id}", one.Kind.Code(), .. BusinessOf(day, one.Subject.Kind == InspectionSubjectKind.Business ? one.Business : null), $"{one.Checklist.Name}", Cells.Day(one.Task.PlannedFor), Cells.Day(one.BegunOn),
            Cells.Day(one.FinishedOn), one.State.Code(), one.Outcome?.Code() ?? "", one.FinishedOn is null ? "" : Number(one.Findings.Length),
        ])));

    /// <summary>Problems and what became of them (问题及整改台账): those found in the time.</summary>
    public static Ledger Problems { get; } = new(
        "problems", ("问题及整改台账", "ledger of problems"),
        [
            new("finding", ("问题编号", "problem"), CellKind.Code, IsRequired: true), Optional(Business), BusinessName, new("found-on", ("发现日期", "found on"), CellKind.Day, IsRequired: true),
            TableColumn.Of<FindingSource>("source", ("问题来源", "source"), isRequired: true), new("severity", ("问题性质", "severity"), CellKind.Code, IsRequired: true),
            new("description", ("问题描述", "description"), CellKind.Text, IsRequired: true), new("rectification", ("整改编号", "rectification"), CellKind.Code),
            TableColumn.Of<RectificationState>("state", ("整改状态", "state")), new("due", ("整改期限", "due"), CellKind.Day), new("settled-on", ("办结日期", "settled on"), CellKind.Day),
        ],
        static (district, day, within) =>
        {
            var rectifications = day.Rectifications.Ids.Select(id => district.Rectifications.FindOn(id, day.Day)!).GroupBy(one => one.Finding).ToDictionary(same => same.Key, same => same.Last());
            return day.Findings.Where(found => within.Contains(found.FoundOn)).Select(found =>
            {
                var known = rectifications.GetValueOrDefault(found.Id);
                return Row([
                    $"{found.Id}", .. BusinessOf(day, found.Subject.Kind == InspectionSubjectKind.Business ? found.Business : null), Cells.Day(found.FoundOn), found.Source.Code(), found.Severity.Code, found.Description,
                    known is null ? "" : $"{known.Id}", known?.State.Code() ?? "", Cells.Day(known?.Deadline?.LastDay), Cells.Day(known?.SettledAt?.InZone(day.Calendar.Zone).Date),
                ]);
            });
        });

    /// <summary>Directors and officers of food safety (食品安全总监、安全员台账). Names stand in a directory of their own.</summary>
    public static Ledger SafetyPosts { get; } = new(
        "safety-posts", ("食品安全总监、安全员台账", "ledger of safety posts"),
        [
            new("appointment", ("任命编号", "appointment"), CellKind.Code, IsRequired: true), Business, BusinessName, TableColumn.Of<SafetyPost>("post", ("岗位", "post"), isRequired: true),
            new("person", ("人员编号", "person"), CellKind.Code, IsRequired: true), new("from", ("任命日期", "from"), CellKind.Day, IsRequired: true), new("until", ("终止日期", "until"), CellKind.Day),
            new("part-time", ("兼职", "part-time"), CellKind.Flag), new("on-duty", ("在岗", "on duty"), CellKind.Flag, IsRequired: true),
        ],
        static (_, day, _) => day.Appointments.Select(one => Row([
            $"{one.Id}", .. BusinessOf(day, one.Business), one.Post.Code(), one.Person.Value, Cells.Day(one.Term.From), Cells.Day(one.Term.Until), Cells.Flag(one.IsPartTime), Cells.Flag(one.IsServedOn(day.Day)),
        ])));

    /// <summary>Daily, weekly and monthly records of businesses (日管控、周排查、月调度记录台账): those made in the time.</summary>
    public static Ledger Records { get; } = new(
        "records", ("日管控、周排查、月调度记录台账", "ledger of records"),
        [
            Business, BusinessName, TableColumn.Of<SelfControlKind>("kind", ("记录类型", "kind"), isRequired: true), new("date", ("日期", "day"), CellKind.Day, IsRequired: true),
            new("risks-found", ("发现风险数", "risks found"), CellKind.Number),
        ],
        static (_, day, within) => day.SelfControl.Records.Where(record => within.Contains(record.Date)).Select(record => Row([
            .. BusinessOf(day, record.Business), record.Kind.Code(), Cells.Day(record.Date), Number(record.RisksFound),
        ])));

    /// <summary>The list of risks that a business controls (风险管控清单): its five columns of practice. The library keeps no such list; a business fills it.</summary>
    public static TableLayout RiskControlList { get; } = new(
        "risk-control-list", ("风险管控清单", "list of risks under control"),
        [
            new("stage", ("风险控制环节", "stage"), CellKind.Text, IsRequired: true), new("risk", ("风险点", "risk"), CellKind.Text, IsRequired: true), new("measure", ("管控措施", "measure"), CellKind.Text, IsRequired: true),
            new("target", ("管控目标", "target"), CellKind.Text), new("frequency", ("管控频次", "frequency"), CellKind.Text),
        ]);

    /// <summary>The ledgers that are made from the records of a district.</summary>
    public static ItemList<Ledger> All { get; } = [Businesses, Cadres, Visits, Problems, SafetyPosts, Records];

    private static TableColumn ColumnOf(ImportField field) => BusinessFacts.Schema.Facts.FirstOrDefault(fact => fact.Id == field.Column) switch
    {
        NumberFact => new(field.Column, field.Name, CellKind.Number),
        FlagFact => new(field.Column, field.Name, CellKind.Flag),
        { } choice when field.Column == BusinessFacts.Type.Id => TableColumn.Of<BusinessType>(field.Column, field.Name, isRequired: true),
        { } choice when field.Column == BusinessFacts.Status.Id => TableColumn.Of<OperatingStatus>(field.Column, field.Name),
        _ => new(field.Column, field.Name, field.Column is "name" ? CellKind.Text : CellKind.Code, field.IsRequired),
    };

    private static TableColumn Optional(TableColumn column) => column with { IsRequired = false };

    private static TableRow Row(ItemList<string> cells) => new(cells);

    private static string Number(int? number) => number is { } known ? Cells.Number(known) : "";

    private static string NameOf(DistrictDay day, AreaCode area) => day.Areas.Find(area)?.Name ?? "";

    private static string[] BusinessOf(DistrictDay day, BusinessId? business) => business is { } known ? [known.Value, day.Register.Find(known)?.Name ?? ""] : ["", ""];
}
