using Lapwing.Casework.Duties;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Triage;
using Microsoft.AspNetCore.Mvc;

namespace Lapwing.Web.Cases;

/// <summary>What the page says about somebody of a case.</summary>
/// <param name="Person">Who.</param>
/// <param name="Kind">A child, an adult, several children; and the part that they have, but for what is said as a reason.</param>
/// <param name="Reach">Why an alleged person can reach them; nothing where nothing says so.</param>
/// <param name="Links">How they are linked to others, but for what is said as a reason; nothing where they are not.</param>
/// <param name="ToDo">The open duties about them, of those that the reader sees.</param>
public sealed record PersonCard(PersonOfCase Person, string Kind, string Reach, string Links, IReadOnlyList<Duty> ToDo)
{
    private const int MostDuties = 2;

    /// <summary>The id of what is said about them.</summary>
    public string Target => $"person-{Person.Id:N}";

    /// <summary>What is to be done about them, in a line.</summary>
    public string ToDoInWords => string.Join("; ", CaseWords.InShort([.. ToDo.Select(duty => duty.Kind.Short).Distinct()], MostDuties));
}

/// <summary>The people of a case, how they are linked, and which of the children can be reached.</summary>
public sealed class PeopleModel(Desk desk) : CasePage(desk)
{
    private const int PageSize = 60;
    private const double RoomForName = 20, RoomForDetail = 27;
    private List<People.Linked> links = [];

    /// <summary>Everybody, and then the groups, each in the order in which they came in.</summary>
    public IReadOnlyList<PersonCard> Cards { get; private set; } = [];

    /// <summary>Those of one page of them.</summary>
    public IReadOnlyList<PersonCard> OnPage { get; private set; } = [];

    /// <summary>The ways to the other pages.</summary>
    public PageLinks? PageLinks { get; private set; }

    /// <summary>Whether it is alleged of anybody: then it is asked whom they can reach.</summary>
    public bool IsAnybodyAlleged => Cards.Any(card => IsAlleged(card.Person));

    /// <summary>The picture of them; none where it would not help.</summary>
    public NetworkPicture? Picture { get; private set; }

    /// <summary>Why there is no picture; nothing where nobody would look for one.</summary>
    public string? WhyNoPicture => Picture is not null || Cards.Count < 2 ? null : links.Count == 0
        ? "Nobody is linked to anybody yet. Once two people are, a picture of them stands here."
        : $"More than {NetworkPicture.MostPeople} people, or {NetworkPicture.MostLinks} links: a picture would be a tangle. All of it stands below.";

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await Open(id, "people")) return NotFound();
        links = [.. Case.File.All<People.Linked>().Select(link => link.Content).Distinct()];
        var reached = Reach.Of(Case.File).ToDictionary(one => one.Child);
        var open = Duties.Where(Sees).SelectMany(duty => DutySubjects.Of(Case.File, duty).Select(person => (person, duty)))
            .ToLookup(one => one.person, one => one.duty);
        var linked = links.SelectMany(link => new[] { (Person: link.From, link), (Person: link.To, link) }).ToLookup(one => one.Person, one => one.link);
        var sizes = Case.File.All<People.GroupAdded>().ToDictionary(group => group.Content.Group, group => group.Content.Size);
        Cards = [.. People.All(Case.File).Select(one =>
        {
            var reach = reached.GetValueOrDefault(one.Id);
            return new PersonCard(one, Kind(one, sizes.GetValueOrDefault(one.Id), reach?.Parts ?? []), InLine(reach?.Why(Case.File) ?? []),
                InLine(Linked(one.Id, linked[one.Id].Except(reach?.Links ?? []))), [.. open[one.Id]]);
        })];
        (OnPage, PageLinks) = PageLinks.Of(Cards, PageSize, Request.Query["page"], Request.Path);
        if (NetworkPicture.Helps(Cards.Count, links.Count)) Picture = Drawn();
        return Page();
    }

    private static bool IsAlleged(PersonOfCase one) => one.Parts.Any(part => part is Involvement.Alleged or Involvement.Acting);

    private static string InLine(IEnumerable<string> all) => string.Join("; ", all) is { Length: > 0 } line ? DecisionWords.Capital(line) : "";

    private static string Kind(PersonOfCase one, int? size, IReadOnlyList<Involvement> said)
    {
        var kind = one.IsGroup ? $"Several children{(size is { } many ? $", about {many}" : "")}" : one.IsChild ? "Child" : "Adult";
        return string.Join(", ", one.Parts.Except(said).Select(PartWords.Of).Prepend(kind));
    }

    // What somebody is to others is said once of all of them, as is what both are to each other; what others are to them, of each.
    private IEnumerable<string> Linked(Guid one, IEnumerable<People.Linked> all)
    {
        var ways = all.ToLookup(link => link.From == one || People.IsMutual(link.Kind));
        return ways[true].GroupBy(link => link.Kind)
            .Select(same => $"{People.Words(same.Key)} {string.Join(", ", same.Select(link => Other(link, one)).Distinct())}")
            .Concat(ways[false].Select(link => link.Line(Case.File)));
    }

    private string Other(People.Linked link, Guid than) => People.NameOf(Case.File, link.From == than ? link.To : link.From);

    // Names are hidden before they are clipped: half a name is found by nobody.
    private NetworkPicture Drawn()
    {
        var places = Cards.Select((card, i) => (card.Person.Id, i)).ToDictionary(one => one.Id, one => one.i);
        return NetworkPicture.Of([.. Cards.Select(card => new NetworkPerson(card.Target, card.Person.IsChild, card.Person.IsGroup,
            IsAlleged(card.Person), ClippedWords.To(Hidden(card.Person.Name ?? DecisionWords.Capital(card.Person.Called)), RoomForName),
            ClippedWords.To(Detail(card.Person), RoomForDetail), card.Reach.Length > 0, card.ToDo.Count))],
            [.. links.Where(link => places.ContainsKey(link.From) && places.ContainsKey(link.To))
                .Select(link => (places[link.From], OnLine(link.Kind), places[link.To]))]);
    }

    private string Hidden(string words) => AreNamesHidden ? Names.In(words) : words;

    private static string Detail(PersonOfCase one)
    {
        var parts = one.Parts.Select(PartWords.Of);
        return string.Join(", ", one.Age is { } age ? parts.Prepend(one.IsGroup ? $"the youngest {age}" : $"{age}") : parts);
    }

    // On a line stands what a sentence says without its verb: "parent or carer of".
    private static string OnLine(LinkKind kind)
    {
        var words = People.Words(kind);
        return words.StartsWith("is a ", StringComparison.Ordinal) ? words[5..] : words.StartsWith("is the ", StringComparison.Ordinal) ? words[7..] : words;
    }
}
