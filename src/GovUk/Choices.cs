using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>Radios or checkboxes. Attributes that are none of the helper's pass to the element around the items.</summary>
public abstract class Choices : FieldGroup
{
    private int items;

    /// <summary>The name that the answer is sent under. Needed.</summary>
    public string Name { get; set; } = "";

    /// <summary>The id of the first item, so that an error links to it; the others follow as prefix-2, prefix-3. The name, unless said otherwise.</summary>
    public string? IdPrefix { get; set; }

    /// <summary>Smaller items, for a question of less weight.</summary>
    public bool Small { get; set; }

    /// <summary>The word in the classes: radios or checkboxes.</summary>
    internal abstract string Kind { get; }

    /// <summary>Whether each item tells what describes the question, since nothing else would.</summary>
    internal virtual bool DescribesItems => false;

    private protected override string GroupId => string.IsNullOrEmpty(IdPrefix) ? Name : IdPrefix;

    /// <summary>The id of the next item. A divider counts too, as in the design system.</summary>
    internal string NextId() => ++items == 1 ? GroupId : $"{GroupId}-{items}";

    internal abstract bool IsChosen(string? value);

    private protected override void Begin(TagHelperContext context)
    {
        base.Begin(context);
        Require(context, Name, "name");
    }
}

/// <summary>
/// One item of radios or checkboxes. What stands within it is shown when it is chosen. Attributes that are none of the helper's pass to its input.
/// </summary>
public abstract class Choice : Component, ITakesHint
{
    private IHtmlContent? richHint;
    private bool hasConditional;
    private string itemId = "";
    private Choices group = null!;

    /// <summary>The value that is sent when it is chosen. Needed; it may be empty.</summary>
    public string? Value { get; set; }

    /// <summary>The answer in words. Needed.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help for this answer, as text. A child <c>govuk-hint</c> holds more than text.</summary>
    public string? Hint { get; set; }

    /// <summary>The id, in place of the one that follows from the group.</summary>
    public string? Id { get; set; }

    /// <summary>Whether it cannot be chosen.</summary>
    public bool Disabled { get; set; }

    private protected override bool HasParts => true;

    private bool HasHint => richHint is not null || !string.IsNullOrEmpty(Hint);

    void ITakesHint.Take(HintTagHelper hint) => richHint = hint;

    private protected abstract Choices Find(TagHelperContext context);

    private protected override void Begin(TagHelperContext context)
    {
        if (Value is null) Require(context, Value, "value");
        Require(context, Label, "label");
        group = Find(context);
        var next = group.NextId();
        itemId = string.IsNullOrEmpty(Id) ? next : Id;
    }

    private protected override void End(TagHelperContext context, TagHelperOutput output) => hasConditional = Inner is { IsEmptyOrWhiteSpace: false };

    private protected override void Write(Markup to)
    {
        var isChosen = group.IsChosen(Value);
        to.Html("<div class=\"govuk-").Text(group.Kind).Html("__item\"><input").Attribute("id", itemId);
        WriteTypeAndName(to, group);
        to.Attribute("value", Value).HtmlIf(isChosen, " checked").HtmlIf(Disabled, " disabled");
        if (hasConditional) to.Html(" data-aria-controls=\"conditional-").Text(itemId).Html("\"");
        WriteDescribedBy(to);
        to.Html(" class=\"govuk-").Text(group.Kind).Html("__input").Rest(Passed)
            .Html("><label class=\"govuk-label govuk-").Text(group.Kind).Html("__label\"").Attribute("for", itemId).Html(">").Text(Label).Html("</label>");
        if (HasHint)
        {
            to.Html("<div class=\"govuk-hint govuk-").Text(group.Kind).Html("__hint\" id=\"").Text(itemId).Html("-item-hint\">")
                .Content(richHint, Hint).Html("</div>");
        }

        to.Html("</div>");
        if (hasConditional) WriteConditional(to, isChosen);
    }

    private protected abstract void WriteTypeAndName(Markup to, Choices group);

    private void WriteDescribedBy(Markup to)
    {
        if (group.DescribesItems) group.WriteDescribedBy(to, HasHint ? itemId + "-item-hint" : null);
        else if (HasHint) to.Html(" aria-describedby=\"").Text(itemId).Html("-item-hint\"");
    }

    private void WriteConditional(Markup to, bool isChosen)
    {
        to.Html("<div class=\"govuk-").Text(group.Kind).Html("__conditional");
        if (!isChosen) to.Html(" govuk-").Text(group.Kind).Html("__conditional--hidden");
        to.Html("\" id=\"conditional-").Text(itemId).Html("\">").Content(Inner).Html("</div>");
    }
}

/// <summary>A word between the items of radios or checkboxes, mostly "or".</summary>
[HtmlTargetElement("govuk-divider")]
public sealed class DividerTagHelper : Component
{
    private Choices group = null!;

    private protected override void Begin(TagHelperContext context)
    {
        group = Around<Choices>(context, "govuk-radios or govuk-checkboxes");
        group.NextId();
    }

    private protected override void Write(Markup to) => to.Html("<div class=\"govuk-").Text(group.Kind).Html("__divider\">").Content(Inner).Html("</div>");
}
