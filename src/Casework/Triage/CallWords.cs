using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>What whoever answers the telephone asks, and no rule turns on. None of it is needed, and no name belongs in it.</summary>
/// <param name="Where">Where the child is now, and who is with them.</param>
/// <param name="WhoKnows">Who else knows already, in words.</param>
/// <param name="OwnWords">The child's own words.</param>
/// <param name="Reach">Which children the person lives with, minds or spends time with.</param>
public sealed record CallNotes(string? Where = null, string? WhoKnows = null, string? OwnWords = null, string? Reach = null)
{
    /// <summary>Which of those who may be called know already, such as those who told whoever reports it: a call brings them no news.</summary>
    public IReadOnlyList<Recipient> Knowing { get; init; } = [];

    /// <summary>Those of whom it can be said that they know already, in the order in which they are asked about.</summary>
    public static IReadOnlyList<Recipient> MayKnow { get; } = [Recipient.ChildrensSocialCare, Recipient.Police];

    /// <summary>Everybody who knows already, in a line; none where that was not written.</summary>
    public string? Knows => Knowing.Count == 0 ? WhoKnows : string.Join("; ", Knowing.Select(one => one.Short).Append(WhoKnows).OfType<string>());
}

/// <summary>What to say when a call is answered, without a name: all that was told, in the order in which it is asked.</summary>
public static class CallWords
{
    private const int MostNotKnown = 5;
    private const string Now = "The child now", Reach = "Children whom the person lives with, minds or spends time with", WhoKnows = "Who knows already";

    /// <summary>Who is calling about what, to one service. Whoever is called together is told the same.</summary>
    public static string Opening(Recipient to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return to == Recipient.Lado ? "I am reporting a concern about an adult who works or volunteers with children, or lives where children are cared for."
            : to == Recipient.Health ? "A child needs urgent help today."
            : to == Recipient.Prevent ? "I am making a Prevent referral about a child, in my own name."
            : "I am making a safeguarding referral about a child, under the procedure on abuse through digital media.";
    }

    /// <summary>What is known, and what is not, a line each.</summary>
    public static IEnumerable<string> Facts(Decision decision, CallNotes notes)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(notes);
        var concern = decision.Concern;
        if (notes.Where is { } where) yield return $"{Now}: {where}";
        yield return $"{Sentence(Forms.All.Where(form => concern.Facts[form] == Answer.Yes).Select(form => form.Sentence))}.";
        var known = Questions.All.Where(question => concern.Facts[question] == Answer.Yes && Intake.Applies(question, concern, decision.Edition))
            .Select(question => question.Sentence).ToList();
        if (known.Count > 0) yield return $"{Sentence(known)}.";
        if (concern.Children.Count > 0) yield return $"{Sentence(concern.Children.Select(child => ChildWords.Of(child)))}.";
        if (notes.Reach is { } reach) yield return $"{Reach}: {reach}";
        if (notes.OwnWords is { } words) yield return $"The child's own words: {words}";
        var adult = concern.Facts[Questions.AdultInvolved] == Answer.Yes;
        var open = decision.OpenQuestions.Select(question => question.IsAboutTheAdult && !adult ? $"if an adult is involved, whether {question.Whether}"
            : $"whether {question.Whether}").ToList();
        if (open.Count > 0)
            yield return $"Not known, or not asked yet: {string.Join("; ", open.Take(MostNotKnown))}"
                + $"{(open.Count > MostNotKnown ? $"; and {open.Count - MostNotKnown} more" : "")}.";
        if (notes.Knows is { } who) yield return $"{WhoKnows}: {who}";
    }

    /// <summary>What a service is told that does not see to the child's protection: why it is called, and nothing else.</summary>
    public static IEnumerable<string> Facts(Referral referral)
    {
        yield return $"{Sentence(Logic.Facts.Bits(referral.Because.Aggregate(0UL, (all, because) => all | because.Facts))
            .Select(bit => Vocabulary.Facts[bit].Sentence))}.";
    }

    /// <summary>What was written for the call, but the child's own words, as the beginning of what happened; empty where nothing was.</summary>
    public static string Story(CallNotes notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        return string.Join('\n', new[] { (Now, notes.Where), (Reach, notes.Reach), (WhoKnows, notes.Knows) }.Where(line => line.Item2 is not null)
            .Select(line => $"{line.Item1}: {line.Item2}"));
    }

    /// <summary>What to say first to whoever knows already, of those who are called together; none where nobody is known to.</summary>
    public static string? First(IReadOnlyList<Recipient> to, CallNotes notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        var knowing = to.Where(notes.Knowing.Contains).ToList();
        return knowing.Count == 0 ? null : $"First, to {DecisionWords.Named(knowing)}: you know of this already.";
    }

    /// <summary>What to ask before the call ends.</summary>
    public const string Closing = "Tell me your name, the reference, what happens next, and what may be said to the child, the parents and anyone else.";

    private static string Sentence(IEnumerable<string> clauses) => DecisionWords.Capital(string.Join("; ", clauses));
}

/// <summary>The parts that a child may have had, in words.</summary>
public static class ChildWords
{
    /// <summary>What home means, beside whatever asks who lives with whom.</summary>
    public const string Home = "Home means wherever they sleep: a boarding house, children's home or foster home counts.";

    /// <summary>Each role with its name in files and its words as a choice on a page, of one child and of several.</summary>
    public static readonly IReadOnlyList<(Involvement Role, string Name, string Label, string OfSeveral)> Parts =
    [
        (Involvement.Shown, "shown", "Is in the image", "Are in the image"), (Involvement.Shared, "shared", "Passed it on", "Passed it on"),
        (Involvement.Received, "received", "Was sent it", "Were sent it"), (Involvement.Harmed, "harmed", "Was harmed", "Were harmed"),
        (Involvement.Acting, "acting", "Is said to have done it", "Are said to have done it"),
        (Involvement.Household, "household", "Lives with the person you are worried about", "Live with the person you are worried about"),
    ];

    /// <summary>Several children: "14 children", or "several children" where nobody knows how many.</summary>
    public static string Several(int? count) => $"{(count is { } known ? $"{known}" : "several")} children";

    /// <summary>A child, or several, by age: "a child of 14", "14 children, the youngest 12".</summary>
    public static string Who(Child child) => (child.IsSeveral, child.Age) switch
    {
        (true, { } age) => $"{Several(child.Count)}, the youngest {age}",
        (true, null) => $"{Several(child.Count)} of unknown age",
        (_, { } age) => $"a child of {age}",
        _ => "a child of unknown age",
    };

    /// <summary>The parts of a child, or of several, as they stand within a line.</summary>
    public static IReadOnlyList<string> PartsOf(Child child) => [.. Parts.Where(part => child.Roles.HasFlag(part.Role))
        .Select(part => child.IsSeveral ? part.OfSeveral : part.Label).Select(label => char.ToLowerInvariant(label[0]) + label[1..])];

    /// <summary>A child in a clause: "a child of 14 was harmed and lives with the person of concern".</summary>
    public static string Of(Child child)
    {
        var parts = PartsOf(child).Select(part => part.Replace("person you are worried about", "person of concern", StringComparison.Ordinal)).ToList();
        return $"{Who(child)}{(child is { IsSeveral: true, Age: not null } ? "," : "")} {(parts.Count < 2 ? string.Concat(parts)
            : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}")}";
    }
}
