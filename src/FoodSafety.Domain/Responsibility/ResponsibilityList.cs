using System.Collections.Immutable;
using System.Globalization;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Responsibility;

/// <summary>Which businesses a cadre answers for (责任清单): one of the three lists of the two responsibilities.</summary>
/// <remarks>Immutable: names and areas are those of the register when the list was made.</remarks>
[JsonConverter(typeof(RefusingJsonConverter))]
[InsteadOfJson("ResponsibilityList.ToMarkdown")]
public sealed record ResponsibilityList
{
    private ResponsibilityList(Cadre cadre, LocalDate on, ImmutableArray<Post> posts, ImmutableArray<ResponsibilityListEntry> entries) =>
        (Cadre, On, Posts, Entries) = (cadre, on, posts, entries);

    /// <summary>The cadre.</summary>
    public Cadre Cadre { get; }

    /// <summary>The day of the plan.</summary>
    public LocalDate On { get; }

    /// <summary>The posts that the cadre holds on the day, by area.</summary>
    public ItemList<Post> Posts { get; }

    /// <summary>The businesses, the main step first; in a step by area, then by id.</summary>
    public ItemList<ResponsibilityListEntry> Entries { get; }

    /// <summary>The list of a cadre by a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cadre">The cadre; one who is not in post has an empty list.</param>
    /// <exception cref="CadreNotFoundException">The roster of the plan has no such cadre.</exception>
    public static ResponsibilityList Of(ChainPlan plan, CadreId cadre)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var areas = plan.Roster.Areas;
        var entries =
            from load in plan.LoadsOf(cadre)
            from step in EnumCodes.All<ResponsibleStep>()
            from row in plan.RowsOf(load.Seat, step)
            let chain = plan.ChainOf(row)
            let role = SpecialistRoles.At(load.Seat.Area.Level)
            select new ResponsibilityListEntry(chain.Business, plan.Register.NameAt(row), areas[chain.Area], chain.Tier, step, role);
        return new(
            plan.Roster[cadre], plan.On, [.. plan.Roster.PostsOf(cadre).Where(post => post.Term.Contains(plan.On))],
            [.. entries.OrderBy(entry => entry.Step).ThenBy(entry => entry.Area.Code).ThenBy(entry => entry.Business.Value, StringComparer.Ordinal)]);
    }

    /// <summary>How many businesses are on the list in a step.</summary>
    /// <param name="step">The step.</param>
    public int Count(ResponsibleStep step) => Entries.Count(entry => entry.Step == step);

    /// <summary>The list as a Markdown page: whose it is, and a table with a line for each business.</summary>
    /// <param name="language">The language of the page.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a language of the library.</exception>
    public string ToMarkdown(Language language)
    {
        var page = new MarkdownPage(language);
        page.Heading(1, ($"食品安全责任清单：{Cadre.Name}", $"Responsibility list: {Cadre.Name}"));
        page.Table(("项目", "about"), ("内容", "this list"));
        page.Row(("干部编号", "cadre"), Same(Cadre.Id.Value));
        page.Row(("职务", "posts"), (
            string.Join("、", Posts.Select(post => $"{post.Title}（{post.Area.ToShortString()}）")),
            string.Join(", ", Posts.Select(post => $"{post.Title} ({post.Area.ToShortString()})"))));
        page.Row(("日期", "day"), Same($"{On:uuuu-MM-dd}"));
        foreach (var step in EnumCodes.All<ResponsibleStep>())
        {
            page.Row(step.Name(), Same(Count(step).ToString(CultureInfo.InvariantCulture)));
        }

        page.Table(("主体编号", "business"), ("主体名称", "name"), ("所在区划", "area"), ("等级", "tier"), ("环节", "step"), ("专员类别", "role"));
        foreach (var entry in Entries)
        {
            page.Row(
                Same(entry.Business.Value), Same(entry.Name), Same($"{entry.Area.Name} {entry.Area.Code.ToShortString()}"),
                entry.Tier.Name(), entry.Step.Name(), entry.Role.Name());
        }

        return page.ToString();
    }

    private static BilingualText Same(string text) => (text, text);
}

/// <summary>One line of a responsibility list: a business, and what the cadre is to it.</summary>
/// <param name="Business">The key of the business.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">The area it stands in.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="Step">The step that the cadre takes.</param>
/// <param name="Role">The specialist role that comes with it.</param>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed record ResponsibilityListEntry(BusinessId Business, string Name, Area Area, Tier Tier, ResponsibleStep Step, SpecialistRole Role);
