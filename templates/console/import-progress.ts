import { writtenNumber } from '../../src/core/thai/numbers.js';

/** One line of how far a long import is. */
export const importProgressText = (settled: number, measures: number): string =>
  `${writtenNumber(settled)} จาก ${writtenNumber(measures)} มาตรการ / ${writtenNumber(settled)} of ${writtenNumber(measures)} measures`;
