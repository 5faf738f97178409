namespace FoodSafety.Domain.Benchmarks.Quick;

/// <summary>What the measured ways are called in tables and goals.</summary>
internal static class Names
{
    public const string HandWritten = "hand-written loop";
    public const string HandWrittenSorted = "hand-written loop, list and objects sorted by type";
    public const string Delegates = "loop over delegates";
    public const string Linq = "LINQ over delegates";
    public const string RulesEngine = "RulesEngine";
    public const string NRules = "NRules";
    public const string Sqlite = "SQLite in memory";
    public const string DuckDb = "DuckDB in memory";
    public const string Scan = "reading as many bytes, nothing else";

    public const string Regrade = "**full regrade**";
    public const string RegradeUnlisted = "full regrade, moves counted and not listed";
    public const string RegradeUnmoved = "full regrade, nobody moves";
    public const string AnyOrder = "full regrade, rows in any order";
    public const string NewPolicy = "new policy: draft, compile, full regrade";
    public const string GuardedDelegate = "one of 28 rules a delegate, guarded by type";
    public const string UnguardedDelegate = "one of 28 rules a delegate, unguarded";
    public const string OnePercent = "regrade after 1 % changed";
    public const string HundredChanges = "100 changes in a register, then regrade";
    public const string Ingest = "table filled from objects";

    public const string HandWrittenScores = "score card: hand-written loop";
    public const string Scores = "score card: **full regrade**";
    public const string HandWrittenAreas = "tiers by area: hand-written";
    public const string Areas = "tiers by area";

    public const string HandWrittenChains = "chains: LINQ and a priority queue";
    public const string Chains = "chains: **plan from nothing**";
    public const string ChainsKept = "chains: plan again after 1,000 changes of tier, all businesses looked at";
    public const string ChainsReplanned = "chains: **replan** after 1,000 changes of tier";

    public const string LinqOverdueCount = "overdue, counted: LINQ over a list of objects";
    public const string OverdueCount = "overdue, counted: **the library**";
    public const string LinqOverdue = "overdue, listed: LINQ over a list of objects";
    public const string Overdue = "overdue, listed: **the library**";
    public const string LinqAgeing = "ages of the open ones: LINQ over a list of objects";
    public const string Ageing = "ages of the open ones: **the library**";
    public const string LinqEscalations = "escalation up the chains: LINQ over a list of objects";
    public const string Escalations = "escalation up the chains: **the library**";
    public const string OverdueThen = "overdue on a day of the past, from the steps";
    public const string RecordSteps = "three steps each, recorded one by one";
}
