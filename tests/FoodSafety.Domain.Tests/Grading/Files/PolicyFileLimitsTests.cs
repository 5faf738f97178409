using System.Text;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Facts;
using FoodSafety.Domain.Grading;
using static FoodSafety.Domain.Tests.Grading.Files.SamplePolicy;
using Kind = FoodSafety.Domain.DataFiles.DataFileFaultKind;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicyFileLimitsTests
{
    [Fact]
    public void Read_FileOfTheLargestSize_IsReadAndOneByteMoreIsNot()
    {
        var size = Encoding.UTF8.GetByteCount(FileText);
        PolicyAssert.Same(Policy, Limited(size).Read(FileText));
        PolicyAssert.Same(Policy, Limited(size).Read($"\ufeff{FileText}"));
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => Limited(size - 1).Read(FileText)).Faults);
        Assert.Equal((Kind.TooLarge, "$", $"{size} bytes"), (fault.Kind, fault.Path, fault.Value));
        Assert.Equal([$"0..{size - 1} bytes"], fault.Allowed);
    }

    [Fact]
    public void MostBytes_NotStated_IsAMebibyte()
    {
        Assert.Equal(1_048_576, SamplePolicy.File.MostBytes);
        var padded = FileText.PadRight(1_048_576 - (Encoding.UTF8.GetByteCount(FileText) - FileText.Length));
        PolicyAssert.Same(Policy, SamplePolicy.File.Read(padded));
        Assert.Throws<DataFileException>(() => SamplePolicy.File.Read($"{padded} "));
    }

    [Fact]
    public void Read_ConditionsNestedSixtyFourDeep_AreReadAndOneMoreIsNot()
    {
        static string Nested(int depth) => WithCondition($"{string.Concat(Enumerable.Repeat("{\"not\": ", depth - 1))}true{new string('}', depth - 1)}");
        Assert.IsType<Negation>(SamplePolicy.File.Read(Nested(64)).Rules[0].When);
        var fault = Assert.Single(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(Nested(65))).Faults);
        Assert.Equal((Kind.TooDeep, $"$.rules[0].when{string.Concat(Enumerable.Repeat(".not", 64))}"), (fault.Kind, fault.Path));
        Assert.Equal(["1..64"], fault.Allowed);
    }

    [Fact]
    public void Read_NumbersNestedThroughTheTable_CountTheirDepth()
    {
        // Numbers 1 deep of a fact, then each around the one before: the entry n is n + 1 deep, and stands 1 deep in a comparison.
        static string Chain(int entries)
        {
            var table = string.Join(",", Enumerable.Range(1, entries).Select(n =>
                $"\"n{n}\": {{\"name\": {{\"zh\": \"\", \"en\": \"\"}}, \"is\": {(n == 1 ? "{\"fact\": \"staff\"}" : $"\"n{n - 1}\"")}}}"));
            return WithCondition($"{{\"number\": \"n{entries}\", \"atLeast\": 1}}").Replace("\"numbers\": {", $"\"numbers\": {{{table},", StringComparison.Ordinal);
        }

        Assert.IsType<Comparison>(SamplePolicy.File.Read(Chain(62)).Rules[0].When);
        var faults = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(Chain(63))).Faults;
        Assert.Equal((Kind.TooDeep, "$.rules[0].when.number"), (faults[0].Kind, faults[0].Path));
        Assert.Equal(Kind.TooDeep, Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(Chain(5_000))).Faults[0].Kind);
    }

    [Fact]
    public void Read_NumbersThatDoubleOnAndOn_AreTooLarge()
    {
        // Forty short lines that spell out to a million million parts.
        var table = string.Join(",", Enumerable.Range(1, 40).Select(n =>
            $"\"n{n}\": {{\"name\": {{\"zh\": \"\", \"en\": \"\"}}, \"is\": {(n == 1 ? "{\"fact\": \"staff\"}" : $"{{\"smallest\": [\"n{n - 1}\", \"n{n - 1}\"]}}")}}}"));
        var text = WithCondition("{\"number\": \"n40\", \"atLeast\": 1}").Replace("\"numbers\": {", $"\"numbers\": {{{table},", StringComparison.Ordinal);
        var faults = Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults;
        var fault = Assert.Single(faults, f => f.Kind == Kind.TooLarge);
        Assert.StartsWith("$.numbers.n", fault.Path, StringComparison.Ordinal);
        Assert.Equal(["0..100000 parts"], fault.Allowed);
    }

    [Fact]
    public void Read_ClausesOfMorePartsThanAPolicyMayHave_IsTooLarge()
    {
        // Ten entries that spell out to 65,535 parts each, and sixteen clauses that use the last.
        var table = string.Join(",", Enumerable.Range(1, 16).Select(n =>
            $"\"n{n}\": {{\"name\": {{\"zh\": \"\", \"en\": \"\"}}, \"is\": {(n == 1 ? "{\"fact\": \"staff\"}" : $"{{\"smallest\": [\"n{n - 1}\", {{\"multiply\": \"n{n - 1}\", \"by\": 1}}]}}")}}}"));
        var used = string.Join(",", Enumerable.Repeat("{\"number\": \"n14\", \"atLeast\": 1}", 60));
        var text = WithCondition($"{{\"any\": [{used}]}}").Replace("\"numbers\": {", $"\"numbers\": {{{table},", StringComparison.Ordinal);
        Assert.Contains(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults, fault => fault.Kind == Kind.TooLarge);
    }

    [Fact]
    public void Read_ThousandsOfUnknownNames_TellsThemAll()
    {
        var text = WithCondition($"{{\"any\": [{string.Join(",", Enumerable.Range(0, 20_000).Select(i => $"{{\"flag\": \"f{i}\"}}"))}]}}");
        Assert.Equal(20_000, Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(text)).Faults.Length);
    }

    private static PolicyFile<Grade> Limited(int mostBytes) =>
        new(Scale, SamplePolicy.File.Facts, SamplePolicy.File.CustomConditions) { MostBytes = mostBytes };

    private static string WithCondition(string condition) => FileText.Replace(
        "{\"all\": [{\"fact\": \"kind\", \"is\": [\"Canteen\"]}, {\"fact\": \"staff\", \"atLeast\": 10}]}", condition, StringComparison.Ordinal);
}
