import { holidaysOfAgency } from '../../../src/core/time/thai-holidays.js';
import { nextDigest, outsideQuietHours, soonAfter } from '../../../src/core/time/notice-times.js';
import { timedEvents } from '../../../src/core/time/reminders.js';

const HOLIDAYS = holidaysOfAgency([2567, 2568], []);

describe('what the clock does about a signature', () => {
  const plan = (askedAt: string, rungs = 2): string[] =>
    timedEvents({ askedAt: new Date(askedAt), dueOn: '2025-04-10', rungs }, HOLIDAYS).map(
      ({ kind, nth, firesAt }) => `${kind} ${nth} ${firesAt.toISOString().slice(0, 16)}`,
    );

  it('reminds before, at and after the due day over working days, and tells the posts above', () => {
    expect(plan('2025-04-01T02:00:00Z')).toEqual([
      'before 1 2025-04-09T01:30',
      'due 1 2025-04-10T01:30',
      'after 1 2025-04-18T01:30',
      'escalate 1 2025-04-22T01:30',
      'after 2 2025-04-23T01:30',
      'after 3 2025-04-28T01:30',
      'escalate 2 2025-04-29T01:30',
      'after 4 2025-05-01T01:30',
      'after 5 2025-05-07T01:30',
    ]);
  });

  it('leaves out what is past when the signature is asked', () => {
    expect(plan('2025-04-09T03:00:00Z', 0)[0]).toBe('due 1 2025-04-10T01:30');
  });

  it('tells nobody above the highest post', () => {
    expect(plan('2025-04-01T02:00:00Z', 0).filter((event) => event.startsWith('escalate'))).toEqual([]);
  });
});

describe('the hours of notices', () => {
  it.each([
    ['2025-01-09T03:00:00.000Z', '2025-01-09T03:05:00.000Z'],
    ['2025-01-09T03:04:59.999Z', '2025-01-09T03:05:00.000Z'],
    ['2025-01-09T23:57:00.000Z', '2025-01-10T00:00:00.000Z'],
  ])('what happens at %s goes out at %s', (at, sent) => {
    expect(soonAfter(new Date(at)).toISOString()).toBe(sent);
  });

  it.each([
    ['a morning', '2025-01-09T03:00:00Z', '2025-01-09T03:00:00.000Z'],
    ['the last quiet minute', '2025-01-08T23:59:00Z', '2025-01-09T00:00:00.000Z'],
    ['seven sharp', '2025-01-09T00:00:00Z', '2025-01-09T00:00:00.000Z'],
    ['the last minute of the evening', '2025-01-09T12:59:00Z', '2025-01-09T12:59:00.000Z'],
    ['eight in the evening', '2025-01-09T13:00:00Z', '2025-01-10T00:00:00.000Z'],
    ['after midnight', '2025-01-09T18:00:00Z', '2025-01-10T00:00:00.000Z'],
  ])('%s is sent outside quiet hours', (_when, at, sent) => {
    expect(outsideQuietHours(new Date(at)).toISOString()).toBe(sent);
  });

  it.each([
    ['over midnight, in the evening', 22 * 60, 6 * 60, '2025-01-09T16:00:00Z', '2025-01-09T23:00:00.000Z'],
    ['over midnight, in the morning', 22 * 60, 6 * 60, '2025-01-09T22:59:00Z', '2025-01-09T23:00:00.000Z'],
    ['within a day', 12 * 60, 13 * 60, '2025-01-09T05:30:00Z', '2025-01-09T06:00:00.000Z'],
    ['within a day, after them', 12 * 60, 13 * 60, '2025-01-09T06:00:00Z', '2025-01-09T06:00:00.000Z'],
    ['that never come', 8 * 60, 8 * 60, '2025-01-09T18:00:00Z', '2025-01-09T18:00:00.000Z'],
  ])('quiet hours of one’s own %s', (_when, from, until, at, sent) => {
    expect(outsideQuietHours(new Date(at), { from, until }).toISOString()).toBe(sent);
  });

  it.each([
    ['before half past eight goes today', '2025-01-09T01:00:00Z', '2025-01-09T01:30:00.000Z'],
    ['at half past eight goes tomorrow', '2025-01-09T01:30:00Z', '2025-01-10T01:30:00.000Z'],
    ['on a Friday afternoon goes on Monday', '2025-01-10T08:00:00Z', '2025-01-13T01:30:00.000Z'],
    ['before Songkran goes after it', '2025-04-11T08:00:00Z', '2025-04-17T01:30:00.000Z'],
    ['on a Sunday morning goes on Monday', '2025-01-12T00:30:00Z', '2025-01-13T01:30:00.000Z'],
  ])('a digest asked for %s', (_when, at, sent) => {
    expect(nextDigest(new Date(at), HOLIDAYS).toISOString()).toBe(sent);
  });
});
