using Lapwing.Casework.Cases;
using Lapwing.Casework.Logic;
using Lapwing.Casework.Triage;

namespace Lapwing.Casework.Procedures;

/// <summary>
/// Whether somebody who is told is, or may be, the adult of whom it is alleged, their partner or of their home: by who they are in the case, by the
/// words that say who they are, and by what whoever tells them answered.
/// </summary>
internal static class WhoIsTold
{
    private const int ShortestName = 3;
    private static readonly string[] men = ["dad", "daddy", "father", "stepfather", "stepdad", "grandfather", "grandad", "uncle", "brother",
        "husband", "boyfriend"];
    private static readonly string[] women = ["mum", "mummy", "mother", "stepmother", "stepmum", "grandmother", "grandma", "nan", "aunt", "sister",
        "wife", "girlfriend"];
    private static readonly string[] selves = ["i", "me", "myself", "we", "us", "ourselves"];      // whose it is, the duty says
    private static readonly string[] alone = ["parent", "parents", "stepparent", "carer", "carers", "guardian", "family"];
    private static readonly string[] either = [.. alone, "partner", "both"];

    /// <summary>Whether they are alleged or linked, or may be.</summary>
    public static bool IsLinked(CaseFile file, TellingParents.ParentTold told) => told.CouldBeAdult is Answer.Yes or Answer.NotKnown || IsKnown(file, told);

    /// <summary>Whether the case has them as alleged, or linked to whoever is.</summary>
    public static bool IsKnown(CaseFile file, TellingParents.ParentTold told) =>
        told.Person is { } person ? Linked(file).Contains(person) : IsNamed(file, told);

    /// <summary>Whether somebody of the case is alleged, or linked to whoever is.</summary>
    public static bool IsKnown(CaseFile file, Guid person) => Linked(file).Contains(person);

    /// <summary>What made somebody alleged, or linked to it, after something about telling them was recorded; none where nothing did.</summary>
    public static Entry? KnownSince(CaseFile file, Entry recorded, TellingParents.ParentTold told)
    {
        if (!IsKnown(file, told) || IsKnown(file.UpTo(recorded.Id), told)) return null;
        return file.Since(file.PlaceOf(recorded.Id) + 1).First(entry => IsKnown(file.UpTo(entry.Id), told));
    }

    /// <summary>Whether what was agreed names them: the same person of the case, or the same name in words.</summary>
    public static bool Names(CaseFile file, TellingParents.Agreed agreed, TellingParents.ParentTold told)
    {
        if (agreed.Person is { } one && told.Person is { } other) return one == other;
        var (to, who) = (Words(agreed.Person is { } named ? People.NameOf(file, named) : agreed.ToWhom),
            Words(told.Person is { } person ? People.NameOf(file, person) : told.Who));
        return to.SetEquals(who) || (who.Count > 0 && who.All(word => word.Length < ShortestName || to.Contains(word)));
    }

    /// <summary>A plan to tell somebody, in a line: "Colin Marsh tells the mother (child 12, was sent it)".</summary>
    public static string Planned(CaseFile file, TellingParents.ToBeTold planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var told = planned.Who.Trim().ToLowerInvariant();
        var who = Directed.Isolated(men.Contains(told) || women.Contains(told) || alone.Contains(told) ? $"the {told}" : planned.Who);
        var (by, words) = (planned.ToldBy.Trim(), planned.ToldBy.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        var about = $"{who} ({People.PartOf(file, planned.Child)})";
        if (words.Length > 0 && selves.Contains(words[0])) return $"Tell {about}{(words.Length > 1 ? $": {Directed.Isolated(by)}" : "")}";
        return $"{Directed.Isolated(DecisionWords.Capital(by))} {(words.Contains("and") ? "tell" : "tells")} {about}";
    }

    /// <summary>The words of a text in the form in which texts are compared.</summary>
    public static HashSet<string> Words(string text) => [.. ComparedText.Words(text).Select(word => word.Form)];

    // Everybody who is or ever was recorded as alleged or their partner, and whoever is or ever was linked to one of these: a correction loosens nothing.
    private static HashSet<Guid> Linked(CaseFile file) => file.Once(LinkedIn);

    private static HashSet<Guid> LinkedIn(CaseFile file)
    {
        var said = file.Entries.Select(entry => entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content).ToList();
        var linked = said.OfType<People.Added>().Where(one => one.Parts.Any(part => part is Involvement.Alleged or Involvement.Partner))
            .Select(one => one.Person)
            .ToHashSet();
        var adults = said.OfType<People.Added>().Where(one => !one.IsChild).Select(one => one.Person).ToHashSet();
        var ends = said.OfType<People.Linked>().SelectMany(link => linked.Contains(link.From) ? [link.To] : linked.Contains(link.To)
            ? new[] { link.From } : []).Where(adults.Contains).ToList();
        linked.UnionWith(ends);
        return linked;
    }

    // By a name that they share with somebody linked; or by a word for a parent, where somebody linked is one of this child.
    private static bool IsNamed(CaseFile file, TellingParents.ParentTold told)
    {
        var words = Words(told.Who);
        foreach (var person in Linked(file))
        {
            var names = Words(Names(file, person));
            if (names.Any(name => name.Length >= ShortestName && words.Contains(name))
                || (IsParent(file, person, told.Child) && IsParentWord(words, names))) return true;
        }

        return false;
    }

    // Every name that they have or had.
    private static string Names(CaseFile file, Guid person) =>
        string.Join(' ', file.Entries.Select(entry => entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content)
        .Select(content => content is People.Added added && added.Person == person ? added.Name
        : content is People.Named named && named.Person == person ? named.Name : null).OfType<string>());

    private static bool IsParent(CaseFile file, Guid person, Guid child) =>
        file.All<People.Added>().Any(one => one.Content.Person == person && one.Content.Parts.Contains(Involvement.ParentOrCarer))
        || file.All<People.Linked>().Any(link => link.Content.From == person && link.Content.To == child
        && link.Content.Kind is LinkKind.ParentOrCarerOf or LinkKind.LivesWith);

    // A word for the one leaves out somebody who is called by a word for the other.
    private static bool IsParentWord(HashSet<string> words, HashSet<string> names) => words.Overlaps(either)
        || (words.Overlaps(men) && !names.Overlaps(women)) || (words.Overlaps(women) && !names.Overlaps(men));
}
