import { DomainError } from '../../src/core/errors.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { amendMeasure } from '../../src/measures/amend-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure, editPlan, recordResults } from '../../src/measures/save-measure.js';
import { aMeasure, type TestAgency } from '../support/agency.js';

/** What somebody tried on a measure, and what they were told: "done", or the reasons to refuse. */
export interface Attempt {
  readonly action: string;
  /** For edits: the version they were made from, and what they wrote. */
  readonly seenVersion?: number;
  readonly word?: string;
  readonly told: string;
}

type Try = () => Promise<Attempt>;

/** One measure in a state where many people want something of it at the same moment. */
export interface Race {
  readonly measureId: string;
  /** Its version at the start, which is also how many events its history had. */
  readonly startedAt: number;
  readonly attempts: readonly Attempt[];
}

/** Twenty people at one measure, through the use cases and a real pool. */
export class RaceCourse {
  constructor(private readonly agency: TestAgency) {}

  /** @param situation a key of SITUATIONS */
  async run(situation: keyof typeof SITUATIONS): Promise<Race> {
    const { measure, tries } = await SITUATIONS[situation](this);
    const { id: measureId, version: startedAt } = measure;
    return { measureId, startedAt, attempts: await Promise.all(tries.map((attempt) => attempt())) };
  }

  async drafted(divisions: readonly string[]): Promise<MeasureRow> {
    const { organizationId } = this.agency;
    const content = aMeasure(divisions.map((name) => this.agency.divisions.get(name) ?? ''));
    return this.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
  }

  act(who: string, transition: MeasureTransition, { id, contentHash }: MeasureRow): Promise<MeasureRow> {
    const { organizationId } = this.agency;
    const seen = { seenVersion: null, shownHash: contentHash, reason: 'ขอให้แก้ไข' };
    return this.agency.as(who, (tx, actor) =>
      actOnMeasure(tx, { organizationId, itemId: id, transition, actor, ...seen }),
    );
  }

  deed(who: string, transition: MeasureTransition, measure: MeasureRow): Try {
    return async () => ({ action: transition, told: await told(this.act(who, transition, measure)) });
  }

  edit(measure: MeasureRow, seenVersion: number, word: string): Try {
    const { organizationId } = this.agency;
    const fields = { ...measure.content, title: word };
    return async () => ({
      action: 'edit_plan',
      seenVersion,
      word,
      told: await told(
        this.agency.as('officer', (tx, actor) =>
          editPlan(tx, { organizationId, actor, measureId: measure.id, seenVersion, fields }),
        ),
      ),
    });
  }

  results(measure: MeasureRow, word: string): Try {
    const { organizationId } = this.agency;
    const { content, version: seenVersion } = measure;
    const { outcomes, evidence } = content;
    const fields = { results: [{ kind: 'plain' as const, text: word }], outcomes, evidence };
    return async () => ({
      action: 'record_results',
      seenVersion,
      word,
      told: await told(
        this.agency.as('officer', (tx, actor) =>
          recordResults(tx, { organizationId, actor, measureId: measure.id, seenVersion, fields }),
        ),
      ),
    });
  }

  amendment(measure: MeasureRow): Try {
    const { organizationId } = this.agency;
    return async () => ({
      action: 'amend.draft',
      told: await told(
        this.agency.as('officer', (tx, actor) => amendMeasure(tx, { organizationId, actor, measureId: measure.id })),
      ),
    });
  }
}

/** Four ways in which twenty people meet, interleaved so that everybody has a chance to be first. */
export const SITUATIONS = {
  'a draft is edited, submitted and cancelled': async (course: RaceCourse) => {
    const measure = await course.drafted(['กองคลัง']);
    const tries = twenty((index) =>
      [
        course.edit(measure, measure.version, `ร่าง ${index}`),
        course.deed('officer', 'submit', measure),
        course.edit(measure, measure.version, `ร่างอีก ${index}`),
        course.deed('executive', 'cancel', measure),
      ].at(index % 4),
    );
    return { measure, tries };
  },
  'two heads sign while it is recalled, returned and edited': async (course: RaceCourse) => {
    const draft = await course.drafted(['กองคลัง', 'กองช่าง']);
    const measure = await course.act('officer', 'submit', draft);
    const tries = twenty((index) =>
      [
        course.deed('head-finance', 'sign_off', measure),
        course.deed('officer', 'recall', measure),
        course.deed('head-works', 'sign_off', measure),
        course.deed('head-finance', 'return', measure),
        // whoever edits guesses the version that a recall or return leaves
        course.edit(measure, measure.version + 1, `แก้หลังเรียกคืน ${index}`),
      ].at(index % 5),
    );
    return { measure, tries };
  },
  'the executive approves, returns and cancels while it is edited': async (course: RaceCourse) => {
    const draft = await course.drafted(['กองคลัง']);
    await course.act('officer', 'submit', draft);
    const measure = await course.act('head-finance', 'sign_off', draft);
    const tries = twenty((index) =>
      [
        course.deed('executive', 'return', measure),
        course.edit(measure, measure.version, `แก้ระหว่างรอ ${index}`),
        course.deed('executive', 'approve', measure),
        course.deed('executive', 'cancel', measure),
      ].at(index % 4),
    );
    return { measure, tries };
  },
  'results come in while it is amended, submitted and cancelled': async (course: RaceCourse) => {
    const draft = await course.drafted(['กองคลัง']);
    await course.act('officer', 'submit', draft);
    await course.act('head-finance', 'sign_off', draft);
    const measure = await course.act('executive', 'approve', draft);
    const tries = twenty((index) =>
      [
        course.results(measure, `ผล ${index}`),
        course.amendment(measure),
        course.deed('officer', 'submit_results', measure),
        index === 3 ? course.deed('executive', 'cancel', measure) : course.results(measure, `ผลอีก ${index}`),
      ].at(index % 4),
    );
    return { measure, tries };
  },
} as const satisfies Record<string, (course: RaceCourse) => Promise<{ measure: MeasureRow; tries: Try[] }>>;

const twenty = (tryOf: (index: number) => Try | undefined): Try[] =>
  Array.from({ length: 20 }, (_unused, index) => tryOf(index)).filter((each) => each !== undefined);

/** A surprise is no refusal: it fails the test. */
const told = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      const { problems } = error.details;
      return Array.isArray(problems) ? problems.join(' ') : error.code;
    },
  );
