import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageAssets } from '../../templates/web/frame.js';
import { COMPOUNDS_ON_SCREEN, WORD_BEGINNINGS } from '../core/thai/screen-compounds.js';
import { PACKAGES, TEMPLATES } from '../config/paths.js';

export interface Asset {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const OWN_ASSETS = join(TEMPLATES, 'web', 'assets');
const OWN_SHEETS = ['fonts', 'tokens', 'type', 'layout', 'forms', 'components', 'item', 'print'];
const FONT_ADDRESS = /font:([a-z0-9-]+\.woff2)/g;

/**
 * Style sheets, fonts and scripts, read once at start. Each address carries the hash of the bytes, so that browsers may
 * keep it for ever: the same bytes always have the same address, other bytes another one.
 */
export class AssetStore {
  private readonly assets = new Map<string, Asset>();
  readonly pageAssets: PageAssets;

  constructor() {
    const bootstrap = readFileSync(join(PACKAGES, 'bootstrap', 'dist', 'css', 'bootstrap.min.css'), 'utf8');
    const htmx = readFileSync(join(PACKAGES, 'htmx.org', 'dist', 'htmx.min.js'));
    const withoutMap = bootstrap.replace(/\/\*# sourceMappingURL=.*\*\//, '');
    this.pageAssets = {
      stylesheets: [
        this.add('bootstrap.css', 'text/css; charset=utf-8', Buffer.from(withoutMap)),
        this.add('prongsai.css', 'text/css; charset=utf-8', Buffer.from(this.ownSheet())),
      ],
      scripts: [
        this.add('htmx.js', 'text/javascript; charset=utf-8', htmx),
        this.add('kept-words.js', 'text/javascript; charset=utf-8', Buffer.from(keptWords())),
      ],
      icon: this.add('icon.svg', 'image/svg+xml', readFileSync(join(OWN_ASSETS, 'icon.svg'))),
    };
  }

  /** @param address as it stands in a page: "/assets/<hash>/<name>" */
  find(address: string): Asset | undefined {
    return this.assets.get(address);
  }

  private ownSheet(): string {
    const sheets = OWN_SHEETS.map((name) => readFileSync(join(OWN_ASSETS, `${name}.css`), 'utf8'));
    return sheets.join('\n').replace(FONT_ADDRESS, (_all, file: string) => this.addFont(file));
  }

  private addFont(file: string): string {
    return this.add(file, 'font/woff2', readFileSync(join(PACKAGES, '@fontsource', 'sarabun', 'files', file)));
  }

  private add(name: string, contentType: string, bytes: Buffer): string {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const address = `/assets/${hash}/${name}`;
    this.assets.set(address, { contentType, bytes });
    return address;
  }
}

/** The script that keeps Thai compounds on one line, with their list: a word more gives it another address. */
function keptWords(): string {
  const script = readFileSync(join(OWN_ASSETS, 'kept-words.mjs'), 'utf8');
  const lists = [COMPOUNDS_ON_SCREEN, WORD_BEGINNINGS].map((list) => JSON.stringify(list)).join(', ');
  return `(() => {\n'use strict';\n${script}\nkeepWordsWhole(${lists});\n})();\n`;
}
