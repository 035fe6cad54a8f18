using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lapwing.GovUk.Tests;

/// <summary>Compares HTML as a browser reads it: the order of attributes and classes and the space between elements do not matter, all else does.</summary>
internal static class Dom
{
    private static readonly char[] space = [' ', '\n', '\r', '\t', '\f'];

    /// <summary>Where and how the two differ first; null when they do not.</summary>
    public static string? Difference(string expected, string actual) => Difference(Body(expected), Body(actual), "");

    public static IElement Body(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;
        body.Normalize();
        return body;
    }

    private static string? Difference(IElement expected, IElement actual, string path)
    {
        string was = Tag(expected), now = Tag(actual);
        if (was != now) return $"{path}: {was} became {now}";
        path = $"{path}/{expected.LocalName}";
        List<INode> left = Children(expected), right = Children(actual);
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            if (i >= left.Count) return $"{path}: {Show(right[i])} is too much";
            if (i >= right.Count) return $"{path}: {Show(left[i])} is missing";
            var difference = left[i] is IElement one && right[i] is IElement other
                ? Difference(one, other, path)
                : Show(left[i]) == Show(right[i]) ? null : $"{path}: {Show(left[i])} became {Show(right[i])}";
            if (difference is not null) return difference;
        }

        return null;
    }

    // The space within a textarea or pre is text.
    private static List<INode> Children(IElement element) =>
        [.. element.ChildNodes.Where(node => node is not IText text || IsExact(element) || Words(text.Data).Length > 0)];

    private static bool IsExact(INode? element) => element is IElement { LocalName: "textarea" or "pre" };

    private static string Show(INode node) => node switch
    {
        IElement element => Tag(element),
        IText text when IsExact(text.Parent) => $"\"{text.Data}\"",
        IText text => $"\"{Words(text.Data)}\"",
        _ => node.NodeName + node.NodeValue,
    };

    private static string Tag(IElement element) =>
        $"<{string.Join(' ', element.Attributes.Select(Written).Order(StringComparer.Ordinal).Prepend(element.LocalName))}>";

    private static string Written(IAttr attribute) => $"{attribute.Name}=\"{(attribute.Name == "class" ? Sorted(attribute.Value) : attribute.Value)}\"";

    private static string Sorted(string classes) => string.Join(' ', classes.Split(space, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));

    private static string Words(string text) => string.Join(' ', text.Split(space, StringSplitOptions.RemoveEmptyEntries));
}
