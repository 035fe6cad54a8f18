using Lapwing.Casework.Cases;
using Lapwing.GovUk;

namespace Lapwing.Web.Check;

/// <summary>
/// What a posted form says, without any picture: all its fields looked through as one, so that none is spread over several. What the form does not ask is not
/// there.
/// </summary>
internal sealed class PostedWords
{
    private readonly List<(string Field, Cleaned Said)> all = [];

    /// <summary>The fields of a form that it asks.</summary>
    public PostedWords(IFormCollection form, Func<string, bool> isAsked)
    {
        var fields = form.Where(field => isAsked(field.Key)).SelectMany(field =>
            field.Value.OfType<string>().Select(value => (field.Key, Value: value))).ToList();
        var cleaned = ImageryGuard.LookAcross([.. fields.Select(field => field.Value)]);
        for (var i = 0; i < fields.Count; i++) all.Add((fields[i].Key, cleaned[i]));
    }

    /// <summary>Every field and what it says.</summary>
    public IEnumerable<(string Field, string Text)> Fields => all.Select(one => (one.Field, one.Said.Text));

    /// <summary>What a field says; nothing where it was not sent.</summary>
    public string this[string field] => string.Join(',', all.Where(one => one.Field == field).Select(one => one.Said.Text));

    /// <summary>What is longer than a record may be, to be said beside its field.</summary>
    public IEnumerable<FieldError> TooLong =>
        all.Where(one => one.Said.Text.Length > Typed.MostCharactersOfWords).Select(one => new FieldError(one.Field, Typed.TooLong(one.Said.Text.Length)));

    /// <summary>What was cut out of a field, to be said beside it.</summary>
    public IEnumerable<FieldError> Errors =>
        all.Where(one => one.Said.Cuts.Count > 0).Select(one => new FieldError(one.Field, ImageryGuard.WhatToDo(one.Said)!));
}
