using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>The way back, "Back" unless it says something else.</summary>
[HtmlTargetElement("govuk-back-link")]
public sealed class BackLinkTagHelper : Component
{
    private bool isPlain = true;

    /// <summary>Where it leads. Needed.</summary>
    public string Href { get; set; } = "";

    private protected override void Begin(TagHelperContext context) => Require(context, Href, "href");

    private protected override void End(TagHelperContext context, TagHelperOutput output) => isPlain = Inner is null or { IsEmptyOrWhiteSpace: true };

    private protected override void Write(Markup to) => to
        .Html("<a").Attribute("href", Href).Html(" class=\"govuk-back-link").Rest(Passed).Html(">").Content(isPlain ? null : Inner, "Back").Html("</a>");
}

/// <summary>The link past the header, for people who use a keyboard or a screen reader.</summary>
[HtmlTargetElement("govuk-skip-link")]
public sealed class SkipLinkTagHelper : Component
{
    /// <summary>Where the content starts.</summary>
    public string Href { get; set; } = "#main-content";

    private protected override void Write(Markup to) => to
        .Html("<a").Attribute("href", Href).Html(" data-module=\"govuk-skip-link\" class=\"govuk-skip-link").Rest(Passed).Html(">").Content(Inner).Html("</a>");
}

/// <summary>Where the page stands.</summary>
[HtmlTargetElement("govuk-breadcrumbs")]
public sealed class BreadcrumbsTagHelper : Component
{
    /// <summary>What a screen reader calls it.</summary>
    public string Label { get; set; } = "Breadcrumb";

    /// <summary>Whether a small screen shows the first and the last only.</summary>
    public bool CollapseOnMobile { get; set; }

    private protected override void Write(Markup to) => to
        .Html("<nav").Attribute("aria-label", Label).Html(" class=\"govuk-breadcrumbs")
        .HtmlIf(CollapseOnMobile, " govuk-breadcrumbs--collapse-on-mobile").Rest(Passed)
        .Html("><ol class=\"govuk-breadcrumbs__list\">").Content(Inner).Html("</ol></nav>");
}

/// <summary>One step. Without an href it is the page itself.</summary>
[HtmlTargetElement("govuk-breadcrumb")]
public sealed class BreadcrumbTagHelper : Component
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; set; }

    private protected override void Write(Markup to)
    {
        if (string.IsNullOrEmpty(Href))
            to.Html("<li aria-current=\"page\" class=\"govuk-breadcrumbs__list-item").Rest(Passed).Html(">").Content(Inner).Html("</li>");
        else
            to.Html("<li class=\"govuk-breadcrumbs__list-item\"><a").Attribute("href", Href).Html(" class=\"govuk-breadcrumbs__link").Rest(Passed)
                .Html(">").Content(Inner).Html("</a></li>");
    }
}
