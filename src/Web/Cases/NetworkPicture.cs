namespace Lapwing.Web.Cases;

/// <summary>Somebody in the picture of a network, as it shows them.</summary>
/// <param name="Target">The id of what the page says about them.</param>
/// <param name="IsChild">Whether they are a child, and round.</param>
/// <param name="IsGroup">Whether they are several children, with two borders.</param>
/// <param name="IsAlleged">Whether it is alleged of them: they have a heavy border.</param>
/// <param name="Name">What they are called, as it fits.</param>
/// <param name="Detail">Age and part, as they fit.</param>
/// <param name="IsInReach">Whether an alleged person can reach them.</param>
/// <param name="ToDo">How many duties about them are open, of those that the reader may see.</param>
public sealed record NetworkPerson(string Target, bool IsChild, bool IsGroup, bool IsAlleged, string Name, string Detail, bool IsInReach, int ToDo);

/// <summary>How somebody is linked to one or several others: one line with an arrow to each of them.</summary>
/// <param name="From">The place of the first in the list of people.</param>
/// <param name="Words">What stands on the line.</param>
/// <param name="To">The places of the others.</param>
public sealed record NetworkLink(int From, string Words, IReadOnlyList<int> To);

/// <summary>Somebody at their place.</summary>
/// <param name="Person">Who.</param>
/// <param name="Left">The left edge.</param>
/// <param name="Top">The upper edge.</param>
public sealed record NetworkNode(NetworkPerson Person, int Left, int Top);

/// <summary>A straight piece of a line, across or down.</summary>
public readonly record struct NetworkPiece(int X1, int Y1, int X2, int Y2);

/// <summary>A line at its place.</summary>
/// <param name="Link">What it says.</param>
/// <param name="Pieces">Its pieces, joined to each other.</param>
/// <param name="Ends">Where an arrow ends: the point, and whether it points down.</param>
/// <param name="WordsLeft">Where its words begin.</param>
/// <param name="WordsTop">The line on which its words stand.</param>
/// <param name="WordsWidth">How much room its words have.</param>
public sealed record NetworkLine(NetworkLink Link, IReadOnlyList<NetworkPiece> Pieces, IReadOnlyList<(int X, int Y, bool IsDown)> Ends,
    int WordsLeft, int WordsTop, int WordsWidth)
{
    /// <summary>The pieces as the data of a path.</summary>
    public string Path => string.Concat(Pieces.Select(piece => piece.X1 == piece.X2
        ? $"M{piece.X1} {piece.Y1}V{piece.Y2}" : $"M{piece.X1} {piece.Y1}H{piece.X2}"));

    /// <summary>The arrows as the data of a path.</summary>
    public string Arrows => string.Concat(Ends.Select(end => $"M{end.X} {end.Y}l-5 {(end.IsDown ? "-9" : "9")}h10z"));
}

/// <summary>
/// The picture of the people of a case and their links: adults above, children below, in columns; the lines run between rows and columns, so that none
/// passes behind anybody, no two run over each other, and each has room for its words. The same people and links are the same picture. It knows
/// nothing of a case, and draws nothing: places are in pixels, and the page draws them.
/// </summary>
public sealed class NetworkPicture
{
    /// <summary>The size of everybody's box.</summary>
    public const int BoxWidth = 200, BoxHeight = 72;

    /// <summary>Beyond so many a picture would be a tangle, and the list says more.</summary>
    public const int MostPeople = 40, MostLinks = 80;

    internal NetworkPicture(int width, int height, IReadOnlyList<NetworkNode> nodes, IReadOnlyList<NetworkLine> lines) =>
        (Width, Height, Nodes, Lines) = (width, height, nodes, lines);

    /// <summary>How wide it is.</summary>
    public int Width { get; }

    /// <summary>How high it is.</summary>
    public int Height { get; }

    /// <summary>Everybody, row by row from the left: the order in which a keyboard reaches them.</summary>
    public IReadOnlyList<NetworkNode> Nodes { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<NetworkLine> Lines { get; }

    /// <summary>Whether a picture helps: somebody is linked to somebody, and there are not too many of either.</summary>
    public static bool Helps(int people, int links) => links > 0 && people <= MostPeople && links <= MostLinks;

    /// <summary>The picture of these people. Links of one from somebody that say the same are one line.</summary>
    /// <param name="people">Everybody, in an order that stays.</param>
    /// <param name="links">Who is linked to whom, by places in that order. One that is given twice counts once.</param>
    public static NetworkPicture Of(IReadOnlyList<NetworkPerson> people, IReadOnlyList<(int From, string Words, int To)> links)
    {
        ArgumentNullException.ThrowIfNull(people);
        NetworkLink[] all = [.. links.Distinct().GroupBy(link => (link.From, link.Words))
            .Select(same => new NetworkLink(same.Key.From, same.Key.Words, [.. same.Select(link => link.To)]))];
        var places = NetworkPlaces.Of([.. people.Select(one => one.IsChild)], [.. links.Select(link => (link.From, link.To)).Distinct()]);
        return new NetworkRoutes(people, all, places).Picture();
    }
}
