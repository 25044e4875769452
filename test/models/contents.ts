import type { InterimResults, MeasureContent, MeasurePlan, MeasureResults } from '../../src/core/measure/measure.js';
import { HEADS, type Head } from './cast.js';
import type { ModelPlan, ModelResults } from './item-model.js';

/** The words that a plan of the model stands for. @param divisionIdOf id by the post of the head */
export function planWords({ word, lacks, divisions }: ModelPlan, divisionIdOf: (head: Head) => string): MeasurePlan {
  const period = { startsOn: '2024-10-01', endsOn: '2025-09-30', text: 'ปีงบประมาณ พ.ศ. ๒๕๖๘' };
  return {
    title: lacks === 'title' ? ' ' : `เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส รอบที่ ${word + 1}`,
    theme: null,
    indicators: [2],
    oCodes: [],
    methods: lacks === 'method' ? [] : [{ kind: 'numbered', text: 'จัดทำสรุปแผนการใช้จ่าย' }],
    period:
      lacks === 'period'
        ? { startsOn: null, endsOn: null, text: '' }
        : lacks === 'the fiscal year'
          ? { ...period, startsOn: '2020-10-01' }
          : period,
    responsible: {
      everyDivision: divisions === 'every',
      divisionIds: divisions === 'every' ? [] : HEADS.filter((head) => divisions.includes(head)).map(divisionIdOf),
      text: 'กองคลัง',
    },
    monitoring: [],
  };
}

/** The words that results of the model stand for; before anything was recorded there are none. */
export const resultWords = ({ word, lacks }: ModelResults): MeasureResults => ({
  results: word === 0 || lacks === 'results' ? [] : [{ kind: 'dash', text: `เผยแพร่ครบ ${word} ไตรมาส` }],
  outcomes: word === 0 || lacks === 'outcomes' ? [] : [{ kind: 'dash', text: 'ประชาชนตรวจสอบได้' }],
  evidence: [],
});

/** The words of six months; the same word is the same text. */
export const interimWords = (word: number): InterimResults => ({
  asOf: '2025-03-31',
  progress: 'in_progress',
  results: [{ kind: 'dash', text: `เผยแพร่ ${word} ครั้ง`, on: '2025-02-20' }],
  outcomes: [],
});

export const measureWords = (
  plan: ModelPlan,
  results: ModelResults,
  divisionIdOf: (head: Head) => string,
): MeasureContent => ({ ...planWords(plan, divisionIdOf), ...resultWords(results) });
