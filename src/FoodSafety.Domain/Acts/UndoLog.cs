namespace FoodSafety.Domain.Acts;

/// <summary>How to take back what was done, step by step; containers write it, so that books need not.</summary>
internal sealed class UndoLog
{
    private readonly List<Action> _inverses = [];

    /// <summary>Whether steps are written down; while a journal is redone they are not.</summary>
    public bool IsOn { get; set; }

    public int Count => _inverses.Count;

    public void Push(Action inverse)
    {
        if (IsOn)
        {
            _inverses.Add(inverse);
        }
    }

    /// <summary>Takes back the last steps until so many are left.</summary>
    public void TakeBackTo(int count)
    {
        // What an inverse does is not itself taken back.
        var wasOn = IsOn;
        IsOn = false;
        while (_inverses.Count > count)
        {
            var inverse = _inverses[^1];
            _inverses.RemoveAt(_inverses.Count - 1);
            inverse();
        }

        IsOn = wasOn;
    }

    /// <summary>Forgets the first steps: they stand for good.</summary>
    public void Forget(int count) => _inverses.RemoveRange(0, count);
}
