using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Assessment;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Inspections;
using FoodSafety.Domain.Responsibility;
using FoodSafety.Domain.SelfControl;
using FoodSafety.Domain.Standing;
using GeneratedDistrict.Coordination;
using GeneratedDistrict.Sources;

namespace GeneratedDistrict;

/// <summary>What a district begins with: its divisions, the policy, the levels and all other rules, the mechanism, the businesses, the cadres and their posts.</summary>
public static class Founding
{
    public static IEnumerable<Act> Acts(GradingPolicy<Tier> policy, DistrictAreas areas, IEnumerable<Business> businesses, CadreRoster roster) =>
    [
        AreasLaidDown.Of(areas.Tree, DistrictAreas.Source),
        new PolicyLaidDown<Tier>(policy),
        new LevelsLaidDown(LevelCorrespondence.Default),
        new StaffingLaidDown(StaffingRules.ByTier),
        .. Checklists.BuiltIn.Timelines.SelectMany(timeline => timeline.Versions).Select(list => new ChecklistAdopted(list)),
        new IncidentPolicyLaidDown(IncidentPolicies.Jiangsu2022),
        new ScoreSheetsLaidDown([IllustrativeAssessment.TownSheet]),
        new MechanismAdopted(WenjiangMechanism.In(areas), "建立机制"),
        WenjiangMechanism.StationsIn(areas),
        new BusinessesOpened([.. businesses]),
        .. roster.Cadres.Select(cadre => new CadreJoined(cadre.Id, cadre.Expertise)),
        .. roster.Posts.Select(post => new PostGiven(post.Cadre, post.Title, post.Area, post.Term, post.Capacity)),
    ];
}
