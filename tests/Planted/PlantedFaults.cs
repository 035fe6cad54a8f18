using Xunit;

// Faults planted for the counter of ./dev test: each class is one kind of run. The house checks start the assembly
// once per class and see that it is judged as it ought to be; its results never enter the sum.
namespace Lapwing.Planted;

public class Passing
{
    [Fact]
    public void Passes() => Assert.Equal(4, 2 + 2);
}

public class Failing
{
    [Fact]
    public void Fails() => Assert.Fail("planted");

    [Fact]
    public void Passes() => Assert.Equal(4, 2 + 2);
}

// All that there is is skipped: the process is content and returns 0.
public class Skipped
{
    [Fact(Skip = "planted")]
    public void Is_skipped() => Assert.Fail("not reached");
}

public class BrokenFixture(BrokenFixture.Fixture fixture) : IClassFixture<BrokenFixture.Fixture>
{
    [Fact]
    public void Is_not_reached() => Assert.NotNull(fixture);

    public sealed class Fixture
    {
        public Fixture() => throw new InvalidOperationException("planted");
    }
}

// Every test passes, then the clean-up throws: no test has failed, the run has.
public class BrokenCleanUp(BrokenCleanUp.Fixture fixture) : IClassFixture<BrokenCleanUp.Fixture>
{
    [Fact]
    public void Passes() => Assert.NotNull(fixture);

    public sealed class Fixture : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("planted");
    }
}

// Whichever row comes second ends the process, so that one test has always passed before.
public class Crash
{
    private static int begun;

    [Theory, InlineData(1), InlineData(2)]
    public void Second_row_crashes(int row)
    {
        Assert.NotEqual(0, row);
        if (Interlocked.Increment(ref begun) == 2)
            Environment.FailFast("planted");
    }
}

// The quietest fault: the process leaves in the middle and returns 0.
public class EarlyExit
{
    private static int begun;

    [Theory, InlineData(1), InlineData(2)]
    public void Second_row_leaves(int row)
    {
        Assert.NotEqual(0, row);
        if (Interlocked.Increment(ref begun) == 2)
            Environment.Exit(0);
    }
}

// The results are written and all is well in them; the crash comes after.
public class LateCrash
{
    [Fact]
    public void Passes() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Environment.FailFast("planted");
}
