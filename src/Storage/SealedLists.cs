using System.Buffers.Binary;
using System.Text;
using Lapwing.Casework.Access;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Duties;

namespace Lapwing.Storage;

/// <summary>
/// Who is in a case, what is still to be done in it and the lines by which lists show it, as one sealed value: the name of a duty says what a case is
/// about, and stands nowhere in clear; and whoever writes into the tables of places puts no line before anybody. It is sealed by a key of its own that
/// follows from the partnership's, so that a list opens no case's key.
/// </summary>
/// <param name="Circle">Who is in, and who must not know of it.</param>
/// <param name="Work">What is still to be done.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Words">By what it is found.</param>
internal sealed record SealedLists(Circle Circle, IReadOnlyList<WorkRow> Work, IReadOnlyList<ClosedLine> Lines,
    IReadOnlyList<HashedWord> Words)
{
    private const int Id = 16;

    /// <summary>Who is in.</summary>
    public IReadOnlyList<Membership> Members => Circle.Members;

    /// <summary>What becomes of it: what is done stands in no list.</summary>
    public static SealedLists Of(Ledger ledger, Circle circle, CaseLists lists) =>
        new(circle, [.. lists.Work.Where(row => !row.IsDone)], lists.Lines, SearchWords.Of(ledger, lists.Words));

    /// <summary>The cipher of lists: for one thread, and disposed of after them.</summary>
    public static Sealing Unlock(PartnershipKey key) => new(key.ForLists);

    /// <summary>Whether it says the same.</summary>
    public bool IsSame(SealedLists other) =>
        Members.SequenceEqual(other.Members) && Circle.LeftOut.SequenceEqual(other.Circle.LeftOut) && Work.SequenceEqual(other.Work)
        && Lines.SequenceEqual(other.Lines) && Words.SequenceEqual(other.Words);

    /// <summary>The line that stands for it for somebody who sees so much of it; nothing where it has none.</summary>
    public string LineFor(ReadScope scope) => Lines.FirstOrDefault(line => scope.IsWhole ? line.Paper == Paper.Whole : scope.Reaches(line.Paper))?.Words ?? "";

    /// <summary>Seals it.</summary>
    public byte[] Seal(Sealing sealing, byte[] partnership, byte[] caseId)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        Write(writer, Circle);
        writer.Write(checked((ushort)Lines.Count));
        foreach (var line in Lines)
        {
            Write(writer, line.Paper);
            Write(writer, line.Words);
        }

        writer.Write(Words.Count);
        foreach (var word in Words)
        {
            writer.Write(word.Hash);
            writer.Write(word.Paper.Bytes());
        }

        foreach (var row in Work)
        {
            Write(writer, row.Paper);
            foreach (var text in new[] { row.Duty, row.Of, Names<Agency>.Of(row.By.Agency) }) Write(writer, text);
            Write(writer, row.By.Team, row.By.Account);
            Write(writer, row.NotBy ?? "");
            writer.Write(row.Due?.DayNumber ?? 0);
            writer.Write((byte)((row.IsOfPaperAlone ? 1 : 0) | (row.IsOfAgencyAlone ? 2 : 0) | (row.IsCall ? 4 : 0)));
        }

        return sealing.Seal(stream.ToArray(), PlaceOf(new CanonicalBytes(), partnership, caseId));
    }

    /// <summary>Opens it. Refuses what was changed or moved.</summary>
    public static SealedLists Open(ReadOnlySpan<byte> value, Sealing sealing, CanonicalBytes place, byte[] partnership, ReadOnlySpan<byte> caseId)
    {
        var rest = sealing.OpenHere(value, PlaceOf(place, partnership, caseId), () => "a list of work");
        var circle = TakeCircle(ref rest);
        List<ClosedLine> lines = [];
        for (var left = TakeCount(ref rest); left > 0; left--) lines.Add(new(TakePaper(ref rest), TakeText(ref rest)));
        List<HashedWord> words = [];
        for (var left = BinaryPrimitives.ReadInt32LittleEndian(Take(ref rest, sizeof(int))); left > 0; left--)
            words.Add(new(BinaryPrimitives.ReadUInt64LittleEndian(Take(ref rest, sizeof(ulong))), TakeId(ref rest) ?? default));
        List<WorkRow> rows = [];
        while (rest.Length > 0) rows.Add(Next(ref rest));
        return new(circle, rows, lines, words);
    }

    private static Circle TakeCircle(ref ReadOnlySpan<byte> rest)
    {
        List<Membership> members = [];
        for (var left = TakeCount(ref rest); left > 0; left--)
        {
            var relation = Names<Relation>.Find(Take(ref rest));
            var paper = TakePaper(ref rest);
            var (account, team, of) = (TakeId(ref rest), TakeId(ref rest), TakeId(ref rest));
            var (from, until) = (TakeTicks(ref rest), TakeTicks(ref rest));
            members.Add(new(account, team, relation, paper, new(from, TimeSpan.Zero), until == 0 ? null : new(until, TimeSpan.Zero)) { In = of });
        }

        List<LeftOut> leftOut = [];
        for (var left = TakeCount(ref rest); left > 0; left--)
            leftOut.Add(new(TakeId(ref rest), TakeText(ref rest) is { Length: > 0 } sound ? sound : null, TakeText(ref rest)) { LeadsOf = TakeId(ref rest) });
        return new(members, leftOut);
    }

    private static WorkRow Next(ref ReadOnlySpan<byte> rest)
    {
        var paper = TakePaper(ref rest);
        var (duty, of) = (TakeText(ref rest), TakeText(ref rest));
        var agency = Names<Agency>.Find(Take(ref rest));
        var (team, account, notBy) = (TakeId(ref rest), TakeId(ref rest), TakeText(ref rest));
        var due = BinaryPrimitives.ReadInt32LittleEndian(rest);
        var marks = rest[4];
        rest = rest[5..];
        return new(paper, duty, of, due == 0 ? null : DateOnly.FromDayNumber(due), new Responsible(agency, team, account), false, (marks & 1) != 0)
        { IsOfAgencyAlone = (marks & 2) != 0, IsCall = (marks & 4) != 0, NotBy = notBy.Length > 0 ? notBy : null };
    }

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(checked((ushort)bytes.Length));
        writer.Write(bytes);
    }

    private static void Write(BinaryWriter writer, Paper paper)
    {
        Write(writer, Names<PaperKind>.Of(paper.Kind));
        writer.Write(paper.Id.Bytes());
    }

    private static void Write(BinaryWriter writer, Circle circle)
    {
        writer.Write(checked((ushort)circle.Members.Count));
        foreach (var member in circle.Members)
        {
            Write(writer, Names<Relation>.Of(member.Relation));
            Write(writer, member.Paper);
            Write(writer, member.Account, member.Team, member.In);
            writer.Write(member.From.UtcTicks);
            writer.Write(member.Until?.UtcTicks ?? 0);
        }

        writer.Write(checked((ushort)circle.LeftOut.Count));
        foreach (var one in circle.LeftOut)
        {
            Write(writer, one.Account);
            Write(writer, one.Sound ?? "");
            Write(writer, one.But);
            Write(writer, one.LeadsOf);
        }
    }

    // None is an id of zeros alone: no account or team has it.
    private static void Write(BinaryWriter writer, params ReadOnlySpan<Guid?> ids)
    {
        foreach (var id in ids) writer.Write((id ?? default).Bytes());
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest) => Take(ref rest, TakeCount(ref rest));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static int TakeCount(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.ReadUInt16LittleEndian(Take(ref rest, 2));

    private static long TakeTicks(ref ReadOnlySpan<byte> rest) => BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, 8));

    private static string TakeText(ref ReadOnlySpan<byte> rest) => Encoding.UTF8.GetString(Take(ref rest));

    private static Guid? TakeId(ref ReadOnlySpan<byte> rest) => new Guid(Take(ref rest, Id), bigEndian: true) is var id && id == default ? null : id;

    private static Paper TakePaper(ref ReadOnlySpan<byte> rest) => new(Names<PaperKind>.Find(Take(ref rest)), TakeId(ref rest) ?? default);

    private static ReadOnlySpan<byte> PlaceOf(CanonicalBytes place, byte[] partnership, ReadOnlySpan<byte> caseId) =>
        place.Clear().AddText("work list/4"u8).Add((ReadOnlySpan<byte>)partnership).Add(caseId).Written;
}
