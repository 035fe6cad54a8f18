using Lapwing.Casework.Cases;

namespace Lapwing.Casework.Fields;

/// <summary>
/// One run of a form: from nothing (it is opened), from what was typed, or from what was recorded. The questions come out of it in the order of the page,
/// with what is wrong; a run that was typed or recorded says its content too.
/// </summary>
/// <param name="typed">What was typed; none where nothing was.</param>
/// <param name="shown">What was recorded; none where it is not about that.</param>
/// <param name="stands">What is put right by it; none where something new is recorded.</param>
/// <param name="isBlank">Whether it is of no case, to be printed: every question is asked.</param>
public sealed class FormRun(ILookup<string, string>? typed, Content? shown, Content? stands, bool isBlank = false)
{
    private readonly List<Asked> asked = [];
    private readonly List<Refusal> refused = [];
    private readonly Stack<(string Key, string Value, bool IsAwake)> under = [];

    /// <summary>What was typed.</summary>
    public ILookup<string, string>? Typed => typed;

    /// <summary>What was recorded, where it is shown.</summary>
    public Content? Shown => shown;

    /// <summary>What is put right.</summary>
    public Content? Stands => stands;

    /// <summary>Whether it is of no case.</summary>
    public bool IsBlank => isBlank;

    /// <summary>Every question and note, in the order of the page.</summary>
    public IReadOnlyList<Asked> Asked => asked;

    /// <summary>What is wrong or missing, in the same order; a question under an answer that was not chosen misses nothing.</summary>
    public IReadOnlyList<Refusal> Wrong => refused;

    /// <summary>Why it cannot be filled in here, with what to do instead; none where it can.</summary>
    public Asked? Closed { get; private set; }

    /// <summary>Which of several things that the same answers say is meant, from 0.</summary>
    internal int Index { get; init; }

    /// <summary>How many things the same answers say: one for each of several who are chosen.</summary>
    internal int Count { get; set; } = 1;

    /// <summary>The same run for the next of several who are chosen.</summary>
    internal FormRun Next(int index) => new(typed, shown, stands, isBlank) { Index = index };

    private bool IsAwake => under.All(one => one.IsAwake);

    /// <summary>What is asked under an answer: it counts only where that answer is chosen.</summary>
    internal TValue Under<TValue>(string key, string value, bool isChosen, Func<TValue> ask)
    {
        under.Push((key, value, isChosen));
        try
        {
            return ask();
        }
        finally
        {
            under.Pop();
        }
    }

    internal void Put(Asked one, string? wrong)
    {
        if (under.TryPeek(out var above)) one.Under = (above.Key, above.Value);
        asked.Add(one);
        if (wrong is null || !IsAwake || (typed is null && shown is null)) return;
        one.Wrong = wrong;
        refused.Add(new(one.Key, wrong, one.Cites));
    }

    internal void Close(Asked note)
    {
        Put(note, null);
        Closed ??= note;
    }
}
