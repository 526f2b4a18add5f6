/**
 * The extension in Firefox, driven through WebDriver BiDi: test_firefox.py starts board, tunnel and
 * service, and says in the environment where they are.
 */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import puppeteer from "puppeteer-core";

const { FIREFOX, EXTENSION, TUNNEL_PORT, SERVICE, POSTING, STRICT, IN_PLACE, LIST } = process.env;

/** Firefox shall ask nobody but the board, whom it finds through the tunnel. */
const PREFERENCES = {
  "network.proxy.type": 1,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": Number(TUNNEL_PORT),
  "services.settings.server": "data:,",
  "intl.locale.requested": "en-US",
  "extensions.webextOptionalPermissionPrompts": false, // nobody is there to answer them
};

const WAIT = { timeout: 20_000 };

let browser;
let page;

before(async () => {
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: PREFERENCES,
  });
  await browser.installExtension(EXTENSION);
  page = await browser.newPage();
});

after(() => browser?.close());

/** @returns the extension's settings page, once it is open: Firefox lets nobody go there by address */
async function settingsPage() {
  for (;;) {
    for (const one of await browser.pages()) if ((await one.title()) === "Syncline: settings") return one;
    await browser.waitForTarget(() => true, WAIT);
  }
}

test("a service that is not found is told, and set in the settings", async () => {
  await page.goto(POSTING);
  await page.waitForSelector("syncline-badge[data-state=offline]", WAIT);
  await (await page.waitForSelector("syncline-badge >>> .pill", WAIT)).click();
  await (await page.waitForSelector("syncline-badge >>> .buttons .button:last-child", WAIT)).click();
  const settings = await settingsPage();
  const address = await settings.waitForSelector("#address", WAIT);
  await settings.waitForFunction(() => document.querySelector("#address").value !== "", WAIT);
  await address.click({ count: 3 });
  await address.type(SERVICE);
  await (await settings.$("#save")).click();
  await settings.waitForFunction(() => document.querySelector("#told").textContent === "Saved.", WAIT);
});

test("sites that were taken away are asked for again, with a sentence why", async () => {
  const settings = await settingsPage();
  const sites = { origins: ["https://weworkremotely.com/*"] };
  assert.ok(await settings.evaluate((taken) => browser.permissions.remove(taken), sites));
  const allow = await settings.waitForSelector("#access button", WAIT);
  assert.match(await settings.$eval("#access", (element) => element.textContent), /to read an ad and put its badge there/);
  await allow.click();
  await settings.waitForFunction(() => document.querySelector("#access").textContent === "", WAIT);
  assert.ok(await settings.evaluate((taken) => browser.permissions.contains(taken), sites));
  await settings.close();
});

test("opening the service's page pairs without typing", async () => {
  await page.bringToFront();
  await page.goto(`${SERVICE}/connect`);
  await page.waitForFunction(() => location.pathname === "/connect/paired", WAIT);
});

test("a posting gets its badge", async () => {
  await page.goto(POSTING);
  await page.waitForSelector("syncline-badge[data-position=async_first]", WAIT);
  const pill = await page.waitForSelector("syncline-badge >>> .pill", WAIT);
  assert.match(await pill.evaluate((element) => element.textContent), /Async-first/);
});

test("the panel opens with its quotes, and Escape gives the focus back", async () => {
  const pill = await page.waitForSelector("syncline-badge >>> .pill", WAIT);
  await pill.click();
  const panel = await page.waitForSelector("syncline-badge >>> .panel", { ...WAIT, visible: true });
  assert.match(await panel.evaluate((element) => element.textContent), /Decisions are made in short RFCs/);
  await page.keyboard.press("Escape");
  await page.waitForFunction(
    () => document.querySelector("syncline-badge").shadowRoot.activeElement?.className === "pill",
    WAIT,
  );
});

test("a quote is marked in the page", async () => {
  await (await page.waitForSelector("syncline-badge >>> .pill", WAIT)).click();
  await (await page.waitForSelector("syncline-badge >>> .quote", { ...WAIT, visible: true })).click();
  await page.waitForFunction(() => CSS.highlights.has("syncline-quote"), WAIT);
});

test("a correction is saved", async () => {
  await (await page.waitForSelector("syncline-badge >>> .pill", WAIT)).click();
  await (await page.waitForSelector("syncline-badge >>> summary", { ...WAIT, visible: true })).click();
  await (await page.waitForSelector("syncline-badge >>> textarea", { ...WAIT, visible: true })).type("Two standups a week");
  await (await page.waitForSelector("syncline-badge >>> form .button", WAIT)).click();
  await page.waitForFunction(
    () => /Saved/.test(document.querySelector("syncline-badge").shadowRoot.querySelector("form .told").textContent),
    WAIT,
  );
});

test("the next posting that is drawn in place gets its own badge", async () => {
  await page.goto(IN_PLACE);
  await page.waitForSelector("syncline-badge[data-position=async_first]", WAIT);
  await page.evaluate(() => window.show("dispatcher"));
  await page.waitForSelector("h1 > syncline-badge[data-position=fully_sync]", WAIT);
});

test("a page that forbids styles still shows a styled badge", async () => {
  await page.goto(STRICT);
  const pill = await page.waitForSelector("syncline-badge >>> .pill", { ...WAIT, visible: true });
  assert.equal(await pill.evaluate((element) => getComputedStyle(element).borderRadius), "14px");
});

test("the cards of a list get their chips", async () => {
  await page.goto(LIST);
  const chip = await page.waitForSelector("syncline-card >>> .chip", WAIT);
  assert.match(await chip.evaluate((element) => element.textContent), /sync/);
});
