import type { ComponentChildren } from 'preact';
import type { DigitStyle } from '../../src/core/thai/digits.js';
import type { PageAssets } from './frame.js';

interface HtmlDocumentProps {
  readonly title: string;
  readonly assets: PageAssets;
  readonly children: ComponentChildren;
  /** Of the agency the page belongs to: everything on it is read in them. Without an agency as on official paper. */
  readonly digits?: DigitStyle;
  /** Kept out of search engines; public pages are the exception. */
  readonly isPrivate?: boolean;
}

const HTMX_SETTINGS = JSON.stringify({ allowEval: false, includeIndicatorStyles: false, selfRequestsOnly: true });

/** The outermost shell: language, skip link, style sheets. No inline style or script, the content policy refuses them. */
export const HtmlDocument = ({ title, assets, children, digits = 'thai', isPrivate = true }: HtmlDocumentProps) => (
  <html lang="th">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="htmx-config" content={HTMX_SETTINGS} />
      {isPrivate && <meta name="robots" content="noindex" />}
      <title>{title}</title>
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      {assets.stylesheets.map((href) => (
        <link rel="stylesheet" href={href} key={href} />
      ))}
      {assets.scripts.map((src) => (
        <script src={src} defer key={src} />
      ))}
    </head>
    <body data-digits={digits}>
      <a class="skip-link" href="#main">
        ข้ามไปเนื้อหาหลัก
      </a>
      {children}
    </body>
  </html>
);
