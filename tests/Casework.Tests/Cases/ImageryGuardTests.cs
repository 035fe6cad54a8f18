using Lapwing.Casework.Cases;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Casework.Tests.Cases;

public sealed class ImageryGuardTests
{
    private const string Before = "She said it came from him.", After = "Then she cried.";

    public static TheoryData<string> Pictures => [.. Scenarios.Pictures.Select(one => one.Name)];

    public static TheoryData<string> Honest => [.. Scenarios.Honest];

    public static TheoryData<string> Ways => [.. Encodings.Ways.Select(way => way.Name)];

    public static TheoryData<string> HonestOfTheKinds => [.. HonestTexts.All];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_is_cut_out_its_place_is_marked_and_the_words_stay(string name)
    {
        var text = Scenarios.Pictures.First(one => one.Name == name).Text;
        var words = text.StartsWith(Before, StringComparison.Ordinal);
        var clean = ImageryGuard.Look(text);
        Assert.Equal(words ? $"{Before} {ImageryGuard.Mark} {After}" : ImageryGuard.Mark,
            clean.Text.Replace("\t", "", StringComparison.Ordinal).Replace(">> ", "", StringComparison.Ordinal));
        Assert.True(Assert.Single(clean.Cuts).IsImage);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_kind_of_file_is_found_in_every_way_of_writing_it(string way)
    {
        var written = Encodings.Ways.First(one => one.Name == way).Write;
        Assert.All(Encodings.Files, file => Assert.True(IsCut(ImageryGuard.Clean($"{Before} {written(file.Bytes)}\n{After}")), file.Name));
    }

    // The words are there whole, with a mark between them and no more than what announced the data.
    private static bool IsCut(string clean) =>
        clean.StartsWith(Before, StringComparison.Ordinal) && clean.EndsWith(After, StringComparison.Ordinal)
        && clean.Contains(" stood here and was not kept]", StringComparison.Ordinal)
        && clean.Length < Before.Length + After.Length + ImageryGuard.DataMark.Length + 16 && ImageryGuard.Look(clean).Cuts.Count == 0;

    [Theory]
    [MemberData(nameof(Honest))]
    [MemberData(nameof(HonestOfTheKinds))]
    [InlineData("Her username is very_long_username_that_somebody_made_up_1234567890 on two platforms.")]
    [InlineData("https://www.example.org/a/long/address/that/somebody/pasted/with/many/parts?and=parameters&more=of-them")]
    [InlineData("The data: image files stay on the device. Nobody looked.")]
    [InlineData("")]
    public void Words_stay_as_they_are(string words) => Assert.Equal(words, ImageryGuard.Clean(words));

    [Fact]
    public void A_picture_spread_over_several_fields_goes_from_each_of_them()
    {
        var written = Convert.ToBase64String(Encodings.Files[2].Bytes);
        string[] fields = ["first", $"{Before} {written[..500]}", written[500..1000], $"and so on {written[1000..1100]} and on", "",
            $"{written[1100..]}\n{After}"];
        var clean = ImageryGuard.LookAcross(fields);
        Assert.Equal(["first", $"{Before} {ImageryGuard.Mark}", ImageryGuard.Mark, $"and so on {ImageryGuard.Mark} and on", "",
            $"{ImageryGuard.Mark}\n{After}"], clean.Select(one => one.Text));
        Assert.Equal(fields.Length, ImageryGuard.LookAcross(["a", "b", "c", "d", "e", "f"]).Count);
    }

    [Fact]
    public void What_is_no_text_and_no_known_file_goes_from_a_kilobyte_on()
    {
        var noise = Encodings.Files[^1].Bytes;
        Assert.Empty(ImageryGuard.Look($"Their code is {Convert.ToBase64String(noise[..1024])}").Cuts);
        var cut = Assert.Single(ImageryGuard.Look($"Their code is {Convert.ToBase64String(noise[..1025])}").Cuts);
        Assert.Equal(("Their code is", 1368, false), (cut.After, cut.Length, cut.IsImage));
    }

    [Fact]
    public void What_was_cut_out_is_said_with_its_place_and_length_and_what_to_do()
    {
        var image = ImageryGuard.WhatToDo(ImageryGuard.Look($"{Before} {Convert.ToBase64String(Encodings.Files[0].Bytes)}"));
        Assert.Equal("This text held an image, which was not kept: 936 characters after “She said it came from him.”. Your words are still here: "
            + "read them, then record again. "
            + "Leave the device as it is, look at nothing again, and ask the police on 101 what to do with it (999 if a child is in danger)", image);
        var data = ImageryGuard.WhatToDo(ImageryGuard.Look(Convert.ToBase64String(Encodings.Files[^1].Bytes)));
        Assert.Equal("This text held something that is no words and could be a file, which was not kept: 2,136 characters at the beginning. Your "
            + "words are still here: read them, then record again. If it was a link or a code, say in words what it was", data);
        Assert.Null(ImageryGuard.WhatToDo(ImageryGuard.Look(Before)));
    }

    public static TheoryData<string> Patterns =>
    [
        "A", "a ", "AAAA\n", "data:image/png;base64 ", "data:image/png;base64,", "data:", "data:a/b,%41", "%41", "%8", "=41=", "=\r\n", "\\x4", "\\",
        "&#4", "&", "<", "<svg", "<svg><g ", "</svg>", "0x41,", "1,", "255 ", "-1,", "10101010 ", "be ",
        "89 50 4e 47 ", "iVBORw0KGgo ", "iVBORw0KGgoAAAANSUhEUg==", "/9j/", "begin 644 a\n", "MAAAA\n", "00000000: 8950 4e47\n", " 0000", "P1 0 ",
        "\u0001", "\uFFFD\u200B", "\u200B", "\uD83D", "<~", "eyJhbGciOiJIUzI1NiJ9.", ">> ", "a==", "%!PS-Adobe", "/* XPM */",
        "\u007F\u007F\u007F\u007F\u007F\u007F\u007F\u007Faaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeee",
    ];

    // Were the time more than in proportion to the length, the most that a form takes would take minutes, not a moment.
    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_text_made_to_take_long_takes_no_longer_than_its_length(string pattern)
    {
        var text = string.Concat(Enumerable.Repeat(pattern, 262_144 / pattern.Length));
        Assert.True(ImageryGuard.Clean(text).Length <= text.Length + ImageryGuard.DataMark.Length);
    }
}
