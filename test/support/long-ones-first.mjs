import SequencerModule from '@jest/test-sequencer';

const Sequencer = SequencerModule.default ?? SequencerModule;

/** Specs that take a minute or more, longest first: one that began last would run alone. */
const LONG = [
  'journeys/kill',
  'models/http',
  'web/pages',
  'approvals/races',
  'approvals/cut-connections',
  'documents/real-plans',
  'web/publish-walk',
  'web/walk',
];

const rankOf = ({ path }) => {
  const rank = LONG.findIndex((name) => path.includes(`/test/${name}.spec.`));
  return rank < 0 ? LONG.length : rank;
};

/** The order of Jest, which puts what failed or took long last time first, behind the long ones. */
export default class LongOnesFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rankOf(one) - rankOf(other));
  }
}
