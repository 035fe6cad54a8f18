using System.Globalization;
using Lapwing.Casework.Help;
using Lapwing.Casework.Triage;

namespace Lapwing.Web;

/// <summary>Reads what a partnership sets. Nothing is taken that a page would then show wrongly or could not dial.</summary>
internal static class PartnershipSettings
{
    private const string WholeAddress = "it is a whole address, such as \"https://procedures.example.org/referrals\"";
    private const string WholeHttpsAddress = "it is a whole address that begins with https://";
    private const string Telephone = "it is a telephone number in digits, such as \"01632 960123\"; a + may begin it, anything else belongs in the note";
    private const string Time = "it is a time such as \"08:30\"";
    private const string List = "it is a list in brackets";
    private const string Text = "it is text, and not empty";

    private static readonly string[] dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "bank-holiday"];
    private static readonly string contact = $"it is one of {string.Join(", ", ContactKind.All.Select(kind => kind.Name))}";
    private static readonly string day = $"it is one of {string.Join(", ", dayNames)}";
    private static readonly string[] procedures = [.. RelatedProcedure.All.Select(procedure => procedure.Name)];

    /// <summary>The partnership.</summary>
    public static Partnership Of(Setting partnership)
    {
        var found = partnership.Properties("name", "numbers", "procedures", "directory", "sessions");
        return new()
        {
            Name = found.TryGetValue("name", out var name) ? name.Text(Text) : null,
            Numbers = found.TryGetValue("numbers", out var numbers) ? [.. numbers.Items(List).Select(Number)] : [],
            Procedures = found.TryGetValue("procedures", out var links)
            ? links.Properties(procedures).ToDictionary(link => link.Key, link => Link(link.Value, WholeAddress)) : [],
            Directory = found.TryGetValue("directory", out var entries)
                ? entries.Properties(HelpDirectory.Standard.Entries.Select(entry => entry.Name))
                .ToDictionary(entry => entry.Key, entry => Help(entry.Value)) : [],
            Sessions = found.TryGetValue("sessions", out var sessions) ? Limits(sessions) : new(),
        };
    }

    private static ContactNumber Number(Setting number)
    {
        var found = number.Properties("for", "name", "telephone", "open", "note");
        return new(
            Needed("for", contact).Named(ContactKind.Find, contact),
            Needed("name", Text).Text(Text),
            Dialled(Needed("telephone", Telephone)),
            found.TryGetValue("open", out var open) ? Open(open) : Hours.Always,
            found.TryGetValue("note", out var note) ? note.Text(Text) : null);

        Setting Needed(string name, string allowed) =>
            found.TryGetValue(name, out var setting) ? setting
                : throw new Setting(number.File, $"{number.Place}.{name}", default).Wrong($"it is missing; {allowed}");
    }

    private static Hours Open(Setting open) =>
        new([.. open.Items("it is a list of hours, such as [{ \"days\": [\"monday\"], \"from\": \"09:00\", \"to\": \"17:00\" }]; leave it out "
            + "where somebody answers at any hour", atLeastOne: true)
            .Select(Span)]);

    private static OpenSpan Span(Setting span)
    {
        var found = span.Properties("days", "from", "to");
        var days = found.TryGetValue("days", out var given)
            ? given.Items("it is a list of days; leave it out for every day", atLeastOne: true).Select(Day).Aggregate((all, one) => all | one) : OpenDays.Every;
        var (hasFrom, hasTo) = (found.TryGetValue("from", out var from), found.TryGetValue("to", out var to));
        if (hasFrom != hasTo) throw span.Wrong("it has from or to alone; give both, or neither for all day");
        return hasFrom ? new(days, TimeOf(from, isEnd: false), TimeOf(to, isEnd: true)) : new(days, default, default);
    }

    private static OpenDays Day(Setting setting) =>
        (OpenDays)(1 << Array.IndexOf(dayNames, setting.Named(text => dayNames.Contains(text, StringComparer.Ordinal) ? text : null, day)));

    // The end of a day is the beginning of the next.
    private static TimeOnly TimeOf(Setting setting, bool isEnd)
    {
        var allowed = isEnd ? $"{Time}; the end of the day is \"24:00\"" : Time;
        var text = setting.Text(allowed);
        if (isEnd && text == "24:00") return default;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time
            : throw setting.Wrong($"'{text}' does not fit; {allowed}");
    }

    private static OwnHelp Help(Setting entry)
    {
        const string ADay = "it is the day on which somebody last tried it, such as \"2026-03-27\"";
        var found = entry.Properties("link", "telephone", "checkedOn");
        if (found.Count == 0) throw entry.Wrong("it is empty; it may hold link, telephone, checkedOn");
        return new(
            found.TryGetValue("link", out var link) ? Link(link, WholeHttpsAddress) : null,
            found.TryGetValue("telephone", out var telephone) ? Dialled(telephone) : null,
            found.TryGetValue("checkedOn", out var on)
                ? DateOnly.TryParseExact(on.Text(ADay), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var checkedOn)
                ? checkedOn : throw on.Wrong($"'{on.Value.GetString()}' does not fit; {ADay}")
                : null);
    }

    private static SessionLimits Limits(Setting sessions)
    {
        var (limits, found) = (new SessionLimits(), sessions.Properties("idleMinutes", "longestHours"));
        return new()
        {
            IdleMinutes = found.TryGetValue("idleMinutes", out var idle) ? idle.Whole(1, 120) : limits.IdleMinutes,
            LongestHours = found.TryGetValue("longestHours", out var longest) ? longest.Whole(1, 24) : limits.LongestHours,
        };
    }

    private static string Dialled(Setting setting) => setting.Named(text => ContactNumber.IsTelephone(text) ? text : null, Telephone);

    private static string Link(Setting setting, string allowed)
    {
        return setting.Named(text => IsLink(text) ? text : null, allowed);

        bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && !text.Any(char.IsWhiteSpace) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && allowed == WholeAddress));
    }
}
