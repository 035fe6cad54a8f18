using Lapwing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Lapwing.Pages.Tests;

/// <summary>A page that shows each part of the look once.</summary>
internal static class LookPage
{
    internal const string Path = "/planted/look";

    internal static void Map(WebApplication site) => site.MapGet(Path, () => Results.Content(Html, "text/html; charset=utf-8"));

    private static string Html => $"""
        <!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>Look</title><meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="icon" href="{Assets.Url("favicon.svg")}" type="image/svg+xml"><link rel="stylesheet" href="{Assets.Url("lapwing.css")}"><script src="{Assets.Url("lapwing.js")}" type="module"></script></head>
        <body class="govuk-template__body"><a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
        <header class="app-header"><div class="govuk-width-container app-header__inner"><a class="app-header__name" href="/planted/look">Lapwing</a>
        <nav class="app-header__nav app-no-print" aria-label="Menu"><ul class="app-header__list"><li><a href="/planted/look" aria-current="page">What to do</a></li><li><a href="/planted/sound">Directory</a></li></ul></nav></div>
        <div class="app-demo app-no-print"><div class="govuk-width-container">Demonstration.</div></div></header>
        <div class="govuk-width-container"><button type="button" class="app-back-button">Back</button><main class="govuk-main-wrapper" id="main-content">{Parts}</main></div>
        <footer class="govuk-footer app-no-print"><div class="govuk-width-container"><p class="govuk-body-s"><a class="govuk-footer__link" href="/planted/sound">The law</a></p></div></footer></body></html>
        """;

    private const string Parts = """
        <p class="app-emergency">If a child is in danger now, call <a class="app-number" href="tel:999">999</a> first</p>
        <h1 class="govuk-heading-l">Call children’s social care and the police today</h1>
        <div class="app-cards">
          <section class="app-card"><h2 class="app-card__heading">Children’s social care</h2><p class="app-card__number"><a class="app-number" href="tel:+441632960001">01632 960 001</a></p>
            <p class="app-card__due">By the end of today, Friday 27 March</p><ul class="app-card__list"><li>Say that it is a referral</li></ul><button type="button" class="govuk-button app-only-js" data-print>Print</button></section>
          <section class="app-card"><h2 class="app-card__heading">Police</h2><pre class="app-copy" id="words" tabindex="0" role="region" aria-label="Text to copy">Words to copy</pre>
            <button type="button" class="govuk-button govuk-button--secondary app-only-js" data-copy="#words">Copy</button><p class="app-statement">Because of <a href="/planted/sound">S2.1.8</a></p></section>
        </div>
        <div class="app-dont"><h2 class="govuk-heading-m">Do not</h2><ul class="govuk-list govuk-list--bullet"><li>look at the image</li></ul></div>
        <p class="govuk-body">One may <button type="button" class="app-link-button">answer this</button> or read <a class="govuk-link" href="/planted/sound">the manual</a><a class="govuk-link app-cite" href="/planted/sound">[S1.3]</a>.</p>
        <div class="app-difference"><div class="app-difference__added"><h3 class="govuk-heading-s">Added</h3><ul class="govuk-list govuk-list--bullet"><li>call the LADO</li></ul></div>
          <div class="app-difference__removed"><h3 class="govuk-heading-s">No longer required</h3></div><div class="app-difference__changed"><h3 class="govuk-heading-s">Changed</h3></div></div>
        <div class="app-side"><form class="app-side__form"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Is an adult involved?</legend><div class="govuk-radios" data-module="govuk-radios">
          <div class="govuk-radios__item"><input class="govuk-radios__input" id="yes" name="adult" type="radio" value="yes" data-aria-controls="when"><label class="govuk-label govuk-radios__label" for="yes">Yes</label></div>
          <div class="govuk-radios__conditional govuk-radios__conditional--hidden" id="when"><label class="govuk-label" for="day">Since when?</label><input class="govuk-input" id="day" name="day"></div>
          <div class="govuk-radios__item"><input class="govuk-radios__input" id="no" name="adult" type="radio" value="no"><label class="govuk-label govuk-radios__label" for="no">No</label></div></div></fieldset>
          <div class="app-answer"><label class="govuk-label" for="violent">Is anything violent?</label><select class="govuk-select" id="violent"><option>Not known yet</option></select></div></form>
          <div class="app-side__decision"><details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Why</span></summary><div class="govuk-details__text" id="why">Because an adult is involved</div></details></div></div>
        <div class="app-table-scroll" tabindex="0" role="region" aria-label="Duties"><table class="govuk-table"><thead class="govuk-table__head"><tr><th class="govuk-table__header" scope="col">Safeguarding</th><th class="govuk-table__header" scope="col">Responsible</th><th class="govuk-table__header" scope="col">Recommendation</th></tr></thead>
          <tbody><tr><td class="govuk-table__cell">Representation</td><td class="govuk-table__cell">Representative</td><td class="govuk-table__cell">Acknowledgement</td></tr></tbody></table></div>
        <div class="app-paper"><section class="app-paper__part"><p>Written by <span class="app-paper__gap"></span></p><table class="app-paper__table"><thead><tr><th scope="col">Question</th><th scope="col">Yes</th><th scope="col">No</th><th scope="col">Not known yet</th><th scope="col">A yes means</th></tr></thead>
          <tbody><tr><td>Is an adult involved?</td><td><span class="app-paper__box"></span></td><td><span class="app-paper__box"></span></td><td><span class="app-paper__box"></span></td><td>Call children’s social care</td></tr></tbody></table><span class="app-paper__line"></span></section></div>
        <p class="govuk-body app-print-only" id="paper-only">Printed</p>
        """;
}
