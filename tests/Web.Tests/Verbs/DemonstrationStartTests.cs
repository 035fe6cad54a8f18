using Lapwing.Casework.Stories;
using Lapwing.Web.Verbs;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>What the demonstration says when it starts: what becomes of what is entered, who can be signed in as, and with whom to begin.</summary>
public sealed class DemonstrationStartTests : IDisposable
{
    private static readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lapwing-start-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Without_a_folder_it_says_that_all_is_gone_at_the_end()
    {
        var said = await Said();
        Assert.Contains("Nothing is kept: all that you enter is gone when it stops.", said, StringComparison.Ordinal);
        foreach (var person in DemonstrationPeople.All)
            Assert.Contains($"{person.Name}, {person.Job}, {person.Team}. {DemonstrationPeople.WhatTheySee(person)}\n", said, StringComparison.Ordinal);
        Assert.Contains("    start here: Daniel M., ", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n'), line => line.Contains("start here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_folder_it_says_where_it_is_kept()
    {
        var said = await Said("--data", data.FullName);
        Assert.Contains($"What you enter is kept in {data.FullName}\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("gone when it stops", said, StringComparison.Ordinal);
    }

    private static async Task<string> Said(params string[] args)
    {
        using var output = new Flushed();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var running = ServeVerb.Demo(output, TextWriter.Null).Parse([.. args, "--urls", "http://127.0.0.1:0"]).InvokeAsync(cancellationToken: ending.Token);
        await Task.WhenAny(output.IsSaid, running);
        await ending.CancelAsync();
        Assert.Equal(0, await running);
        return output.ToString();
    }

    // All is said once it is flushed.
    private sealed class Flushed : StringWriter
    {
        private readonly TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Flushed() => NewLine = "\n";

        public Task IsSaid => said.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            said.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
