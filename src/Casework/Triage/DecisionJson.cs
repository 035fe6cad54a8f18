using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Lapwing.Casework.Triage;

/// <summary>
/// Writes a decision as one compact line of JSON, the same for every door. What an edition always says is put together once; a decision only
/// chooses from it.
/// </summary>
public sealed class DecisionJson
{
    private static readonly ConcurrentDictionary<Edition, DecisionJson> byEdition = new();
    private static readonly byte[][] facts = [.. Vocabulary.Facts.Select(fact => Utf8($"\"{fact.Name}\","))];
    private static readonly byte[][] questions = [.. Enumerable.Range(0, Vocabulary.Facts.Count).Select(OpenQuestion)];
    private static readonly byte[][] outcomes = [.. Enum.GetValues<Outcome>().Select(outcome => Utf8(Name(outcome)))];
    private readonly byte[] start;
    private readonly byte[][] rows;             // by place: a reason, a hand-over or a note
    private readonly byte[][] beginnings;       // by place: a duty, or the recipient of a rule
    private readonly ulong handOvers;
    private readonly ulong legalNotes;

    private DecisionJson(Edition edition)
    {
        start = Utf8($"\"procedure\":\"{edition.Chapter.Edition}\",\"supplement\":\"{edition.Supplement.Edition}\",\"outcome\":\"");
        rows = [.. edition.Rows.Select(row => Utf8(row switch
        {
            ReferralRule => $"{{\"rule\":\"{row.Name}\",{Statements(row)},\"facts\":[",
            DutyRule => $"{{{Statements(row)},\"facts\":[",
            HandOverRule => $"{{\"to\":\"{row.Name}\",{Statements(row)}}},",
            _ => $"\"{row.Name}\",",
        }))];
        beginnings = [.. edition.Rows.Select(row => Utf8(row is ReferralRule rule ? $"{{\"to\":\"{rule.To.Name}\",\"due\":\""
            : $"{{\"duty\":\"{row.Name}\","))];
        handOvers = edition.BitsOf(row => row is HandOverRule);
        legalNotes = edition.BitsOf(row => row is LegalNoteRule);
    }

    /// <summary>The name of an outcome in files and in the API.</summary>
    public static string Name(Outcome outcome) => outcome switch
    {
        Outcome.ReferNow => "refer-now",
        Outcome.ConsultToday => "consult-today",
        _ => "respond-in-setting",
    };

    /// <summary>The name, in files and in the API, of who should find an answer out.</summary>
    public static string Name(Find find) => find switch
    {
        Find.AskNow => "ask-now",
        Find.OnlyIfTold => "only-if-told",
        _ => "agencies",
    };

    /// <summary>Writes a decision, without an end of line.</summary>
    public static void Write(IBufferWriter<byte> output, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decision);
        var text = new Utf8Text(output);
        byEdition.GetOrAdd(decision.Edition, edition => new(edition)).Write(ref text, decision);
        text.Flush();
    }

    /// <summary>Writes what stands in the place of a decision that could not be made, without an end of line.</summary>
    public static void WriteBad(IBufferWriter<byte> output, string? id, long line, string error)
    {
        ArgumentNullException.ThrowIfNull(output);
        var text = new Utf8Text(output);
        text.Add("{\"id\":"u8);
        if (id is null) text.Add("null"u8);
        else text.AddQuoted(id);
        text.Add(Utf8(string.Create(CultureInfo.InvariantCulture, $",\"line\":{line},\"error\":")));
        text.AddQuoted(error);
        text.Add("}"u8);
        text.Flush();
    }

    private void Write(ref Utf8Text text, Decision decision)
    {
        text.Add("{"u8);
        if (decision.Concern.Id is { } id)
        {
            text.Add("\"id\":"u8);
            text.AddQuoted(id);
            text.Add(","u8);
        }

        text.Add(start);
        text.Add(outcomes[(int)decision.Outcome]);
        text.Add(decision.Emergency ? "\",\"emergency\":true,\"referrals\":["u8 : "\",\"emergency\":false,\"referrals\":["u8);
        foreach (var referral in decision.Referrals) Write(ref text, referral);
        text.EndList("],\"duties\":["u8);
        foreach (var duty in decision.Duties) Write(ref text, duty);
        text.EndList("],\"handOvers\":["u8);
        AddEach(ref text, rows, decision.Applying & handOvers);
        text.EndList("],\"legalNotes\":["u8);
        AddEach(ref text, rows, decision.Applying & legalNotes);
        text.EndList("],\"openQuestions\":["u8);
        AddEach(ref text, questions, decision.OpenFacts);
        text.EndList("]}"u8);
    }

    private void Write(ref Utf8Text text, Referral referral)
    {
        text.Add(beginnings[referral.Because[0].Place]);
        text.Add(referral.Due);
        text.Add("\",\"because\":["u8);
        foreach (var because in referral.Because) Write(ref text, because);
        text.EndList("]},"u8);
    }

    private void Write(ref Utf8Text text, RequiredDuty duty)
    {
        text.Add(beginnings[duty.Because.Place]);
        if (duty.Due is { } due)
        {
            text.Add("\"due\":\""u8);
            text.Add(due);
            text.Add("\","u8);
        }

        if (duty.AgreeFirst) text.Add("\"after\":\"police-or-social-care-agree\","u8);
        text.Add("\"because\":["u8);
        Write(ref text, duty.Because);
        text.EndList("]},"u8);
    }

    private void Write(ref Utf8Text text, Because because)
    {
        text.Add(rows[because.Place]);
        AddEach(ref text, facts, because.Facts);
        text.EndList("]},"u8);
    }

    private static void AddEach(ref Utf8Text text, byte[][] pieces, ulong places)
    {
        for (; places != 0; places &= places - 1) text.Add(pieces[BitOperations.TrailingZeroCount(places)]);
    }

    private static byte[] OpenQuestion(int bit)
    {
        if (!Vocabulary.IsAsked(bit)) return [];      // always known
        var question = Vocabulary.QuestionAt(bit);
        return Utf8($"{{\"question\":\"{question.Name}\",\"find\":\"{Name(question.Find)}\"}},");
    }

    private static string Statements(Row row) => $"\"statements\":[{string.Join(',', row.Cites.Select(id => $"\"{id}\""))}]";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
