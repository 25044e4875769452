import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { inDigitsOfAgency } from './page-digits.js';

/** The finished HTML of a page. Everything in it was escaped by Preact. */
export const renderPage = (page: VNode): string => `<!doctype html>\n${inDigitsOfAgency(renderToString(page))}`;
