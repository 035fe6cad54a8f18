using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.Runtime.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk.Tests;

/// <summary>An element as a page writes it: attributes, then children that are elements or HTML.</summary>
internal sealed class Element(string tag)
{
    private readonly List<(string Name, object Value)> attributes = [];

    public string Tag { get; } = tag;

    public List<object> Children { get; } = [];

    public IReadOnlyList<(string Name, object Value)> Attributes => attributes;

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public object? this[string name]
    {
        set
        {
            if (value is not null) attributes.Add((name, value));
        }
    }

    public Element With(string name, object? value)
    {
        this[name] = value;
        return this;
    }

    public Element Add(params IEnumerable<object> children)
    {
        Children.AddRange(children);
        return this;
    }

    public Task<string> HtmlAsync() => new Razor().RenderAsync(this);
}

/// <summary>
/// Does what the code does that Razor generates, with Razor's own runtime: its scopes, its pools, its copies of what parents pass to children.
/// </summary>
internal sealed class Razor
{
    private static readonly Dictionary<string, Type> helpers = typeof(Component).Assembly.GetExportedTypes()
        .Where(type => type.GetCustomAttribute<HtmlTargetElementAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<HtmlTargetElementAttribute>()!.Tag, StringComparer.Ordinal);

    private readonly Stack<HtmlContentBuilder> scopes = new([new HtmlContentBuilder()]);
    private readonly TagHelperRunner runner = new();
    private readonly TagHelperScopeManager manager;
    private int count;

    public Razor() => manager = new TagHelperScopeManager(_ => scopes.Push(new HtmlContentBuilder()), () =>
    {
        var content = new DefaultTagHelperContent();
        content.AppendHtml(scopes.Pop());
        return content;
    });

    public static IReadOnlyDictionary<string, Type> Helpers => helpers;

    public async Task<string> RenderAsync(Element element)
    {
        await ExecuteAsync(element);
        await using var writer = new StringWriter();
        scopes.Peek().WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public static string Kebab(PropertyInfo property)
    {
        if (property.GetCustomAttribute<HtmlAttributeNameAttribute>() is { Name: { } name }) return name;
        var kebab = new StringBuilder();
        foreach (var letter in property.Name)
        {
            if (char.IsUpper(letter) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }

    private async Task ExecuteAsync(Element element)
    {
        var helper = (TagHelper)Activator.CreateInstance(helpers[element.Tag])!;
        var mode = element.Children.Count == 0 ? TagMode.SelfClosing : TagMode.StartTagAndEndTag;
        var execution = manager.Begin(element.Tag, mode, $"{++count}", async () =>
        {
            foreach (var child in element.Children)
            {
                if (child is Element inner) await ExecuteAsync(inner);
                else scopes.Peek().AppendHtml((string)child);
            }
        });
        execution.Add(helper);
        foreach (var (name, value) in element.Attributes) Set(execution, helper, name, value);
        await runner.RunAsync(execution);
        if (!execution.Output.IsContentModified) await execution.SetOutputContentAsync();
        ((IHtmlContentContainer)execution.Output).MoveTo(scopes.Peek());
        manager.End();
    }

    private static void Set(TagHelperExecutionContext execution, TagHelper helper, string name, object value)
    {
        var property = helper.GetType().GetProperties().FirstOrDefault(property => property.CanWrite && Kebab(property) == name);
        if (property is null)
        {
            execution.AddHtmlAttribute(name, value, value is true ? HtmlAttributeValueStyle.Minimized : HtmlAttributeValueStyle.DoubleQuotes);
            return;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.SetValue(helper, type == typeof(bool) || type == typeof(int) ? Convert.ChangeType(value, type) : value);
        execution.AddTagHelperAttribute(name, value, HtmlAttributeValueStyle.DoubleQuotes);
    }
}
