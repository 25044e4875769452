import { subjectHref } from '../../templates/web/words/item-words.js';
import { links } from '../../templates/web/links.js';
import type { Environment } from '../config/env.js';
import { dataPaths } from '../config/paths.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { Loop } from '../jobs/loop.js';
import type { Report } from '../jobs/step-processor.js';
import { planYears, repairAsked, runClock, runPostman } from '../jobs/timed-work.js';
import { EmailSender } from '../notices/email-sender.js';
import { LineSender } from '../notices/line-sender.js';
import { MessageSending, type Senders } from '../notices/send-messages.js';
import { askCheckpoints } from '../proofs/log-steps.js';
import { askCosignatures } from '../proofs/cosign-log.js';
import { askStamps } from '../proofs/stamp-log.js';
import { answerWaiting } from '../witness/cosigning.js';
import { openWitnessKey, type OwnWitnessKey } from '../witness/witness-key.js';
import { ITEM_KINDS } from './item-kinds.js';

const CLOCK_EVERY_MS = 5_000;
const REPAIR_EVERY_MS = 5 * 60_000;
const PLAN_EVERY_MS = 60 * 60_000;
const CHECKPOINTS_EVERY_MS = 30_000;
const STAMPS_EVERY_MS = 60_000;
const COSIGNATURES_EVERY_MS = 60_000;
/** Somebody waits for the answer. */
const WITNESS_EVERY_MS = 500;

/**
 * What the worker does by the clock: reminders and escalation, messages out of the house, the repair behind both, and
 * checkpoints of logs that have grown, shown to a time-stamping authority where there is one; and what logs of others ask us as
 * their witness.
 */
export function clockLoops(environment: Environment, unitOfWork: UnitOfWork, report: Report): Loop[] {
  const { publicBaseUrl: base, dataFolder } = environment;
  const sending = new MessageSending(unitOfWork, sendersOf(environment), {
    home: `${base}${links.tasks}`,
    item: (kind, id) => `${base}${subjectHref(kind, id)}`,
  });
  const failed =
    (what: string) =>
    (error: unknown): void =>
      report(`${what} failed: ${String(error)}`);
  const witnessKey = (): OwnWitnessKey => openWitnessKey(dataPaths(dataFolder).secrets, base);
  return [
    new Loop(CLOCK_EVERY_MS, (signal) => runClock(unitOfWork, report, signal), failed('the clock')),
    new Loop(CLOCK_EVERY_MS, (signal) => runPostman(unitOfWork, sending, signal), failed('the postman')),
    new Loop(CHECKPOINTS_EVERY_MS, (signal) => askCheckpoints(unitOfWork, signal), failed('the round over the logs')),
    ...(environment.timestampUrl === null
      ? []
      : [new Loop(STAMPS_EVERY_MS, (signal) => askStamps(unitOfWork, signal), failed('the round over the stamps'))]),
    new Loop(
      COSIGNATURES_EVERY_MS,
      (signal) => askCosignatures(unitOfWork, signal),
      failed('the round over the witnesses'),
    ),
    new Loop(WITNESS_EVERY_MS, (signal) => answerWaiting(unitOfWork, witnessKey, signal), failed('the witness')),
    new Loop(PLAN_EVERY_MS, (signal) => planYears(unitOfWork, report, signal), failed('the plan of the year')),
    new Loop(REPAIR_EVERY_MS, (signal) => repairAsked(unitOfWork, ITEM_KINDS, report, signal), failed('the repair')),
  ];
}

/** Only the ways out that the operator has set up; messages for the others wait. */
const sendersOf = ({ smtpUrl, mailFrom, lineChannelToken }: Environment): Senders => ({
  ...(smtpUrl && mailFrom ? { email: new EmailSender({ smtpUrl, from: mailFrom }) } : {}),
  ...(lineChannelToken ? { line: new LineSender(lineChannelToken) } : {}),
});
