using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.SelfControl;

namespace FoodSafety.Domain.Formats;

/// <summary>How duties to have a director stand in a journal: why once, and neighbours of one reason together.</summary>
internal static class DirectorDutyShapes
{
    private static readonly Shape<DirectorDuty> Reason = Shape.Object<DirectorDuty>(f => new DirectorDuty(
        default,
        !f.Get("ends", static duty => !duty.Begins, Shape.Flag, usual: false),
        f.Get("rule", static duty => duty.Rule, Shape.Text),
        f.Get("reason", static duty => duty.Reason, Shape.Bilingual)));

    private static readonly Shape<(int Reason, ImmutableArray<BusinessId> Businesses)> Run = Shape.Object<(int Reason, ImmutableArray<BusinessId> Businesses)>(f => (
        f.Get("reason", static run => run.Reason, Shape.Whole, usual: 0),
        f.List("businesses", static run => run.Businesses, SnapshotShapes.BusinessId)));

    public static readonly Shape<DutiesTurned> Outcome = Shape.Object<DutiesTurned>(f =>
    {
        var reasons = f.List("reasons", static part => [.. part.Duties.Select(duty => duty with { Business = default }).Distinct()], Reason);
        var runs = f.List("duties", part => RunsOf(part.Duties, reasons), Run);
        return new DutiesTurned([.. runs.SelectMany(run => run.Businesses, (run, business) => reasons.RequireAt(run.Reason) with { Business = business })]);
    });

    private static ImmutableArray<(int Reason, ImmutableArray<BusinessId> Businesses)> RunsOf(ItemList<DirectorDuty> duties, ImmutableArray<DirectorDuty> reasons)
    {
        var places = reasons.Index().ToDictionary(reason => reason.Item, reason => reason.Index);
        List<(int Reason, List<BusinessId> Businesses)> runs = [];
        foreach (var duty in duties)
        {
            var place = places[duty with { Business = default }];
            if (runs is not [.., var last] || last.Reason != place)
            {
                runs.Add(last = (place, []));
            }

            last.Businesses.Add(duty.Business);
        }

        return [.. runs.Select(run => (run.Reason, run.Businesses.ToImmutableArray()))];
    }
}
