using FoodSafety.Domain.Grading;
using Wenjiang.Draft;
using Wenjiang.Screen;

namespace Wenjiang.Steps;

/// <summary>What is tried out and changes nothing: a draft of the policy, and how fast a million businesses are graded.</summary>
internal static class Trials
{
    /// <summary>Whom a draft would move: the user's own, or that of the sample.</summary>
    public static void Draft(Session session, GradingPolicy<Tier> policy)
    {
        if (PolicyFiles.DraftFor(session.Options, policy) is { } draft)
        {
            session.Terminal.Step(("草案的影响", "A draft's impact"));
            DraftReport.Write(session.Terminal, session.Areas, session.District.Tiers, draft);
        }
    }

    /// <summary>Whom the user's own draft would move, where there is one.</summary>
    public static void OwnDraft(Session session)
    {
        if (session.Options.DraftFile is not null)
        {
            Draft(session, session.District.Tiers.Policy!);
        }
    }

    public static void Speed(Session session, GradingPolicy<Tier> policy)
    {
        if (session.Options.TrialSize > 0)
        {
            session.Terminal.Step(("速度", "Speed"));
            SpeedReport.Write(session.Terminal, session.District.Businesses.Register.Facts, policy, session.Options.TrialSize);
        }
    }
}
