import { ITEM_KINDS } from '../../src/app/item-kinds.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { fireDue } from '../../src/schedule/fire-due.js';
import { repairSignatures } from '../../src/schedule/repair-signatures.js';
import { stepsAsked } from '../../src/schedule/steps-asked.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';

interface AskedRow {
  readonly post: string;
  readonly dueOn: string | null;
  readonly isEnded: boolean;
}

/** Measures on their way through an agency whose routes have due times: review three working days, approval two. */
export class ScheduleBench {
  private constructor(readonly agency: TestAgency) {}

  static async open(): Promise<ScheduleBench> {
    const agency = await testAgency();
    await agency.database.look(
      `update route set steps = jsonb_set(jsonb_set(steps, '{0,dueInDays}', '3'), '{1,dueInDays}', '2')
       where item_kind = 'measure'`,
    );
    return new ScheduleBench(agency);
  }

  close(): Promise<void> {
    return this.agency.database.close();
  }

  async forget(): Promise<void> {
    await this.agency.database.look(
      `truncate notice, notice_message, notice_part, asked_signature, timed_work, holiday_change, milestone_change,
       decision, item_version, acting_order, measure cascade`,
    );
  }

  /** Submitted by the officer; the finance division is responsible, and others by name. */
  async submitted(...divisions: string[]): Promise<MeasureRow> {
    const { organizationId } = this.agency;
    const ids = ['กองคลัง', ...divisions].map((name) => this.agency.divisions.get(name) ?? '');
    const measure = await this.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content: aMeasure(ids) }),
    );
    return this.act(measure, 'officer', 'submit');
  }

  /** Moves the measure as a person and calls the hook in the same transaction, as the door to a state does. */
  async act(
    { id, contentHash }: Pick<MeasureRow, 'id' | 'contentHash'>,
    who: string,
    transition: MeasureTransition,
    reason: string | null = null,
    backToStep: number | null = null,
  ): Promise<MeasureRow> {
    const { organizationId } = this.agency;
    return this.agency.as(who, async (tx, actor) => {
      const command = {
        organizationId,
        itemId: id,
        transition,
        actor,
        seenVersion: null,
        shownHash: contentHash,
        reason,
        backToStep,
      };
      const moved = await actOnMeasure(tx, command);
      await stepsAsked(tx, ITEM_KINDS, { organizationId, itemKind: 'measure', itemId: id });
      return moved;
    });
  }

  /** As if the measure had been submitted at that moment: only the facts of the past change, then the repair runs. */
  async askedAt(measureId: string, at: string): Promise<void> {
    await this.agency.database.look('truncate notice, notice_message, notice_part, asked_signature, timed_work');
    await this.agency.database.look('update item_version set frozen_at = $2 where item_id = $1', [measureId, at]);
    await this.agency.database.look('update decision set decided_at = $2 where item_id = $1', [measureId, at]);
    await this.repair();
    await this.agency.database.look('truncate notice, notice_message, notice_part');
  }

  repair(): Promise<number> {
    return repairSignatures(this.agency.unitOfWork, this.agency.organizationId, ITEM_KINDS);
  }

  fire(at: string): Promise<number> {
    const { organizationId, unitOfWork } = this.agency;
    return unitOfWork.inTenant(organizationId, (tx) => fireDue(tx, organizationId, new Date(at)));
  }

  asked(): Promise<AskedRow[]> {
    return this.agency.database.look(
      `select p.name as post, to_char(s.due_on, 'YYYY-MM-DD') as "dueOn", s.ended_at is not null as "isEnded"
       from asked_signature s join post p using (organization_id) where p.id = s.post_id order by s.asked_at, p.name`,
    );
  }

  /** "who kind", in order. */
  async told(): Promise<string[]> {
    const rows = await this.agency.database.look<{ line: string }>(
      `select p.user_name || ' ' || n.kind as line from notice n join person p using (organization_id)
       where p.id = n.person_id order by n.created_at, line`,
    );
    return rows.map(({ line }) => line);
  }

  /** "kind nth state", in order of time. */
  async clock(): Promise<string[]> {
    const rows = await this.agency.database.look<{ line: string }>(
      `select kind || ' ' || nth || ' ' || coalesce(outcome, case when cancelled_at is null then 'open' else 'cancelled' end)
         as line from timed_work order by fires_at, kind`,
    );
    return rows.map(({ line }) => line);
  }
}
