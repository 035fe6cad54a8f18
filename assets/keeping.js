// What somebody types in a form and does not record is sent to the server, which keeps it for them alone: three seconds after the last key, and when they
// leave. Only a page that says whose it is does this: the open side keeps nothing, and its policy lets no script send anything.
const address = "/work/keep";
const pause = 3000;
const again = 30000;
const mostAgain = 10; // a page on which nobody types any more does not keep its session for ever
const longestGoing = 10000;
const mostBeyondThePage = 60000; // bytes that a browser still sends for a page that is left

class Keeping {
  #form;
  #turn;
  #page = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  #sent = 0;
  #said;
  #time;
  #timer;
  #underWay = null;
  #isTyped; // and not kept
  #isGoing = false;
  #tries = 0;

  constructor(form) {
    this.#form = form;
    this.#turn = Object.assign(document.createElement("input"), { type: "hidden", name: "turn" });
    form.append(this.#turn, this.#status());
    this.#isTyped = form.dataset.typed !== undefined;
    if (this.#isTyped) this.#wait(pause);
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", () => this.#leaves());
    document.addEventListener("click", (event) => this.#follows(event));
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#keep());
    addEventListener("pagehide", () => this.#keep());
    addEventListener("pageshow", () => (this.#isGoing = false));
    for (const button of document.querySelectorAll(`button[formaction="${address}"]`)) button.replaceWith(linkOf(button));
  }

  #typed() {
    this.#isTyped = true;
    this.#tries = 0;
    if (!this.#isGoing) this.#wait(pause);
  }

  // The form goes, with all that is in it: what was sent before and comes in only afterwards is known by its turn. A key that is pressed while it goes is none.
  #leaves() {
    [this.#isTyped, this.#isGoing] = [false, true];
    this.#count();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#stays(), longestGoing);
  }

  #stays() {
    this.#isGoing = false;
    this.#keep();
  }

  // A link to a page of ours: the form itself takes what was typed along, and the server leads on.
  #follows(event) {
    const link = event.target.closest("a[href]");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;
    if (!this.#isTyped || !isPlain || !link || link.target || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    const button = Object.assign(document.createElement("button"), { name: "leave", value: link.pathname + link.search + link.hash, hidden: true });
    button.formAction = address;
    button.formNoValidate = true;
    this.#form.append(button);
    button.click();
    button.remove();
  }

  #wait(time) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), time);
  }

  #count() {
    this.#turn.value = `${this.#page}.${++this.#sent}`;
  }

  // One at a time: later words take the place of those under way.
  async #keep() {
    if (!this.#isTyped || this.#isGoing) return;
    clearTimeout(this.#timer);
    this.#isTyped = false;
    this.#underWay?.abort();
    const mine = (this.#underWay = new AbortController());
    this.#count();
    const body = new URLSearchParams(new FormData(this.#form));
    try {
      const answer = await fetch(address, { method: "POST", body, signal: mine.signal, keepalive: body.toString().length < mostBeyondThePage });
      if (answer.url.endsWith("?kept=1")) this.#says("You are signed out. What you typed is kept for you: sign in to go on");
      else if (answer.redirected || !answer.ok) this.#fails();
      else this.#says(await answer.text());
    } catch {
      if (this.#underWay === mine) this.#fails();
    }
    if (this.#underWay === mine) this.#underWay = null;
  }

  #fails() {
    this.#says("Not kept. What you typed is still on this page");
    this.#isTyped = true;
    if (++this.#tries <= mostAgain) this.#wait(again);
  }

  // Read out when it changes, but for the time: that alone is no news.
  #says(words) {
    const [, before, time, after] = /^(Kept )(\d+:\d\d[ap]m)(.*)$/.exec(words) ?? [null, words, "", ""];
    if (this.#said.dataset.words !== before + after) {
      this.#said.dataset.words = before + after;
      this.#said.replaceChildren(before, this.#time, after);
    }
    this.#time.textContent = time;
  }

  // The place must be there before the words, or a screen reader does not read them.
  #status() {
    this.#time = document.createElement("span");
    this.#time.setAttribute("aria-hidden", "true");
    this.#said = document.createElement("p");
    this.#said.className = "govuk-body-s app-kept app-no-print";
    this.#said.setAttribute("role", "status");
    return this.#said;
  }
}

// Without a script it is a button of the form; with one it is the link that it looks like.
function linkOf(button) {
  const link = document.createElement("a");
  for (const { name, value } of button.attributes)
    if (!["form", "formaction", "formnovalidate", "name", "value"].includes(name)) link.setAttribute(name, value);
  link.classList.remove("app-link-button");
  link.href = button.value;
  link.append(...button.childNodes);
  return link;
}

export function keepWhatIsTyped() {
  const mark = document.querySelector("main form input[name='whose']");
  if (mark) new Keeping(mark.form);
}
