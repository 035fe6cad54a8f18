using System.Numerics;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>
/// The open questions by the letter of the contract: every not-known fact is filled with yes and with no in every combination, 64 fillings at
/// once, and a question is open when changing it alone changes the recipients or the duties in any of them.
/// </summary>
internal static class LiteralOpen
{
    // The first six not-known facts over 64 lanes: every combination of six bits.
    private static readonly ulong[] patterns =
        [0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000];

    private static readonly string[] recipients = [.. Contract.RefersTo.Distinct()];
    private static readonly int[] toRecipient = [.. Contract.RefersTo.Select(to => Array.IndexOf(recipients, to))];

    /// <summary>The names of the open questions, in the contract's order.</summary>
    public static IEnumerable<string> Questions(Known known) =>
        from question in Bits(known.NotKnown)
        where CouldMatter(question, known)
        select question == (int)Told.ShownUnder13 ? "age-of-children-shown" : question == (int)Told.OtherChildUnder13 ? "age-of-other-children"
            : Known.Names[question];

    private static bool CouldMatter(int question, Known known)
    {
        Span<ulong> facts = stackalloc ulong[Known.Names.Count];
        foreach (var fact in Bits(known.Yes)) facts[fact] = ulong.MaxValue;
        int[] others = [.. Bits(known.NotKnown).Where(fact => fact != question)];
        for (var i = 0; i < others.Length && i < patterns.Length; i++) facts[others[i]] = patterns[i];
        int[] rest = [.. others.Skip(patterns.Length)];
        for (var filling = 0L; filling >> rest.Length == 0; filling++)
        {
            // Only the lowest bits differ from the filling before.
            for (var i = 0; i < rest.Length && i <= BitOperations.TrailingZeroCount(filling); i++) facts[rest[i]] = 0UL - (ulong)(filling >> i & 1);
            if (Differs(question, facts)) return true;
        }

        return false;
    }

    private static bool Differs(int question, Span<ulong> facts)
    {
        Span<ulong> no = stackalloc ulong[recipients.Length + Contract.Duties];
        Span<ulong> yes = stackalloc ulong[recipients.Length + Contract.Duties];
        facts[question] = 0;
        Comes(facts, no);
        facts[question] = ulong.MaxValue;
        Comes(facts, yes);
        return !no.SequenceEqual(yes);
    }

    // Everything is settled, so what is possible is what is yes.
    private static void Comes(ReadOnlySpan<ulong> facts, Span<ulong> found)
    {
        var contract = new Contract(facts, facts);
        Span<ulong> rules = stackalloc ulong[Contract.Rules];
        contract.EvaluateRules(rules);
        found.Clear();
        for (var rule = 0; rule < rules.Length; rule++) found[toRecipient[rule]] |= rules[rule];
        contract.EvaluateDuties(found[recipients.Length..]);
    }

    private static IEnumerable<int> Bits(ulong set) => Enumerable.Range(0, 64).Where(i => (set >> i & 1) != 0);
}
