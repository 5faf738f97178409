using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Import;

/// <summary>How a row of an export stands against the register (比对结果).</summary>
/// <remarks>The default value 0 is no result.</remarks>
public enum MergeKind
{
    /// <summary>The register has no such business (新增).</summary>
    [BilingualName("新增", "new")]
    New = 1,

    /// <summary>The register says something else of the business than the row (变更).</summary>
    [BilingualName("变更", "changed")]
    Changed = 2,

    /// <summary>The register says of the business all that the row states (一致).</summary>
    [BilingualName("一致", "same")]
    Same = 3,

    /// <summary>The row could be of a business that is registered or listed otherwise; somebody has to say which it is (疑似重复).</summary>
    [BilingualName("疑似重复", "duplicate")]
    Duplicate = 4,

    /// <summary>The register has the business, and the export, which should list it, does not (名录外).</summary>
    [BilingualName("导出中没有", "gone")]
    Gone = 5,

    /// <summary>The row breaks a rule (不合格).</summary>
    [BilingualName("不合格", "rejected")]
    Rejected = 6,
}

/// <summary>Why two could be the same business (疑似重复理由), the strongest first.</summary>
/// <remarks>The default value 0 is no reason.</remarks>
public enum DuplicateReason
{
    /// <summary>They have the same id (主体编号相同).</summary>
    [BilingualName("主体编号相同", "the same id")]
    Id = 1,

    /// <summary>They have the same licence (许可证编号相同).</summary>
    [BilingualName("许可证编号相同", "the same licence")]
    Licence = 2,

    /// <summary>They have the same credit code, and are not told apart by their licences and by name or place (统一社会信用代码相同).</summary>
    [BilingualName("统一社会信用代码相同", "the same credit code")]
    CreditCode = 3,

    /// <summary>They have the same name in one place, and no credit codes that differ (名称和所在区划相同).</summary>
    [BilingualName("名称和所在区划相同", "the same name in the same place")]
    NameAndPlace = 4,
}

/// <summary>What is different in one field (字段变更).</summary>
/// <param name="Field">The column of the field, one of <see cref="BusinessRow.Fields"/>.</param>
/// <param name="Was">What the register says, as <see cref="BusinessRow.From"/> writes it; empty where it says nothing.</param>
/// <param name="Becomes">What the export says, written in the same way.</param>
public sealed record FieldDifference(string Field, string Was, string Becomes)
{
    /// <summary>The field and both values, as people read them.</summary>
    public BilingualText Text
    {
        get
        {
            var (name, was, becomes) = (ImportFields.FindByColumn(Field)?.Name ?? (Field, Field), Shown(Was), Shown(Becomes));
            return ($"{name.Chinese}：{was.Chinese} → {becomes.Chinese}", $"{name.English}: {was.English} → {becomes.English}");
        }
    }

    /// <summary>The field and both values, in both languages.</summary>
    public override string ToString() => Text.ToString();

    private BilingualText Shown(string text) => text.Length == 0 ? ("未填报", "not stated")
        : ImportFields.FindByColumn(Field) is { } field && FactColumn.Find(field) is { } column && column.Find(text) is { } stored ? column.Fact.Show(stored)
        : (text, text);
}

/// <summary>Whom a row could be of besides (疑似对象): a business that is registered, or one of which another row of the export is.</summary>
/// <param name="By">Why.</param>
/// <param name="Business">The business, by the id by which it is registered; none where it is not.</param>
/// <param name="Row">The number of the other row; null where it is no row.</param>
public sealed record MergeDuplicate(DuplicateReason By, BusinessId Business, int? Row)
{
    /// <summary>Whom, and why.</summary>
    public BilingualText Text
    {
        get
        {
            var why = By.Name();
            return (
                $"{(Business.IsNone ? "" : $"与主体 {Business} ")}{(Row is { } row ? $"与第 {row} 行" : "")}{why.Chinese}",
                $"{why.English} as{(Business.IsNone ? "" : $" business {Business}")}{(Row is { } number ? $"{(Business.IsNone ? "" : " and")} row {number}" : "")}");
        }
    }

    /// <summary>Whom and why, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>A row of an export as it stands against the register, or a business that the export does not list (比对行).</summary>
/// <remarks>
/// A value that a page can show, keep and send back: <see cref="MergeUnit"/> makes acts of it and nothing else, and does only what still is as it says here.
/// </remarks>
/// <param name="Kind">How it stands.</param>
/// <param name="Row">The row as it was given; null of a business that the export does not list.</param>
/// <param name="Business">The business: the registered one, or the id that a new one gets. None while a new one has no id, of a row that is rejected, and of a duplicate.</param>
public sealed record MergeRow(MergeKind Kind, BusinessRow? Row, BusinessId Business)
{
    /// <summary>What is different, field by field: name, area, credit code, licence, then the facts in the order of <see cref="BusinessRow.Fields"/>; of one that is gone, its status. None of a new one: all of it is new.</summary>
    public ItemList<FieldDifference> Differences { get; init; }

    /// <summary>Whom it could be of besides: of a duplicate why it is one, the first three; of a new one all that somebody decided against.</summary>
    public ItemList<MergeDuplicate> Duplicates { get; init; }

    /// <summary>What is wrong with the row when it is rejected; none of any other.</summary>
    public ItemList<RowFault> Faults { get; init; }

    /// <summary>Whether acts can be made of it as it is: it is changed, gone, or new and has an id.</summary>
    public bool HasActs => Kind.Named() switch
    {
        MergeKind.Changed or MergeKind.Gone => true,
        MergeKind.New => !Business.IsNone,
        MergeKind.Same or MergeKind.Duplicate or MergeKind.Rejected => false,
    };

    /// <summary>The row, the business, how it stands and why, as people read it.</summary>
    public BilingualText Text
    {
        get
        {
            var kind = Kind.Name();
            var (chinese, english) = Kind.Named() switch
            {
                MergeKind.Changed or MergeKind.Gone => (
                    string.Join('；', Differences.Select(difference => difference.Text.Chinese)), string.Join("; ", Differences.Select(difference => difference.Text.English))),
                MergeKind.Duplicate => (string.Join('；', Duplicates.Select(other => other.Text.Chinese)), string.Join("; ", Duplicates.Select(other => other.Text.English))),
                MergeKind.Rejected => (string.Concat(Faults.Select(fault => fault.Text.Chinese)), string.Join(' ', Faults.Select(fault => fault.Text.English))),
                MergeKind.New => Business.IsNone ? ("没有编号，须先给定", "it has no id, which is to be given first") : ("", ""),
                MergeKind.Same => ("", ""),
            };
            var (subject, of) = (Row is { } row ? $"第 {row.Row} 行" : "", Row is { } given ? $"Row {given.Row}" : "");
            (subject, of) = Business.IsNone ? (subject, of) : ($"{subject}{(subject.Length == 0 ? "" : "，")}主体 {Business}", $"{of}{(of.Length == 0 ? "Business" : ", business")} {Business}");
            return ($"{subject}：{kind.Chinese}{(chinese.Length == 0 ? "" : $"（{chinese}）")}", $"{of}: {kind.English}{(english.Length == 0 ? "" : $" ({english})")}");
        }
    }

    /// <summary>How it stands, in both languages.</summary>
    public override string ToString() => Text.ToString();
}

/// <summary>Of which business a row is, by whoever looked at it (人工认定): a duplicate that is the same as a registered one or is one of its own, a new business without an id.</summary>
/// <param name="Row">The number of the row.</param>
/// <param name="Business">The business: when it is registered, what the row states is compared with it; when not, the row is of a new one that gets this id.</param>
public readonly record struct NamedRow(int Row, BusinessId Business);

/// <summary>How an export is compared with the register (比对口径).</summary>
public sealed record MergeTerms
{
    /// <summary>The export lists some businesses, of which nothing else is known.</summary>
    public static MergeTerms Default { get; } = new();

    /// <summary>
    /// The areas of which the export lists every business that has not ended: one of these that it does not list is gone. None unless stated, since what an export
    /// was not meant to list is not missing from it.
    /// </summary>
    public ItemList<AreaCode> WholeOf { get; init; }

    /// <summary>What a business that is gone becomes when somebody takes that over; closed unless stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not one of the named values, or is <see cref="OperatingStatus.Operating"/>.</exception>
    public OperatingStatus GoneBecomes
    {
        get;
        init => field = value.Named(nameof(GoneBecomes)) != OperatingStatus.Operating
            ? value
            : throw new ArgumentOutOfRangeException(nameof(GoneBecomes), value, "Allowed: Suspended, Closed, LicenceRevoked.");
    } = OperatingStatus.Closed;

    /// <summary>What somebody decided of single rows; none unless stated.</summary>
    public ItemList<NamedRow> Named { get; init; }
}
