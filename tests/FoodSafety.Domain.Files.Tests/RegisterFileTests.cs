using CsCheck;
using FoodSafety.Domain.Import;

namespace FoodSafety.Domain.Files.Tests;

public sealed class RegisterFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Import_WhatWriteWrote_GivesTheSameBusinesses() => Businesses.Many.Sample(
        businesses =>
        {
            var path = _folder.Write("register.csv", Written.By(file => RegisterFile.Write(file, businesses)));
            var result = RegisterFile.Read(path).Import(Businesses.Areas, ImportMode.KeepAccepted);
            Assert.Empty(result.Rejected);
            Assert.Equal(businesses, result.Accepted);
        },
        iter: 100, threads: 1);

    [Fact]
    public void Import_OddLine_IsRejectedWithBothNumbers()
    {
        var path = _folder.Write("register.csv", "id,name,area,business-type\n1,光华,饭店,510115,restaurant\n2,柳城饭店,510115,restaurant\n");

        var result = RegisterFile.Read(path).Import(Businesses.Areas, ImportMode.KeepAccepted);

        Assert.Equal("2", Assert.Single(result.Accepted).Id.Value);
        var fault = Assert.Single(result.Rejected).Faults.Single(fault => fault.Rule == FileRules.ColumnCount);
        Assert.Equal(("The row has 5 columns and the heading 4.", "该行有 5 列，列名行有 4 列。"), (fault.Text.English, fault.Text.Chinese));
        Assert.Equal(2, result.Rejected[0].Row.Row);
    }

    [Fact]
    public void RejectedRows_AreWrittenFaultByFaultAndNothingIsRunByASpreadsheet()
    {
        var path = _folder.Write("register.csv", "id,name,area,business-type,employees\n=1,光华饭店,510115,restaurant,-1\n");

        var rejected = RegisterFile.Read(path).Import(Businesses.Areas, ImportMode.KeepAccepted).Rejected;
        var lines = Written.By(file => RejectedRowsFile.Write(file, rejected)).Split('\n');

        Assert.Equal(string.Join(',', BusinessRow.Fields.Select(field => field.Column)) + ",row,field,value,rule,reason-zh,reason-en", lines[0]);
        Assert.StartsWith("'=1,光华饭店,510115,restaurant,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2,employees,-1,negative,", lines[1], StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(lines[2..]));
    }

    [Fact]
    public void RejectedRows_None_AreAHeading() => Assert.Equal("id,row,field,value,rule,reason-zh,reason-en\n", Written.By(file => RejectedRowsFile.Write(file, ["id"], [])));
}
