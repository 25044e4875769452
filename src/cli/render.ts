import { DomainError } from '../core/errors.js';
import { unprintableCharacters } from '../core/proofreading/unprintable.rule.js';
import { readGivenFile } from './read-given-file.js';
import { readText } from './read-text.js';
import { RENDER_USAGE, renderRequest, type RenderRequest } from './render-arguments.js';
import { writeOutput } from './write-output.js';

const LARGEST_DATA_BYTES = 20_000_000;

/**
 * `prongsai render …`: one document, without a database.
 * @returns the exit code: 0 done, 1 refused (reason on stderr in Thai and English), 2 the command was not understood
 */
export async function renderCommand(args: string[]): Promise<number> {
  const request = renderRequest(args);
  if (request === null) {
    process.stderr.write(`${RENDER_USAGE}\n`);
    return 2;
  }
  try {
    await carryOut(request);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await printRefusal(error, args.includes('--json'));
    return 1;
  }
}

async function carryOut(request: RenderRequest): Promise<void> {
  if (request.deed === 'help') return print(RENDER_USAGE);
  const { allTemplates, findTemplate } = await import('../../templates/documents/registry.js');
  switch (request.deed) {
    case 'list':
      return print(
        allTemplates()
          .map(({ id, languages, title }) => `${id}\t${languages.join(',')}\t${title.th}`)
          .join('\n'),
      );
    case 'schema':
      return print(JSON.stringify(findTemplate(request.template).schema, null, 2));
    case 'example':
      return print(JSON.stringify(findTemplate(request.template).example, null, 2));
    case 'render':
      return render(request);
  }
}

async function render(request: Extract<RenderRequest, { deed: 'render' }>): Promise<void> {
  const data = await readData(request.data);
  const { printDocument } = await import('../editions/pdf-printer.js');
  const pdf = await printDocument({ ...request, data, createdAt: createdAtOf(data) });
  await writeOutput(request.out, pdf);
  await warnOfFrames(data);
}

/** The document is made; that some of its characters came out as empty frames is said aside. */
async function warnOfFrames(data: unknown): Promise<void> {
  const missing = unprintableCharacters(JSON.stringify(data));
  if (missing.length === 0) return;
  const { unprintableText } = await import('../../templates/console/unprintable.js');
  process.stderr.write(`${unprintableText(missing)}\n`);
}

async function readData(path: string): Promise<unknown> {
  const bytes = await readGivenFile(path, LARGEST_DATA_BYTES);
  try {
    return JSON.parse(readText(bytes)) as unknown;
  } catch {
    throw new DomainError('document.data-invalid', { path, problems: [NOT_JSON] });
  }
}

const NOT_JSON = {
  path: '',
  kind: 'not-json',
  th: 'ไฟล์ข้อมูลไม่ใช่ JSON ที่ถูกต้อง ดูตัวอย่างด้วย --example',
  en: 'the data file is not valid JSON; see --example',
};

/** The day the document itself names, so that the same data gives the same bytes. */
function createdAtOf(data: unknown): string {
  const fields = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>; // any field may be absent
  const date = [fields.announcedOn, fields.signedOn, fields.approvedOn].find((value) => typeof value === 'string');
  return `${typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : '2000-01-01'}T00:00:00+07:00`;
}

async function printRefusal({ code, details }: DomainError, asJson: boolean): Promise<void> {
  const { sentenceOf } = await import('../../templates/web/sentences.js');
  const th = sentenceOf(code, details, 'th');
  const en = sentenceOf(code, details, 'en');
  if (asJson) {
    process.stderr.write(`${JSON.stringify({ code, th, en, details })}\n`);
    return;
  }
  const problems = Array.isArray(details.problems) ? (details.problems as { th: string; en: string }[]) : []; // as dataInvalid makes them
  const more = (language: 'th' | 'en'): string => problems.map((problem) => `; ${problem[language]}`).join('');
  process.stderr.write(`${code}: ${th}${more('th')}\n${code}: ${en}${more('en')}\n`);
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
