using FoodSafety.Domain.Acts;
using FoodSafety.Domain.Businesses;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Responsibility;
using GeneratedDistrict.Cadres;
using GeneratedDistrict.Coordination;
using GeneratedDistrict.Problems;
using GeneratedDistrict.Register;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.SelfControl;
using GeneratedDistrict.Sources;
using GeneratedDistrict.Visits;

namespace GeneratedDistrict;

/// <summary>The autumn of 2026 in the generated district from its founding to the last day of <see cref="SampleDays"/>, for samples that begin where it ends.</summary>
/// <remarks>Nothing of it is real but what is published: the divisions, and the figures of <see cref="Published"/>.</remarks>
public sealed class GeneratedYear
{
    private readonly DistrictAreas _areas = DistrictAreas.Load();
    private readonly Business[] _businesses;

    public GeneratedYear()
    {
        _businesses = [.. GeneratedBusinesses.In(_areas)];
        Roster = GeneratedCadres.In(_areas, [.. _businesses]);
    }

    /// <summary>The cadres with their names, which no act holds.</summary>
    public CadreRoster Roster { get; }

    /// <summary>What is done, in order, each with its name: a step goes on where those before it ended.</summary>
    public IEnumerable<(BilingualText Name, Action<ActDesk> Play)> Steps =>
    [
        (("建立辖区", "The district is founded"), desk => desk.Do(
            SampleDays.Planned, Offices.FoodSafety, Founding.Acts(TierPolicies.SizeAndDiners2022, _areas, _businesses, Roster))),
        (("签订承诺书，配备安全员", "Commitments are signed and safety posts filled"), desk =>
        {
            Signing.SignAll(desk, SampleDays.CommitmentsSigned);
            SafetyPostsOffice.Follow(desk, SampleDays.CommitmentsSigned);
            SafetyPostsOffice.Train(desk, SampleDays.Trained);
        }),
        (("动态管理", "Facts change"), ChangeFacts),
        (("首轮督导", "The first round of visits"), desk =>
        {
            var calls = GeneratedCalls.Of(desk.District.Chains.Plan!, FirstRound.Round);
            FirstRound.Play(desk, calls, GeneratedAnswers.For(calls).Of);
        }),
        (("问题整改", "Problems are rectified"), desk =>
            ProblemAct.TakeAll(desk, [.. desk.District.Findings.Standing.SelectMany(new GeneratedCourses(desk.District.Businesses.Register).Of)])),
        (("企业自查", "The businesses' own control"), desk => GeneratedRecords.Write(
            desk, [.. desk.District.Businesses.Register.Businesses.Skip(_businesses.Length).Select(business => business.Id)], SampleDays.Scored)),
        (("“1+5+8”协调机制", "The coordination mechanism \"1+5+8\""), desk =>
        {
            GeneratedWork.Play(desk, SampleDays.Scored);
            LetterAndCard.HandOver(desk);
        }),
    ];

    private void ChangeFacts(ActDesk desk)
    {
        var (register, standing) = (desk.District.Businesses.Register, desk.District.Tiers.Standing);
        var changes = FactChanges.Of(register, standing).Where(change => !change.After.IsEmpty);
        desk.Do(SampleDays.Changed, Offices.MarketBureau, changes.Select(change => (Act)new FactsStated(change.Business, new FactRecord(change.After.AsSpan()))));
        SafetyPostsOffice.Follow(desk, SampleDays.Changed);
        Business[] opened = [.. GeneratedBusinesses.SuccessorsOf(register.Businesses.Where(business => business.Status == OperatingStatus.Closed), _areas)];
        desk.Do(SampleDays.Renewed, Offices.MarketBureau, new BusinessesOpened([.. opened]));
        Signing.SignDue(desk, SampleDays.Renewed);
        SafetyPostsOffice.Follow(desk, SampleDays.Renewed);
    }
}
