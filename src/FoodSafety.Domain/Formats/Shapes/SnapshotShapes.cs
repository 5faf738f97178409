using System.Collections.Immutable;
using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Areas;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.Time;

namespace FoodSafety.Domain.Formats;

/// <summary>The codes and values that stand in many entries.</summary>
internal static class SnapshotShapes
{
    private static readonly string Numbers = $"1..{IdNumber.Max}";

    public static readonly Shape<AreaCode> AreaCode = Shape.Parsed<AreaCode>(
        code => code.ToString(), text => Areas.AreaCode.TryParse(text, out var code) ? code : null, ("12 位数字", "12 digits"));

    public static readonly Shape<BusinessId> BusinessId = Shape.Key<BusinessId>(id => id.Value, text => new BusinessId(text));

    /// <summary>Businesses, those that are named or the first so many but those: whichever is shorter was chosen before.</summary>
    public static readonly Shape<BusinessSet> BusinessSet = Shape.Object<BusinessSet>(f => new BusinessSet(
        isAllBut: f.Get("allBut", static set => set.IsAllBut, Shape.Flag, usual: false),
        first: f.FindValue("first", static set => set.First, Shape.Whole),
        named: f.List("named", static set => set.Named, BusinessId)));

    public static readonly Shape<ActPlace> Place = Shape.Object<ActPlace>(f => new ActPlace(
        f.Get("entry", static place => place.Entry, Shape.IdNumber),
        f.Get("number", static place => place.Number, Shape.Whole, usual: 0)));

    public static readonly Shape<Thing> Thing = Shape.Object<Thing>(f => new Thing(
        f.Get("kind", static thing => thing.Kind, Shape.Text),
        f.Get("id", static thing => thing.Id, Shape.Text, usual: "")));

    public static readonly Shape<CadreId> CadreId = Shape.Key<CadreId>(id => id.Value, text => new CadreId(text));

    /// <summary>A numbered id.</summary>
    public static Shape<T> Id<T>(Func<T, long> write, Func<long, T> make) where T : struct => new SimpleShape<T>(
        (writer, id) => writer.WriteNumberValue(write(id)),
        part => part.WholeUpTo(IdNumber.Max, Numbers) is not { } number ? default : IdNumber.IsValid(number) ? (true, make(number)) : part.OutOfRange<(bool, T)>(Numbers));

    /// <summary>A grade of a scale, by the name that policy files write.</summary>
    public static Shape<TGrade> Grade<TGrade>(GradeScale<TGrade> scale) where TGrade : struct, Enum
    {
        (string Name, TGrade Grade)[] known = [.. scale.MildestFirst.Select(grade => ($"{grade}", grade))];
        return new SimpleShape<TGrade>(
            (writer, grade) => writer.WriteStringValue(known[scale.StrictnessOf(grade)].Name),
            part => part.Text() is not { } text ? default
                : Array.FindIndex(known, one => one.Name == text) is >= 0 and var at ? (true, known[at].Grade)
                : part.Unknown<(bool, TGrade)>(known.Select(one => one.Name)));
    }

    /// <summary>What stands at a place of a table that came before; a place that is none is refused.</summary>
    public static T RequireAt<T>(this ImmutableArray<T> table, int place) => place >= 0 && place < table.Length
        ? table[place] : throw new ArgumentOutOfRangeException(nameof(place), place, table.IsEmpty ? "There is no place." : $"Allowed: 0..{table.Length - 1}.");

    public static readonly Shape<Term> Term = Shape.Object<Term>(f => new Term(
        f.Get("from", static term => term.From, Shape.Date),
        f.FindValue("until", static term => term.Until, Shape.Date)));

    public static readonly Shape<Citation> Citation = new RecentShape<Citation>(Shape.Object<Citation>(f => new Citation(
        f.Get("title", static source => source.Document, Shape.Bilingual),
        f.Get("standing", static source => source.Standing, Shape.Enum<SourceStanding>()),
        f.Find("article", static source => source.Article, Shape.Text),
        f.Find("url", static source => source.Url, Shape.Url))));
}
