using FoodSafety.Domain.Languages;

namespace FoodSafety.Domain.Areas;

/// <summary>Reads the rows of a list, sorts them, links them and collects all that is wrong; used once.</summary>
internal sealed class AreaTreeBuilder
{
    private readonly List<AreaFault> _faults = [];
    private AreaCode[] _codes = [];
    private string[] _names = [];
    private int[] _rows = [];

    public AreaTree Build(IEnumerable<AreaRow> rows)
    {
        Read(rows);
        Sort();
        var tree = Link();
        return _faults.Count == 0
            ? tree
            : throw new AreaTreeException([.. _faults.OrderBy(fault => fault.Row).ThenBy(fault => fault.Kind)]);
    }

    /// <summary>Keeps the rows whose code is one; what is wrong with the name does not hide what is wrong with the place.</summary>
    private void Read(IEnumerable<AreaRow> rows)
    {
        var expected = rows.TryGetNonEnumeratedCount(out var count) ? count : 0;
        var codes = new List<AreaCode>(expected);
        var names = new List<string>(expected);
        var rowNumbers = new List<int>(expected);
        var row = 0;
        foreach (var (code, name) in rows)
        {
            row++;
            var reading = AreaCodeReading.Of(code.AsSpan());
            if (TextRule.Name.FindFault(name) is { } fault)
            {
                var isMissing = fault.Kind == TextFaultKind.Missing;
                _faults.Add(new(
                    isMissing ? AreaFaultKind.MissingName : AreaFaultKind.WrongName, row,
                    reading.IsValid ? new AreaCode(reading).ToString() : code ?? "", isMissing ? "" : name));
            }

            if (reading.IsValid)
            {
                codes.Add(new AreaCode(reading));
                names.Add(name ?? "");
                rowNumbers.Add(row);
            }
            else
            {
                var kind = reading.LeavesLevelOut ? AreaFaultKind.SkippedLevel : AreaFaultKind.MalformedCode;
                _faults.Add(new(kind, row, code ?? "", name ?? ""));
            }
        }

        (_codes, _names, _rows) = ([.. codes], [.. names], [.. rowNumbers]);
    }

    private void Sort()
    {
        if (IsSorted())
            return;

        var order = new int[_codes.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;

        Array.Sort(_codes, order);
        _names = Array.ConvertAll(order, from => _names[from]);
        _rows = Array.ConvertAll(order, from => _rows[from]);
    }

    private bool IsSorted()
    {
        for (var i = 1; i < _codes.Length; i++)
        {
            if (_codes[i] < _codes[i - 1])
                return false;
        }

        return true;
    }

    private AreaTree Link()
    {
        var parents = new int[_codes.Length];
        var ends = new int[_codes.Length];
        var highest = _codes.Length == 0 ? default : _codes.Min(code => code.Level);

        // The areas that contain the one at hand, the widest first.
        Span<int> open = stackalloc int[AreaTree.MaxDepth];
        var depth = 0;
        for (var i = 0; i < _codes.Length; i++)
        {
            var code = _codes[i];
            if (i > 0 && code == _codes[i - 1])
                continue;

            if (i + 1 < _codes.Length && code == _codes[i + 1])
                RefuseDuplicates(i);

            while (depth > 0 && !_codes[open[depth - 1]].Contains(code))
                ends[open[--depth]] = i;

            parents[i] = depth > 0 ? open[depth - 1] : -1;
            var isInPlace = depth > 0 ? _codes[parents[i]] == code.Parent : code.Level == highest;
            if (!isInPlace)
                _faults.Add(new(AreaFaultKind.Orphan, _rows[i], code.ToString(), _names[i]));

            open[depth++] = i;
        }

        while (depth > 0)
            ends[open[--depth]] = _codes.Length;

        return new AreaTree(_codes, parents, ends, _names);
    }

    /// <summary>Of the rows with one code the earliest is right and the others are duplicates of it.</summary>
    private void RefuseDuplicates(int start)
    {
        var end = start + 1;
        while (end < _codes.Length && _codes[end] == _codes[start])
            end++;

        var first = _rows[start..end].Min();
        for (var i = start; i < end; i++)
        {
            if (_rows[i] != first)
                _faults.Add(new(AreaFaultKind.DuplicateCode, _rows[i], _codes[i].ToString(), _names[i], first));
        }
    }
}
