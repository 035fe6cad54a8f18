using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Lapwing.GovUk;

/// <summary>All that is wrong with the form, with a link to each field. Nothing when nothing is wrong.</summary>
[HtmlTargetElement("govuk-error-summary")]
public sealed class ErrorSummaryTagHelper : Component
{
    /// <summary>In the order of the fields. One without a field is no link.</summary>
    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    /// <summary>The heading.</summary>
    public string Title { get; set; } = "There is a problem";

    /// <summary>A sentence before the list.</summary>
    public string? Description { get; set; }

    private protected override void End(TagHelperContext context, TagHelperOutput output)
    {
        RefuseContent(context);
        if (Errors is null or { Count: 0 }) output.SuppressOutput();
    }

    private protected override void Write(Markup to)
    {
        to.Html("<div data-module=\"govuk-error-summary\" class=\"govuk-error-summary").Rest(Passed)
            .Html("><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">").Text(Title).Html("</h2><div class=\"govuk-error-summary__body\">");
        if (!string.IsNullOrEmpty(Description)) to.Html("<p>").Text(Description).Html("</p>");
        to.Html("<ul class=\"govuk-list govuk-error-summary__list\">");
        foreach (var (field, message) in Errors)
        {
            if (string.IsNullOrEmpty(field)) to.Html("<li>").Text(message).Html("</li>");
            else to.Html("<li><a href=\"#").Text(field).Html("\">").Text(message).Html("</a></li>");
        }

        to.Html("</ul></div></div></div>");
    }
}

/// <summary>Something to know that is not about this page's question.</summary>
[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBannerTagHelper : Component
{
    private const string UsualTitleId = "govuk-notification-banner-title";

    /// <summary>The heading: "Important", or "Success", unless said otherwise.</summary>
    public string? Title { get; set; }

    /// <summary>Whether it tells that something was done; then it is read out at once.</summary>
    public bool Success { get; set; }

    /// <summary>A single sentence before the content, in the banner's own style.</summary>
    public string? Text { get; set; }

    /// <summary>The id of the heading, for a page with two banners.</summary>
    public string TitleId { get; set; } = UsualTitleId;

    /// <summary>A role in place of the usual one.</summary>
    public string? Role { get; set; }

    private protected override void Write(Markup to)
    {
        to.Html("<div data-module=\"govuk-notification-banner\"").Attribute("role", string.IsNullOrEmpty(Role) ? (Success ? "alert" : "region") : Role)
            .Attribute("aria-labelledby", TitleId)
            .Html(" class=\"govuk-notification-banner").HtmlIf(Success, " govuk-notification-banner--success").Rest(Passed)
            .Html("><div class=\"govuk-notification-banner__header\"><h2 class=\"govuk-notification-banner__title\"").Attribute("id", TitleId).Html(">")
            .Text(string.IsNullOrEmpty(Title) ? (Success ? "Success" : "Important") : Title)
            .Html("</h2></div><div class=\"govuk-notification-banner__content\">");
        if (!string.IsNullOrEmpty(Text)) to.Html("<p class=\"govuk-notification-banner__heading\">").Text(Text).Html("</p>");
        to.Content(Inner).Html("</div></div>");
    }
}
