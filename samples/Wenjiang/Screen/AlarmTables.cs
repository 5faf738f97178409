using FoodSafety.Domain;
using FoodSafety.Domain.Emergencies;
using FoodSafety.Domain.Languages;
using FoodSafety.Domain.Time;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;
using Wenjiang.Coordination;
using Wenjiang.Sources;

namespace Wenjiang.Screen;

/// <summary>A warning with what it asks of the government, and an incident with the clocks of its reports.</summary>
internal static class AlarmTables
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static void Write(Terminal terminal, District district, CanteenAlarm alarm)
    {
        var (warning, incident) = (alarm.Warning, alarm.Incident);
        terminal.Say($"{terminal.In((
            $"预警：{warning.Subject.Topic}，{warning.Assessment.Text.Chinese}；须采取的措施 {WarningDuties.Of(warning.Level).Count(duty => !duty.IsChoice)} 项",
            $"Warning: {warning.Subject.Topic}, {warning.Assessment.Text.English}; measures to be taken: {WarningDuties.Of(warning.Level).Count(duty => !duty.IsChoice)}"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        terminal.Say($"{terminal.In((
            $"事故：{incident.Subject.Title}，{incident.Grading!.Text.Chinese}",
            $"Incident: {incident.Subject.Title}, {incident.Grading!.Text.English}"))} {terminal.Tag(Origin.Generated)} {terminal.Tag(Origin.Computed)}");
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn(terminal.In(("报告义务", "Duty to report")))
            .AddColumn(terminal.In(("知悉", "Known since")))
            .AddColumn(terminal.In(("最迟", "At the latest")))
            .AddColumn(terminal.In(("报告", "Reported")))
            .AddColumn(terminal.In(("情况", "Standing")));
        foreach (var duty in district.Incidents.DutiesAt(incident.Id, CanteenAlarm.Evening))
        {
            table.AddRow(
                terminal.In(duty.Rule.Text), Show(duty.Since), duty.Due is { } due ? Show(due.LastInstant) : "–",
                duty.DoneAt is { } done ? Show(done) : "–", terminal.In(duty.Standing.Name()));
        }

        terminal.Show(table);
    }

    private static string Show(Instant at) => Minutes.Format(at.InZone(ChinaTime.Zone).LocalDateTime);
}
