namespace FoodSafety.Domain.Tests.Inspections.Toronto;

/// <summary>What the rows say by themselves, in words of the file: nothing here knows the library or its tables.</summary>
internal static class TorontoCounts
{
    public static readonly string[] Demands = ["Notice to Comply", "Not in Compliance", "Order", "Education Provided", "Closure Order"];
    public static readonly string[] Charges = ["Ticket", "Summons", "Summons and Health Hazard Order"];
    public static readonly string[] Stops = ["Closure Order", "Summons and Health Hazard Order"];

    public static IEnumerable<TorontoRow> Infractions(IEnumerable<TorontoRow> rows) => rows.Where(row => !row.IsClean);

    /// <summary>Each infraction with the inspections of its establishment before it, the last one last, and the one after it.</summary>
    public static IEnumerable<(TorontoRow Row, TorontoRow[][] Before, TorontoRow[]? Next)> InOrder(IEnumerable<TorontoRow> rows) =>
        from establishment in rows.GroupBy(row => row.Establishment)
        let visits = establishment.GroupBy(row => row.Inspection).OrderBy(visit => visit.First().Day).ThenBy(visit => visit.Key).Select(visit => visit.ToArray()).ToArray()
        from i in Enumerable.Range(0, visits.Length)
        from row in Infractions(visits[i])
        select (row, visits[..i], visits.ElementAtOrDefault(i + 1));

    /// <summary>Demanded by the inspection just before, and found again.</summary>
    public static bool IsCarried(TorontoRow row, TorontoRow[][] before) =>
        before is [.., var last] && last.Any(earlier => earlier.Infraction == row.Infraction && Demands.Contains(earlier.Action));
}
