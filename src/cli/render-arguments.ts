import { parseArgs } from 'node:util';

export const RENDER_USAGE = `prongsai render <template> --data <file.json> [--lang th|en] --out <file.pdf> [--watermark <text>]
prongsai render --list
prongsai render <template> --schema
prongsai render <template> --example
  --json   print errors as JSON`;

export type RenderRequest =
  | { readonly deed: 'help' | 'list' }
  | { readonly deed: 'schema' | 'example'; readonly template: string }
  | {
      readonly deed: 'render';
      readonly template: string;
      readonly data: string;
      readonly out: string;
      readonly language: string;
      readonly watermark?: string;
    };

/** What the command line asks for; null when it cannot be understood. */
export function renderRequest(args: readonly string[]): RenderRequest | null {
  const parsed = parsedOrNull(args);
  if (!parsed || parsed.positionals.length > 1) return null;
  const { values, positionals } = parsed;
  const [template] = positionals;
  if (values.help) return { deed: 'help' };
  if (values.list) return template === undefined ? { deed: 'list' } : null;
  if (template === undefined) return null;
  if (values.schema) return { deed: 'schema', template };
  if (values.example) return { deed: 'example', template };
  const { data, out, lang, watermark } = values;
  if (!data || !out) return null;
  return { deed: 'render', template, data, out, language: lang ?? 'th', ...(watermark ? { watermark } : {}) };
}

function parsedOrNull(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        out: { type: 'string' },
        lang: { type: 'string' },
        watermark: { type: 'string' },
        list: { type: 'boolean' },
        schema: { type: 'boolean' },
        example: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    return null; // an unknown option: the usage text says which ones there are
  }
}
