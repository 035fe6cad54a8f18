using System.Text;
using System.Text.RegularExpressions;
using Lapwing.Casework.Calendar;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;
using Lapwing.Testing;
using Xunit;

namespace Lapwing.Web.Tests;

/// <summary>What a partnership sets is read whole or refused in one sentence that says where and what is allowed.</summary>
public sealed partial class SettingsTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lapwing-data-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public void Without_a_folder_or_a_file_nothing_is_set()
    {
        Assert.All([Settings.Read(null), Settings.Read(data.FullName), Read("{}"), Read("{\"partnership\":{}}")], settings =>
        {
            Assert.Equal((600, 0, (string?)null), (settings.RequestsPerMinute, settings.TrustedProxies.Count, settings.Partnership.Name));
            Assert.Empty(settings.Partnership.Numbers);
            Assert.Empty(settings.Partnership.Procedures);
            Assert.Empty(settings.Partnership.Directory);
            Assert.Equal(new(), settings.Partnership.Sessions);
            Assert.Equal((20, 12), (settings.Partnership.Sessions.IdleMinutes, settings.Partnership.Sessions.LongestHours));
        });
    }

    [Fact]
    public void The_example_of_the_manual_reads_and_sets_everything()
    {
        var settings = Read(Documented());
        var set = settings.Partnership;
        Assert.Equal((600, "10.0.0.1"), (settings.RequestsPerMinute, settings.TrustedProxies.Single()));
        Assert.Equal("Northmere Safeguarding Children Partnership (fictional)", set.Name);
        Assert.All(ContactKind.All, kind => Assert.NotEmpty(set.For(kind)));
        Assert.Equal(RelatedProcedure.All.Select(p => p.Name).Order(StringComparer.Ordinal), set.Procedures.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new OwnHelp("https://police.example.org/guidance", null, new(2026, 3, 27)), set.Directory["local-police-guidance"]);
        Assert.Equal(new OwnHelp(null, "0808 157 0151"), set.Directory["nspcc-helpline"]);
        var first = set.Numbers[0];
        var weekdays = OpenDays.Monday | OpenDays.Tuesday | OpenDays.Wednesday | OpenDays.Thursday | OpenDays.Friday;
        Assert.Equal(new ContactNumber(ContactKind.ChildrensSocialCare, "Northmere First Contact", "01632 960110",
            new(new OpenSpan(weekdays, new(8, 30), new(17, 0))), "Choose option 1"), first);
        Assert.Equal(new Hours(new OpenSpan(OpenDays.Every, new(9, 0), default)), set.For(ContactKind.Prevent)[0].Open);
        Assert.Equal(new Hours(new OpenSpan(OpenDays.Monday | OpenDays.Friday, default, default)), set.For(ContactKind.Lado)[0].Open);
        Assert.Equal(Hours.Always, set.For(ContactKind.Police)[0].Open);
        Assert.Equal((15, 10), (set.Sessions.IdleMinutes, set.Sessions.LongestHours));
    }

    [Fact]
    public void The_refusal_that_the_manual_shows_is_the_one_that_is_given()
    {
        var line = Manual().Split('\n').Single(l => l.StartsWith("lapwing: ", StringComparison.Ordinal));
        Assert.Equal(line, $"lapwing: {Refused(Number("\"for\":\"social-services\"")).Replace(data.FullName, "/srv/lapwing", StringComparison.Ordinal)}");
    }

    [Fact]
    public void The_demonstration_uses_in_memory_what_it_writes()
    {
        Settings.WriteExample(data.FullName);
        var written = Settings.Read(data.FullName);
        Assert.Equal(Settings.Example.Partnership.Numbers, written.Partnership.Numbers);
        Assert.Contains("(fictional)", written.Partnership.Name, StringComparison.Ordinal);
        Assert.Empty(written.Partnership.Procedures);
        Assert.All(ContactKind.All, kind => Assert.NotEmpty(written.Partnership.For(kind)));
    }

    [Fact]
    public void The_demonstration_leaves_settings_alone_that_are_there()
    {
        Read("{\"requestsPerMinute\":7}");
        Settings.WriteExample(data.FullName);
        Assert.Equal(7, Settings.Read(data.FullName).RequestsPerMinute);
    }

    [Fact]
    public void Every_example_number_is_kept_for_fiction() =>
        Assert.All(new[] { Settings.Example, Read(Documented()) }.SelectMany(s => s.Partnership.Numbers), number =>
            Assert.Matches(Fiction(), number.Telephone));

    [Fact]
    public void The_example_reaches_exactly_one_number_of_social_care_at_any_time()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (var half = 0; half < 365 * 48; half++)
            Assert.Single(Settings.Example.Partnership.Reachable(ContactKind.ChildrensSocialCare, start.AddMinutes(30 * half), WorkingDays.EnglandAndWales));
    }

    [Theory]
    [InlineData("{\"partnership\":[]}", "partnership: ", "name, numbers, procedures, directory")]
    [InlineData("{\"partnership\":null}", "partnership: ", "name, numbers, procedures, directory")]
    [InlineData("{\"partnership\":{\"phone\":1}}", "partnership.phone: ", "name, numbers, procedures, directory")]
    [InlineData("{\"partnership\":{\"name\":\"a\",\"name\":\"b\"}}", "partnership.name: ", "twice")]
    [InlineData("{\"partnership\":{\"sessions\":7}}", "partnership.sessions: ", "idleMinutes, longestHours")]
    [InlineData("{\"partnership\":{\"sessions\":{\"idleMinutes\":0}}}", "partnership.sessions.idleMinutes: ", "from 1 to 120")]
    [InlineData("{\"partnership\":{\"sessions\":{\"idleMinutes\":20.5}}}", "partnership.sessions.idleMinutes: ", "from 1 to 120")]
    [InlineData("{\"partnership\":{\"sessions\":{\"longestHours\":25}}}", "partnership.sessions.longestHours: ", "from 1 to 24")]
    [InlineData("{\"partnership\":{\"name\":\" \"}}", "partnership.name: ", "not empty")]
    [InlineData("{\"partnership\":{\"name\":\"a\\u000ab\"}}", "partnership.name: ", "text")]
    [InlineData("{\"partnership\":{\"name\":\"\\ud800\"}}", "partnership.name: ", "text")]
    [InlineData("{\"partnership\":{\"numbers\":{}}}", "partnership.numbers: ", "list")]
    [InlineData("{\"partnership\":{\"numbers\":[7]}}", "partnership.numbers[0]: ", "for, name, telephone, open, note")]
    [InlineData("{\"partnership\":{\"numbers\":[{}]}}", "partnership.numbers[0].for: ", "missing")]
    [InlineData("{\"partnership\":{\"procedures\":{\"referrals\":\"https://a.example.org\"}}}", "partnership.procedures.referrals: ", "making-a-referral")]
    [InlineData("{\"partnership\":{\"procedures\":{\"radicalisation\":\"procedures.example.org\"}}}", "partnership.procedures.radicalisation: ",
        "whole address")]
    [InlineData("{\"partnership\":{\"procedures\":{\"radicalisation\":\"ftp://a.example.org\"}}}", "partnership.procedures.radicalisation: ", "whole address")]
    [InlineData("{\"partnership\":{\"procedures\":{\"radicalisation\":\"javascript:alert(1)\"}}}", "partnership.procedures.radicalisation: ", "whole address")]
    [InlineData("{\"partnership\":{\"procedures\":{\"radicalisation\":\"https://me:secret@a.example.org\"}}}",
        "partnership.procedures.radicalisation: ", "whole address")]
    [InlineData("{\"partnership\":{\"directory\":{\"nobody\":{}}}}", "partnership.directory.nobody: ", "childline")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{}}}}", "partnership.directory.childline: ", "link, telephone, checkedOn")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{\"link\":\"http://a.example.org\"}}}}", "partnership.directory.childline.link: ", "https://")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{\"telephone\":\"call us\"}}}}", "partnership.directory.childline.telephone: ", "digits")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{\"checkedOn\":\"27/03/2026\"}}}}", "partnership.directory.childline.checkedOn: ",
        "2026-03-27")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{\"checkedOn\":\"2026-02-29\"}}}}", "partnership.directory.childline.checkedOn: ",
        "2026-03-27")]
    [InlineData("{\"partnership\":{\"directory\":{\"childline\":{\"title\":\"x\"}}}}", "partnership.directory.childline.title: ", "link, telephone, checkedOn")]
    public void A_mistake_is_one_sentence_that_names_the_place_and_what_is_allowed(string settings, string place, string allowed) =>
        Refuses(settings, place, allowed);

    [Theory]
    [InlineData("\"for\":\"social-services\"", "for: ", "childrens-social-care, police")]
    [InlineData("\"for\":\"police-or-social-care\"", "for: ", "childrens-social-care, police")]
    [InlineData("\"for\":null", "for: ", "childrens-social-care, police")]
    [InlineData("\"name\":\"\"", "name: ", "not empty")]
    [InlineData("\"telephone\":\"\"", "telephone: ", "digits")]
    [InlineData("\"telephone\":\"01632 96O123\"", "telephone: ", "digits")]
    [InlineData("\"telephone\":\"01632 960123 ext 4\"", "telephone: ", "digits")]
    [InlineData("\"telephone\":1632960123", "telephone: ", "digits")]
    [InlineData("\"open\":[]", "open: ", "list of hours")]
    [InlineData("\"open\":\"always\"", "open: ", "list of hours")]
    [InlineData("\"open\":[{\"days\":[\"mon\"]}]", "open[0].days[0]: ", "monday, tuesday")]
    [InlineData("\"open\":[{\"days\":[\"Monday\"]}]", "open[0].days[0]: ", "monday, tuesday")]
    [InlineData("\"open\":[{\"days\":[]}]", "open[0].days: ", "leave it out for every day")]
    [InlineData("\"open\":[{\"days\":\"monday\"}]", "open[0].days: ", "leave it out for every day")]
    [InlineData("\"open\":[{\"from\":\"9:00\",\"to\":\"17:00\"}]", "open[0].from: ", "08:30")]
    [InlineData("\"open\":[{\"from\":\"9am\",\"to\":\"17:00\"}]", "open[0].from: ", "08:30")]
    [InlineData("\"open\":[{\"from\":\"24:00\",\"to\":\"17:00\"}]", "open[0].from: ", "08:30")]
    [InlineData("\"open\":[{\"from\":\"09:00\",\"to\":\"25:00\"}]", "open[0].to: ", "24:00")]
    [InlineData("\"open\":[{\"from\":\"09:00\"}]", "open[0]: ", "give both")]
    [InlineData("\"open\":[{\"hours\":\"all\"}]", "open[0].hours: ", "days, from, to")]
    [InlineData("\"note\":\"\"", "note: ", "not empty")]
    [InlineData("\"fax\":\"01632 960123\"", "fax: ", "for, name, telephone, open, note")]
    public void A_mistake_in_a_number_says_which(string part, string place, string allowed) =>
        Refuses(Number(part), $"partnership.numbers[1].{place}", allowed);

    // The second number holds the mistake in place of what it would say otherwise.
    [Fact]
    public void The_file_may_be_in_any_encoding_of_Unicode()
    {
        var name = "Caf\u00E9 \u2013 Northmere";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32,
            new UnicodeEncoding(false, false), new UnicodeEncoding(true, false) })
        {
            File.WriteAllText(Path.Combine(data.FullName, "settings.json"), $"{{\"partnership\":{{\"name\":\"{name}\"}}}}", encoding);
            Assert.Equal(name, Settings.Read(data.FullName).Partnership.Name);
        }
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_with_the_line_and_not_shown_wrongly()
    {
        var file = Path.Combine(data.FullName, "settings.json");
        File.WriteAllText(file, "{\n  \"partnership\": {\n    \"name\": \"Caf\u00E9\" } }", Encoding.Latin1);
        Assert.Equal($"{file}: line 3: it is not written in UTF-8, perhaps in Windows-1252 or Latin-1; save the file as UTF-8",
            Assert.Throws<UnusableException>(() => Settings.Read(data.FullName)).Message);
    }

    [Theory]
    [InlineData("0177.0.0.1")]
    [InlineData("127.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("010.0.0.0/8")]
    [InlineData("10.0.0.1/8")]
    [InlineData("10.0.0.0/33")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("[::1]:80")]
    [InlineData("fe80::1%2")]
    [InlineData("10.0.0.0-10.0.0.9")]
    public void What_is_no_proxy_or_is_another_to_other_programs_is_refused(string proxy) =>
        Assert.Contains($"trustedProxies[0]: '{proxy}' does not fit", Refused($"{{\"trustedProxies\":[\"{proxy}\"]}}"), StringComparison.Ordinal);

    [Fact]
    public void Networks_of_proxies_are_taken() =>
        Assert.Equal(["10.0.0.1", "10.0.0.0/8", "2001:db8::1", "2001:db8::/32"],
            Read("{\"trustedProxies\":[\"10.0.0.1\",\"10.0.0.0/8\",\"2001:db8::1\",\"2001:db8::/32\"]}").TrustedProxies);

    private static string Number(string part)
    {
        var name = part[..part.IndexOf(':', StringComparison.Ordinal)];
        string[] usual = ["\"for\":\"lado\"", "\"name\":\"LADO\"", "\"telephone\":\"01632 960130\""];
        var parts = usual.Where(one => !one.StartsWith(name, StringComparison.Ordinal)).Append(part);
        return $"{{\"partnership\":{{\"numbers\":[{{{string.Join(',', usual)}}},{{{string.Join(',', parts)}}}]}}}}";
    }

    private void Refuses(string settings, string place, string allowed)
    {
        var sentence = Refused(settings);
        Assert.StartsWith($"{Path.Combine(data.FullName, "settings.json")}: {place}", sentence, StringComparison.Ordinal);
        Assert.Contains(allowed, sentence, StringComparison.Ordinal);
        Assert.DoesNotMatch("\n|Exception|System\\.", sentence);
    }

    private string Refused(string settings) => Assert.Throws<UnusableException>(() => Read(settings)).Message;

    private Settings Read(string settings)
    {
        File.WriteAllText(Path.Combine(data.FullName, "settings.json"), settings);
        return Settings.Read(data.FullName);
    }

    private static string Manual() => File.ReadAllText(Repository.Path("docs", "settings.md"));

    private static string Documented() => Example().Match(Manual()).Groups["json"].Value;

    [GeneratedRegex("```json\n(?<json>[^`]+)```", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^(01632 960[0-9]{3}|\+44 1632 960[0-9]{3}|0808 157 0[0-9]{3})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fiction();
}
