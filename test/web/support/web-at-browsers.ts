import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { PersonAtBrowser } from './person-at-browser.js';
import { runningWeb, type RunningWeb } from './running-web.js';

/** A running web, and people of its agency who sit at it, each at a browser of their own. */
export interface WebAtBrowsers extends RunningWeb {
  readonly browser: Browser;
  /** Somebody signs in. */
  arrives(userName: string): Promise<PersonAtBrowser>;
  /** Whoever has arrived. */
  at(userName: string): PersonAtBrowser;
}

/** @param userNames who signs in at once; others arrive when they are wanted */
export async function webAtBrowsers(...userNames: readonly string[]): Promise<WebAtBrowsers> {
  const web = await runningWeb();
  const browser = await launchBrowser();
  const people = new Map<string, PersonAtBrowser>();
  const arrives = async (userName: string): Promise<PersonAtBrowser> => {
    const person = await PersonAtBrowser.signedIn(browser, web.address, userName);
    people.set(userName, person);
    return person;
  };
  for (const userName of userNames) await arrives(userName);
  return {
    ...web,
    browser,
    arrives,
    at: (userName) => {
      const person = people.get(userName);
      if (!person) throw new Error(`nobody called ${userName} is at a browser`);
      return person;
    },
    close: async () => {
      await browser.close();
      await web.close();
    },
  };
}
