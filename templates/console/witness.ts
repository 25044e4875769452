interface LogSaid {
  readonly origin: string;
  readonly size: number;
  readonly cosignedAt: Date | null;
  readonly isAdmitted: boolean;
}

/** What `prongsai witness` prints: Thai first, then English. */
export const witnessSaid = {
  usage: `prongsai witness list                    พยานและบันทึกทั้งหมด พร้อมกุญแจพยานของเครื่องนี้ / all of them, and this installation's own key
prongsai witness admit <log key>         รับเป็นพยานให้บันทึกของหน่วยงานอื่น / witness the log of another agency
prongsai witness remove <log name>       เลิกเป็นพยานให้บันทึก / witness it no longer
prongsai witness ask <url> <witness key> ขอให้พยานภายนอกลงลายมือชื่อร่วม / have the logs here cosigned by a witness
prongsai witness ask-no-more <name>      เลิกขอจากพยานรายนี้ / ask this witness no more`,
  own: (url: string, key: string) =>
    `พยานของเครื่องนี้ · This installation as a witness\n  ${url}\n  ${key}\nบันทึกที่เครื่องนี้เป็นพยานให้ · Logs that are witnessed here`,
  log: ({ origin, size, cosignedAt, isAdmitted }: LogSaid) =>
    `  ${isAdmitted ? '✓' : '–'} ${origin}: ${size}${cosignedAt ? ` (${cosignedAt.toISOString()})` : ''}${isAdmitted ? '' : ' เลิกแล้ว · removed'}`,
  forked: (one: string, other: string) =>
    `    ✗ บันทึกนี้ลงนามต้นไม้สองต้นที่มีจำนวนรายการเท่ากัน · This log signed two trees of one size:\n${indented(one)}\n${indented(other)}`,
  asked: (url: string, key: string) => `พยานที่ขอ · A witness that is asked\n  ${url}\n  ${key}`,
} as const;

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
