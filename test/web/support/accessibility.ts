import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What of the page in front of us keeps people with assistive technology out (axe-core), a line for each rule. */
export async function barriersOn(page: Page): Promise<string[]> {
  // selectors of the hundreds of elements that pass would take half of the time
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
