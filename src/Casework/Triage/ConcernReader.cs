using System.Text;
using System.Text.Json;
using Lapwing.Casework.Logic;

namespace Lapwing.Casework.Triage;

/// <summary>One pass over one concern. Whatever is wrong, reading goes on to the end, because text that is not JSON comes before all else.</summary>
internal ref struct ConcernReader(ReadOnlySpan<byte> utf8)
{
    private const int MaxIdLength = 200;
    private static readonly NameTable propertyNames = new(Allowed.PropertyNames);
    private static readonly NameTable formNames = new(Allowed.FormNames);
    private static readonly NameTable answerNames = new(Allowed.QuestionNames);
    private static readonly NameTable childNames = new("roles", "age");
    private static readonly NameTable roleNames = new(ChildFacts.RoleNames);
    private static readonly NameTable answerValues = new("yes", "no", "not-known");

    private Utf8JsonReader json = new(utf8, new JsonReaderOptions { MaxDepth = 64 });
    private string? id;
    private DateTimeOffset? awareAt;
    private ulong forms;
    private List<Child>? children;
    private Facts answers;
    private DateTimeOffset? arrestedAt;

    /// <summary>Reads all of the text. Throws a <see cref="JsonException"/> where it is not JSON.</summary>
    public Reading Read()
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject) return ReadObject();
        json.Skip();
        json.Read();
        return new(null, null, new("", Allowed.Concern) { IsNoObject = true });
    }

    private Reading ReadObject()
    {
        BadInput? names = null, inId = null, inAwareAt = null, inForms = null, inChildren = null, inAnswers = null, inArrestedAt = null;
        var seen = default(Seen);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            switch (Property(propertyNames, ref seen, "", Allowed.Properties, ref names))
            {
                case 0: inId = ReadId(); break;
                case 1: inAwareAt = ReadTime("awareAt", out awareAt); break;
                case 2: forms = ReadNames("forms", formNames, Allowed.AForm, ref inForms); break;
                case 3: inChildren = ReadChildren(); break;
                case 4: inAnswers = ReadAnswers(); break;
                case 5: inArrestedAt = ReadTime("arrestedAt", out arrestedAt); break;
            }
        }

        json.Read();      // whatever follows the object is no JSON
        if (seen.IsTwice(0)) id = null;
        if (awareAt is null) inAwareAt ??= Bad("awareAt", $"it is missing; {Allowed.Time}");
        if (forms == 0) inForms ??= Bad("forms", $"it is missing; {Allowed.AForm}");
        return (names ?? inId ?? inAwareAt ?? inForms ?? inChildren ?? inAnswers ?? inArrestedAt ?? Across()) is { } bad
            ? new(null, id, bad)
            : new(new(id, awareAt!.Value, forms, children ?? [], answers, arrestedAt), id, null);
    }

    private readonly BadInput? Across()
    {
        if (arrestedAt is not null && (answers.Yes & Questions.Arrested.Mask) == 0)
            return Bad("arrestedAt", "it goes with the answer \"arrested\": \"yes\"; give that answer, or leave arrestedAt out");
        if ((answers.Yes & Questions.AdultMadeOrHeldImages.Mask) != 0 && (forms & Forms.Sexual.Mentions) == 0)
            return Bad($"answers.{Questions.AdultMadeOrHeldImages.Name}", "a yes needs a sexual form of harm; add indecent-images to forms");
        return null;
    }

    private BadInput? ReadId()
    {
        try
        {
            id = json.TokenType == JsonTokenType.String ? json.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // half a surrogate pair, refused below
        }

        json.Skip();
        if (id is { Length: <= MaxIdLength }) return null;
        id = null;
        return Bad("id", Allowed.Id);
    }

    private BadInput? ReadTime(string path, out DateTimeOffset? time)
    {
        time = null;
        if (json.TokenType == JsonTokenType.String)
        {
            Span<byte> plain = json.ValueIsEscaped ? new byte[json.ValueSpan.Length] : default;
            if (Times.TryParse(json.ValueIsEscaped ? Plain(plain) : json.ValueSpan, out var read)) time = read;
        }

        json.Skip();
        return time is null ? Bad(path, Allowed.Time) : null;
    }

    private BadInput? ReadChildren()
    {
        BadInput? bad = null;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return Bad("children", $"give a list; {Allowed.Child}");
        }

        children = [];
        var count = 0;
        for (; json.Read() && json.TokenType != JsonTokenType.EndArray; count++)
        {
            if (bad is null && count < Allowed.MaxChildren) bad = ReadChild(count);
            else json.Skip();
        }

        return count > Allowed.MaxChildren ? Bad("children", $"give at most {Allowed.MaxChildren}; there are {count}") : bad;
    }

    private BadInput? ReadChild(int index)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return Bad(Allowed.ChildPaths[index], Allowed.Child);
        }

        BadInput? names = null, inRoles = null, inAge = null;
        var roles = Involvements.None;
        int? age = null;
        var seen = default(Seen);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            switch (Property(childNames, ref seen, Allowed.ChildPaths[index], $"there is no such property; {Allowed.Child}", ref names))
            {
                case 0: roles = (Involvement)ReadNames(Allowed.RolesPaths[index], roleNames, Allowed.ARole, ref inRoles); break;
                case 1: inAge = ReadAge(Allowed.ChildPaths[index], out age); break;
            }
        }

        if (roles == Involvements.None) inRoles ??= Bad(Allowed.RolesPaths[index], $"it is missing; {Allowed.ARole}");
        children!.Add(new(roles, age));
        return names ?? inRoles ?? inAge;
    }

    private BadInput? ReadAge(string child, out int? age)
    {
        var digits = json.TokenType == JsonTokenType.Number ? json.ValueSpan : default;
        age = digits.Length switch
        {
            1 when char.IsAsciiDigit((char)digits[0]) => digits[0] - '0',
            2 when digits[0] == '1' && digits[1] is >= (byte)'0' and <= (byte)'7' => 10 + digits[1] - '0',
            _ => null,
        };
        json.Skip();
        return age is null ? Bad($"{child}.age", Allowed.Age) : null;
    }

    private BadInput? ReadAnswers()
    {
        BadInput? bad = null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return Bad("answers", $"give an object of questions, each answered; {Allowed.Answer}");
        }

        var seen = default(Seen);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var question = Property(answerNames, ref seen, "answers", Allowed.AQuestion, ref bad);
            if (question < 0) continue;
            var (mask, answer) = (Questions.All[question].Mask, json.TokenType == JsonTokenType.String ? answerValues.IndexOf(ref json) : -1);
            json.Skip();
            if (answer == 0) answers = answers with { Yes = answers.Yes | mask };
            else if (answer == 1) answers = answers with { No = answers.No | mask };
            else if (answer < 0) bad ??= Bad($"answers.{Questions.All[question].Name}", Allowed.Answer);
        }

        return bad;
    }

    // The names in a list of text, as a set of their places.
    private ulong ReadNames(string path, NameTable names, string allowed, ref BadInput? bad)
    {
        var found = 0UL;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            bad = Bad(path, allowed);
            return found;
        }

        for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
        {
            var name = json.TokenType == JsonTokenType.String ? names.IndexOf(ref json) : -1;
            json.Skip();
            if (name >= 0) found |= 1UL << name;
            else bad ??= Bad($"{path}[{i}]", $"there is no such name; {allowed}");
        }

        if (found == 0) bad ??= Bad(path, $"it is empty; {allowed}");
        return found;
    }

    // Goes on to the value of a property, and past it where the property is unknown (-1) or given before (-1 too).
    private int Property(NameTable names, ref Seen seen, string within, string known, ref BadInput? bad)
    {
        var place = names.IndexOf(ref json);
        var again = place >= 0 && !seen.Add(place);
        if (place < 0 || again)
        {
            bad ??= Bad(within.Length > 0 ? $"{within}.{Name()}" : Name(), again ? "it is given twice; give it once" : known);
            place = -1;
        }

        json.Read();
        if (place < 0) json.Skip();
        return place;
    }

    private readonly string Name()
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)      // half a surrogate pair: shown as it was written
        {
            return Encoding.UTF8.GetString(json.ValueSpan);
        }
    }

    private readonly ReadOnlySpan<byte> Plain(Span<byte> into)
    {
        try
        {
            return into[..json.CopyString(into)];
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    private static BadInput Bad(string path, string sentence) => new(path, $"{(path.Length > 0 ? path : "\"\"")}: {sentence}");
}
