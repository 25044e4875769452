import type { VNode } from 'preact';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { CatalogueLinePage } from '../../../templates/web/pages/staff/catalogue-line.page.js';
import { CatalogueWeightsPage } from '../../../templates/web/pages/staff/catalogue-weights.page.js';
import { CataloguePage } from '../../../templates/web/pages/staff/catalogue.page.js';
import { CertificatePage } from '../../../templates/web/pages/staff/certificate.page.js';
import { DocumentFontFormPage } from '../../../templates/web/pages/staff/document-font-form.page.js';
import { DocumentFontPage } from '../../../templates/web/pages/staff/document-font.page.js';
import { DocumentFontsPage } from '../../../templates/web/pages/staff/document-fonts.page.js';
import { LayoutFormPage } from '../../../templates/web/pages/staff/layout-form.page.js';
import { LayoutsPage } from '../../../templates/web/pages/staff/layouts.page.js';
import { VoidNumberPage } from '../../../templates/web/pages/staff/void-number.page.js';
import { WordingFormPage } from '../../../templates/web/pages/staff/wording-form.page.js';
import { WordingsPage } from '../../../templates/web/pages/staff/wordings.page.js';
import { certificateSentence, certificateState } from '../../../templates/web/words/certificate-words.js';
import { PLACE_WRONG } from '../../../templates/web/words/layout-words.js';

const idempotencyKey = 'key';
const years = [{ value: '2568', label: 'พ.ศ. ๒๕๖๘' }];
const LONG = 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานและการกำกับติดตามการดำเนินงานตามมาตรการทุกไตรมาส';

/** What agencies set for their documents, each page in its fullest and its emptiest state. */
export const settingsPages = (frame: StaffFrame): Record<string, VNode> => ({
  ...fontPages(frame),
  ...paperPages(frame),
  ...catalogues(frame),
});

const fontPages = (frame: StaffFrame): Record<string, VNode> => ({
  'document-fonts': (
    <DocumentFontsPage
      frame={frame}
      inUse="เอกสารใหม่พิมพ์ด้วย TH Sarabun New"
      isHouseFont={false}
      rows={[
        {
          id: 'f1',
          family: 'TH Sarabun New With A Very Long Family Name',
          styles: 'ตัวปกติ, ตัวหนา, ตัวเอียง, ตัวหนาเอียง',
          verdict: 'ใช้ได้ แต่มีข้อควรทราบ 2 ข้อ',
          broughtOn: '2 ต.ค. 2567',
          state: { tone: 'ok', label: 'ใช้อยู่' },
        },
      ]}
      idempotencyKey={idempotencyKey}
    />
  ),
  'document-fonts-empty': (
    <DocumentFontsPage
      frame={frame}
      inUse="เอกสารใหม่พิมพ์ด้วย Sarabun ซึ่งมากับระบบ"
      isHouseFont
      rows={[]}
      idempotencyKey={idempotencyKey}
    />
  ),
  'document-font': (
    <DocumentFontPage
      frame={frame}
      id="f1"
      family="TH Sarabun New"
      state={{ tone: 'draft', label: 'ยังไม่ใช้' }}
      verdict="ใช้ได้ แต่มีข้อควรทราบ 2 ข้อ"
      styles={[
        {
          label: 'ตัวปกติ',
          file: 'THSarabunNew-With-A-Very-Long-File-Name-Regular.ttf (น้ำหนัก 400)',
          found: { remarks: ['letters-missing', 'marks-collide'], missing: ['“', '”', '…', '–'] },
        },
        { label: 'ตัวหนา', file: 'ไม่มีไฟล์ พิมพ์ด้วยตัวปกติแทน', found: null },
      ]}
      note={null}
      idempotencyKey={idempotencyKey}
    />
  ),
  'document-font-refused': (
    <DocumentFontFormPage
      frame={frame}
      refused={[
        {
          name: 'Latin-Only-Font.otf',
          remarks: ['thai-missing'],
          missing: [...'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ'],
        },
      ]}
      problems={[{ field: 'files', sentence: 'แบบอักษรนี้ใช้กับเอกสารไม่ได้ ดูเหตุผลของแต่ละไฟล์' }]}
      offered={[{ family: 'TH Sarabun New With A Long Family Name', idempotencyKey }]}
      idempotencyKey={idempotencyKey}
    />
  ),
});

const COLUMNS = {
  number: { place: '1', header: 'ลำดับ', weight: '5', spans: false },
  measure: { place: '1', header: LONG, weight: '15', spans: true },
};

const paperPages = (frame: StaffFrame): Record<string, VNode> => ({
  certificate: (
    <CertificatePage
      frame={frame}
      state={certificateState({ withinDays: 30, daysLeft: 12 })}
      now={frame.agencyName}
      facts={[{ term: 'ลายนิ้วมือ (SHA-256)', value: '0f'.repeat(32) }]}
      asksPassword
      problems={[{ field: 'file', sentence: certificateSentence('pkcs12-unreadable') }]}
    />
  ),
  'void-number': (
    <VoidNumberPage
      frame={frame}
      announcementId="a1"
      number="๒/๒๕๖๘"
      title={LONG}
      state={{ tone: 'stopped', label: 'เพิกถอนการเผยแพร่' }}
      reason=""
      idempotencyKey={idempotencyKey}
      problems={[]}
    />
  ),
  layouts: (
    <LayoutsPage
      frame={frame}
      rows={[{ id: 'l1', name: LONG, began: 'จัดกลุ่มตามประเด็น มีปก', version: 'ฉบับที่ 3', savedOn: '2 ต.ค. 2567' }]}
      typed={{ name: '', preset: '' }}
      idempotencyKey={idempotencyKey}
      problems={[]}
    />
  ),
  'layout-form-refused': (
    <LayoutFormPage
      frame={frame}
      id="l1"
      now="ฉบับที่ 3 · จัดกลุ่มตามประเด็น มีปก"
      typed={{
        name: 'แบบของเรา',
        columns: COLUMNS,
        grouping: 'theme',
        switches: ['hasCover'],
        titleLines: LONG,
        introduction: '',
        periodStyle: 'short',
        digits: 'thai',
        orientation: 'landscape',
        fiscalYear: '2568',
      }}
      fiscalYears={years}
      seenVersion="3"
      idempotencyKey={idempotencyKey}
      problems={[{ field: 'columns.measure.place', sentence: PLACE_WRONG }]}
    />
  ),
  wordings: (
    <WordingsPage
      frame={frame}
      rows={[{ template: 't.v1', title: LONG, language: 'th', languageLabel: 'ภาษาไทย', state: 'ถ้อยคำมาตรฐาน' }]}
    />
  ),
  'wording-form': (
    <WordingFormPage
      frame={frame}
      template="t.v1"
      language="th"
      title={LONG}
      state="ถ้อยคำของหน่วยงาน"
      isOwn
      text={'# ชื่อเรื่อง\n\nด้วย{หน่วยงาน}'}
      placeholders={['หน่วยงาน', 'ปีงบประมาณ', 'ช่องทางแจ้งเบาะแส']}
      preview={{ title: 'ประกาศ', language: 'th', blocks: [{ kind: 'heading', level: 1, text: 'ประกาศตัวอย่าง' }] }}
      seenVersion="2"
      idempotencyKey={idempotencyKey}
      problems={[{ field: 'text', sentence: 'บรรทัดที่ 3 วงเล็บปีกกาไม่ครบคู่' }]}
    />
  ),
});

const catalogues = (frame: StaffFrame): Record<string, VNode> => ({
  catalogue: (
    <CataloguePage
      frame={frame}
      fiscalYears={years}
      fiscalYear="2568"
      lines={[
        { kind: 'instrument', code: 'IIT', title: LONG, weight: '30 %', source: 'มากับระบบ', href: '/x' },
        { kind: 'indicator', code: '1', title: 'การปฏิบัติหน้าที่', weight: '', source: 'มากับระบบ', href: null },
      ]}
      isChanged
      mayWrite
    />
  ),
  'catalogue-line': (
    <CatalogueLinePage
      frame={frame}
      fiscalYear="2568"
      heading="ข้อ O O27"
      action="/x"
      code="O27"
      title={LONG}
      verified={false}
      mayRemove
      idempotencyKey={idempotencyKey}
      problems={[{ field: 'title', sentence: 'กรุณากรอกชื่อ' }]}
    />
  ),
  'catalogue-weights': (
    <CatalogueWeightsPage
      frame={frame}
      fiscalYear="2568"
      weights={[{ code: 'IIT', title: 'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน', percent: '30' }]}
      idempotencyKey={idempotencyKey}
      problems={[]}
    />
  ),
});
