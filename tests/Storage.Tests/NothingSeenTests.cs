using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>
/// What was typed, in everything that can be recorded: words of which nothing can be seen are as none, and words in another direction move nothing
/// beside them.
/// </summary>
public sealed class NothingSeenTests
{
    private const string Unseen = "\u200B\u00A0", OtherDirection = "\u05D3\u05E0\u05D9 12";

    public static TheoryData<string> Names => [.. Catalogue.Records.Where(recordable => !recordable.IsSuperseded).Select(recordable => recordable.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Where_nothing_is_refused_invisible_signs_alone_are_refused_too(string name)
    {
        foreach (var place in RecordedWords.Places(name))
            if (Refused(name, place, "") is { Count: > 0 } empty) Assert.Equal(empty, Refused(name, place, Unseen));
    }

    [Fact]
    public void All_but_eight_kinds_of_entry_are_refused_without_some_words()
    {
        string[] without = ["account-left-out/1", "concern-told-by/1", "lead-named/1", "people-linked/1", "person-added/2", "referral-received/1",
            "referral-taken/1", "story-written/1"];
        foreach (var name in Names.Select(row => row.Data).Except(without))
            Assert.Contains(RecordedWords.Places(name), place => Refused(name, place, "").Count > 0);
    }

    [Fact]
    public void A_story_of_which_nothing_can_be_seen_is_refused_and_a_letter_that_nobody_is_known_to_have_taken_stays_open()
    {
        var (file, entry) = RecordedWords.First(RecordedWords.NameOf<Concern.StoryWritten>());
        Assert.IsType<Refused>(Catalogue.Decide(file.Before(entry.Id).View(), entry.Act,
            new NewEntry(new Concern.StoryWritten(Unseen, null, ""), entry.Paper)));
        var (made, letter) = RecordedWords.First(RecordedWords.NameOf<Referral.Made>());
        var content = (Referral.Made)letter.Content with { By = Referral.Means.Writing };
        string Duties(string? spokeTo) => string.Join('\n', made.Before(letter.Id)
            .With(letter with { Content = content with { SpokeTo = spokeTo } }).View().Duties
            .Select(duty => $"{duty.What} {duty.MetBy is null}"));
        Assert.Equal(Duties(null), Duties(Unseen));
        Assert.NotEqual(Duties("DC Vale"), Duties(Unseen));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Words_in_another_direction_are_isolated_in_the_line_of_an_entry_and_in_the_duties_that_it_opens(string name)
    {
        foreach (var place in RecordedWords.Places(name))
        {
            if (RecordedWords.Replaced(name, place, OtherDirection) is not { Decided: Allowed } replaced) continue;
            var (file, entry, _) = replaced;
            foreach (var shown in file.View().Duties.Select(duty => duty.What).Append(entry.Content.Line(file)))
                Assert.DoesNotContain(OtherDirection, shown.Replace($"\u2068{OtherDirection}\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static List<string> Refused(string name, int place, string by) =>
        RecordedWords.Replaced(name, place, by) is { Decided: Refused refused }
            ? [.. refused.Refusals.Select(refusal => refusal.Field == by ? "" : refusal.Field).Distinct()] : [];
}
