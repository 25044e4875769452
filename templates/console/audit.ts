interface Verdict {
  readonly intact: boolean;
  readonly size?: number;
  readonly position?: number;
  readonly problem?: string;
}

/** What the verifier found, in Thai and English; null is a log that could not be read or does not exist. */
export function auditVerdictText(name: string, verdict: Verdict | null): string {
  if (!verdict) return `? ${name}: ไม่มีบันทึกหรืออ่านไม่ได้ / no log, or it cannot be read`;
  if (verdict.intact) return `✓ ${name}: ครบถ้วน ${verdict.size} รายการ / whole, ${verdict.size} events`;
  const { position, problem } = verdict;
  return `✗ ${name}: ผิดที่รายการ ${position} (${problem}) / broken at event ${position} (${problem})`;
}
