namespace Functions_Tests;

public class Placeholder
{
    [Fact]
    public void Builds() => Assert.NotEmpty(typeof(Placeholder).Name);
}
