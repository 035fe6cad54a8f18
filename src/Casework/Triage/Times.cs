namespace Lapwing.Casework.Triage;

/// <summary>
/// Times as files and the API write them: <c>2026-03-27T16:40:00Z</c>, with optional seconds, an optional fraction that is ignored, and
/// always an offset, because a time without one means a different day to different machines.
/// </summary>
internal static class Times
{
    /// <summary>Reads a time. Refuses anything else than the form above, days that do not exist, and offsets over 14 hours.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length < 17 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':') return false;
        int year = Number(text[..4]), month = Number(text[5..7]), day = Number(text[8..10]), hour = Number(text[11..13]), minute = Number(text[14..16]);
        var rest = text[16..];
        var second = 0;
        if (rest[0] == ':')
        {
            if (rest.Length < 4) return false;
            second = Number(rest[1..3]);
            rest = WithoutFraction(rest[3..]);
        }

        if (!TryOffset(rest, out var offset) || year is < 2016 or > 2099 || month is < 1 or > 12 || hour is < 0 or > 23
            || minute is < 0 or > 59 || second is < 0 or > 59 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        time = new(year, month, day, hour, minute, second, offset);
        return true;
    }

    // ".123Z" to "Z"; a point without a digit stays and is refused as an offset.
    private static ReadOnlySpan<byte> WithoutFraction(ReadOnlySpan<byte> rest)
    {
        if (rest[0] != '.') return rest;
        var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits > 0 ? rest[(digits + 1)..] : rest;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 1) return text[0] == 'Z';
        if (text.Length != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return false;
        int hours = Number(text[1..3]), minutes = Number(text[4..6]);
        if (hours < 0 || minutes is < 0 or > 59 || (hours * 60) + minutes > 14 * 60) return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
