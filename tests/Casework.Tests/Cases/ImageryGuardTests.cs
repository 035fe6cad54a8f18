using Lapwing.Casework.Cases;
using Xunit;

namespace Lapwing.Casework.Tests.Cases;

public sealed class ImageryGuardTests
{
    private static readonly string run = Convert.ToBase64String([.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))]);

    public static TheoryData<string> Images =>
    [
        $"data:image/png;base64,{run}", "data:image/gif;base64,R0lGODlhAQABAAAAACw=", $"DATA:video/mp4;base64,{run}", "data:image/svg+xml,%3Csvg%3E", run,
        Convert.ToBase64String([.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7))], Base64FormattingOptions.InsertLineBreaks), run.Replace('+', '-').Replace('/', '_'),
    ];

    [Theory]
    [MemberData(nameof(Images))]
    public void What_is_an_image_as_data_is_cut_out_its_place_is_marked_and_the_words_stay(string image)
    {
        var clean = ImageryGuard.Clean($"She said so. {image} And then she left.");
        Assert.Equal($"She said so. {ImageryGuard.Mark} And then she left.", clean);
        Assert.True(ImageryGuard.IsFound(image));
        Assert.False(ImageryGuard.IsFound(clean));
    }

    [Theory]
    [InlineData("Her username is very_long_username_that_somebody_made_up_1234567890 on two platforms.")]
    [InlineData("https://www.example.org/a/long/address/that/somebody/pasted/with/many/parts?and=parameters&more=of-them")]
    [InlineData("The data: image files stay on the device. Nobody looked.")]
    [InlineData("")]
    public void Words_stay_as_they_are(string words) => Assert.Equal(words, ImageryGuard.Clean(words));

    [Fact]
    public void A_very_long_text_is_looked_through_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("data:image/png;base64 " + new string('A', 119) + " ", 2_000));
        Assert.Equal(text, ImageryGuard.Clean(text));
    }
}
