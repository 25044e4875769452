import { NOTICE_KINDS } from '../../src/core/notice/notice.js';
import { messageText, noticeSentence } from '../../src/core/thai/notice-texts.js';

const LINK = 'https://prongsai.example.go.th/measures/1';

describe('the text of a message', () => {
  it('says what waits, its kind, its due day and where to look', () => {
    const { subject, body } = messageText(
      [{ kind: 'waiting', itemKind: 'measure', dueOn: '2025-01-10', link: LINK }],
      'https://prongsai.example.go.th/tasks',
    );
    expect(subject).toBe('โปร่งใส: มาตรการรอท่านพิจารณา (กำหนด 10 ม.ค. 2568)');
    expect(body.split('\n')).toEqual([
      'มาตรการรอท่านพิจารณา (กำหนด 10 ม.ค. 2568)',
      'A measure is waiting for you (due 10 January B.E. 2568 (2025))',
      LINK,
      '',
      'งานทั้งหมด / All tasks',
      'https://prongsai.example.go.th/tasks',
    ]);
  });

  it('counts the notices of a digest and stops at twenty', () => {
    const lines = Array.from({ length: 23 }, () => ({
      kind: 'published' as const,
      itemKind: 'report' as const,
      dueOn: null,
      link: LINK,
    }));
    const { subject, body } = messageText(lines, LINK);
    expect(subject).toBe('โปร่งใส: สรุปเรื่องที่ต้องทราบ 23 เรื่อง');
    expect(body).toContain('และอีก 3 เรื่อง');
    expect(body.split('รายงานเผยแพร่แล้ว')).toHaveLength(21);
  });

  it.each(NOTICE_KINDS)('has a sentence for %s', (kind) => {
    expect(noticeSentence(kind, 'report', null).length).toBeGreaterThan('รายงาน'.length);
  });
});
