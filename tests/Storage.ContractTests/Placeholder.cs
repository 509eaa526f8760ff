namespace Storage_ContractTests;

public class Placeholder
{
    [Fact]
    public void Builds() => Assert.NotEmpty(typeof(Placeholder).Name);
}
