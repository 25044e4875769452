import { reasonHash } from '../../src/audit/reason-hash.js';
import { findingsOfMeasures } from '../../src/proofreading/item-findings.js';
import {
  saveLexiconEntry,
  saveRuleSetting,
  type LexiconEntryToSave,
  type RuleSettingToSave,
} from '../../src/proofreading/save-settings.js';
import { proofreadingChanges } from '../../src/proofreading/changes.queries.js';
import { lexiconWords, ruleDecisions } from '../../src/proofreading/settings.queries.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const setRule = (given: Partial<RuleSettingToSave>, who = 'admin'): Promise<void> =>
  agency.as(who, (tx, actor) =>
    saveRuleSetting(tx, {
      organizationId: agency.organizationId,
      actor,
      rule: 'agency.foreign',
      isOff: false,
      severity: null,
      reason: 'ตกลงในที่ประชุม',
      ...given,
    }),
  );

const setWord = (given: Partial<LexiconEntryToSave>): Promise<void> =>
  agency.as('admin', (tx, actor) =>
    saveLexiconEntry(tx, {
      organizationId: agency.organizationId,
      actor,
      word: 'กขคงจ',
      replacement: 'กขคง',
      reason: 'คำของหน่วยงาน',
      ...given,
    }),
  );

async function found(text: string): Promise<string[]> {
  const content = aMeasure([], { results: [], outcomes: [], methods: [{ kind: 'numbered', text }] });
  const findings = await agency.as('officer', (tx) =>
    findingsOfMeasures(tx, agency.organizationId, 2568, [{ label: 'm', content }]),
  );
  return findings.filter(({ at }) => at === 'm.methods').map(({ rule, severity }) => `${rule} ${severity}`);
}

const OTHER_AGENCY = 'จัดทำประกาศขององค์การบริหารส่วนตำบลหนองสมมติ';

describe('a rule', () => {
  it('is lowered, switched off and set back by an administrator with a reason', async () => {
    const [before] = await found(OTHER_AGENCY);
    const rule = before?.split(' ')[0] ?? '';
    expect(before).toBe(`${rule} E`);
    await setRule({ rule, severity: 'W' });
    expect(await found(OTHER_AGENCY)).toEqual([`${rule} W`]);
    await setRule({ rule, isOff: true });
    expect(await found(OTHER_AGENCY)).toEqual([]);
    await setRule({ rule, reason: 'กลับมาใช้' });
    expect(await found(OTHER_AGENCY)).toEqual([`${rule} E`]);
    const [decision] = await agency.as('officer', (tx) => ruleDecisions(tx, agency.organizationId));
    expect(decision).toMatchObject({ rule, isOff: false, severity: null, reason: 'กลับมาใช้' });
    const events = await agency.database.look(
      `select 1 from audit_event where event ->> 'action' = 'proofreading.rule' and event ->> 'itemId' = $1`,
      [rule],
    );
    expect(events).toHaveLength(3);
  });

  it.each([
    [{ reason: ' ' }, 'admin', 'lifecycle.reason-missing'],
    [{ rule: 'no.such' }, 'admin', 'proofreading.rule-unknown'],
    [{ rule: 'personal.data', isOff: true }, 'admin', 'proofreading.rule-fixed'],
    [{}, 'officer', 'permission.denied'],
  ])('is not changed by %j from %s', async (given, who, code) => {
    await expect(setRule(given, who)).rejects.toMatchObject({ code });
  });

  it('is never made harder than it is', async () => {
    await setRule({ rule: 'punctuation.dash', severity: 'W' });
    const decisions = await agency.as('officer', (tx) => ruleDecisions(tx, agency.organizationId));
    expect(decisions.find(({ rule }) => rule === 'punctuation.dash')?.severity).toBeNull();
  });
});

describe('the history of the settings', () => {
  it('tells every change with its reason, newest first', async () => {
    await setRule({ rule: 'word.misspelt', isOff: true, reason: 'เอกสารใช้ชื่อเดิม' });
    await setRule({ rule: 'word.misspelt', reason: 'กลับมาใช้' });
    await setWord({ word: 'คำหนึ่ง', replacement: 'คำสอง', reason: 'ตามประกาศ' });
    await setWord({ word: 'คำหนึ่ง', replacement: null, reason: 'ไม่ใช้แล้ว' });
    const changes = await agency.as('officer', (tx) => proofreadingChanges(tx, agency.organizationId, 4));
    expect(changes.map(({ kind, name, became, reason }) => [kind, name, became, reason])).toEqual([
      ['word', 'คำหนึ่ง', null, 'ไม่ใช้แล้ว'],
      ['word', 'คำหนึ่ง', 'คำสอง', 'ตามประกาศ'],
      ['rule', 'word.misspelt', 'usual', 'กลับมาใช้'],
      ['rule', 'word.misspelt', 'off', 'เอกสารใช้ชื่อเดิม'],
    ]);
  });

  it('is bound to the log by a keyed hash', async () => {
    await setRule({ rule: 'word.doubled', isOff: true, reason: 'ทดลอง' });
    const [change] = await agency.database.look<{ reason: string; reasonKey: Buffer }>(
      `select reason, reason_key as "reasonKey" from proofreading_change where name = 'word.doubled'`,
    );
    const [event] = await agency.database.look<{ hash: string }>(
      `select event ->> 'reasonHash' as hash from audit_event where event ->> 'itemId' = 'word.doubled'`,
    );
    expect(change && reasonHash(change)).toBe(event?.hash);
  });
});

describe('a word of the lexicon', () => {
  it('is found in texts until it is taken away', async () => {
    const text = 'จัดให้มีการกขคงจทุกเดือน';
    expect(await found(text)).toEqual([]);
    await setWord({});
    expect(await found(text)).toHaveLength(1);
    await setWord({ replacement: null });
    expect(await found(text)).toEqual([]);
    expect(await agency.as('officer', (tx) => lexiconWords(tx, agency.organizationId))).toEqual([]);
  });

  it.each([
    [{ word: ' ' }, 'input.invalid'],
    [{ word: 'ก'.repeat(101) }, 'input.too-long'],
    [{ reason: '' }, 'lifecycle.reason-missing'],
  ])('is refused as %j', async (given, code) => {
    await expect(setWord(given)).rejects.toMatchObject({ code });
  });
});
