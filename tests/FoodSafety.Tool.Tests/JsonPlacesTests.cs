using System.Text;

namespace FoodSafety.Tool.Tests;

public sealed class JsonPlacesTests
{
    private const string Text = "{\n  \"名称\": \"食堂\", \"rules\": [{\"id\": \"a\"}, {\"id\": \"b\", \"when\": {\"x-y\": 1}}],\n\t\"otherwise\": {\"id\": \"c\"}\n}";

    [Theory]
    [InlineData("$", 1, 1)]
    [InlineData("$.名称", 2, 9)]
    [InlineData("$.rules", 2, 24)]
    [InlineData("$.rules[1].id", 2, 45)]
    [InlineData("$.rules[1].when['x-y']", 2, 66)]
    [InlineData("$.rules[1].when.gone", 2, 58)]
    [InlineData("$.rules[7].id", 2, 24)]
    [InlineData("$.otherwise.id", 3, 22)]
    public void Find_Path_LeadsToTheValueOrWhatIsAroundIt(string path, int line, int column) =>
        Assert.Equal(new Place(line, column), new JsonPlaces(Encoding.UTF8.GetBytes(Text)).Find(path));

    [Fact]
    public void Find_Name_IsBeforeItsValue() => Assert.Equal(new Place(3, 2), new JsonPlaces(Encoding.UTF8.GetBytes(Text)).Find("$.otherwise", isName: true));

    [Fact]
    public void Find_AfterAByteOrderMark_CountsNothingForIt() => Assert.Equal(new Place(2, 9), new JsonPlaces([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)]).Find("$.名称"));

    [Theory]
    [InlineData("a", 2, 25)]
    [InlineData("b", 2, 38)]
    [InlineData("c", 3, 15)]
    public void FindClause_Key_LeadsToTheClause(string id, int line, int column) =>
        Assert.Equal(new Place(line, column), new JsonPlaces(Encoding.UTF8.GetBytes(Text)).FindClause(id));

    [Fact]
    public void Find_NoJson_IsNowhere()
    {
        var places = new JsonPlaces("{,"u8.ToArray());

        Assert.Null(places.FindClause("a"));
    }
}
