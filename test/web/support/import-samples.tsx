import type { VNode } from 'preact';
import type { StaffFrame } from '../../../templates/web/frame.js';
import type { Choice } from '../../../templates/web/components/field.js';
import { ImportPreviewPage } from '../../../templates/web/pages/staff/import-preview.page.js';
import { ImportRunPage } from '../../../templates/web/pages/staff/import-run.page.js';
import { ImportUploadPage } from '../../../templates/web/pages/staff/import-upload.page.js';
import { importRunRow, importRunView, type RunInWords } from '../../../templates/web/words/import-run-words.js';
import { FINDING_SENTENCES } from '../../../src/core/thai/import-sentences.js';
import { sentenceOf } from '../../../templates/web/sentences.js';

const waiting: RunInWords = {
  id: '0190c0de-0000-7000-8000-000000000001',
  fileName: 'แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ 2568 ฉบับรวมทุกส่วนราชการ.xlsx',
  fiscalYear: 2568,
  measures: 1_000,
  settled: 0,
  askedBy: 'นางสาวสมมติ ใจดี',
  askedAt: new Date('2025-01-14T03:10:00Z'),
  doneAt: null,
  created: null,
  alreadyThere: null,
  state: 'waiting',
  problem: null,
};
const doneAt = new Date('2025-01-14T03:11:00Z');

/** A long import in every state it can be found in. */
const RUNS: Readonly<Record<string, RunInWords>> = {
  waiting,
  running: { ...waiting, state: 'running', settled: 320 },
  again: { ...waiting, problem: { code: 'system.unavailable' } },
  done: { ...waiting, state: 'done', settled: 1_000, doneAt, created: 980, alreadyThere: 20 },
  failed: { ...waiting, state: 'failed', problem: { code: 'import.asker-may-not' } },
  stuck: { ...waiting, state: 'failed', problem: { code: 'work.no-outcome' } },
};

const IMPORTED = {
  key: '1',
  title: 'เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส',
  theme: null,
  methodCount: 2,
  period: 'ปีงบประมาณ พ.ศ. ๒๕๖๘',
  responsible: 'กองคลัง',
  hasResults: true,
};
const RESULT_HEADERS = 'ผลการดำเนินการ, ผลลัพธ์หรือความสำเร็จของการดำเนินการ';
const DIFFERS = {
  place: 'แถวที่ 2',
  sentence: FINDING_SENTENCES['import.differs'].th.replace(/\{\w+\}/g, RESULT_HEADERS),
  quote: IMPORTED.title,
  weight: 'W',
} as const;

/** A list that fits on its page. */
export const onePage = <Row,>(rows: readonly Row[]) => ({
  rows,
  paging: { page: 1, pageCount: 1, total: rows.length, hrefStart: '?page=' },
});

/** The page where files are chosen, and that of a long import, in the states that matter. */
export const importSamples = (frame: StaffFrame, fiscalYears: readonly Choice[]): Record<string, VNode> => {
  const upload = { frame, fiscalYears, fiscalYear: '2568', problems: [], mayImport: true, runs: [] };
  const rows = Object.entries(RUNS).map(([id, run]) => importRunRow({ ...run, id }, 'thai'));
  const problems = [{ field: 'file', sentence: sentenceOf('import.not-a-spreadsheet', { file: 'แผน.pdf' }, 'th') }];
  return {
    'import-upload': <ImportUploadPage {...upload} problems={problems} />,
    'import-upload-runs': <ImportUploadPage {...upload} runs={rows} />,
    'import-runs-administrator': <ImportUploadPage {...upload} mayImport={false} runs={rows} />,
    'import-again': (
      <ImportPreviewPage
        frame={frame}
        fileName={waiting.fileName}
        fiscalYear="2568"
        measureCount={1}
        isBlocked={false}
        measures={onePage([IMPORTED])}
        findings={onePage([DIFFERS])}
        spacing={null}
        takeOver={{ href: '/imports/1/take-over', seen: 'a1', count: 1 }}
        confirmHref="/imports/1/confirm"
        idempotencyKey="k"
      />
    ),
    'import-preview-long': (
      <ImportPreviewPage
        frame={frame}
        fileName={waiting.fileName}
        fiscalYear="2568"
        measureCount={10_000}
        isBlocked={false}
        measures={{ rows: [IMPORTED], paging: { page: 1, pageCount: 100, total: 10_000, hrefStart: '?page=' } }}
        findings={{ rows: [DIFFERS], paging: { page: 1, pageCount: 12, total: 1_200, hrefStart: '?findings=' } }}
        spacing={null}
        takeOver={null}
        confirmHref="/imports/1/confirm"
        idempotencyKey="k"
      />
    ),
    ...Object.fromEntries(
      Object.entries(RUNS).map(([name, run]) => [
        `import-run-${name}`,
        <ImportRunPage key={name} frame={frame} run={importRunView(run, 'thai', true)} />,
      ]),
    ),
  };
};
