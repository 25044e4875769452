/** Fields of a measure as data, the column each is read as, and its heading. Measures in JSON and in the product share the names. */
export const MEASURE_COLUMNS: readonly {
  readonly field: string;
  readonly heading: string;
  readonly isResult: boolean;
}[] = [
  { field: 'title', heading: 'มาตรการ', isResult: false },
  { field: 'methods', heading: 'วิธีดำเนินการ', isResult: false },
  { field: 'period', heading: 'ระยะเวลาดำเนินการ', isResult: false },
  { field: 'responsible', heading: 'ผู้รับผิดชอบ', isResult: false },
  { field: 'monitoring', heading: 'การกำกับติดตาม', isResult: false },
  { field: 'results', heading: 'ผลการดำเนินการ', isResult: true },
  { field: 'outcomes', heading: 'ผลลัพธ์หรือความสำเร็จ', isResult: true },
];
