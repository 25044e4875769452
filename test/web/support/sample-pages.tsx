import type { VNode } from 'preact';
import type { Line } from '../../../src/core/measure/measure.js';
import type { BareFrame, PublicFrame, StaffFrame } from '../../../templates/web/frame.js';
import type { EvidenceFileView } from '../../../templates/web/components/evidence-files.js';
import type { MeasureDocumentView } from '../../../templates/web/components/measure-document.js';
import type { ItemTalkView } from '../../../templates/web/components/item-talk.js';
import type { TimelineEntry } from '../../../templates/web/components/timeline.js';
import type { PathStep } from '../../../templates/web/components/publication-path.js';
import type { SheetCell } from '../../../src/core/report/sheet.js';
import type { DocumentOutline } from '../../../templates/documents/document-outline.js';
import type { Parameter } from '../../../templates/documents/document-template.js';
import type { ReportDetailsTyped } from '../../../templates/web/components/report-details-fields.js';
import { recordedProgress } from '../../../templates/web/words/report-words.js';
import { fieldProblem, giftWrong, PROGRESS_MISSING } from '../../../templates/web/words/form-words.js';
import { ErrorPage } from '../../../templates/web/pages/error.page.js';
import { PublicDocumentPage } from '../../../templates/web/pages/public/document.page.js';
import { OrganizationHomePage } from '../../../templates/web/pages/public/organization-home.page.js';
import { VerifyPage } from '../../../templates/web/pages/public/verify.page.js';
import { ActPage } from '../../../templates/web/pages/staff/act.page.js';
import { AnnouncementAnnexesPage } from '../../../templates/web/pages/staff/announcement-annexes.page.js';
import { AnnouncementFormPage } from '../../../templates/web/pages/staff/announcement-form.page.js';
import { AnnouncementTemplatePage } from '../../../templates/web/pages/staff/announcement-template.page.js';
import { AnnouncementPage } from '../../../templates/web/pages/staff/announcement.page.js';
import { AnnouncementRegisterPage } from '../../../templates/web/pages/staff/announcement-register.page.js';
import { RegisterYearsPage } from '../../../templates/web/pages/staff/register-years.page.js';
import { AnnouncementsPage } from '../../../templates/web/pages/staff/announcements.page.js';
import { AssessmentFormPage } from '../../../templates/web/pages/staff/assessment-form.page.js';
import { AssessmentPage } from '../../../templates/web/pages/staff/assessment.page.js';
import { LogProofPage } from '../../../templates/web/pages/staff/log-proof.page.js';
import { HistoryChangePage } from '../../../templates/web/pages/staff/history-change.page.js';
import { HistoryPage } from '../../../templates/web/pages/staff/history.page.js';
import { ImportPreviewPage } from '../../../templates/web/pages/staff/import-preview.page.js';
import { MeasureFormPage } from '../../../templates/web/pages/staff/measure-form.page.js';
import { MeasurePage } from '../../../templates/web/pages/staff/measure.page.js';
import { MeasuresPage } from '../../../templates/web/pages/staff/measures.page.js';
import { ProofreadingRulePage } from '../../../templates/web/pages/staff/proofreading-rule.page.js';
import { ProofreadingWordPage } from '../../../templates/web/pages/staff/proofreading-word.page.js';
import { ProofreadingPage } from '../../../templates/web/pages/staff/proofreading.page.js';
import { PublicationsPage } from '../../../templates/web/pages/staff/publications.page.js';
import { ReportCompilePage } from '../../../templates/web/pages/staff/report-compile.page.js';
import { ReportPage } from '../../../templates/web/pages/staff/report.page.js';
import { ReportsPage } from '../../../templates/web/pages/staff/reports.page.js';
import { InterimFormPage } from '../../../templates/web/pages/staff/interim-form.page.js';
import { ResultsFormPage } from '../../../templates/web/pages/staff/results-form.page.js';
import { SignInPage } from '../../../templates/web/pages/staff/sign-in.page.js';
import { SignPage } from '../../../templates/web/pages/staff/sign.page.js';
import { TasksPage } from '../../../templates/web/pages/staff/tasks.page.js';
import { HISTORY_KINDS } from '../../../templates/web/words/item-words.js';
import { DATE_INCOMPLETE } from '../../../templates/web/words/form-words.js';
import { NOTHING_TYPED } from '../../../templates/web/components/export-form.js';
import {
  checkpointView,
  exportRow,
  fiscalYearChoice,
  monthChoice,
  stampView,
  witnessView,
} from '../../../templates/web/words/log-proof-words.js';
import { sentenceOf } from '../../../templates/web/sentences.js';
import { clearedText, findingTitle, moreFindings, proofHeadline } from '../../../templates/web/words/proof-words.js';
import { AssetStore } from '../../../src/web/asset-store.js';
import { settingsPages } from './settings-pages.js';
import { importSamples, onePage } from './import-samples.js';
import { decisionSamples } from './sample-decisions.js';

const WITNESS_KEY = 'phayan.example.go.th/witness+530cb7d7+BBxPNlwUTLfRKQUi7eYuOlHg2vs9ykU+EqpUD4XqPGmx';
export const assetStore = new AssetStore();
const assets = assetStore.pageAssets;

const frame: StaffFrame = {
  agencyName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
  organizationSlug: 'tua-yang',
  digits: 'thai',
  person: { name: 'นางสาวสมหญิง รักงาน', post: 'ผู้อำนวยการกองคลัง รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบล' },
  waitingForMe: 3,
  maySeeHistory: true,
  csrfToken: 'csrf',
  assets,
};
const bare: BareFrame & { csrfToken: string } = { assets, csrfToken: 'csrf' };
const publicFrame: PublicFrame = { agencyName: frame.agencyName, organizationSlug: 'tua-yang', digits: 'thai', assets };
const seen = { seenVersion: '4', shownHash: 'ab'.repeat(32), idempotencyKey: 'key-1' };

const LONG =
  'มาตรการเผยแพร่ข้อมูลข่าวสารการจัดซื้อจัดจ้างและการบริหารงบประมาณรายจ่ายประจำปีต่อสาธารณะผ่านเว็บไซต์ บอร์ดประชาสัมพันธ์ และเสียงตามสายของหมู่บ้าน เพื่อให้ประชาชนและผู้มีส่วนได้เสียทุกกลุ่มเข้าถึงข้อมูลได้สะดวกและตรวจสอบได้ตามหลัก Open Government Data';
const UNBROKEN = 'การส่งเสริมคุณธรรมและความโปร่งใส'.repeat(12);

const numbered = (...texts: string[]): Line[] => texts.map((text) => ({ kind: 'numbered', text }));

const EVIDENCE_FILES: readonly EvidenceFileView[] = [
  {
    id: 'f1',
    href: '/measures/m1/evidence/f1/file',
    thumbnailHref: '/measures/m1/evidence/f1/thumbnail',
    removalHref: '/measures/m1/evidence/f1/removal',
    name: 'รายงานการประชุม.pdf',
    detail: 'PDF 3 หน้า · 240 KB',
    unread: 'หน้า 2 ไม่มีข้อความให้ระบบอ่าน',
  },
  {
    id: 'f2',
    href: '/measures/m1/evidence/f2/file',
    thumbnailHref: '/measures/m1/evidence/f2/thumbnail',
    removalHref: '/measures/m1/evidence/f2/removal',
    name: 'activity photo.jpg',
    detail: 'ภาพ JPEG · 1.2 MB',
    unread: null,
  },
];

const FIGURES = [
  { name: 'ผู้เข้าร่วมอบรมเรื่องผลประโยชน์ทับซ้อน', reached: '๔๕ คน', target: '๔๐ คน' },
  { name: 'ความพึงพอใจของผู้เข้าร่วม', reached: 'ร้อยละ ๘๕.๕', target: '' },
];

const TYPED_RESULTS = {
  results: [
    { text: '1. เผยแพร่แล้ว', on: '10 ม.ค. 2568', until: '' },
    { text: `2. ${LONG}`, on: '12 ก.พ. 2568', until: '10 ก.พ. 2568' },
  ],
  outcomes: '- ประชาชนตรวจสอบได้',
  figures: [
    { name: 'ผู้เข้าร่วม', value: '45', unit: 'คน', target: '40' },
    { name: 'ความพึงพอใจ', value: 'มาก', unit: 'ร้อยละ', target: '' },
  ],
  more: '',
};

const measureDocument: MeasureDocumentView = {
  title: LONG,
  theme: '1. มาตรการสร้างการรับรู้และเพิ่มประสิทธิภาพการดำเนินงานของผู้มีส่วนได้เสียภายในองค์กร',
  fiscalYear: '2568',
  indicators: ['ตัวชี้วัดที่ 2 การใช้งบประมาณ', 'ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล'],
  oCodes: ['O13', 'O14'],
  methods: [
    ...numbered('จัดทำแผนการใช้จ่ายเงินงบประมาณประจำปี', 'เผยแพร่บนเว็บไซต์ของหน่วยงานภายใน 30 วัน'),
    { kind: 'heading', text: 'ช่องทางอื่น' },
    { kind: 'dash', text: 'บอร์ดประชาสัมพันธ์ ณ ที่ทำการ' },
    { kind: 'dash', text: 'Facebook และ LINE ของหน่วยงาน' },
    { kind: 'plain', text: UNBROKEN },
  ],
  period: 'ตุลาคม 2567 – กันยายน 2568',
  responsible: 'สำนักปลัด และกองคลัง',
  monitoring: numbered('รายงานผลต่อปลัดทุกไตรมาส'),
  results: numbered('เผยแพร่แผนเมื่อวันที่ 12 พฤศจิกายน 2567 มีผู้เข้าชม 1,204 ครั้ง'),
  outcomes: [],
  figures: FIGURES,
  interim: {
    asOf: 'ข้อมูล ณ วันที่ ๓๑ มีนาคม ๒๕๖๘',
    progress: 'อยู่ระหว่างดำเนินการ',
    results: numbered('เผยแพร่สรุปไตรมาสแรก (วันที่ ๑๐ มกราคม ๒๕๖๘)'),
    outcomes: [],
    figures: FIGURES.map((figure) => ({ ...figure, target: '' })),
    isEndorsed: true,
  },
  evidence: [
    {
      label: 'แผนการใช้จ่ายงบประมาณ',
      url: 'https://example.go.th/plan-2568.pdf',
      sight: { text: 'ลิงก์ตอบ 404 เมื่อ 14 ม.ค. 2568 10:10 น.', isFine: false },
    },
  ],
  files: EVIDENCE_FILES,
  showsResults: true,
};
const talk: ItemTalkView = {
  comments: [
    {
      key: '1',
      who: 'นางตัวอย่าง ละเอียดดี',
      isNoted: false,
      text: 'ขอเพิ่มหลักฐานของไตรมาสสี่',
      at: '2025-01-14T03:10:00Z',
      atText: '๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.',
    },
    {
      key: '2',
      who: 'นายสมมุติ รอบรู้',
      isNoted: true,
      text: '',
      at: '2025-01-15T03:10:00Z',
      atText: '๑๕ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.',
    },
  ],
  overrides: [
    {
      id: '0198c0de-0000-7000-8000-000000000009',
      deed: 'เห็นชอบ โดย นางสาวสมมุติ ขยันเขียน เมื่อ ๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.',
      reason: 'ผู้อำนวยการกองคลังเข้าโรงพยาบาล และต้องส่งวันนี้',
      ratifyHref: '/measures/1/overrides/2/ratify',
    },
  ],
  action: '/measures/1/comments',
  csrfToken: 'token',
};

const edited: TimelineEntry = {
  at: '2025-01-15T03:10:00Z',
  atText: '15 ม.ค. 2568 10:10 น.',
  deed: 'แก้ไขร่าง',
  who: 'นางสาวสมหญิง รักงาน',
  post: 'นักวิชาการคลัง',
  changeHref: '/measures/m1/history/44',
};

const timeline: TimelineEntry[] = [
  edited,
  {
    at: '2025-01-14T03:10:00Z',
    atText: '14 ม.ค. 2568 10:10 น.',
    deed: 'ส่งคืนแก้ไข',
    who: 'นายสมมติ ใจดี',
    post: 'รองปลัด รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบล',
    reason: 'ขอให้ระบุจำนวนครั้งและวันที่ของการประชุมให้ชัดเจน และตรวจรหัส O13 กับ O14',
    isNew: true,
  },
  {
    at: '2025-01-10T02:00:00Z',
    atText: '10 ม.ค. 2568 09:00 น.',
    deed: 'เสนอให้ส่วนราชการเห็นชอบ',
    who: 'นางสาวสมหญิง รักงาน',
    post: 'นักวิชาการคลัง',
  },
  {
    at: '2025-01-09T02:00:00Z',
    atText: '9 ม.ค. 2568 09:00 น.',
    deed: 'เห็นชอบ',
    who: 'นายสมมติ ใจดี',
    post: 'ผู้อำนวยการกองคลัง',
    isSetAside: true,
  },
];
const path: PathStep[] = [
  { label: 'ร่าง', state: 'done', note: '2 ต.ค. 2568' },
  { label: 'ลงนาม', state: 'done', note: '6 ต.ค. 2568' },
  { label: 'จัดทำ PDF', state: 'done', note: '6 ต.ค. 2568 10:02 น.' },
  { label: 'ประทับรับรอง', state: 'current', note: 'กำลังดำเนินการ' },
  { label: 'ส่งขึ้นเว็บ', state: 'ahead' },
  { label: 'ตรวจพบบนเว็บ', state: 'ahead' },
];
const stuckPath: PathStep[] = path.map((step, index) =>
  index < 4
    ? { ...step, state: 'done' }
    : { ...step, state: index === 4 ? 'stuck' : 'ahead', note: index === 4 ? 'ลองแล้ว 6 ครั้ง' : undefined },
);
const finishedPath: PathStep[] = path.map((step) => ({
  ...step,
  state: 'done',
  note: '6 ต.ค. 2568',
  address: step.label === 'ตรวจพบบนเว็บ' ? '/p/tua-yang' : undefined,
}));
const details: ReportDetailsTyped = {
  announcedOn: { day: '27', month: '12', year: '2567' },
  activities: '27 ธ.ค. 2567 | ประกาศนโยบายต่อที่ประชุม',
  gifts: '',
  obstacles: '',
  suggestions: '',
  foreword: '',
  progress: [
    {
      ...{ measureId: 'm1', title: LONG, recorded: recordedProgress('in_progress') },
      ...{ state: 'in_progress', percent: '60', obstacles: 'รอข้อมูลจากกองช่าง' },
    },
    { measureId: 'm2', title: UNBROKEN, recorded: recordedProgress(null), state: '', percent: '', obstacles: '' },
  ],
};
const cell = (text: string, columnSpan = 1, rowSpan = 1): SheetCell => ({
  lines: text === '' ? [] : text.split('\n').map((line) => ({ kind: 'text', text: line })),
  columnSpan,
  rowSpan,
});
const outline: DocumentOutline = {
  title: LONG,
  language: 'th',
  blocks: [
    { kind: 'heading', level: 1, text: 'รายงานผลการดำเนินการ\nประจำปีงบประมาณ พ.ศ. ๒๕๖๘' },
    { kind: 'paragraph', text: `${LONG}\n${UNBROKEN}` },
    { kind: 'heading', level: 3, text: 'ผลการประเมิน ITA' },
    { kind: 'figure', text: 'แผนภูมิแท่งคะแนนสิบตัวชี้วัด' },
    {
      kind: 'table',
      table: {
        columns: 4,
        rows: [
          { kind: 'header', cells: [cell('', 1, 2), cell('มาตรการ', 1, 2), cell('ผล', 2)] },
          { kind: 'header', cells: [cell('ผลการดำเนินการ'), cell('ผลลัพธ์')] },
          { kind: 'group', cells: [cell('๑. มาตรการเผยแพร่ข้อมูลต่อสาธารณะ', 4)] },
          { kind: 'body', cells: [cell('๑.๑'), cell(LONG), cell('๑. ประชุม\n๒. รายงาน'), cell(UNBROKEN, 1, 2)] },
          { kind: 'body', cells: [cell('๑.๒'), cell('จัดทำ Open Data'), cell('')] },
        ],
      },
    },
  ],
};
const years = [
  { value: '2569', label: 'พ.ศ. 2569' },
  { value: '2568', label: 'พ.ศ. 2568' },
];
const noPaging = { page: 1, pageCount: 1, total: 3, hrefStart: '?page=' };
const wait = { tone: 'wait', label: 'รอส่วนราชการเห็นชอบ' } as const;
const draft = { tone: 'draft', label: 'ร่าง' } as const;
const published = { tone: 'published', label: 'เผยแพร่แล้ว' } as const;
const chips = [
  draft,
  wait,
  { tone: 'returned', label: 'ส่งคืนแก้ไข' },
  { tone: 'ok', label: 'อนุมัติแล้ว' },
  { tone: 'working', label: 'ลงนามแล้ว · กำลังจัดทำเอกสาร' },
  published,
  { tone: 'stopped', label: 'เพิกถอนการเผยแพร่' },
] as const;
const chipAt = (index: number) => chips[index % chips.length] ?? draft;
const noPages = { pdfHref: '/x.pdf', pdfLabel: 'เปิด PDF ร่าง', pages: [] };
const facts = [
  { term: 'ปีงบประมาณ', value: 'พ.ศ. 2568' },
  { term: 'ผู้ลงนาม', value: 'นายสมมติ ใจดี ปลัดองค์การบริหารส่วนตำบลตัวอย่าง' },
];
const gaps = [
  { measureTitle: LONG, href: '/measures/1', missing: ['ยังไม่มีผลการดำเนินงาน', 'ยังไม่มีผลลัพธ์'] },
  { measureTitle: 'มาตรการป้องกันการรับสินบน', href: '/measures/2', missing: ['รอรับรองผลจากกองช่าง'] },
];
const cancelledGaps = [
  {
    measureTitle: 'มาตรการที่เลิกทำ',
    href: '/measures/3',
    missing: ['ยกเลิกเมื่อ 5 ม.ค. 2568', `เหตุผล: ${LONG}`],
  },
];
const measureRows = (count: number) =>
  Array.from({ length: count }, (_unused, index) => ({
    id: `m${index}`,
    title: index % 3 === 0 ? LONG : `มาตรการที่ ${index + 1} การใช้อำนาจด้วยความชอบธรรม`,
    theme: index % 2 ? null : 'มาตรการสร้างการรับรู้',
    responsible: index % 4 ? 'สำนักปลัด' : 'ทุกส่วนราชการ (สำนักปลัด กองคลัง กองช่าง กองการศึกษา ศาสนาและวัฒนธรรม)',
    state: chipAt(index),
    changedText: '14 ม.ค. 2568',
  }));
const typedMeasure = {
  fiscalYear: '2568',
  title: '',
  theme: 'มาตรการสร้างการรับรู้',
  indicators: ['2', '9'],
  oCodes: 'O13, O14',
  methods: '1. จัดทำแผน\n2. เผยแพร่\n# ช่องทาง\n- เว็บไซต์',
  startsOn: { day: '1', month: '10', year: '2567' },
  endsOn: { day: '31', month: '12', year: '2570' },
  periodText: '',
  everyDivision: false,
  divisionIds: ['d1'],
  responsibleText: '',
  monitoring: '',
};
const divisions = ['สำนักปลัดองค์การบริหารส่วนตำบล', 'กองคลัง', 'กองช่าง', 'กองการศึกษา ศาสนาและวัฒนธรรม'].map(
  (label, index) => ({ value: `d${index}`, label }),
);
const indicators = ['การปฏิบัติหน้าที่', 'การใช้งบประมาณ', 'การใช้อำนาจ', 'การใช้ทรัพย์สินของราชการ'].map((label, index) => ({
  value: String(index + 1),
  label: `${index + 1}. ${label}`,
}));
const parameters: Parameter[] = [
  { name: 'number', label: { th: 'เลขที่ประกาศ', en: 'Number' }, type: 'text', required: false, maxLength: 40 },
  { name: 'year', label: { th: 'ปีงบประมาณ', en: 'Year' }, type: 'fiscal-year', required: true },
  {
    name: 'reason',
    label: { th: 'เหตุผลที่ออกประกาศ', en: 'Reason' },
    hint: { th: 'ย่อหน้าแรกของประกาศ', en: 'First paragraph' },
    type: 'long-text',
    required: true,
  },
  { name: 'clauses', label: { th: 'ข้อประกาศ', en: 'Clauses' }, type: 'list', required: true },
  { name: 'on', label: { th: 'ประกาศ ณ วันที่', en: 'Date' }, type: 'date', required: true },
  { name: 'signer', label: { th: 'ผู้ลงนาม', en: 'Signer' }, type: 'signature-block', required: true },
];
const problems = [
  { field: 'title', sentence: sentenceOf('measure.title-missing', {}, 'th') },
  { field: 'endsOn', sentence: sentenceOf('measure.period-outside-year', { fiscalYear: 2568 }, 'th') },
];
const deed = (name: string, label: string, opensPage = false, deedProblems: string[] = []) => ({
  name,
  label,
  href: `/measures/1/acts/${name}`,
  opensPage,
  problems: deedProblems,
});

const proof = {
  headline: proofHeadline(['E', 'E', 'W', 'I']),
  findings: (['E', 'E', 'W', 'I'] as const).map((weight, index) => ({
    key: `f${index}`,
    weight,
    title: findingTitle(weight, index === 1 ? 'personal.data' : 'agency.foreign'),
    place: `${LONG} · วิธีดำเนินการ`,
    href: index === 0 ? '/measures/m1/edit#methods' : null,
    quote: UNBROKEN,
    sentence: 'พบชื่อหน่วยงานอื่นในเอกสาร อาจติดมาจากไฟล์ที่คัดลอก',
    suggestion: index === 0 ? 'องค์การบริหารส่วนตำบลตัวอย่าง' : null,
    cleared: index === 2 ? clearedText('นายสมมติ ใจดี', 'เป็นข้อมูลสาธารณะ') : null,
    mayClear: index === 1,
  })),
  moreText: moreFindings(12),
  clearing: { action: '/measures/m1/clearances', shownHash: 'ab', csrfToken: 'csrf' },
};

const measureProps = {
  frame,
  id: 'm1',
  state: wait,
  now: 'รอท่านเห็นชอบในนามกองคลัง',
  document: measureDocument,
  route: [
    { label: 'สำนักปลัด', state: 'done', note: 'เห็นชอบแล้ว 12 ม.ค. 2568 โดย นายสมมติ ใจดี' },
    { label: 'กองคลัง', state: 'current', note: 'รอ นางสาวสมหญิง รักงาน' },
    { label: 'นายก', state: 'ahead', note: 'อนุมัติ' },
  ] as const,
  timeline,
  talk,
  ...seen,
};
const ahead = {
  action: '/measures/m1',
  dayText: 'วันที่ 8 มกราคม พ.ศ. 2574',
  typed: { day: '31', month: '2', year: '2574' },
  problem: 'กรุณากรอกวัน เดือน และปีให้ครบถ้วน',
  steps: [
    {
      title: 'ขั้นที่ 1 เห็นชอบ',
      terms: 'ครบทุกตำแหน่ง ภายใน 5 วันทำการ',
      asked: [
        { post: 'ผู้อำนวยการกองการศึกษา ศาสนาและวัฒนธรรม', people: 'นางสมมติ ใจดี', keptOut: [] },
        {
          post: 'ผู้อำนวยการกองคลัง',
          people: '',
          keptOut: ['นายตัวอย่าง ชื่อยาวมากเป็นพิเศษ (รักษาราชการแทน) ลงนามไม่ได้ เพราะเป็นผู้เสนอเรื่อง'],
        },
      ],
    },
    { title: 'ขั้นที่ 2 อนุมัติ', terms: 'ตำแหน่งใดตำแหน่งหนึ่ง', asked: [{ post: 'นายก', people: '', keptOut: [] }] },
    { title: 'ขั้นที่ 3 รับรองผล', terms: 'ครบทุกตำแหน่ง', asked: [] },
  ],
};

const measureDeeds = [
  deed('sign_off', 'เห็นชอบ'),
  deed('return', 'ส่งคืนแก้ไข', true),
  deed('cancel', 'ยกเลิกมาตรการ', true),
];
const tasks = measureRows(6).map((row, index) => ({
  key: row.id,
  href: `/measures/${row.id}`,
  kind: 'มาตรการ',
  title: row.title,
  state: row.state,
  who: 'นายสมมติ ใจดี สำนักปลัด',
  sinceText: '3 วันก่อน',
  dueText: index === 0 ? 'เกินกำหนด 2 วัน' : '20 ม.ค. 2568',
  isLate: index === 0,
}));

/** Every page in the states that matter, by file name. */
export const SAMPLE_PAGES: Readonly<Record<string, VNode>> = {
  ...decisionSamples({ frame, seen, title: LONG, document: measureDocument, talk, tasks }),
  'sign-in': (
    <SignInPage
      frame={bare}
      organizations={[{ value: 'a', label: 'อบต.ตัวอย่าง' }]}
      organization="a"
      userName=""
      returnTo="/tasks"
      problems={[]}
    />
  ),
  'sign-in-refused': (
    <SignInPage
      frame={bare}
      organizations={[
        { value: 'a', label: 'องค์การบริหารส่วนตำบลตัวอย่าง' },
        { value: 'b', label: 'เทศบาลตำบลสมมติ' },
      ]}
      organization="b"
      userName="somying"
      returnTo="/tasks"
      problems={[{ field: 'userName', sentence: sentenceOf('sign-in.failed', {}, 'th') }]}
    />
  ),
  tasks: (
    <TasksPage
      frame={frame}
      list="mine"
      counts={{ mine: 3, others: 5, done: 41 }}
      tasks={tasks}
      paging={noPaging}
      mayDraft
    />
  ),
  'tasks-empty': (
    <TasksPage
      frame={{ ...frame, waitingForMe: 0, notice: { tone: 'ok', title: 'เห็นชอบแล้ว', body: 'ส่งต่อนายกแล้ว' } }}
      list="mine"
      counts={{ mine: 0, others: 0, done: 0 }}
      tasks={[]}
      paging={{ ...noPaging, total: 0 }}
      mayDraft
    />
  ),
  measures: (
    <MeasuresPage
      frame={frame}
      fiscalYears={years}
      states={[{ value: 'draft', label: 'ร่าง' }]}
      fiscalYear="2568"
      state=""
      rows={measureRows(50)}
      paging={{ page: 2, pageCount: 4, total: 200, hrefStart: '?fiscalYear=2568&page=' }}
      mayDraft
    />
  ),
  'measures-empty': (
    <MeasuresPage
      frame={frame}
      fiscalYears={years}
      states={[]}
      fiscalYear="2569"
      state=""
      rows={[]}
      paging={{ ...noPaging, total: 0 }}
      mayDraft={false}
    />
  ),
  measure: <MeasurePage {...measureProps} deeds={measureDeeds} />,
  'measure-proofread': <MeasurePage {...measureProps} deeds={measureDeeds} proof={proof} />,
  'measure-ahead': (
    <MeasurePage {...measureProps} state={draft} now="ท่านกำลังร่าง" route={[]} ahead={ahead} deeds={measureDeeds} />
  ),
  'measure-blocked': (
    <MeasurePage
      {...measureProps}
      state={draft}
      now="ท่านกำลังร่าง"
      deeds={[
        deed(
          'submit',
          'เสนอให้ส่วนราชการเห็นชอบ',
          false,
          problems.map(({ sentence }) => sentence),
        ),
        deed('edit', 'แก้ไข', true),
      ]}
    />
  ),
  'measure-read-only': (
    <MeasurePage {...measureProps} timeline={[]} route={[]} deeds={[]} now="รอ นายสมมติ ใจดี เห็นชอบ" />
  ),
  'measure-form': (
    <MeasureFormPage
      frame={frame}
      id={null}
      state={draft}
      typed={typedMeasure}
      fiscalYears={years}
      divisions={divisions}
      indicators={indicators}
      idempotencyKey="k"
      problems={[]}
    />
  ),
  'measure-form-refused': (
    <MeasureFormPage
      frame={frame}
      id="m1"
      state={{ tone: 'returned', label: 'ส่งคืนแก้ไข' }}
      typed={typedMeasure}
      fiscalYears={years}
      divisions={divisions}
      indicators={indicators}
      {...seen}
      savedText="บันทึกล่าสุด 10:42 น."
      problems={problems}
      returnReason={{ who: 'นายสมมติ ใจดี', reason: 'ขอให้ระบุวันที่ให้ชัดเจน' }}
    />
  ),
  'act-return': (
    <ActPage
      frame={frame}
      section="measures"
      kind="มาตรการ"
      itemTitle={LONG}
      itemHref="/measures/m1"
      state={wait}
      deedLabel="ส่งคืนแก้ไข"
      action="/measures/m1/acts/return"
      consequence="เรื่องจะกลับไปเป็นร่างและแจ้งผู้จัดทำ"
      asksReason
      reason=""
      asksPassword={false}
      {...seen}
      problems={[{ field: 'reason', sentence: sentenceOf('lifecycle.reason-missing', {}, 'th') }]}
    />
  ),
  'act-override': (
    <ActPage
      frame={frame}
      section="measures"
      kind="มาตรการ"
      itemTitle={LONG}
      itemHref="/measures/m1"
      state={draft}
      deedLabel="เสนอให้ส่วนราชการเห็นชอบ"
      action="/measures/m1/acts/submit"
      consequence="เรื่องจะส่งถึงผู้พิจารณา"
      asksReason={false}
      reason=""
      proof={proof}
      overrideReason=""
      asksPassword={false}
      {...seen}
      problems={[{ field: 'overrideReason', sentence: sentenceOf('proofreading.errors-found', { count: 2 }, 'th') }]}
    />
  ),
  proofreading: (
    <ProofreadingPage
      frame={frame}
      rules={[
        { rule: 'a', title: LONG, usual: 'ต้องแก้', now: 'ลดเป็นควรตรวจ', because: LONG, href: '/proofreading/rules/a' },
        { rule: 'b', title: 'ข้อมูลส่วนบุคคล', usual: 'ต้องแก้', now: '', because: '', href: null },
      ]}
      words={[{ word: UNBROKEN.slice(0, 99), replacement: 'คำ', because: LONG }]}
      changes={[
        {
          id: 'c1',
          at: '2025-01-14T03:10:00Z',
          atText: '๒๑ พ.ย. ๒๕๖๙',
          subject: LONG,
          change: 'ปิด ไม่ใช้กฎนี้',
          who: 'สมมติ',
          reason: LONG,
        },
      ]}
    />
  ),
  'proofreading-rule': (
    <ProofreadingRulePage
      frame={frame}
      rule="a"
      title={LONG}
      usual="ระดับปกติ: ต้องแก้"
      choices={[
        { value: 'usual', label: 'ใช้ตามปกติ' },
        { value: 'off', label: 'ปิด ไม่ใช้กฎนี้' },
      ]}
      chosen="off"
      reason=""
      idempotencyKey="k"
      problems={[{ field: 'reason', sentence: sentenceOf('lifecycle.reason-missing', {}, 'th') }]}
    />
  ),
  'proofreading-word': (
    <ProofreadingWordPage frame={frame} word="กขคงจ" replacement="" reason="" idempotencyKey="k" problems={[]} />
  ),
  'results-form': (
    <ResultsFormPage
      frame={frame}
      id="m1"
      title={LONG}
      state={{ tone: 'ok', label: 'อนุมัติแล้ว' }}
      methods={measureDocument.methods}
      typed={{ ...TYPED_RESULTS, evidence: '' }}
      offersInterim
      links={measureDocument.evidence}
      files={EVIDENCE_FILES}
      mayChangeFiles
      mayAddFiles
      version="4"
      uploadKey="u"
      {...seen}
      problems={[]}
    />
  ),
  'interim-form': (
    <InterimFormPage
      frame={frame}
      id="m1"
      title={LONG}
      state={{ tone: 'ok', label: 'อนุมัติแล้ว' }}
      methods={measureDocument.methods}
      typed={{ ...TYPED_RESULTS, more: 'figures', asOf: { day: '31', month: '3', year: '2568' }, progress: '' }}
      {...seen}
      problems={[
        { field: 'progress', sentence: PROGRESS_MISSING },
        fieldProblem('results.1.until', 'measure.result-dates-reversed', { row: 2 }),
        fieldProblem('figures.1.value', 'measure.figure-not-number', { row: 2 }),
      ]}
    />
  ),
  ...importSamples(frame, years),
  'import-preview': (
    <ImportPreviewPage
      frame={frame}
      fileName="แผนมาตรการ 2568.xlsx"
      fiscalYear="2568"
      measureCount={8}
      isBlocked
      measures={onePage(
        measureRows(8).map((row) => ({
          ...row,
          key: row.id,
          methodCount: 3,
          period: 'ต.ค. 2567 – ก.ย. 2568',
          hasResults: false,
        })),
      )}
      findings={onePage([
        { place: 'แถวที่ 6', sentence: sentenceOf('import.title-empty', { row: 6 }, 'th'), weight: 'E' },
        {
          place: 'แถวที่ 4 คอลัมน์ ระยะเวลา',
          sentence: sentenceOf('measure.period-outside-year', { fiscalYear: '2568' }, 'th'),
          quote: 'ตุลาคม 2566 – กันยายน 2567',
          weight: 'W',
        },
      ])}
      spacing={{ href: '/imports/1/spaces', isClosed: false }}
      takeOver={null}
      confirmHref="/imports/1/confirm"
      idempotencyKey="k"
    />
  ),
  assessment: (
    <AssessmentPage
      frame={frame}
      fiscalYears={years}
      fiscalYear="2568"
      mayWrite
      idempotencyKey="k"
      result={{
        explanation: 'คะแนนภาพรวม 91.79 ไม่ต่ำกว่า 85 จึงอยู่ในระดับผ่าน',
        facts: [{ term: 'IIT', value: '92.30' }],
        doubts: ['คะแนน IIT 92.30 ต่างจากที่คำนวณตามน้ำหนักปกติ 91.10'],
        target: 85,
        scores: [
          { indicator: 7, name: 'ประสิทธิภาพการสื่อสาร', score: 84.5, isBelowTarget: true, measures: [] },
          {
            indicator: 4,
            name: 'การใช้ทรัพย์สินของราชการ',
            score: 90.25,
            isBelowTarget: false,
            measures: [{ id: 'm1', title: LONG }],
          },
        ],
        proposals: [
          {
            findingKey: 'indicator:7',
            title: 'ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (84.50)',
            texts: [],
            state: wait,
            isOpen: true,
            measureId: null,
            reason: null,
          },
          {
            findingKey: 'code:e6',
            title: `e6 ${UNBROKEN}`,
            texts: [LONG],
            state: published,
            isOpen: false,
            measureId: 'm1',
            reason: null,
          },
        ],
      }}
    />
  ),
  'assessment-empty': (
    <AssessmentPage frame={frame} fiscalYears={years} fiscalYear="2568" mayWrite idempotencyKey="k" result={null} />
  ),
  'assessment-form': (
    <AssessmentFormPage
      frame={frame}
      fiscalYear="2568"
      scores={{ overall: '91.79' }}
      level=""
      levels={[{ value: '', label: 'ตามเกณฑ์' }]}
      recommendations="e6 ปรับช่องทางการสื่อสาร"
      seenVersion=""
      unread={['แถวที่ 4: รวม | ไม่ระบุ']}
      problems={[{ field: 'indicators[3]', sentence: sentenceOf('input.invalid', { field: 'ตัวชี้วัดที่ 4' }, 'th') }]}
    />
  ),
  reports: (
    <ReportsPage
      frame={frame}
      rows={[
        {
          id: 'r1',
          title: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
          kind: 'รายงานผล',
          fiscalYear: '2567',
          state: published,
          changedText: '6 ต.ค. 2567',
        },
      ]}
      paging={noPaging}
      mayDraft
    />
  ),
  'reports-empty': <ReportsPage frame={frame} rows={[]} paging={{ ...noPaging, total: 0 }} mayDraft />,
  'report-compile': (
    <ReportCompilePage
      annexChoices={[{ value: 'f1', label: 'รายงานการประชุม.pdf (PDF 3 หน้า · 240 KB) · เผยแพร่แผน' }]}
      annexes={['f1']}
      action="/reports/new"
      isNew
      seenVersion=""
      frame={frame}
      kinds={[{ value: 'implementation', label: 'รายงานผลการดำเนินการ' }]}
      kind="implementation"
      fiscalYears={years}
      fiscalYear="2568"
      layouts={[{ value: 'grouped', label: 'จัดกลุ่มตามหัวข้อ' }]}
      layout="grouped"
      gapHeadline="2 มาตรการยังไม่ครบ"
      gaps={gaps}
      measuresText="รวมได้ 6 มาตรการที่รับรองผลแล้ว"
      warningHeadline="ข้อควรพิจารณา 1 รายการ"
      warnings={gaps.slice(0, 1)}
      cancelled={cancelledGaps}
      refusal={null}
      details={details}
      idempotencyKey="k"
      problems={[]}
    />
  ),
  ...Object.fromEntries(
    (['progress', 'no-gift', 'ita-analysis'] as const).map((kind) => [
      `report-compile-${kind}`,
      <ReportCompilePage
        annexChoices={[{ value: 'f1', label: 'รายงานการประชุม.pdf (PDF 3 หน้า · 240 KB) · เผยแพร่แผน' }]}
        annexes={['f1']}
        key={kind}
        action="/reports/new"
        isNew
        seenVersion=""
        frame={frame}
        kinds={[{ value: kind, label: kind }]}
        kind={kind}
        fiscalYears={years}
        fiscalYear="2568"
        layouts={[]}
        layout="by-theme"
        gapHeadline="ข้อมูลครบทุกมาตรการ"
        gaps={[]}
        measuresText=""
        warningHeadline=""
        warnings={[]}
        cancelled={[]}
        refusal={kind === 'ita-analysis' ? sentenceOf('assessment.not-found', { fiscalYear: 2568 }, 'th') : null}
        details={details}
        idempotencyKey="k"
        problems={kind === 'no-gift' ? [{ field: 'gifts', sentence: giftWrong(2) }] : []}
      />,
    ]),
  ),
  report: (
    <ReportPage
      frame={frame}
      isMoving
      href="/reports/r1"
      title="รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568"
      kind="รายงานผลการดำเนินการ"
      state={{ tone: 'working', label: 'ลงนามแล้ว · กำลังจัดทำเอกสาร' }}
      now="ระบบกำลังประทับรับรอง"
      facts={facts}
      gapHeadline="ข้อมูลครบทุกมาตรการ"
      warningHeadline="ข้อควรพิจารณา 1 รายการ"
      warnings={gaps.slice(0, 1)}
      cancelled={cancelledGaps}
      gaps={[]}
      groups={[
        {
          theme: measureDocument.theme,
          measures: [
            { ...measureDocument, key: 'a', number: '1.1' },
            { ...measureDocument, key: 'b', number: '1.2' },
          ],
        },
      ]}
      preview={noPages}
      path={path}
      timeline={timeline}
      talk={talk}
      deeds={[]}
      {...seen}
    />
  ),
  sign: (
    <SignPage
      frame={frame}
      section="reports"
      kind="รายงาน"
      title="รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. 2568"
      itemHref="/reports/r1"
      state={{ tone: 'wait', label: 'รอปลัดลงนาม' }}
      gapHeadline="ข้อมูลครบทุกมาตรการ"
      gaps={[]}
      facts={facts}
      preview={noPages}
      groups={[]}
      signatureLines={['(นางสาวสมหญิง รักงาน)', 'ผู้อำนวยการกองคลัง', 'รักษาราชการแทน', 'ปลัดองค์การบริหารส่วนตำบล']}
      deedLabel="ลงนามรับรองรายงาน"
      action="/reports/r1/acts/sign"
      returnHref="/reports/r1/acts/return"
      asksPassword
      {...seen}
      problems={[]}
    />
  ),
  announcements: (
    <AnnouncementsPage
      frame={frame}
      rows={[
        {
          id: 'a1',
          title: 'นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy)',
          template: 'ประกาศ',
          dateText: '2 ต.ค. 2567',
          state: wait,
        },
      ]}
      paging={noPaging}
      mayDraft
    />
  ),
  'announcement-register': (
    <AnnouncementRegisterPage
      frame={frame}
      years={years}
      year="2568"
      span="1 ม.ค. 2568 ถึง 31 ธ.ค. 2568"
      yearsText="นับตามปีปฏิทิน เริ่มเลขที่ 1 ใหม่ทุกวันที่ 1 มกราคม"
      mayChangeYears
      lines={[
        {
          number: '๑/๒๕๖๘',
          drawnText: '2 ม.ค. 2568',
          announcementId: 'a1',
          title: LONG,
          state: published,
          voidHref: null,
          voided: null,
        },
        {
          number: '๒/๒๕๖๘',
          drawnText: '3 ม.ค. 2568',
          announcementId: 'a2',
          title: 'นโยบายไม่รับของขวัญ (No Gift Policy)',
          state: { tone: 'stopped', label: 'เพิกถอนการเผยแพร่' },
          voidHref: null,
          voided: { atText: '5 ม.ค. 2568', reason: 'ลงนามผิดฉบับ', by: 'นายสมมติ ใจดี' },
        },
      ]}
    />
  ),
  'announcement-register-empty': (
    <AnnouncementRegisterPage
      frame={frame}
      years={years}
      year="2568"
      span="1 ต.ค. 2567 ถึง 30 ก.ย. 2568"
      yearsText="นับตามปีงบประมาณ เริ่มเลขที่ 1 ใหม่ทุกวันที่ 1 ตุลาคม"
      mayChangeYears={false}
      lines={[]}
    />
  ),
  'register-years': (
    <RegisterYearsPage
      frame={frame}
      now="นับตามปีปฏิทิน เริ่มเลขที่ 1 ใหม่ทุกวันที่ 1 มกราคม"
      years={[
        { year: '2568', span: '1 ม.ค. 2568 ถึง 31 ธ.ค. 2568', first: '1/2568' },
        { year: '2569', span: '1 ม.ค. 2569 ถึง 31 ธ.ค. 2569', first: '1/2569' },
      ]}
      change={{
        yearKind: 'fiscal',
        startsOn: '2026-01-01',
        title: 'เปลี่ยนเป็นปีงบประมาณ',
        effect: 'มีผลตั้งแต่ 1 ม.ค. 2569 เลขที่ที่ออกไปแล้วไม่เปลี่ยน และเลขที่ต่อไปไม่ซ้ำและไม่ขาดช่วง',
        years: [
          { year: '2568', span: '1 ม.ค. 2568 ถึง 31 ธ.ค. 2568', first: '1/2568' },
          { year: '2569', span: '1 ม.ค. 2569 ถึง 30 ก.ย. 2569', first: '1/2569' },
        ],
        deed: 'เปลี่ยนเป็นปีงบประมาณ',
      }}
      idempotencyKey="key"
      problems={[{ field: null, sentence: 'เปลี่ยนรอบปีของทะเบียนตั้งแต่วันนั้นไม่ได้' }]}
    />
  ),
  'announcement-template': (
    <AnnouncementTemplatePage
      frame={frame}
      templates={[
        { id: 'a', title: 'No Gift Policy: ไม่รับของขวัญและของกำนัล', href: '/announcements/new?template=a' },
        { id: 'b', title: 'เจตจำนงสุจริตของผู้บริหาร', href: '/announcements/new?template=b' },
      ]}
    />
  ),
  'announcement-form': (
    <AnnouncementFormPage
      frame={frame}
      id={null}
      templateId="a"
      templateTitle="ประกาศ No Gift Policy"
      parameters={parameters}
      fiscalYear="2568"
      languageChoices={[
        { value: 'th', label: 'ภาษาไทย' },
        { value: 'en', label: 'ภาษาอังกฤษ' },
      ]}
      languages={['th']}
      typed={{ clauses: 'งดรับของขวัญ\nรายงานทุกครั้ง' }}
      fiscalYears={years}

      state={draft}
      idempotencyKey="k"
      problems={[
        {
          field: 'p.reason',
          sentence: sentenceOf('announcement.parameter-missing', { label: 'เหตุผลที่ออกประกาศ' }, 'th'),
        },
      ]}
    />
  ),
  'announcement-annexes': (
    <AnnouncementAnnexesPage
      frame={frame}
      id="a1"
      title={LONG}
      state={{ tone: 'draft', label: 'ร่าง' }}
      annexes={EVIDENCE_FILES.map((file, index) => ({
        ...file,
        name: `เอกสารแนบท้ายประกาศ ${index + 1} ${UNBROKEN.slice(0, 100)}`,
        title: UNBROKEN.slice(0, 100),
      }))}
      mayChange
      mayAdd
      longestTitle={200}
      typedTitle=""
      seenVersion="3"
      arrangementKey="k1"
      uploadKey="k2"
      problems={[{ field: 'file', sentence: sentenceOf('evidence.kind-unknown', {}, 'th') }]}
    />
  ),
  'announcement-annexes-settled': (
    <AnnouncementAnnexesPage
      frame={frame}
      id="a1"
      title="นโยบายไม่รับของขวัญ"
      state={published}
      annexes={[]}
      mayChange={false}
      mayAdd={false}
      longestTitle={200}
      typedTitle=""
      seenVersion="3"
      arrangementKey="k1"
      uploadKey="k2"
      problems={[]}
    />
  ),
  announcement: (
    <AnnouncementPage
      frame={frame}
      isMoving={false}
      href="/announcements/a1"
      title="นโยบายไม่รับของขวัญ (No Gift Policy)"
      template="ประกาศ"
      state={wait}
      now="รอ นายสมมติ ใจดี ลงนาม"
      facts={facts}
      annexes={EVIDENCE_FILES}
      annexesHref="/announcements/a1/annexes"
      preview={{ pdfHref: null, pdfLabel: '', pages: [], waitingText: 'กำลังจัดทำหน้าเอกสาร' }}
      path={path}
      timeline={timeline}
      talk={talk}
      deeds={[deed('sign', 'ไปหน้าลงนาม', true), deed('return', 'ส่งคืนแก้ไข', true)]}
      {...seen}
    />
  ),
  publications: (
    <PublicationsPage
      frame={frame}
      headline="1 ฉบับเผยแพร่แล้ว · 1 ฉบับติดขัด · 1 ฉบับกำลังดำเนินการ"
      cards={[
        {
          id: 'p1',
          title: LONG,
          itemHref: '/reports/r1',
          state: { tone: 'returned', label: 'ส่งขึ้นเว็บไม่สำเร็จ' },
          path: stuckPath,
          publicAddress: null,
          trouble: sentenceOf('publication.unreachable', {}, 'th'),
          mayRetry: true,
        },
        {
          id: 'p2',
          title: 'นโยบายไม่รับของขวัญ (No Gift Policy)',
          itemHref: '/announcements/a1',
          state: { tone: 'working', label: 'กำลังจัดทำเอกสาร' },
          path,
          publicAddress: null,
          mayRetry: false,
        },
        {
          id: 'p3',
          title: 'รายงานผล ปี 2566',
          itemHref: '/reports/r2',
          state: published,
          path: finishedPath,
          publicAddress: 'https://example.go.th/p/tua-yang/reports/2566/implementation',
          mayRetry: false,
        },
      ]}
      paging={noPaging}
      isMoving={false}
    />
  ),
  'publications-empty': (
    <PublicationsPage
      frame={frame}
      headline="ยังไม่มีเอกสาร"
      cards={[]}
      paging={{ ...noPaging, total: 0 }}
      isMoving={false}
    />
  ),
  history: (
    <HistoryPage
      frame={frame}
      rows={measureRows(12).map((row, index) => ({
        sequence: String(index),
        at: '2025-01-14T03:10:00Z',
        atText: '14 ม.ค. 2568 10:10 น.',
        who: 'นายสมมติ ใจดี',
        post: 'รองปลัด รักษาราชการแทน ปลัดองค์การบริหารส่วนตำบล ตามคำสั่งที่ 12/2568 ลงวันที่ 1 ม.ค. 2568',
        deed: 'เห็นชอบ',
        item: 'มาตรการ',
        title: row.title,
        itemHref: '/measures/m1',
        change: 'รอส่วนราชการเห็นชอบ → รออนุมัติ',
        hash: 'ab'.repeat(32),
      }))}
      paging={{ page: 1, pageCount: 17, total: 200, hrefStart: '?page=' }}
      chain={{ tone: 'ok', title: 'ประวัติครบถ้วน ไม่ถูกแก้ไข', body: 'ตรวจล่าสุด 14 ม.ค. 2568 จำนวน 200 รายการ' }}
      proofHref="/history/proof"
      filter={{ kind: 'measure', person: '', title: '', kinds: HISTORY_KINDS }}
    />
  ),
  'history-change': (
    <HistoryChangePage
      frame={frame}
      section="measures"
      title={measureRows(1)[0]?.title ?? ''}
      itemHref="/measures/m1"
      entry={{ ...edited, changeHref: undefined }}
      isComparable
      fields={[
        { label: 'วิธีดำเนินการ', before: ['จัดประชุมปีละ 1 ครั้ง'], after: ['จัดประชุมปีละ 2 ครั้ง', 'เผยแพร่รายงานการประชุม'] },
        { label: 'การกำกับติดตาม', before: [], after: ['รายงานต่อนายกทุกไตรมาส'] },
      ]}
    />
  ),
  'log-proof': (
    <LogProofPage
      frame={frame}
      checkpoint={checkpointView(
        {
          size: 1234,
          root: Uint8Array.from({ length: 32 }, (_unused, at) => (at * 37) % 256),
          madeAt: new Date('2026-11-21T02:00:00Z'),
        },
        1240,
        'thai',
      )}
      stamp={stampView(
        {
          size: 1200,
          stampedAt: new Date('2026-11-21T01:30:00Z'),
          authority: 'ผู้ให้บริการรับรองเวลาตัวอย่าง หน่วยงานสมมติเพื่อการทดสอบหน้าจอ',
        },
        'thai',
      )}
      witnesses={[
        witnessView(
          {
            name: 'phayan.example.go.th/witness',
            newest: { size: 1234, at: new Date('2026-11-21T02:01:00Z') },
            problem: null,
            isSetAside: false,
            workId: null,
          },
          { key: WITNESS_KEY, checkpointSize: 1234, mayRetry: true },
          'thai',
        ),
        witnessView(
          {
            name: 'eek-haeng.example.go.th/witness',
            newest: { size: 900, at: new Date('2026-11-20T02:01:00Z') },
            problem: { code: 'audit.witness-refused' },
            isSetAside: true,
            workId: 'w1',
          },
          { key: WITNESS_KEY.replace('phayan', 'eek-haeng'), checkpointSize: 1234, mayRetry: true },
          'thai',
        ),
      ]}
      cosignedHref="/p/tua-yang/cosigned-checkpoint.txt"
      logKey="prongsai/018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70+530cb7d7+ARxPNlwUTLfRKQUi7eYuOlHg2vs9ykU+EqpUD4XqPGmx"
      publicKeyHref="/p/tua-yang/log-key.txt"
      months={['2026-11', '2026-10'].map((month) => monthChoice(month, 'thai'))}
      exports={[
        { bytes: null, sha256: null, logSize: null, itemKind: null, itemId: null, period: null },
        {
          bytes: 734_003,
          sha256: '5e'.repeat(32),
          logSize: 1200,
          itemKind: null,
          itemId: null,
          period: { from: '2024-10-01', to: '2025-09-30' },
        },
        {
          bytes: 734_003,
          sha256: '5e'.repeat(32),
          logSize: 1200,
          itemKind: null,
          itemId: null,
          period: { from: '2026-01-15', to: '2026-02-20' },
        },
        {
          bytes: 734_003,
          sha256: '5e'.repeat(32),
          logSize: 1200,
          itemKind: 'report' as const,
          itemId: 'r2',
          period: null,
        },
      ].map((made, at) =>
        exportRow({ ...made, id: `e${at}`, askedBy: 'นายสมมติ ใจดี', askedAt: new Date('2026-11-21T02:10:00Z') }, 'thai'),
      )}
      form={{
        typed: { ...NOTHING_TYPED, year: '2568', from: { day: '31', month: '2', year: '2568' } },
        problems: [{ field: 'from', sentence: DATE_INCOMPLETE }],
        years: [2570, 2569, 2568].map((year) => fiscalYearChoice(year, 'thai')),
        idempotencyKey: 'k',
      }}
    />
  ),
  'log-proof-empty': (
    <LogProofPage
      frame={frame}
      checkpoint={null}
      stamp={null}
      witnesses={[]}
      cosignedHref={null}
      logKey={null}
      publicKeyHref="/p/tua-yang/log-key.txt"
      months={[]}
      exports={[]}
      form={{ typed: NOTHING_TYPED, problems: [], years: [], idempotencyKey: 'k' }}
    />
  ),
  'error-404': (
    <ErrorPage
      isPublic={false}
      frame={bare}
      status={404}
      sentence={sentenceOf('request.not-found', {}, 'th')}
      objections={[]}
      backHref="/tasks"
      reference={null}
    />
  ),
  'error-409': (
    <ErrorPage
      isPublic={false}
      frame={bare}
      status={409}
      sentence={sentenceOf('item.changed-meanwhile', { state: 'อนุมัติแล้ว' }, 'th')}
      objections={[]}
      backHref="/measures/m1"
      reference={null}
    />
  ),
  'error-422': (
    <ErrorPage
      isPublic={false}
      frame={bare}
      status={422}
      sentence={sentenceOf('item.refused', {}, 'th')}
      objections={problems.map(({ sentence }) => sentence)}
      backHref="/measures/m1"
      reference={null}
    />
  ),
  'error-500': (
    <ErrorPage
      isPublic={false}
      frame={bare}
      status={500}
      sentence={sentenceOf('system.unexpected', {}, 'th')}
      objections={[]}
      backHref="/tasks"
      reference="7QX4-M2LA"
    />
  ),
  'public-home': (
    <OrganizationHomePage
      frame={publicFrame}
      place="อำเภอตัวอย่าง จังหวัดตัวอย่าง"
      fiscalYears={['2569', '2568', '2567'].map((year) => ({
        year,
        href: `?fiscalYear=${year}`,
        isCurrent: year === '2568',
      }))}
      fiscalYear="2568"
      groups={[
        {
          kind: 'รายงาน',
          rows: [
            {
              href: '/p/a/r',
              title: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
              language: 'th',
              signedText: '6 ต.ค. 2568',
              state: published,
              pdfHref: '/x.pdf',
            },
          ],
        },
        {
          kind: 'ประกาศ',
          rows: [
            {
              href: '/p/a/n',
              title: 'No Gift Policy',
              language: 'en',
              signedText: '2 ต.ค. 2567',
              state: { tone: 'stopped', label: 'เพิกถอนการเผยแพร่' },
              pdfHref: null,
            },
          ],
        },
      ]}
    />
  ),
  'public-home-empty': (
    <OrganizationHomePage
      frame={publicFrame}
      place="อำเภอตัวอย่าง จังหวัดตัวอย่าง"
      fiscalYears={[]}
      fiscalYear={null}
      groups={[]}
    />
  ),
  'public-document': (
    <PublicDocumentPage
      frame={publicFrame}
      title="รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
      kind="รายงาน · ปีงบประมาณ พ.ศ. 2568 · O27"
      state={{ tone: 'stopped', label: 'มีฉบับใหม่แทน' }}
      notice={{ tone: 'wait', title: 'มีฉบับใหม่แทนแล้ว', body: 'ฉบับนี้เก็บไว้เพื่ออ้างอิง' }}
      currentHref="/p/a/r"
      pdfHref="/x.pdf"
      permanentAddress="https://example.go.th/p/tua-yang/reports/2568/implementation"
      sha256={'0f'.repeat(32)}
      facts={facts}
      preview={null}
      outline={outline}
      tables={{ csvHref: '/p/a/t.csv', xlsxHref: '/p/a/t.xlsx' }}
      editions={[
        {
          label: 'ฉบับที่ 2',
          publishedText: '9 ต.ค. 2568',
          state: published,
          href: '/p/a/r',
          sha256: 'aa'.repeat(32),
          isShown: false,
        },
        {
          label: 'ฉบับที่ 1',
          publishedText: '6 ต.ค. 2568',
          state: { tone: 'stopped', label: 'มีฉบับใหม่แทน' },
          href: null,
          sha256: '0f'.repeat(32),
          isShown: true,
        },
      ]}
    />
  ),
  ...settingsPages(frame),
  verify: <VerifyPage frame={bare} verdict={null} problems={[]} />,
  'verify-verdict': (
    <VerifyPage
      frame={bare}
      verdict={{
        kind: 'superseded',
        fileName: 'รายงาน.pdf',
        sentence: 'ไฟล์นี้ตรงกับฉบับที่ 1 ซึ่งเผยแพร่เมื่อ 6 ต.ค. 2568',
        facts,
        documentHref: '/p/a/r',
      }}
      problems={[]}
    />
  ),
};
