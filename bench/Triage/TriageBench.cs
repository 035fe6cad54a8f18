using System.Buffers;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Rules;
using Lapwing.Casework.Triage;

namespace Lapwing.Bench.Triage;

/// <summary>The decision itself, in nanoseconds and bytes.</summary>
internal static class TriageBench
{
    private const int ForEngine = 1024;      // inputs of the rule engine, which is slow: the scenarios and more than 500 random ones
    private const int ForPacked = 1 << 18;
    private static readonly Edition edition = RuleBook.Standard.Newest;

    public static int Run()
    {
        var workflow = new ReferralWorkflow(edition);
        var inputs = Inputs.All.Take(ForEngine).Select(facts => new ReferralInput(facts)).ToArray();
        Machine.Print();
        Agree(workflow, inputs);
        var (judge, written, open) = Packed();
        var (judgeFew, engine) = Engine(workflow, inputs);
        var (decide, read, write) = Whole();

        var figures = new Figures();
        figures.AtMost("Outcome and recipients (Edition.Judge)", judge.Nanoseconds, 30, "ns");
        figures.AtMost("  bytes allocated", judge.Bytes, 0, "bytes");
        figures.AtMost("  ÷ the same rules hand-written", judge.Times(written), 3, "times", $" ({written.Nanoseconds:0.0} ns)");
        figures.AtLeast("  RulesEngine, recipients only ÷ ours", engine.Times(judgeFew), 50, "times",
            $" ({engine.Nanoseconds:N0} ns, {engine.Bytes:N0} bytes)");
        figures.AtMost("Open questions (Edition.OpenQuestions)", open.Nanoseconds, 300, "ns", $", {open.Bytes:N0} bytes");
        figures.AtMost("Whole explained decision (RuleBook.Decide)", decide.Nanoseconds, 2000, "ns", $", {decide.Bytes:N0} bytes");
        figures.Tell("Read from JSON (ConcernJson.Read)", read.Nanoseconds, "ns", $", {read.Bytes:N0} bytes");
        figures.Tell("Write as JSON (DecisionJson.Write)", write.Nanoseconds, "ns", $", {write.Bytes:N0} bytes");
        figures.Print();
        return 0;
    }

    private static void Agree(ReferralWorkflow workflow, ReferralInput[] inputs)
    {
        foreach (var facts in Inputs.All)
            if (HandWritten.Judge(facts) != edition.Judge(facts)) throw new DisagreementException($"hand-written rules and Edition.Judge differ on {facts}");
        for (var i = 0; i < inputs.Length; i++)
            if (workflow.Recipients(inputs[i]) != edition.Judge(Inputs.All[i]).Recipients)
                throw new DisagreementException($"RulesEngine and Edition.Judge differ on {Inputs.All[i]}");
        Console.WriteLine($"Agreement: hand-written rules on all {Inputs.All.Length:N0} inputs ({Inputs.Concerns.Length} scenarios, "
            + $"{Inputs.Random:N0} random), RulesEngine on {inputs.Length:N0} of them.");
        Console.WriteLine();
    }

    private static (Timing Judge, Timing Written, Timing Open) Packed()
    {
        var drawn = Inputs.Drawn(ForPacked);
        var timings = Rounds.Of(new(() => Judge(drawn), ForPacked), new(() => Written(drawn), ForPacked), new(() => Open(drawn), ForPacked));
        return (timings[0], timings[1], timings[2]);
    }

    private static (Timing Judge, Timing Engine) Engine(ReferralWorkflow workflow, ReferralInput[] inputs)
    {
        var same = Inputs.All.Take(inputs.Length).ToArray();
        var timings = Rounds.Of(
            new(() => Judge(same), same.Length),
            new(() => inputs.Aggregate(0UL, (sum, input) => sum + (uint)workflow.Results(input).Count), inputs.Length));
        return (timings[0], timings[1]);
    }

    private static (Timing Decide, Timing Read, Timing Write) Whole()
    {
        var decisions = Inputs.Concerns.Select(RuleBook.Standard.Decide).ToArray();
        var output = new ArrayBufferWriter<byte>(1 << 16);
        var timings = Rounds.Of(new(Decide, decisions.Length), new(Read, decisions.Length), new(() => Write(output, decisions), decisions.Length));
        return (timings[0], timings[1], timings[2]);
    }

    private static ulong Judge(Facts[] inputs)
    {
        var sum = 0UL;
        foreach (var facts in inputs)
        {
            var verdict = edition.Judge(facts);
            sum += verdict.Recipients + (uint)verdict.Outcome;
        }

        return sum;
    }

    private static ulong Written(Facts[] inputs)
    {
        var sum = 0UL;
        foreach (var facts in inputs)
        {
            var verdict = HandWritten.Judge(facts);
            sum += verdict.Recipients + (uint)verdict.Outcome;
        }

        return sum;
    }

    private static ulong Open(Facts[] inputs)
    {
        var sum = 0UL;
        foreach (var facts in inputs) sum += edition.OpenQuestions(facts);
        return sum;
    }

    private static ulong Decide()
    {
        var sum = 0UL;
        foreach (var concern in Inputs.Concerns) sum += (uint)RuleBook.Standard.Decide(concern).Duties.Count;
        return sum;
    }

    private static ulong Read()
    {
        var sum = 0UL;
        foreach (var body in Inputs.Bodies) sum += ConcernJson.Read(body).Concern!.Facts.Yes;
        return sum;
    }

    private static ulong Write(ArrayBufferWriter<byte> output, Decision[] decisions)
    {
        var sum = 0UL;
        foreach (var decision in decisions)
        {
            output.ResetWrittenCount();
            DecisionJson.Write(output, decision);
            sum += (uint)output.WrittenCount;
        }

        return sum;
    }
}
