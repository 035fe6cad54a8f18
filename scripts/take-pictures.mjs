// Takes the pictures of README and manual from a demonstration that runs: node scripts/take-pictures.mjs URL FOLDER CHROMIUM PLAYWRIGHT
import { createRequire } from "node:module";
import { join } from "node:path";

const [url, folder, executablePath, playwright] = process.argv.slice(2);
const { chromium } = createRequire(import.meta.url)(playwright);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

// On a screen of an office, and on a phone with a fine screen.
const screens = [
  { width: 1280, height: 960, deviceScaleFactor: 1 },
  { width: 375, height: 812, deviceScaleFactor: 2 },
];

for (const { width, height, deviceScaleFactor } of screens) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor });
  const take = (name) => page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  const go = async (value) => {
    await page.click(`main button[name=go][value=${value}]`);
    await page.waitForLoadState();
  };
  const choose = (name, value) => page.check(`input[name="${name}"][value="${value}"]`);

  await page.goto(`${url}/check/1`);
  for (const [name, value] of [["immediate-danger", "no"], ["self-harm", "no"], ["aware", "today"]]) await choose(name, value);
  await go("continue");
  await choose("forms", "youth-produced-imagery");
  await go("continue");
  await take("intake");
  await choose("adult-involved", "yes");
  await choose("adult-made-or-held-images", "not-known");
  await go("continue");
  await go("decide");
  await take("decision");

  await page.goto(`${url}/manual/section/2.1`);
  await take("manual");

  await page.goto(`${url}/sign-in`);
  await page.click('main button:has-text("Daniel M.")');
  await page.waitForLoadState();
  await take("work");
  const cases = await page.$$eval('main a[href^="/work/"]', (links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
  for (const address of cases) {
    await page.goto(url + address);
    if (await page.$(".app-withheld") && await page.$(".app-card .govuk-button")) break;
  }
  await take("case");
  await page.close();
}

await browser.close();
