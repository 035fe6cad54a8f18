using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Tests.Logic;

/// <summary>Everything that can be known of the first few facts, and everything that can come of it, by trying.</summary>
internal static class Everything
{
    /// <summary>Every combination of yes, no and not known over so many facts; facts beyond them are no.</summary>
    public static IEnumerable<Facts> Over(int facts)
    {
        var beyond = ~((1UL << facts) - 1);
        for (var number = 0; number < Math.Pow(3, facts); number++) yield return Numbered(number, facts) is var (yes, no) ? new(yes, no | beyond) : default;
    }

    /// <summary>One of those combinations; facts beyond are not known.</summary>
    public static Facts Numbered(int number, int facts)
    {
        var (yes, no) = (0UL, 0UL);
        for (var fact = 0; fact < facts; fact++, number /= 3)
        {
            if (number % 3 == 1) yes |= 1UL << fact;
            if (number % 3 == 2) no |= 1UL << fact;
        }

        return new(yes, no);
    }

    /// <summary>The not-known facts that, for some way of settling all the others, change the answer alone.</summary>
    public static ulong Open(Rule rule, Facts known, int facts)
    {
        var notKnown = ~(known.Yes | known.No) & ((1UL << facts) - 1);
        var open = 0UL;
        foreach (var fact in Facts.Bits(notKnown))
            for (var filling = 0UL; filling < 1UL << facts; filling++)
            {
                var yes = known.Yes | (filling & notKnown & ~(1UL << fact));
                if (rule.In(new(yes, ~yes)) != rule.In(new(yes | 1UL << fact, ~(yes | 1UL << fact)))) open |= 1UL << fact;
            }

        return open;
    }
}
