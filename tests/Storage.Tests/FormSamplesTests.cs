using System.Text;
using Lapwing.Casework.Cases;
using Lapwing.Casework.Procedures;
using Lapwing.Casework.Stories;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Storage.Tests;

/// <summary>Every form, on the frozen sample of each kind that it records and on all that the demonstration recorded with it.</summary>
public sealed class FormSamplesTests
{
    private static readonly CaseFile empty = CaseFile.Of(default, ReadScope.Whole);

    public static TheoryData<string> Kinds => [.. Catalogue.Records.Where(kind => kind.Form is not null).Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_was_recorded_is_shown_in_its_form_and_read_again(string name)
    {
        var path = Repository.Path("tests", "Storage.Tests", "Frozen", $"{name.Replace('/', '-')}.json");
        Assert.True(File.Exists(path), $"There is no sample of {name} yet: a story records one, and FrozenSamplesTests writes it when it is approved.");
        var frozen = File.ReadAllBytes(path);
        var content = EntryJson.Read(name, frozen.AsSpan().TrimEnd((byte)'\n').ToArray());
        Assert.Empty(FormLaws.Broken(Catalogue.Find(name)!.Form!, content, empty.View(), DemonstrationPeople.Manager.Author));
    }

    [Fact]
    public void All_that_the_demonstration_recorded_is_shown_in_its_form_and_read_again_where_it_stands()
    {
        var looked = 0;
        foreach (var story in Demonstration.Stories(new(2026, 3, 27)))
            foreach (var entry in story.File.Entries)
            {
                var content = entry.Content is Corrected { Instead: { } instead } ? instead : entry.Content;
                if (Catalogue.FormOf(content) is not { } form) continue;
                looked++;
                Assert.Empty(FormLaws.Broken(form, content, story.View, entry.Act.By));
            }

        Assert.True(looked > 150, $"{looked}");
    }

    [Fact]
    public void Planted_a_form_that_loses_a_field_swaps_two_or_takes_what_it_does_not_offer_is_found()
    {
        var sample = new Referral.Made("police", null, Referral.Means.Telephone, "PC 4411", "R 12", []);
        var by = DemonstrationPeople.Manager.Author;
        IReadOnlyList<string> Broken(Func<Ask<Referral.Made>, Referral.Made> ask) =>
            FormLaws.Broken(CaseForm.Of(99, "Planted", "plant", ask), sample, empty.View(), by);
        Assert.Empty(Broken(f => new(f.Follows(m => m.To, () => ""), null, Referral.Means.Telephone, f.LineOrNone(m => m.SpokeTo, "Who?"),
            f.LineOrNone(m => m.Reference, "Reference?"), [])));
        Assert.Contains(Broken(f => new(f.Follows(m => m.To, () => ""), null, Referral.Means.Telephone, f.LineOrNone(m => m.SpokeTo, "Who?"), null, [])),
            line => line.StartsWith("shown and read again", StringComparison.Ordinal));
        Assert.Contains(Broken(f =>
        {
            var who = f.LineOrNone(m => m.SpokeTo, "Who?");
            return new(f.Follows(m => m.To, () => ""), null, Referral.Means.Telephone, f.LineOrNone(m => m.Reference, "Reference?"), who, []);
        }), line => line.StartsWith("spoke-to changes ", StringComparison.Ordinal));
        Assert.Contains("to takes 7", Broken(f => new(f.OneOf(m => m.To, "Who was called?", "Select", [new("police", "The police"), new("7", "Seven")]), null,
            Referral.Means.Telephone, f.LineOrNone(m => m.SpokeTo, "Who?"), f.LineOrNone(m => m.Reference, "Reference?"), [])));
        Assert.Contains("to is shown, and does not stand on the blank form", Broken(f => new(f.IsBlank ? "" : f.Line(m => m.To, "Who?"), null,
            Referral.Means.Telephone, f.LineOrNone(m => m.SpokeTo, "Who?"), f.LineOrNone(m => m.Reference, "Reference?"), [])));
    }

    [Fact]
    public void What_a_form_needs_is_missed_all_at_once_in_the_order_of_the_page()
    {
        var text = new StringBuilder();
        foreach (var form in Catalogue.Forms)
            text.Append(form.Number).Append(' ').Append(form.Heading).Append(": ")
                .AppendJoin(", ", FormLaws.Needed(form, empty.View(), DemonstrationPeople.Manager.Author)).Append('\n');
        Approved.Matches(text.ToString(), "tests", "Storage.Tests", "needed.txt");
    }
}
