import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { VNode } from 'preact';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { renderPage } from '../../src/web/render-page.js';
import { barriersOn } from './support/accessibility.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';
import { adminSamples } from './support/admin-samples.js';
import { assetStore, SAMPLE_PAGES } from './support/sample-pages.js';
import { STRANGE_DIGITS } from './support/strange-digits.js';
import { TORN_WORDS } from './support/torn-words.js';

const PAGES = { ...SAMPLE_PAGES, ...adminSamples() };

const POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";
const WIDTHS = [1280, 390] as const;
/** Give a folder to keep a picture of every page at both widths. */
const PICTURES = process.env.PRONGSAI_PICTURES;

describeInBrowser('every page, in every state', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    server = await serveSamples();
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'th-TH' });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  describe.each(Object.keys(PAGES))('%s', (name) => {
    it('keeps to the content policy', async () => {
      complaints = [];
      await page.goto(`${addressOf(server)}/${name}`);
      expect(complaints).toEqual([]);
    });

    it('counts in the digits of its agency', async () => {
      expect(await page.evaluate(STRANGE_DIGITS)).toEqual([]);
    });

    it('says the same with and without scripts', async () => {
      expect(await page.evaluate(CHANGED_BY_SCRIPTS)).toEqual([]);
    });

    it.each(WIDTHS)('keeps its width, its targets and its words at %i px', async (width) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await page.evaluate(NEXT_FRAME);
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
      expect(await page.evaluate(TORN_WORDS)).toEqual([]);
    });

    it('is accessible', async () => {
      expect(await barriersOn(page)).toEqual([]);
    });
  });

  describe('words that are kept on one line', () => {
    it('stay so after a swap, and once', async () => {
      await page.goto(`${addressOf(server)}/measures`);
      await page.evaluate("document.querySelector('#main').dataset.isOld = ''");
      await page.evaluate("htmx.ajax('GET', '/measures', { target: '#main', select: '#main', swap: 'outerHTML' })");
      expect(await page.locator('[data-is-old]').count()).toBe(0);
      const count = await page.locator('#main kept-word').count();
      await page.evaluate("document.dispatchEvent(new Event('htmx:afterSwap'))");
      expect(count).toBeGreaterThan(0);
      expect(await page.locator('#main kept-word').count()).toBe(count);
      expect(await page.locator('kept-passage kept-passage').count()).toBe(0);
      expect(await page.evaluate(TORN_WORDS)).toEqual([]);
    });

    it('leave what somebody typed and selected, also when the window gets another width', async () => {
      await page.goto(`${addressOf(server)}/measure-form`);
      await page.locator('input[name="title"]').fill('มาตรการตรวจสอบภายใน');
      const selected = await page.evaluate(SELECT_HEADING);
      expect(selected).not.toBe('');
      await page.setViewportSize({ width: 700, height: 844 });
      await page.evaluate(NEXT_FRAME);
      expect(await page.evaluate('getSelection().toString()')).toBe(selected);
      expect(await page.locator('input[name="title"]').inputValue()).toBe('มาตรการตรวจสอบภายใน');
    });

    it('part between their own words where no line can hold them, so that no box grows', async () => {
      await page.goto(`${addressOf(server)}/public-document`);
      await page.evaluate(`document.querySelector('main').style.width = '9.5rem'`);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(NEXT_FRAME);
      const signer = page.locator('dd', { hasText: 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง' });
      const parts = ['องค์การบริหาร', 'ส่วนตำบล', 'ตัวอย่าง'];
      expect(await signer.locator('kept-word').allTextContents()).toEqual(parts);
      expect(await page.evaluate(TORN_WORDS)).toEqual([]);
      expect(await page.evaluate(BOXES_THAT_GREW)).toEqual([]);
    });
  });

  it('keeps its contrast in dark mode', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const name of [
      'measure',
      'measure-form-refused',
      'publications',
      'measures',
      'report-compile',
      'verify-verdict',
      'acting-calendar',
      'admin',
      'person',
    ]) {
      await page.goto(`${addressOf(server)}/${name}`);
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-dark.png`), fullPage: true });
      expect({ name, barriers: await barriersOn(page) }).toEqual({ name, barriers: [] });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

/** Buttons, fields and links on a line of their own that are lower than 44 px. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, .btn, input[type=text], input[type=password], summary, nav a, .back a')]
  .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 44)
  .map((element) => element.outerHTML.slice(0, 120))`;

/** The window tells of its new width before the next picture is drawn. */
const NEXT_FRAME = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

/** What stands in the page of the server and not in the one that is shown, the elements around kept words aside. */
const CHANGED_BY_SCRIPTS = `(async () => {
  const shown = document.body.cloneNode(true);
  for (const passage of shown.querySelectorAll('kept-passage')) passage.replaceWith(passage.textContent);
  const sent = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  return shown.innerHTML === sent.body.innerHTML ? [] : [sent.body.innerHTML, shown.innerHTML];
})()`;

const SELECT_HEADING = `(() => {
  getSelection().selectAllChildren(document.querySelector('h1'));
  return getSelection().toString();
})()`;

/** Boxes that hold their text, but not with its words kept whole. */
const BOXES_THAT_GREW = `(() => {
  const full = [...document.querySelectorAll('main *')].filter((box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth);
  for (const passage of document.querySelectorAll('kept-passage')) passage.replaceWith(passage.textContent);
  return full.filter((box) => box.isConnected && box.scrollWidth <= box.clientWidth).map(({ outerHTML }) => outerHTML);
})()`;

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP

async function serveSamples(): Promise<Server> {
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const asset = assetStore.find(url);
    const sample: VNode | undefined = PAGES[url.slice(1)];
    if (asset) return response.setHeader('content-type', asset.contentType).end(asset.bytes);
    if (!sample) return response.writeHead(204).end();
    response.setHeader('content-security-policy', POLICY).setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(renderPage(sample));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
