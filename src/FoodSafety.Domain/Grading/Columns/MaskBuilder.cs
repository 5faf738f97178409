using System.Collections.Immutable;
using FoodSafety.Domain.Facts;

namespace FoodSafety.Domain.Grading;

/// <summary>
/// Writes mask operations, each result in a register of its own, folding what is known and never writing the same operation
/// twice. So a policy compiled for one business type shrinks by itself: conditions on the type are known, the rest of their
/// rules falls away.
/// </summary>
internal sealed class MaskBuilder
{
    private readonly List<MaskInstruction> _instructions = [];
    private readonly Dictionary<MaskInstruction, int> _known = [];
    private readonly List<(int Fact, int Bytes)> _columns = [];
    private readonly List<CustomCondition> _customs = [];
    private readonly Dictionary<CustomCondition, int> _customNumbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, int> _turned = [];
    private int _registers = 2;

    public int AtLeast(int fact, int bytes, long limit) => Write(new(MaskOp.AtLeast, 0, Column(fact, bytes), 0, 0, limit));

    public int Equal(int fact, long value) => Write(new(MaskOp.Equal, 0, Column(fact, 0), 0, 0, value));

    public int Flag(int fact) => Write(new(MaskOp.Flag, 0, Column(fact, 0), 0, 0, 0));

    /// <summary>The rows that do not state a fact.</summary>
    public int Unstated(int fact) => Write(new(MaskOp.Flag, 0, Column(fact, FactSegment.UnstatedBits), 0, 0, 0));

    public int Bit(int fact, int bit) => Write(new(MaskOp.Bit, 0, Column(fact, 0), 0, 0, bit));

    public int Custom(int care, CustomCondition condition)
    {
        if (care == MaskProgram.Nobody)
        {
            return MaskProgram.Nobody;
        }

        if (!_customNumbers.TryGetValue(condition, out var number))
        {
            _customNumbers.Add(condition, number = _customs.Count);
            _customs.Add(condition);
        }

        return Write(new(MaskOp.Custom, 0, care, number, 0, 0));
    }

    public int Not(int a)
    {
        if (_turned.TryGetValue(a, out var inner))
        {
            return inner;
        }

        var turned = Xor(a, MaskProgram.Everybody);
        if (!IsConstant(turned))
        {
            _turned[turned] = a;
        }

        return turned;
    }

    public int And(int a, int b) => (a, b) switch
    {
        (MaskProgram.Nobody, _) or (_, MaskProgram.Nobody) => MaskProgram.Nobody,
        (MaskProgram.Everybody, _) => b,
        (_, MaskProgram.Everybody) => a,
        _ when a == b => a,
        _ => Write(new(MaskOp.And, 0, Math.Min(a, b), Math.Max(a, b), 0, 0)),
    };

    public int Or(int a, int b) => (a, b) switch
    {
        (MaskProgram.Everybody, _) or (_, MaskProgram.Everybody) => MaskProgram.Everybody,
        (MaskProgram.Nobody, _) => b,
        (_, MaskProgram.Nobody) => a,
        _ when a == b => a,
        _ => Write(new(MaskOp.Or, 0, Math.Min(a, b), Math.Max(a, b), 0, 0)),
    };

    public int Xor(int a, int b) => (a, b) switch
    {
        (MaskProgram.Nobody, _) => b,
        (_, MaskProgram.Nobody) => a,
        _ when a == b => MaskProgram.Nobody,
        (MaskProgram.Everybody, MaskProgram.Everybody) => MaskProgram.Nobody,
        _ => Write(new(MaskOp.Xor, 0, Math.Min(a, b), Math.Max(a, b), 0, 0)),
    };

    public int AndNot(int a, int b) => (a, b) switch
    {
        (MaskProgram.Nobody, _) or (_, MaskProgram.Everybody) => MaskProgram.Nobody,
        (_, MaskProgram.Nobody) => a,
        (MaskProgram.Everybody, _) => Not(b),
        _ when a == b => MaskProgram.Nobody,
        _ when _turned.TryGetValue(b, out var inner) => And(a, inner),
        _ => Write(new(MaskOp.AndNot, 0, a, b, 0, 0)),
    };

    public int Choose(int condition, int yes, int no) => Or(And(yes, condition), AndNot(no, condition));

    /// <summary>The sum bit of three bits.</summary>
    public int Odd(int a, int b, int c) => IsConstant(a) || IsConstant(b) || IsConstant(c)
        ? Xor(Xor(a, b), c)
        : Write(new(MaskOp.Odd, 0, a, b, c, 0));

    /// <summary>The carry bit of three bits.</summary>
    public int Majority(int a, int b, int c) => IsConstant(a) || IsConstant(b) || IsConstant(c)
        ? Or(And(a, b), And(c, Or(a, b)))
        : Write(new(MaskOp.Majority, 0, a, b, c, 0));

    /// <summary>Drops what nothing needs, and lets results that are no longer needed give their registers to later ones.</summary>
    public MaskProgram Build(ImmutableArray<(int Code, int Register)> codes, ImmutableArray<int> planes)
    {
        var lastUse = LastUses([.. codes.Select(c => c.Register), .. planes]);
        var place = new Dictionary<int, int> { [MaskProgram.Nobody] = MaskProgram.Nobody, [MaskProgram.Everybody] = MaskProgram.Everybody };
        var free = new PriorityQueue<int, int>();
        var registers = 2;
        var written = ImmutableArray.CreateBuilder<MaskInstruction>();
        var columns = new List<(int Fact, int Bytes)>();
        for (var i = 0; i < _instructions.Count; i++)
        {
            var step = _instructions[i];
            if (!lastUse.ContainsKey(step.Target))
            {
                continue;
            }

            var operands = Operands(step);
            var (a, b, c) = (step.ReadsColumn ? NumberIn(columns, _columns[step.A]) : place[step.A], operands.Length > 1 ? place[step.B] : step.B, operands.Length > 2 ? place[step.C] : 0);
            foreach (var operand in operands.Distinct())
            {
                if (operand > MaskProgram.Everybody && lastUse[operand] == i)
                {
                    free.Enqueue(place[operand], place[operand]);
                }
            }

            // A step may write the register of an operand that ends with it: every step reads a word before it writes it.
            place[step.Target] = free.TryDequeue(out var reused, out _) ? reused : registers++;
            written.Add(step with { Target = place[step.Target], A = a, B = b, C = c });
        }

        return new MaskProgram(
            written.ToImmutable(), registers, [.. columns], [.. _customs],
            [.. codes.Select(c => (c.Code, place[c.Register]))], [.. planes.Select(p => place[p])]);
    }

    /// <summary>The step at which each result is read last; outputs are never given up. What is not read at all is missing.</summary>
    private Dictionary<int, int> LastUses(ImmutableArray<int> outputs)
    {
        var lastUse = new Dictionary<int, int>();
        foreach (var output in outputs)
        {
            lastUse[output] = int.MaxValue;
        }

        for (var i = _instructions.Count - 1; i >= 0; i--)
        {
            if (lastUse.ContainsKey(_instructions[i].Target))
            {
                foreach (var operand in Operands(_instructions[i]))
                {
                    lastUse.TryAdd(operand, i);
                }
            }
        }

        return lastUse;
    }

    private static ImmutableArray<int> Operands(MaskInstruction step) => step.Op switch
    {
        MaskOp.Custom => [step.A],
        MaskOp.Odd or MaskOp.Majority => [step.A, step.B, step.C],
        MaskOp.AtLeast or MaskOp.Equal or MaskOp.Flag or MaskOp.Bit => [],
        MaskOp.And or MaskOp.Or or MaskOp.Xor or MaskOp.AndNot => [step.A, step.B],
    };

    private static bool IsConstant(int register) => register <= MaskProgram.Everybody;

    private int Column(int fact, int bytes) => NumberIn(_columns, (fact, bytes));

    private static int NumberIn<T>(List<T> list, T item)
    {
        var number = list.IndexOf(item);
        if (number < 0)
        {
            number = list.Count;
            list.Add(item);
        }

        return number;
    }

    private int Write(MaskInstruction step)
    {
        if (!_known.TryGetValue(step, out var register))
        {
            register = _registers++;
            _known.Add(step, register);
            _instructions.Add(step with { Target = register });
        }

        return register;
    }
}
