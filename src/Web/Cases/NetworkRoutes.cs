namespace Lapwing.Web.Cases;

/// <summary>
/// The ways of the lines in the picture of a network. Above each row, and below the last, is a lane in which lines run across; beside each column is one
/// in which they run down. A line leaves a box into a lane across, has a track of its own there, and goes by one lane down where somebody is further away.
/// </summary>
internal sealed class NetworkRoutes
{
    private const int Edge = 8, LeastGap = 40, AcrossTrack = 22, DownTrack = 12, AboveTracks = 20, BelowTracks = 12, EmptyLane = 24, Letter = 7;

    private readonly IReadOnlyList<NetworkPerson> people;
    private readonly NetworkPlaces places;
    private readonly Way[] ways;
    private readonly int[] columnLeft, rowTop;
    private readonly int width, height;

    // A line before it is drawn: the lanes across in which it has ends, the lane down if there is more than one, and its track in each.
    private sealed record Way(NetworkLink Link, int Lane, IReadOnlyList<Port> Ports, int? Down)
    {
        public int DownX { get; set; }

        public Dictionary<int, int> Tracks { get; } = [];

        public int WordsLeft { get; set; }

        public IEnumerable<int> Lanes => Ports.Select(port => port.Lane).Distinct().Order();

        public (int From, int To) Across(int lane)
        {
            var all = Ports.Where(port => port.Lane == lane).Select(port => port.X).Concat(Down is null ? [] : [DownX]).ToList();
            return (all.Min(), all.Max());
        }
    }

    // Where a line leaves or reaches somebody: from the lane above them or below them.
    private sealed record Port(int Person, int Lane, bool IsAbove)
    {
        public int X { get; set; }
    }

    /// <summary>Finds them.</summary>
    public NetworkRoutes(IReadOnlyList<NetworkPerson> people, NetworkLink[] links, NetworkPlaces places)
    {
        (this.people, this.places) = (people, places);
        ways = [.. links.Select(WayOf)];
        (columnLeft, width) = Columns();
        SetPorts();
        (rowTop, height) = Rows();
    }

    /// <summary>The picture.</summary>
    public NetworkPicture Picture() => new(width, height,
        [.. Enumerable.Range(0, people.Count).OrderBy(one => places.Cells[one]).Select(one =>
            new NetworkNode(people[one], columnLeft[places.ColumnOf(one)], rowTop[places.RowOf(one)]))],
        [.. ways.Select(LineOf)]);

    private Way WayOf(NetworkLink link)
    {
        var row = places.RowOf(link.From);
        var lane = link.To.Any(to => places.RowOf(to) >= row) ? row + 1 : row;
        Port[] ports = [new(link.From, lane, lane == row), .. link.To.Select(to => places.RowOf(to) > row
            ? new Port(to, places.RowOf(to), true) : new Port(to, places.RowOf(to) + 1, false))];
        if (ports.All(port => port.Lane == lane)) return new(link, lane, ports, null);
        var column = places.ColumnOf(link.From);
        var down = link.To.Average(places.ColumnOf) >= column ? column + 1 : column;
        return new(link, lane, ports, places.Columns > 1 ? Math.Clamp(down, 1, places.Columns - 1) : down);
    }

    private (int[] Left, int Width) Columns()
    {
        var (left, x) = (new int[places.Columns], 0);
        for (var gap = 0; gap <= places.Columns; gap++)
        {
            var down = ways.Where(way => way.Down == gap).ToList();
            var tracks = Tracks([.. down.Select(way => (way.Lanes.First(), way.Lanes.Last()))]);
            for (var i = 0; i < down.Count; i++) down[i].DownX = x + DownTrack + (DownTrack * tracks[i]);
            var room = down.Count == 0 ? 0 : DownTrack * (tracks.Max() + 2);
            x += Math.Max(gap == 0 || gap == places.Columns ? Edge : LeastGap, room);
            if (gap == places.Columns) break;
            left[gap] = x;
            x += NetworkPicture.BoxWidth;
        }

        return (left, Math.Max(x, ways.Select(way => WidthOf(way.Link) + (2 * Edge)).Prepend(0).Max()));
    }

    // All that go up or down between one box and the next have a place of their own, in the order in which their lines go on.
    private void SetPorts()
    {
        var all = ways.SelectMany((way, i) => way.Ports.Select(port => (Port: port, Way: way, Line: i)));
        foreach (var side in all.GroupBy(one => (one.Port.Lane, Column: places.ColumnOf(one.Port.Person))))
        {
            var ports = side.OrderBy(one => one.Way.Ports.Average(port => places.ColumnOf(port.Person))).ThenBy(one => one.Line)
                .ThenBy(one => one.Port.IsAbove).Select(one => one.Port).ToList();
            for (var i = 0; i < ports.Count; i++) ports[i].X = columnLeft[side.Key.Column] + (NetworkPicture.BoxWidth * (i + 1) / (ports.Count + 1));
        }
    }

    private (int[] Top, int Height) Rows()
    {
        var (top, y) = (new int[places.Rows], 0);
        for (var lane = 0; lane <= places.Rows; lane++)
        {
            var across = ways.Where(way => way.Lanes.Contains(lane)).ToList();
            var tracks = Tracks([.. across.Select(way => RoomFor(way, lane))]);
            for (var i = 0; i < across.Count; i++) across[i].Tracks[lane] = y + AboveTracks + (AcrossTrack * tracks[i]);
            y += across.Count > 0 ? AboveTracks + (AcrossTrack * tracks.Max()) + BelowTracks : lane == 0 || lane == places.Rows ? Edge : EmptyLane;
            if (lane == places.Rows) break;
            top[lane] = y;
            y += NetworkPicture.BoxHeight;
        }

        return (top, y);
    }

    // The room that a line takes across: as far as it runs, and where its words stand as far as those do, near whom it leaves.
    private (int From, int To) RoomFor(Way way, int lane)
    {
        var (from, to) = way.Across(lane);
        if (lane == way.Lane)
        {
            var room = WidthOf(way.Link);
            way.WordsLeft = to - from >= room ? Math.Clamp(way.Ports[0].X, from, to - room) : Math.Clamp(from, Edge, width - Edge - room);
            (from, to) = (Math.Min(from, way.WordsLeft), Math.Max(to, way.WordsLeft + room));
        }

        return (from - Edge, to + Edge);
    }

    private NetworkLine LineOf(Way way)
    {
        List<NetworkPiece> pieces = [];
        List<(int X, int Y, bool IsDown)> ends = [];
        foreach (var port in way.Ports)
        {
            var (track, row) = (way.Tracks[port.Lane], places.RowOf(port.Person));
            var edge = port.IsAbove ? rowTop[row] : rowTop[row] + NetworkPicture.BoxHeight;
            pieces.Add(new(port.X, edge, port.X, track));
            if (port != way.Ports[0]) ends.Add((port.X, edge, port.IsAbove));
        }

        foreach (var lane in way.Lanes)
        {
            var (from, to) = way.Across(lane);
            pieces.Add(new(from, way.Tracks[lane], to, way.Tracks[lane]));
        }

        if (way.Down is not null) pieces.Add(new(way.DownX, way.Tracks[way.Lanes.First()], way.DownX, way.Tracks[way.Lanes.Last()]));
        return new(way.Link, pieces, ends, way.WordsLeft, way.Tracks[way.Lane] - 5, WidthOf(way.Link));
    }

    private static int WidthOf(NetworkLink link) => (int)Math.Ceiling(Letter * ClippedWords.WidthOf(link.Words)) + Edge;

    // A track for each, so that on one track nothing meets: the first that is free, from the left.
    private static int[] Tracks(IReadOnlyList<(int From, int To)> all)
    {
        var (tracks, ends) = (new int[all.Count], new List<int>());
        foreach (var i in Enumerable.Range(0, all.Count).OrderBy(i => all[i].From).ThenBy(i => i))
        {
            var track = ends.FindIndex(end => end < all[i].From);
            if (track < 0)
            {
                track = ends.Count;
                ends.Add(0);
            }

            (tracks[i], ends[track]) = (track, all[i].To);
        }

        return tracks;
    }
}
