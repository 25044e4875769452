import type { Holder } from '../acting/holders.js';
import type { ErrorCode } from '../errors.js';
import type { RouteStep, Slot, Stage } from './route.js';

/** Who would be asked; and why they would be refused, as far as it is known before anybody signs. */
export interface ForeseenSigner extends Holder {
  readonly refusal: Extract<ErrorCode, 'route.own-submission' | 'route.own-text' | 'route.already-decided'> | null;
}

export interface ForeseenStep extends Pick<RouteStep, 'stage' | 'need'> {
  readonly dueInDays: number | null;
  readonly slots: readonly {
    readonly postId: string;
    readonly postName: string;
    readonly signers: readonly ForeseenSigner[];
  }[];
}

/** Whom four eyes will keep out of a stage; the stages of one submission share a round. */
export interface KeptOut {
  readonly round: number;
  readonly submittedBy: string | null;
  readonly authors: readonly string[];
}

/**
 * Who would be asked by each step, in order, and who of them could not sign: the submitter, the authors, and whoever is bound to
 * have signed an earlier step of the same round, because nobody else can. Pure.
 */
export function foresee(
  steps: readonly RouteStep[],
  slots: readonly Slot[],
  keptOut: (stage: Stage) => KeptOut,
): ForeseenStep[] {
  const signed = new Set<string>();
  return steps.map(({ stage, need, dueInDays = null }, index) => {
    const { round, submittedBy, authors } = keptOut(stage);
    const refusalOf = ({ personId }: Holder): ForeseenSigner['refusal'] => {
      if (personId === submittedBy) return 'route.own-submission';
      if (authors.includes(personId)) return 'route.own-text';
      return signed.has(`${round} ${personId}`) ? 'route.already-decided' : null;
    };
    const asked = slots
      .filter(({ step }) => step === index)
      .map(({ postId, postName, holders }) => ({
        postId,
        postName,
        signers: holders.map((holder) => ({ ...holder, refusal: refusalOf(holder) })),
      }));
    for (const personId of boundToSign(need, asked)) signed.add(`${round} ${personId}`);
    return { stage, need, dueInDays, slots: asked };
  });
}

/** Where everybody is needed, whoever is alone at a post; else everybody, when no more are left than are needed. */
function boundToSign(need: RouteStep['need'], asked: ForeseenStep['slots']): string[] {
  const able = asked.map(({ signers }) => signers.filter(({ refusal }) => refusal === null));
  if (need === 'all') return able.filter((signers) => signers.length === 1).flatMap(idsOf);
  const everybody = [...new Set(able.flatMap(idsOf))];
  return everybody.length <= (need === 'any' ? 1 : need) ? everybody : [];
}

const idsOf = (signers: readonly ForeseenSigner[]): string[] => signers.map(({ personId }) => personId);
