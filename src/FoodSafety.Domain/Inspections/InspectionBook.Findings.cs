using System.Collections.Immutable;
using FoodSafety.Domain.Languages;
using NodaTime;

namespace FoodSafety.Domain.Inspections;

public sealed partial class InspectionBook
{
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<InspectionId, List<FindingId>> _findingsOf = [];
    private readonly Dictionary<InspectionSubject, List<FindingId>> _findingsAbout = [];

    /// <summary>All findings, in the order of their numbers, those of replaced records included.</summary>
    public IReadOnlyList<Finding> Findings => _findings.AsReadOnly();

    /// <summary>The findings that stand: all but those of records that a correction replaced.</summary>
    public IEnumerable<Finding> StandingFindings => _findings.Where(Stands);

    /// <summary>A finding.</summary>
    /// <param name="id">Its number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such finding.</exception>
    public Finding Finding(FindingId id) => FindFinding(id) ?? throw Missing(nameof(id), id.Number, _findings.Count, "finding");

    /// <summary>A finding, or null when the book has none of the number.</summary>
    /// <param name="id">Its number.</param>
    public Finding? FindFinding(FindingId id) => id.Number >= 1 && id.Number <= _findings.Count ? _findings[(int)id.Number - 1] : null;

    /// <summary>What an inspection found, in the order of the answers, then what was recorded later.</summary>
    /// <param name="inspection">The inspection.</param>
    public ImmutableArray<Finding> FindingsOf(InspectionId inspection) =>
        [.. _findingsOf.TryGetValue(inspection, out var ids) ? ids.Select(Finding) : []];

    /// <summary>What was found about a subject, from whatever source, in the order recorded; those of replaced records included.</summary>
    /// <param name="subject">The business, the cadre or the area.</param>
    public ImmutableArray<Finding> FindingsAbout(InspectionSubject subject) =>
        [.. _findingsAbout.TryGetValue(subject, out var ids) ? ids.Select(Finding) : []];

    /// <summary>Whether a finding stands: it is not of a record that a correction replaced.</summary>
    /// <param name="finding">A finding of the book.</param>
    public bool Stands(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Inspection is not { } inspection || Inspection(inspection).State != InspectionState.Replaced;
    }

    /// <summary>The standing finding that another one repeats, or null (重复问题).</summary>
    /// <param name="id">The finding that may be a repeat.</param>
    /// <param name="window">How long before it an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The book has no such finding.</exception>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public Finding? FindPrevious(FindingId id, Period window)
    {
        var finding = Finding(id);
        return FindingRepeats.FindPrevious(finding, _findingsAbout[finding.Subject].Select(Finding).Where(Stands), window);
    }

    /// <summary>All standing findings that repeat another one (重复问题), by day, then by number.</summary>
    /// <param name="window">How long before a finding an earlier one counts, inclusive.</param>
    /// <exception cref="ArgumentException">The window is not positive.</exception>
    public ImmutableArray<FindingRepeat> FindRepeats(Period window) => FindingRepeats.FindRepeats([.. StandingFindings], window);

    /// <summary>Records a finding that comes out of no result (问题登记): found by the business itself, complained of, handed over.</summary>
    /// <param name="finding">The finding; the book gives its number.</param>
    /// <returns>The finding with its number.</returns>
    /// <exception cref="ArgumentException">
    /// It is about nobody, has no description or nobody who recorded it, or refers to an inspection or a finding that the book
    /// does not have about the same subject; or it is of an inspection and names none.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Source or severity is not one of the named values.</exception>
    public Finding Record(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        TextRule.Note.Check(finding.Description);
        TextRule.Key.Check(finding.By);
        _ = finding.Source.Name();
        _ = finding.Severity.Name();
        var isOfInspection = finding.Source == FindingSource.Inspection;
        if (finding.Subject.IsNone || isOfInspection != finding.Inspection is not null ||
            (finding.Inspection is { } inspection && FindInspection(inspection)?.Subject != finding.Subject) ||
            (finding.CarriedFrom is { } carried && FindFinding(carried)?.Subject != finding.Subject) ||
            (finding.Replaces is { } replaced && FindFinding(replaced)?.Subject != finding.Subject))
        {
            throw new ArgumentException(
                $"A finding about {finding.Subject.Text.English}, source {finding.Source.Name().English}, inspection {finding.Inspection?.ToString() ?? "none"}, carried from {finding.CarriedFrom?.ToString() ?? "none"}, replacing {finding.Replaces?.ToString() ?? "none"}. Allowed: a subject; an inspection exactly when it is the source; inspections and findings of the book about the same subject.",
                nameof(finding));
        }

        var recorded = finding with { Id = NextFinding };
        _events.Add(new FindingRecorded(recorded));
        return Add(recorded);
    }

    /// <summary>Carries a finding over to a follow-up that found it uncorrected (遗留升级), for one that no item of the list tells of.</summary>
    /// <param name="id">The finding.</param>
    /// <param name="followUp">The follow-up inspection, which is of the same subject.</param>
    /// <param name="description">What the follow-up found.</param>
    /// <param name="by">Who records it: a key in the user's platform.</param>
    /// <param name="on">The day of the follow-up.</param>
    /// <returns>The new finding, raised in severity.</returns>
    /// <exception cref="ArgumentException">The book has no such finding or inspection, they are not about the same subject, or an argument is empty or too early.</exception>
    public Finding CarryOver(FindingId id, InspectionId followUp, string description, string by, LocalDate on) =>
        Record(Finding(id).CarryOver(default, Inspection(followUp).Id, description, by, on));

    private FindingId NextFinding => new(_findings.Count + 1);

    private void AddFindings(Inspection inspection, string by)
    {
        foreach (var answer in inspection.Result!.NotMet)
        {
            var item = inspection.Task.Checklist.Item(answer.Code);
            var carried = OutcomeRule.FindCarried(inspection.Task.FollowsUp.Select(Finding), item);
            Add(new Finding
            {
                Id = NextFinding,
                Subject = inspection.Subject,
                Source = FindingSource.Inspection,
                Inspection = inspection.Id,
                Item = item.Id,
                Severity = OutcomeRule.SeverityOf(item, carried),
                Description = answer.Description,
                Evidence = answer.Evidence,
                Measurements = answer.Measurements,
                IsCorrectedOnTheSpot = answer.IsCorrectedOnTheSpot,
                FoundOn = inspection.FinishedOn!.Value,
                By = by,
                CarriedFrom = carried?.Id,
                Replaces = inspection.Replaces is { } wrong ? FindOn(wrong, item.Id)?.Id : null,
            });
        }
    }

    private Finding? FindOn(InspectionId inspection, ChecklistItemId item) =>
        _findingsOf.TryGetValue(inspection, out var ids) ? ids.Select(Finding).FirstOrDefault(finding => finding.Item == item) : null;

    private Finding Add(Finding finding)
    {
        ListOf(_findingsAbout, finding.Subject).Add(finding.Id);
        if (finding.Inspection is { } inspection)
        {
            ListOf(_findingsOf, inspection).Add(finding.Id);
        }

        _findings.Add(finding);
        return finding;
    }
}
