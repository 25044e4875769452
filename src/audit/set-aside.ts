import { lifeNamed } from './lives.js';

/** What is asked of an event to tell whether its signature still counts. */
interface DeedDone {
  readonly action: string;
  readonly fromState: string;
  readonly toState: string;
  readonly actorPersonId: string;
}

/**
 * The signatures of an item that count no more since it went back to be written again: by a return or a recall to the state in
 * which its text is written. Those that a return to an earlier step set aside are known by their decisions.
 * @param events of one item, oldest first @returns of these
 */
export function returnedSignatures<Event extends DeedDone>(itemKind: string, events: readonly Event[]): Set<Event> {
  const life = lifeNamed(itemKind);
  const returned = new Set<Event>();
  let given: Event[] = [];
  for (const event of events) {
    const deed = life?.deeds.get(event.action);
    if (!life || !deed) continue;
    if (deed.opensRound) given = [];
    else if (deed.signs) given.push(event);
    else if (!deed.isOwn && event.fromState !== event.toState && life.writtenIn.has(event.toState)) {
      for (const signature of given) returned.add(signature);
      given = [];
    }
  }
  return returned;
}
