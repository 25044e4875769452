import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../src/app/demo-organization.js';
import { barriersOn } from './accessibility.js';
import { STRANGE_DIGITS } from './strange-digits.js';

/** Give a folder to keep a picture of every page that somebody read. */
const PICTURES = process.env.PRONGSAI_PICTURES;

/** Somebody at a browser of their own. Our scripts never arrive there: every page has to work without them. */
export class PersonAtBrowser {
  private pictures = 0;

  private constructor(
    private readonly name: string,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async signedIn(browser: Browser, address: string, userName: string): Promise<PersonAtBrowser> {
    const context = await browser.newContext({
      baseURL: address,
      locale: 'th-TH',
      viewport: { width: 390, height: 844 },
    });
    await context.route('**/*.js', (route) => route.abort());
    const person = new PersonAtBrowser(userName, context, await context.newPage());
    await person.page.goto('/sign-in');
    await person.fills('ชื่อผู้ใช้', userName);
    await person.fills('รหัสผ่าน', DEMO_PASSWORD);
    await person.presses('เข้าสู่ระบบ');
    await person.reads('งานของฉัน');
    return person;
  }

  /** The heading of the page in front of the person; every page that is read is also checked for its digits and accessibility. */
  async reads(heading: string): Promise<void> {
    const text = await this.page.locator('h1').innerText();
    expect(text.replace(/\s+/g, ' ')).toContain(heading);
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true });
      this.pictures += 1;
      for (const width of [1280, 390]) {
        const name = `${this.name}-${String(this.pictures).padStart(2, '0')}-${width}.png`;
        await this.page.setViewportSize({ width, height: 844 });
        await this.page.screenshot({ path: join(PICTURES, name), fullPage: true });
      }
    }
    expect(await this.page.evaluate(STRANGE_DIGITS)).toEqual([]);
    expect(await barriersOn(this.page)).toEqual([]);
  }

  async sees(text: string): Promise<void> {
    expect(await this.page.locator('main').innerText()).toContain(text);
  }

  async fills(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: false }).first().fill(text);
  }

  /** @param name of the date; its parts as they are typed, the month 1 to 12 or empty */
  async fillsDate(name: string, day: string, month: string, year: string): Promise<void> {
    await this.page.locator(`[name="${name}.day"]`).fill(day);
    await this.page.locator(`[name="${name}.month"]`).selectOption(month);
    await this.page.locator(`[name="${name}.year"]`).fill(year);
  }

  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click();
    await this.page.waitForLoadState('load');
  }

  async follows(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().click();
    await this.page.waitForLoadState('load');
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
  }

  /** Looks again until the page says it. */
  async waitsFor(text: string, patienceMs = 60_000): Promise<void> {
    const until = Date.now() + patienceMs;
    while (!(await this.page.locator('main').innerText()).includes(text)) {
      if (Date.now() > until) throw new Error(`waited in vain for "${text}" at ${this.page.url()}`);
      await pause(500);
      await this.page.reload();
    }
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
