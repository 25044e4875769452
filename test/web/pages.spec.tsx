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

    it.each(WIDTHS)('keeps its width and its targets at %i px', async (width) => {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    });

    it('is accessible', async () => {
      expect(await barriersOn(page)).toEqual([]);
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
