using System.Collections.Immutable;
using FoodSafety.Domain.Businesses;
using GeneratedDistrict.Coordination;
using GeneratedDistrict.Problems;
using GeneratedDistrict.Responsibility;
using GeneratedDistrict.SelfControl;
using GeneratedDistrict.Visits;
using Wenjiang.Coordination;
using Wenjiang.Screen;

namespace Wenjiang.Steps;

/// <summary>The work of October and November: the round and its problems, the businesses' own control, the mechanism and its alarms.</summary>
internal static class Rounds
{
    public static void Visit(Session session)
    {
        session.Terminal.Step(("首轮全覆盖", "The first round"));
        var calls = GeneratedCalls.Of(session.District.Chains.Plan!, FirstRound.Round);
        FirstRound.Play(session.Desk, calls, GeneratedAnswers.For(calls).Of);
        RoundTables.Write(session.Terminal, session.Areas, session.District);
    }

    public static void Rectify(Session session)
    {
        var (terminal, district) = (session.Terminal, session.District);
        terminal.Step(("问题整改", "Problems and their rectification"));
        var courses = new GeneratedCourses(district.Businesses.Register);
        ProblemAct.TakeAll(session.Desk, district.Findings.Standing.SelectMany(courses.Of).ToList());
        ProblemTables.Write(terminal, session.Areas, district);
        terminal.Step(("一个问题的整改全程", "One rectification, step by step"));
        RectificationStory.Write(terminal, district);
    }

    public static void KeepRecords(Session session, ImmutableArray<BusinessId> opened)
    {
        session.Terminal.Step(("企业自查", "The businesses' own control"));
        GeneratedRecords.Write(session.Desk, opened, SampleDays.Scored);
        SelfControlTables.Write(session.Terminal, session.Areas, session.District);
    }

    /// <returns>The incident; null for a register without canteens.</returns>
    public static CanteenAlarm? Coordinate(Session session)
    {
        var terminal = session.Terminal;
        terminal.Step(("“1+5+8”协调机制", "The coordination mechanism \"1+5+8\""));
        GeneratedWork.Play(session.Desk, SampleDays.Scored);
        CoordinationTables.Write(terminal, session.District.Coordination, SampleDays.Midway);
        OutreachNotes.Write(terminal, LetterAndCard.HandOver(session.Desk));
        var alarm = CanteenAlarm.FindFor(session.Areas, session.Desk);
        if (alarm is not null)
        {
            terminal.Step(("风险预警与应急处置", "A warning and an incident"));
            AlarmTables.Write(terminal, session.District, alarm);
        }

        return alarm;
    }
}
