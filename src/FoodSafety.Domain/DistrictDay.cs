using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Coordination;
using FoodSafety.Domain.FollowUps;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Processes;
using FoodSafety.Domain.Responsibility;
using NodaTime;

namespace FoodSafety.Domain;

/// <summary>A district on a day, as a value (辖区某日): it does not change when the district goes on, and any thread may read it.</summary>
[JsonConverter(typeof(RefusingJsonConverter))]
public sealed class DistrictDay
{
    internal DistrictDay(District district, LocalDate day)
    {
        Day = day;
        Version = district.Version;
        Register = district.Businesses.On(day);
        Standing = new GradeSheet<Tier>(Register.Facts, Tiers.Scale);
        district.Tiers.CopyTo(Standing, day);
        Roster = district.Chains.RosterOn(day);
        Commitments = [.. district.Commitments.On(day).Select(cadre => cadre.FindStanding(day)).OfType<Commitment>().OrderBy(commitment => commitment.Id.Number)];
        FollowUps = district.FollowUps.On(day);
        Campaigns = [.. district.Campaigns.All.Where(campaign => campaign.OpenedOn <= day).Select(campaign => campaign.Until(day))];
        Mechanism = district.Coordination.MechanismOn(day);
        Grids = district.Grids.PlanOn(day);
        Stations = district.Grids.StationsOn(day);
        Processes = district.Processes.On(day);
        Cases = district.Cases.On(day);
        ToBeTied = [];
        if (district.Chains.PlannedOn(day) is { } planned)
        {
            // Chains are those of record: of the tiers that stood when they were planned last.
            var recorded = new GradeSheet<Tier>(Register.Facts, Tiers.Scale);
            district.Tiers.CopyTo(recorded, planned.On);
            Plan = planned.Planner.Stated(Register, recorded, planned.Roster, planned.On, row => district.Chains.History.On(row, planned.On));
            ToBeTied = [.. Enumerable.Range(0, Register.Count).Where(row => Standing[row] != recorded[row])
                .Select(row => new TieDue(Register.IdAt(row), district.Tiers.SinceOf(row, day)))];
        }
    }

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>The number of the last entry that is known.</summary>
    public long Version { get; }

    /// <summary>The businesses with their facts of the end of the day.</summary>
    public BusinessRegister Register { get; }

    /// <summary>The tiers that stand on the day, by the law.</summary>
    public GradeSheet<Tier> Standing { get; }

    /// <summary>Cadres and posts as recorded at the end of the day.</summary>
    public CadreRoster Roster { get; }

    /// <summary>Who answers for which business, as recorded at the end of the day; null when nothing was planned until then.</summary>
    public ChainPlan? Plan { get; }

    /// <summary>The commitments that stand on the day, by all that is known now, ordered by their ids.</summary>
    public ImmutableArray<Commitment> Commitments { get; }

    /// <summary>What was to be done and was not, at the end of the day, the oldest first.</summary>
    public ImmutableArray<FollowUp> FollowUps { get; }

    /// <summary>The campaigns that were opened until the end of the day, by all that is known now.</summary>
    public ImmutableArray<OutreachCampaign> Campaigns { get; }

    /// <summary>The grids as recorded at the end of the day; null when none were laid down until then.</summary>
    public GridPlan? Grids { get; }

    /// <summary>The stations and the towns that they are linked to, as recorded at the end of the day; null when none were until then.</summary>
    public StationLinks? Stations { get; }

    /// <summary>The procedures of the place's own in force, as recorded at the end of the day, in the order of their codes.</summary>
    public ImmutableArray<ProcessDefinition> Processes { get; }

    /// <summary>The cases that had begun at the end of the day, by all that is known now, in the order recorded.</summary>
    public ImmutableArray<Case> Cases { get; }

    /// <summary>The work mechanism as recorded at the end of the day; null when none was adopted until then.</summary>
    public WorkMechanism? Mechanism { get; }

    /// <summary>The businesses whose tier turned since their chain was planned: they are to be tied anew (待重新包保).</summary>
    public ImmutableArray<TieDue> ToBeTied { get; }
}

/// <summary>A business that is to be tied anew, and since when.</summary>
/// <param name="Business">The business.</param>
/// <param name="Since">The day on which its tier turned.</param>
public sealed record TieDue(BusinessId Business, [property: JsonConverter(typeof(IsoTimeJsonConverter))] LocalDate? Since);
