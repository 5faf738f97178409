using FoodSafety.Domain.Lifecycles;

namespace FoodSafety.Domain.Inspections;

public sealed partial class InspectionBook
{
    private bool _isReplaying;

    /// <summary>Rebuilds a book from its events.</summary>
    /// <remarks>What was done stands: the table must allow every step, but what is required of people and results now is not asked of it.</remarks>
    /// <param name="events">The events of a book, all of them, in order.</param>
    /// <exception cref="ArgumentException">An event does not follow from those before it: a number is wrong, or one is missing.</exception>
    /// <exception cref="StepRefusedException{TState, TStep}">An event is a step that was not possible.</exception>
    public static InspectionBook Replay(IEnumerable<InspectionEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var book = new InspectionBook { _isReplaying = true };
        foreach (var past in events)
        {
            book.Redo(past);
            if (book._events[^1] != past)
            {
                throw new ArgumentException($"Event {book._events.Count} ({past.GetType().Name}) does not follow from those before it; it would be {book._events[^1]}.", nameof(events));
            }
        }

        book._isReplaying = false;
        return book;
    }

    private void Redo(InspectionEvent past)
    {
        switch (past)
        {
            case InspectionPlanned planned:
                Plan(planned.Task, planned.By, planned.On);
                break;
            case InspectionBegun begun:
                Begin(begun.Inspection, begun.Team, begun.By, begun.On);
                break;
            case InspectionFinished finished:
                Finish(finished.Inspection, finished.Result, finished.By, finished.On);
                break;
            case InspectionPublished published:
                Publish(published.Inspection, published.By, published.On);
                break;
            case InspectionCancelled cancelled:
                Cancel(cancelled.Inspection, cancelled.Reason, cancelled.By, cancelled.On);
                break;
            case InspectionCorrected corrected:
                CorrectClerically(corrected.Inspection, corrected.Note, corrected.By, corrected.On);
                break;
            case InspectionReplaced replaced:
                CorrectSubstantively(replaced.Inspection, replaced.Result, replaced.Reason, replaced.By, replaced.On);
                break;
            case FindingRecorded recorded:
                Record(recorded.Finding);
                break;
            default:
                throw new ArgumentException("An event is null. Allowed: events of a book.", nameof(past));
        }
    }
}
