using System.Text;
using CsCheck;
using FoodSafety.Domain.DataFiles;
using FoodSafety.Domain.Grading;
using FoodSafety.Domain.Tests.Laws;

namespace FoodSafety.Domain.Tests.Grading.Files;

public class PolicyFileLaws
{
    private static readonly byte[][] Good =
    [
        Encoding.UTF8.GetBytes(SamplePolicy.FileText),
        Encoding.UTF8.GetBytes(RiskPolicies.File.Write(RiskPolicies.FoodSellers2016)),
    ];

    // Pieces that mean something in a file, to break it in more ways than single bytes would.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", "\"", ",", ":", "null", "true", "-", "1e9", "1e-40", "0.1", "\\ud800", "\\u0000", "{}", "[]", "//", "\"fact\": ",
            "\"is\": ", "\"all\": [", "\"numbers\": {", "\"load\"", "\"weight\"", "\"id\": \"x\",", "99999999999999999999999999999999", "\"atLeast\": 5",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xEF, 0xBB, 0xBF], [0xED, 0xA0, 0x80], [0],
    ];

    private static readonly Gen<(int Place, int Removed, byte[] Added)> Change =
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Frequency((3, Gen.Int[0, 1]), (1, Gen.Int[0, 40])),
            Gen.OneOf(Gen.Byte.Array[0, 2], Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])));

    [Fact]
    public void ReadOfWrite_AnyPolicy_IsThatPolicy() => FilePolicyGen.Any.Sample(made =>
    {
        var text = made.Files.Write(made.Policy);
        var read = made.Files.Read(text);
        PolicyAssert.Same(made.Policy, read);
        Assert.Equal(text, made.Files.Write(read));
        Assert.Equal(text, made.Files.Write(made.Policy));
    }, iter: 1_000);

    [Fact]
    public void Read_AnyBytesNearAGoodFile_GivesAPolicyThatCanBeWrittenOrTellsFaults() =>
        Gen.Select(Gen.Int[0, Good.Length - 1], Change.Array[1, 4]).Sample((file, changes) =>
        {
            var bytes = changes.Aggregate(Good[file], Changed);
            if (file == 0)
            {
                AssertReadOrRefused(SamplePolicy.File, bytes);
            }
            else
            {
                AssertReadOrRefused(RiskPolicies.File, bytes);
            }
        }, iter: LawCases.Usually(5_000));

    [Fact]
    public void Read_AnyBytes_TellsFaults() => Gen.OneOf(Gen.Byte.Array, Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => picks.SelectMany(i => Pieces[i]).ToArray()))
        .Sample(bytes => Assert.NotEmpty(Assert.Throws<DataFileException>(() => SamplePolicy.File.Read(bytes)).Faults));

    /// <summary>Whatever the parser refuses, the scan for slips finds something to say of.</summary>
    private static void AssertSlipFound(byte[] bytes, DataFileException refused)
    {
        if (refused.Faults[0].Kind == DataFileFaultKind.NotJson)
        {
            Assert.NotNull(JsonSlip.Find(Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'), null));
        }
    }

    [Fact]
    public void SlipFind_GoodFiles_FindsNone() => Assert.All(Good, bytes => Assert.Null(JsonSlip.Find(Encoding.UTF8.GetString(bytes), "note")));

    private static byte[] Changed(byte[] bytes, (int Place, int Removed, byte[] Added) change)
    {
        var place = change.Place % (bytes.Length + 1);
        return [.. bytes.AsSpan(0, place), .. change.Added, .. bytes.AsSpan(Math.Min(place + change.Removed, bytes.Length))];
    }

    private static void AssertReadOrRefused<TGrade>(PolicyFile<TGrade> files, byte[] bytes) where TGrade : struct, Enum
    {
        GradingPolicy<TGrade> policy;
        try
        {
            policy = files.Read(bytes);
        }
        catch (DataFileException refused)
        {
            Assert.NotEmpty(refused.Faults);
            Assert.All(refused.Faults, fault =>
            {
                Assert.StartsWith("$", fault.Path, StringComparison.Ordinal);
                Assert.False(fault.Text.IsEmpty);
                PolicyFileFaultTests.AssertChinese(fault);
            });
            AssertSlipFound(bytes, refused);
            return;
        }

        PolicyAssert.Same(policy, files.Read(files.Write(policy)));
    }
}
