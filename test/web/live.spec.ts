import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { PublicationsPage, type PublicationCard } from '../../templates/web/pages/staff/publications.page.js';
import { renderPage } from '../../src/web/render-page.js';
import { AssetStore } from '../../src/web/asset-store.js';
import { describeInBrowser, launchBrowser } from './support/browser.js';

const POLICY = "default-src 'self';img-src 'self' data:;object-src 'none';base-uri 'none'";
const assets = new AssetStore();

describeInBrowser('work that goes on', () => {
  let server: Server;
  let browser: Browser;
  let isDone = false;

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const asset = assets.find(url);
      if (asset) return response.setHeader('content-type', asset.contentType).end(asset.bytes);
      response.setHeader('content-security-policy', POLICY).setHeader('content-type', 'text/html; charset=utf-8');
      return response.end(url.startsWith('/publications') ? renderPage(page(isDone)) : '');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('is told step by step without reloading, under the strict content policy, until it is done', async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/publications`); // listening on TCP
    await tab.evaluate('window.stayed = true');
    expect(await tab.locator('.chip').innerText()).toContain('กำลังจัดทำ');

    isDone = true;

    await tab.locator('.chip--published').waitFor({ timeout: 20_000 });
    expect(await tab.evaluate('window.stayed')).toBe(true);
    expect(await tab.locator('[hx-get]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

const page = (isDone: boolean) =>
  PublicationsPage({
    frame: {
      agencyName: 'อบต.ตัวอย่าง',
      organizationSlug: 'tua-yang',
      digits: 'thai',
      person: { name: 'นายสมมุติ ใจดี', post: 'นายก' },
      maySeeHistory: false,
      csrfToken: 'token',
      assets: assets.pageAssets,
    },
    cards: [cardOf(isDone)],
    headline: '',
    paging: { page: 1, pageCount: 1, total: 1, hrefStart: '?page=' },
    isMoving: !isDone,
  });

const cardOf = (isDone: boolean): PublicationCard => ({
  id: 'one',
  title: 'ประกาศ',
  itemHref: '/announcements/one',
  state: isDone ? { tone: 'published', label: 'เผยแพร่แล้ว' } : { tone: 'working', label: 'กำลังจัดทำ' },
  path: [],
  publicAddress: null,
  mayRetry: false,
});
