using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;

namespace Lapwing.Web.Pages;

/// <summary>A number that nobody answers at this hour, and when it opens: "Monday 9am".</summary>
public readonly record struct ClosedNumber(ContactNumber Number, string? Opens);

/// <summary>The numbers for one kind of contact at one hour.</summary>
/// <param name="Kind">Whom they reach.</param>
/// <param name="Now">Those that answer, in the partnership's order.</param>
/// <param name="Later">Those that do not.</param>
public sealed record KindNow(ContactKind Kind, IReadOnlyList<ContactNumber> Now, IReadOnlyList<ClosedNumber> Later)
{
    /// <summary>Until when the first of those that answer does, in words; none where it is day and night.</summary>
    public string? Until { get; init; }

    /// <summary>When the first of those that do not answer opens; none where that is not known.</summary>
    public string? Opens { get; init; }

    /// <summary>What is said of a number that nobody answers now.</summary>
    public static string Closed(string? opens) => $"Closed now.{(opens is null ? "" : $" Opens {opens}.")}";

    /// <summary>Whether the partnership has set any.</summary>
    public bool IsSet => Now.Count + Later.Count > 0;
}

/// <summary>What the partial _Numbers shows: whom to call at one hour, for one recipient or one kind of contact.</summary>
public sealed record NumbersNow
{
    /// <summary>For a referral. For police or social care both are shown, social care first.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="partnership">Whose numbers.</param>
    /// <param name="now">What a clock on a London wall shows.</param>
    public NumbersNow(Recipient to, Partnership partnership, DateTime now) => Kinds = [.. ContactKind.Of(to).Select(kind => At(kind, partnership, now))];

    /// <summary>For one kind of contact.</summary>
    /// <param name="kind">Who is to be reached.</param>
    /// <param name="partnership">Whose numbers.</param>
    /// <param name="now">What a clock on a London wall shows.</param>
    public NumbersNow(ContactKind kind, Partnership partnership, DateTime now) => Kinds = [At(kind, partnership, now)];

    /// <summary>Whether numbers besides the first are folded, where one answers now, and of that one is said only until when.</summary>
    public bool IsFolded { get; init; }

    /// <summary>The kinds, in the order in which to call them.</summary>
    public IReadOnlyList<KindNow> Kinds { get; }

    private static KindNow At(ContactKind kind, Partnership partnership, DateTime now)
    {
        var calendar = WorkingDays.EnglandAndWales;
        var reachable = partnership.Reachable(kind, now, calendar);
        var closed = partnership.For(kind).Except(reachable).Select(number => (Number: number, Next: number.Open.NextOpening(now, calendar))).ToList();
        string? Said(DateTime? opening) => opening is { } at ? HoursWords.At(at, now) : null;
        return new(kind, reachable, [.. closed.Select(one => new ClosedNumber(one.Number, Said(one.Next)))])
        {
            Until = reachable.Count > 0 && reachable[0].Open.Until(now, calendar) is { } end ? $"until {HoursWords.Of(end)}" : null,
            Opens = Said(closed.Min(one => one.Next)),
        };
    }
}
