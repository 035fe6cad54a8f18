using Lapwing.Web.Cases;
using Xunit;

namespace Lapwing.Web.Tests.Cases;

/// <summary>What holds of every picture of a network, over made-up ones of every size.</summary>
public sealed class NetworkPictureTests
{
    private static readonly string[] words = ["lives with", "parent or carer of", "knows", "spends time alone with"];

    [Fact]
    public void Everybody_and_every_link_is_in_it_and_it_is_the_same_each_time() => OfEverySize((people, links, picture, seed) =>
    {
        Assert.Equal(people.Select(one => one.Target).Order(), picture.Nodes.Select(node => node.Person.Target).Order());
        Assert.True(picture.Lines.SelectMany(line => line.Link.To.Select(to => (line.Link.From, line.Link.Words, to))).ToHashSet()
            .SetEquals(links), $"{seed}");
        Assert.Equal(Told(picture), Told(NetworkPicture.Of(people, links)));
        // Adults stand above children.
        Assert.True(picture.Nodes.Where(node => !node.Person.IsChild).Select(node => node.Top).DefaultIfEmpty(-1).Max()
            < picture.Nodes.Where(node => node.Person.IsChild).Select(node => node.Top).DefaultIfEmpty(int.MaxValue).Min(), $"{seed}");
    });

    [Fact]
    public void Nobody_stands_on_anybody_or_outside_and_the_keyboard_goes_row_by_row() => OfEverySize((_, _, picture, seed) =>
    {
        foreach (var node in picture.Nodes)
        {
            Assert.True(node.Left >= 0 && node.Top >= 0 && node.Left + NetworkPicture.BoxWidth <= picture.Width
                && node.Top + NetworkPicture.BoxHeight <= picture.Height, $"{seed}: {node.Person.Name} stands outside");
            Assert.DoesNotContain(picture.Nodes, other => other != node && Math.Abs(other.Left - node.Left) < NetworkPicture.BoxWidth
                && Math.Abs(other.Top - node.Top) < NetworkPicture.BoxHeight);
        }

        Assert.Equal(picture.Nodes.OrderBy(node => node.Top).ThenBy(node => node.Left), picture.Nodes);
    });

    [Fact]
    public void Each_line_leads_from_the_first_to_each_of_the_others_and_behind_nobody() => OfEverySize((people, _, picture, seed) =>
    {
        foreach (var line in picture.Lines)
        {
            var ends = line.Link.To.Prepend(line.Link.From).Select(one => Assert.Single(picture.Nodes, node => node.Person == people[one])).ToList();
            Assert.All(ends, end => Assert.Contains(line.Pieces, piece => Touches(piece, end)));
            Assert.Equal(line.Link.To.Count, line.Ends.Count);
            foreach (var (node, (x, y, _)) in ends.Skip(1).Zip(line.Ends))
                Assert.True(x > node.Left && x < node.Left + NetworkPicture.BoxWidth && (y == node.Top || y == node.Top + NetworkPicture.BoxHeight));
            Assert.True(IsJoined(line.Pieces), $"{seed}: {line.Link.Words} falls apart");
            foreach (var piece in line.Pieces)
            {
                Assert.True(Math.Min(piece.X1, piece.X2) >= 0 && Math.Max(piece.X1, piece.X2) <= picture.Width, $"{seed}: a line runs outside");
                Assert.DoesNotContain(picture.Nodes, node => IsBehind(piece, node));
            }
        }
    });

    [Fact]
    public void No_two_lines_run_over_each_other_and_no_words_stand_on_words_or_on_anybody() => OfEverySize((_, _, picture, seed) =>
    {
        for (var i = 0; i < picture.Lines.Count; i++)
        {
            var line = picture.Lines[i];
            Assert.True(line.WordsLeft >= 0 && line.WordsLeft + line.WordsWidth <= picture.Width, $"{seed}: words stand outside");
            Assert.DoesNotContain(picture.Nodes, node => IsOn(line, node.Left, node.Top, NetworkPicture.BoxWidth, NetworkPicture.BoxHeight));
            foreach (var other in picture.Lines.Skip(i + 1))
            {
                Assert.False(IsOn(line, other.WordsLeft, other.WordsTop - Letter, other.WordsWidth, Letter), $"{seed}: {line.Link} and {other.Link}");
                Assert.DoesNotContain(line.Pieces, piece => other.Pieces.Any(one => RunsOver(piece, one)));
            }
        }
    });

    [Theory]
    [InlineData(2, 0, false), InlineData(2, 1, true), InlineData(40, 80, true), InlineData(41, 3, false), InlineData(12, 81, false)]
    public void A_picture_helps_where_somebody_is_linked_and_it_is_no_tangle(int people, int links, bool helps) =>
        Assert.Equal(helps, NetworkPicture.Helps(people, links));

    [Fact]
    public void Whoever_is_linked_stands_near_and_what_is_said_of_several_is_one_line()
    {
        // The last adult is the parent of the first child, and everything else is in order.
        NetworkPerson[] people = [.. Enumerable.Range(0, 4).Select(i => Somebody(i, isChild: false)), .. Enumerable.Range(4, 4).Select(i => Somebody(i, true))];
        var picture = NetworkPicture.Of(people, [(3, "knows", 4), (3, "knows", 5), (3, "knows", 4), (0, "knows", 7)]);
        int At(int one) => picture.Nodes.Single(node => node.Person == people[one]).Left;
        Assert.Equal(At(0), At(7));
        Assert.Contains(At(3), new[] { At(4), At(5) });
        Assert.Equal([(3, 2), (0, 1)], picture.Lines.Select(line => (line.Link.From, line.Link.To.Count)));
    }

    [Theory]
    [InlineData("Ana K.", 20, "Ana K.")]
    [InlineData("Maximiliane Wilhelmine of Somewhere", 12, "Maximilian…")]
    [InlineData("אברהם בן שמואל הגדול", 8, "⁨אברהם ב…⁩")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301", 4, "e\u0301e\u0301e\u0301…")]
    [InlineData("李小龙李小龙李小龙", 8, "李小龙…")]
    public void Words_that_do_not_fit_are_clipped_between_letters_and_keep_their_direction(string whole, double room, string clipped)
    {
        Assert.Equal(clipped, ClippedWords.To(whole, room));
        Assert.InRange(ClippedWords.WidthOf(clipped.Trim('\u2068', '\u2069')), 0, room);
    }

    private const int Letter = 11;

    private static void OfEverySize(Action<NetworkPerson[], (int From, string Words, int To)[], NetworkPicture, int> holds)
    {
        for (var seed = 0; seed < 160; seed++)
        {
            var random = new Random(seed);
            NetworkPerson[] people = [.. Enumerable.Range(0, random.Next(1, NetworkPicture.MostPeople + 1)).Select(i => Somebody(i, random.Next(3) > 0))];
            (int From, string Words, int To)[] links = [.. Enumerable.Range(0, random.Next(NetworkPicture.MostLinks + 1))
                .Select(_ => (From: random.Next(seed % 4 == 0 ? 1 : people.Length), Words: words[random.Next(words.Length)], To: random.Next(people.Length)))
                .Where(link => link.From != link.To)];
            holds(people, links, NetworkPicture.Of(people, links), seed);
        }
    }

    private static NetworkPerson Somebody(int i, bool isChild) => new($"person-{i}", isChild, false, i == 0, $"Somebody {i}", "", false, 0);

    private static string Told(NetworkPicture picture) => $"{picture.Width} {picture.Height} "
        + string.Join('\n', picture.Nodes.Select(node => $"{node.Person.Target} {node.Left} {node.Top}"))
        + string.Join('\n', picture.Lines.Select(line => $"{line.Path} {line.Arrows} {line.WordsLeft} {line.WordsTop}"));

    private static bool Touches(NetworkPiece piece, NetworkNode node) => piece.X1 == piece.X2 && piece.X1 > node.Left
        && piece.X1 < node.Left + NetworkPicture.BoxWidth && (piece.Y1 == node.Top || piece.Y1 == node.Top + NetworkPicture.BoxHeight);

    // Inside its edge: where a line begins and ends it touches the edge.
    private static bool IsBehind(NetworkPiece piece, NetworkNode node) =>
        Math.Max(piece.X1, piece.X2) > node.Left && Math.Min(piece.X1, piece.X2) < node.Left + NetworkPicture.BoxWidth
        && Math.Max(piece.Y1, piece.Y2) > node.Top && Math.Min(piece.Y1, piece.Y2) < node.Top + NetworkPicture.BoxHeight;

    private static bool IsOn(NetworkLine line, int left, int top, int width, int height) =>
        line.WordsLeft < left + width && left < line.WordsLeft + line.WordsWidth && line.WordsTop - Letter < top + height && top < line.WordsTop;

    private static bool RunsOver(NetworkPiece one, NetworkPiece other)
    {
        static (int, int) Span(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
        static bool Meet((int From, int To) a, (int From, int To) b) => a.From < b.To && b.From < a.To;
        return (one.X1 == one.X2 && other.X1 == other.X2 && one.X1 == other.X1 && Meet(Span(one.Y1, one.Y2), Span(other.Y1, other.Y2)))
            || (one.Y1 == one.Y2 && other.Y1 == other.Y2 && one.Y1 == other.Y1 && Meet(Span(one.X1, one.X2), Span(other.X1, other.X2)));
    }

    private static bool IsJoined(IReadOnlyList<NetworkPiece> pieces)
    {
        var reached = new HashSet<int> { 0 };
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            for (var i = 0; i < pieces.Count; i++)
                if (reached.Any(one => Meets(pieces[one], pieces[i]))) reached.Add(i);
        }

        return reached.Count == pieces.Count;
    }

    private static bool Meets(NetworkPiece one, NetworkPiece other) =>
        Math.Max(Math.Min(one.X1, one.X2), Math.Min(other.X1, other.X2)) <= Math.Min(Math.Max(one.X1, one.X2), Math.Max(other.X1, other.X2))
        && Math.Max(Math.Min(one.Y1, one.Y2), Math.Min(other.Y1, other.Y2)) <= Math.Min(Math.Max(one.Y1, one.Y2), Math.Max(other.Y1, other.Y2));
}
