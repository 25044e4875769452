import { parseArgs } from 'node:util';

export const LINT_USAGE = [
  'npx prongsai lint <file.txt|xlsx|csv|docx|json|pdf> [--text] [--extract]',
  '                  [--organization-name NAME] [--district NAME] [--province NAME] [--fiscal-year 2568]',
  '  start, end: UTF-16 units of a text file (its byte order mark counted), of the text --extract prints for others',
].join('\n');

export interface LintRequest {
  readonly path: string;
  readonly form: 'json' | 'text' | 'extract';
  readonly organizationName: string | null;
  readonly district: string | null;
  readonly province: string | null;
  /** Buddhist era. */
  readonly fiscalYear: number | null;
}

/** Null when the arguments are not of the form of LINT_USAGE. */
export function lintRequest(args: string[]): LintRequest | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    json: flag,
    text: flag,
    extract: flag,
    'organization-name': text,
    district: text,
    province: text,
    'fiscal-year': text,
  };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [path] = positionals;
    const year = values['fiscal-year'];
    if (path === undefined || positionals.length > 1 || (year !== undefined && !/^25\d\d$/.test(year))) return null;
    return {
      path,
      form: values.extract ? 'extract' : values.text ? 'text' : 'json',
      organizationName: values['organization-name'] ?? null,
      district: values.district ?? null,
      province: values.province ?? null,
      fiscalYear: year === undefined ? null : Number(year),
    };
  } catch {
    return null;
  }
}
