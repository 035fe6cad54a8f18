using System.Text.Json.Nodes;
using CsCheck;
using Xunit;

namespace Lapwing.Casework.Tests.Triage;

/// <summary>What holds for the whole decision, whatever is told.</summary>
public sealed class PropertyTests
{
    private const int Iterations = 3_000;
    private static readonly string[] outcomes = ["respond-in-setting", "consult-today", "refer-now"];
    private static readonly Gen<int> anyAnswer = Gen.Int[0, Known.Answers.Count - 1];

    [Fact]
    public void The_order_in_which_things_are_told_is_irrelevant() => Gen.Select(Generators.Concerns, Gen.Int).Sample(
        (told, seed) => ScenarioTests.Decide(told.Json) == ScenarioTests.Decide(told.Shuffled(seed)), iter: Iterations, print: t => t.Item1.Json);

    [Fact]
    public void A_form_or_a_role_told_twice_counts_once() => Generators.Concerns.Sample(
        told => ScenarioTests.Decide(told.Json) == ScenarioTests.Decide((told with
        {
            Forms = [.. told.Forms, told.Forms[0]],
            Children = [.. told.Children.Select(c => c with { Roles = [c.Roles[^1], .. c.Roles] })],
        }).Json), iter: Iterations, print: t => t.Json);

    [Fact]
    public void An_answer_left_out_is_not_known() => Generators.Concerns.Sample(
        told => ScenarioTests.Decide((told with { Answers = [.. told.Answers.Select(a => a ?? "not-known")] }).Json)
            == ScenarioTests.Decide((told with { Answers = [.. told.Answers.Select(a => a == "not-known" ? null : a)] }).Json), iter: Iterations,
                print: t => t.Json);

    [Fact]
    public void The_same_facts_give_the_same_decision_to_the_byte() => Generators.Concerns.Sample(
        told => ScenarioTests.Decide(told.Json) == ScenarioTests.Decide(told.Json), iter: Iterations, print: t => t.Json);

    [Fact]
    public void A_no_that_becomes_not_known_lowers_no_outcome_and_takes_nothing_away() => Gen.Select(Generators.Concerns, anyAnswer, Gen.Bool).Sample(
        (told, answer, leftOut) => IsAtLeast(told.With(answer, leftOut ? null : "not-known"), told.With(answer, "no")), iter: Iterations, print: t =>
            t.Item1.Json);

    [Fact]
    public void An_answer_that_becomes_yes_lowers_no_outcome_and_takes_nothing_away() => Gen.Select(Generators.Concerns, anyAnswer, Gen.Bool).Sample(
        (told, answer, known) => !IsAccepted(told.With(answer, "yes")) || IsAtLeast(told.With(answer, "yes"), told.With(answer, known ? "no" : "not-known")),
        iter: Iterations, print: t => t.Item1.Json);

    [Fact]
    public void A_form_that_is_added_lowers_no_outcome_and_takes_nothing_away() => Gen.Select(Generators.Concerns, Gen.OneOf<string>([.. Known.Forms])).Sample(
        (told, form) => IsAtLeast(told with { Forms = [.. told.Forms, form] }, told), iter: Iterations, print: t => t.Item1.Json);

    [Fact]
    public void Planted_an_answer_that_becomes_no_is_seen_to_take_something_away() => Assert.Throws<CsCheckException>(() =>
        Gen.Select(Generators.Concerns, anyAnswer).Sample((told, answer) =>
            IsAtLeast(told.With(answer, "no"), told.With(answer, "not-known")), iter: Iterations));

    [Fact]
    public void Same_day_is_the_London_day_of_awareness() => Generators.Concerns.Sample(told =>
    {
        var decision = JsonNode.Parse(ScenarioTests.Decide(told.Json))!;
        var day = LondonByHand(told.Aware.Utc).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Dues(decision, "duties", "duty", "decide-telling-parents").Concat(Dues(decision, "referrals", "to", "police")).All(due => due == day);
    }, iter: Iterations, print: t => t.Json);

    [Fact]
    public void A_strategy_discussion_on_arrest_is_due_on_the_later_London_day() => Generators.Concerns.Sample(told =>
    {
        var decision = JsonNode.Parse(ScenarioTests.Decide(told.Json))!;
        var aware = LondonByHand(told.Aware.Utc);
        var later = told.Arrest is { } arrest && LondonByHand(arrest.Utc) > aware ? LondonByHand(arrest.Utc) : aware;
        var day = later.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return Dues(decision, "duties", "duty", "strategy-discussion-on-arrest").All(due => due == day);
    }, iter: Iterations, print: t => t.Json);

    /// <summary>Summer time by hand: an hour ahead from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October.</summary>
    internal static DateOnly LondonByHand(DateTime utc)
    {
        var summer = utc >= LastSunday(utc.Year, 3).AddHours(1) && utc < LastSunday(utc.Year, 10).AddHours(1);
        return DateOnly.FromDateTime(summer ? utc.AddHours(1) : utc);
    }

    internal static DateTime LastSunday(int year, int month)
    {
        var last = new DateTime(year, month, 31, 0, 0, 0, DateTimeKind.Unspecified);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static bool IsAccepted(ConcernTold told) =>
        told.Answers[Told.AdultMadeOrHeldImages - Told.ImmediateDanger] != "yes" || ConcernTold.IsSexual(told.Forms);

    private static bool IsAtLeast(ConcernTold more, ConcernTold less)
    {
        var (moreIs, lessIs) = (JsonNode.Parse(ScenarioTests.Decide(more.Json))!, JsonNode.Parse(ScenarioTests.Decide(less.Json))!);
        return Array.IndexOf(outcomes, (string?)moreIs["outcome"]) >= Array.IndexOf(outcomes, (string?)lessIs["outcome"])
            && !Names(lessIs, "referrals", "to").Except(Names(moreIs, "referrals", "to")).Any()
            && !Names(lessIs, "duties", "duty").Except(Names(moreIs, "duties", "duty")).Any();
    }

    private static IEnumerable<string?> Names(JsonNode decision, string list, string name) => decision[list]!.AsArray().Select(n => (string?)n![name]);

    private static IEnumerable<string?> Dues(JsonNode decision, string list, string name, string value) =>
        decision[list]!.AsArray().Where(n => (string?)n![name] == value).Select(n => (string?)n!["due"]);
}
