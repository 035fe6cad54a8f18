// What pages do beyond sending forms. Every page works without this, and nothing is stored in the browser.
import { Button, createAll, Checkboxes, ErrorSummary, Radios, ServiceNavigation, SkipLink } from "govuk-frontend";
import { keepWhatIsTyped } from "./keeping.js";

// Puts the words of an element on the clipboard. Without a clipboard (a plain http address) it selects them.
async function copy(from) {
  const words = from.value ?? from.innerText;
  try {
    await navigator.clipboard.writeText(words.trim());
    return "Copied";
  } catch {
    if (from.select) from.select();
    else getSelection().selectAllChildren(from);
    return document.execCommand("copy") ? "Copied" : "Selected. Now press Ctrl and C";
  }
}

// What was done is said beside the button. The place must be there before the words, or a screen reader does not read them.
function offerCopy(button) {
  const said = document.createElement("span");
  said.className = "app-copied";
  said.setAttribute("role", "status");
  button.after(said);
  button.addEventListener("click", async () => {
    const from = document.querySelector(button.dataset.copy);
    said.textContent = "";
    const outcome = from ? await copy(from) : "There is nothing to copy";
    setTimeout(() => (said.textContent = outcome), 100);
  });
}

// What is worth its room on a wide screen is open there; on a phone it is a tap away.
function openWhereWide() {
  if (!matchMedia("(min-width: 40.0625em)").matches) return;
  for (const details of document.querySelectorAll("details[data-open-wide]")) details.open = true;
}

// What is folded on screen is open on paper, also in browsers whose styles cannot do that.
function openForPrint() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...opened, ...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}

// Who is reached in a picture by keyboard is seen whole: a browser that sees them in part leaves the picture where it is.
function showWhole(event) {
  event.target.closest?.("svg a")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
  for (const component of [Button, Checkboxes, ErrorSummary, Radios, ServiceNavigation, SkipLink]) createAll(component);
}

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
for (const button of document.querySelectorAll("[data-copy]")) offerCopy(button);
openWhereWide();
openForPrint();
addEventListener("focusin", showWhole);
keepWhatIsTyped();
