using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Casework.Tests.Cases;

/// <summary>Texts that hold no picture and look as if they might: of the kinds that practitioners paste. All made up, from fixed numbers.</summary>
internal static class HonestTexts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(1, 12).SelectMany(Kinds)];

    private static string Plate(int seed, int i) => $"{(char)('A' + ((seed + i) % 26))}B{(i + 10) % 70:00} {(char)('C' + (i % 20))}DE";

    private static string Message(int seed, int i) =>
        $"[{i % 28 + 1:00}/03/2026, 2{i % 4}:{i:00}] {Words(seed + i, 1)[0]}: {string.Join(' ', Words(seed + i, 9))} 😂😂";

    private static IEnumerable<string> Kinds(int seed)
    {
        yield return $"He sent https://files.example/share/{Token(seed, 22)}?key={Token(seed + 1, 44)}&sig={Token(seed + 2, 86)}%3D and nothing else";
        yield return $"See https://school.example/sites/Safeguarding/{string.Join('/', Words(seed, 12 * seed))}"
            + $".aspx?id=%2Fsites%2F{string.Join("%20", Words(seed, 30))}";
        yield return $"https://safelinks.example/?url=https%3A%2F%2Fchat.example%2Fc%2F{Token(seed, 30)}"
            + $"&data=05%7C02%7C{Uuid(seed)}%7C{Hex(seed, 16)}%7C0%7C638%7C{Token(seed, 600)}&reserved=0";
        yield return $"The hashes are\n{string.Join('\n', Enumerable.Range(0, 8 * seed).Select(i => Hex(seed + i, 32)))}";
        yield return $"He sent https://links.example/l.php?u={Uri.EscapeDataString($"https://chat.example/?a={Convert.ToBase64String(Bytes(seed, 1350))}&b=1")}"
            + $"&h={Hex(seed, 40)} and asked her";
        yield return $"Look at www.links.example/r?d={Token(seed, 1700)}";
        yield return $"md5 {Hex(seed, 16)}, sha1 {Hex(seed, 20)}, sha512 {Hex(seed, 64)}";
        yield return string.Join('\n', Enumerable.Range(0, 10 * seed).Select(i => Uuid(seed + i)));
        yield return $"Numbers in her phone:\n{string.Join('\n', Enumerable.Range(0, 25 * seed).Select(i => $"07700 900{(seed * 37 + i) % 1000:000}"))}";
        yield return $"Cars seen: {string.Join(", ", Enumerable.Range(0, 20).Select(i => Plate(seed, i)))}";
        yield return string.Join('\n', Enumerable.Range(0, 30 * seed)
            .Select(i => $"{8 + (i % 4)}:{i % 60:00}\t{(seed * 13 + i * 7) % 100}\t{(i * 11) % 18}\tYear {7 + (i % 5)}"));
        yield return $"Token eyJhbGciOiJSUzI1NiJ9.{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(' ', Words(seed, 40)))).TrimEnd('=')}"
            + $".{Token(seed, 342)}";
        yield return $"Received: from mail.example (2001:db8::1) by mx.example with ESMTPS id {Token(seed, 22)}\nDKIM-Signature: v=1; "
            + $"a=rsa-sha256; bh={Token(seed, 43)}=;\n b={Token(seed, 70)}\n {Token(seed + 1, 70)}\n {Token(seed + 2, 70)}==\nMessage-ID: "
            + $"<{Uuid(seed)}@mail.example>";
        yield return $"{new string((char)('a' + seed), 150 * seed)} {string.Concat(Enumerable.Repeat("ha", 100 * seed))} {new string('!', 90)}";
        yield return $"он сказал {string.Concat(Enumerable.Repeat("ничего ", 20 * seed))}وقالت "
            + $"{string.Concat(Enumerable.Repeat("لا شيء ", 20))}他说{string.Concat(Enumerable.Repeat("没有", 60 * seed))}";
        yield return $"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz {string.Concat(Words(seed, 60 * seed))}";
        yield return $"Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(' ', Words(seed, 8))))}?= and "
            + "=?utf-8?Q?caf=C3=A9_at_=C2=A34?=";
        yield return $"IMEI 35-209900-17614{seed}-1, "
            + $"{string.Join(", ", Enumerable.Range(0, 12).Select(i => $"00:1B:44:11:3A:{(seed + i) % 256:X2}"))}, 192.168.{seed}.12, "
            + $"2001:0db8:85a3::8a2e:0370:73{seed:00}";
        yield return $"{string.Join('\n', Enumerable.Range(0, 40).Select(i => Message(seed, i)))}";
        yield return $"c3 {seed} be 12 de ad 99 aa: she gave me a face, a bad cab fee, {seed}0, 20, 30, 255, 254, 12, 99 and 7 more";
        yield return $"data:{Words(seed, 1)[0]}/{Words(seed + 1, 1)[0]},{string.Join(',', Words(seed, 20))} "
            + $"data:text/plain,{string.Join("%20", Words(seed, 9))}";
        yield return $"<svg is what she wrote, and <b>{string.Join("</b> <b>", Words(seed, 9))}</b> &amp; 5 &lt; 6 \\n "
            + $"\\\\server\\share\\{string.Join('\\', Words(seed, 12))}";
    }

    private static string[] Words(int seed, int count)
    {
        string[] words = ["she", "said", "that", "the", "pictures", "were", "on", "his", "telephone", "yesterday", "and", "nobody", "had", "looked",
            "safeguarding", "Thursday", "Year", "police", "referral", "mother"];
        return [.. Enumerable.Range(0, count).Select(i => words[((seed * 7) + (i * i) + (3 * i)) % words.Length])];
    }

    private static byte[] Bytes(int seed, int count)
    {
        List<byte> bytes = [];
        for (var i = 0; bytes.Count < count; i++)
            bytes.AddRange(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed} {i}"))));
        return [.. bytes[..count]];
    }

    private static string Hex(int seed, int bytes) => Convert.ToHexStringLower(Bytes(seed, bytes));

    private static string Uuid(int seed) => new Guid(Bytes(seed, 16)).ToString();

    private static string Token(int seed, int length) => Convert.ToBase64String(Bytes(seed, length)).Replace('+', '-').Replace('/', '_')[..length];
}
