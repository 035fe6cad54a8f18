using System.Text.RegularExpressions;
using Lapwing.Casework.Guidance;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Help;

/// <summary>Who a place of help is for.</summary>
public enum Serves
{
    /// <summary>Children and young people themselves.</summary>
    ChildrenAndYoungPeople,

    /// <summary>Parents and carers.</summary>
    ParentsAndCarers,

    /// <summary>Schools and colleges.</summary>
    SchoolsAndColleges,

    /// <summary>Practitioners of any agency.</summary>
    Practitioners,

    /// <summary>Adults worried about their own behaviour, or about that of somebody close.</summary>
    AdultsWorriedAboutBehaviour,

    /// <summary>Anyone.</summary>
    Anyone,
}

/// <summary>That something newer has taken the place of an entry, which then is not offered any more but points on.</summary>
/// <param name="By">The name of the entry that took its place. A directory refuses one that it does not hold, or that was itself replaced.</param>
/// <param name="Words">What happened, in a sentence.</param>
public sealed record Superseded(string By, string Words);

/// <summary>One place of help (S0.3).</summary>
/// <param name="Name">Its name, which never changes: small letters and hyphens. A partnership's settings name it. Anything else is refused.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Serves">Who it is for, the most first. Nobody at all is refused.</param>
/// <param name="What">What it does, in a sentence or two.</param>
/// <param name="Cites">Ids of the statements for which it stands here. None at all is refused, and one that neither document holds.</param>
public sealed partial record HelpEntry(string Name, string Title, IReadOnlyList<Serves> Serves, string What, params IReadOnlyList<string> Cites)
{
    private readonly string? link;

    /// <inheritdoc cref="HelpEntry" path="/param[@name='Name']"/>
    public string Name { get; } = KebabCase().IsMatch(Name) ? Name
        : throw new ArgumentException($"'{Name}' is no name of an entry: it is small letters and hyphens", nameof(Name));

    /// <inheritdoc cref="HelpEntry" path="/param[@name='Serves']"/>
    public IReadOnlyList<Serves> Serves { get; } = Serves.Count > 0 ? Serves
        : throw new ArgumentException($"the directory entry {Name} serves nobody", nameof(Serves));

    /// <inheritdoc cref="HelpEntry" path="/param[@name='Cites']"/>
    public IReadOnlyList<string> Cites { get; } = Cited.Known(Cites, $"the directory entry {Name}");

    /// <summary>The concerns for which it is offered by their facts. Without one it is general, and offered for none in particular.</summary>
    public Condition? When { get; init; }

    /// <summary>What to mind before it is offered to anybody, shown wherever the entry is; none where there is nothing to mind.</summary>
    public string? Caution { get; init; }

    /// <summary>The telephone number as it is read aloud; none where there is none, or where nobody has given it.</summary>
    public string? Telephone { get; init; }

    /// <summary>Where it is found, as a whole https address, which is all that is accepted; none where nobody has given it.</summary>
    public string? Link
    {
        get => link;
        init => link = value is null || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps) ? value
            : throw new ArgumentException($"the link of the directory entry {Name} is a whole https address; '{value}' is none", nameof(value));
    }

    /// <summary>The London day on which somebody last tried the link and the number; none where nobody has.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>What took its place, where something did.</summary>
    public Superseded? SupersededBy { get; init; }

    /// <summary>Whether neither a link nor a telephone number is known. Pages say so: a dead one is never shown.</summary>
    public bool IsMissing => Link is null && Telephone is null;

    /// <summary>
    /// The same entry with what a partnership corrected in it. A changed link or number that comes without a day counts as not checked yet.
    /// </summary>
    public HelpEntry With(OwnHelp own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var changed = own.Link is not null || own.Telephone is not null;
        return this with { Link = own.Link ?? Link, Telephone = own.Telephone ?? Telephone, CheckedOn = own.CheckedOn ?? (changed ? null : CheckedOn) };
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
