/** What `prongsai verify` and `prongsai audit verify` print: Thai first, then English. */
export const sealSaid = {
  usage: 'prongsai verify <file.pdf> [--json] [--trust issuer.pem] [--require-timestamp]',
  authentic: 'ไฟล์ถูกต้อง ไม่ถูกแก้ไขตั้งแต่ประทับตรา · Genuine: unchanged since it was sealed',
  notAuthentic: 'ไฟล์ไม่ผ่านการตรวจสอบ · NOT genuine',
  signer: (name: string, issuer: string) => `ผู้ประทับตรา · Sealed by: ${name}\nผู้ออกใบรับรอง · Issuer: ${issuer}`,
  sealedAt: (at: string) => `เวลาที่ประทับตรา · Sealed at: ${at}`,
  timestampedAt: (at: string) => `เวลาที่รับรอง · Time stamped at: ${at}`,
  level: (level: string) => `ระดับ · Level: PAdES ${level}`,
  sha256: (hash: string) => `SHA-256: ${hash}`,
} as const;

interface PartSaid {
  readonly from: string;
  readonly to: string;
  readonly after: number;
  readonly earlier: number;
}

export const bundleSaid = {
  usage:
    'prongsai audit verify <bundle.tar> [--json] [--log-key <key>] [--tsa-ca <issuer.pem>]… [--witness <key>]… [--known <checkpoint.txt | document.pdf | position:sha256>]… [--root <size:root>]…',
  intact: (size: number) => `บันทึกครบถ้วน ${size} รายการ · The log is whole: ${size} events`,
  period: ({ from, to, after, earlier }: PartSaid, size: number) =>
    [
      `ช่วงวันที่ ${from} ถึง ${to} รายการที่ ${after + 1} ถึง ${after + size} ครบถ้วน · The period ${from} to ${to} is whole: events ${after + 1} to ${after + size}`,
      ...(earlier > 0
        ? [`พร้อมรายการก่อนช่วง ${earlier} รายการ พิสูจน์ทีละรายการ · With ${earlier} earlier events, each proven`]
        : []),
    ].join('\n'),
  head: (hash: string) => `ค่าแฮชปิดท้าย · Final hash: ${hash}`,
  covered: (checkpoints: number, covered: number) =>
    `จุดตรวจที่ลงนาม ${checkpoints} จุด ครอบคลุมถึงรายการที่ ${covered} · ${checkpoints} signed checkpoints, up to event ${covered}`,
  stamped: (size: number, at: string, authority: string) =>
    `รับรองเวลาถึงรายการที่ ${size} เมื่อ ${at} โดย ${authority} · Time stamped up to event ${size} at ${at} by ${authority}`,
  authorityNotChecked: 'ยังไม่ได้ตรวจผู้รับรองเวลา ให้ระบุ --tsa-ca · The authority was not checked: give --tsa-ca',
  cosigned: (witness: string, checkpoints: number, size: number, at: string) =>
    `พยาน ${witness} ลงลายมือชื่อร่วม ${checkpoints} จุดตรวจ ถึงรายการที่ ${size} เมื่อ ${at} · Witness ${witness} cosigned ${checkpoints} checkpoints, up to event ${size} at ${at}`,
  witnessNotChecked: 'ยังไม่ได้ตรวจว่าเป็นพยานที่ท่านรู้จัก ให้ระบุ --witness · The witness was not checked: give --witness',
  noWitness:
    'ไม่มีลายมือชื่อร่วมของพยานอิสระที่ท่านรู้จัก บันทึกที่แสดงแก่ผู้อื่นคนละชุดจะพบได้เมื่อนำมาเทียบกันเท่านั้น · No independent witness that you know: another log that was shown to others is only found by comparing',
  overrides: (events: readonly number[]) =>
    `ใช้อำนาจกรณีฉุกเฉิน ${events.length} ครั้ง รายการที่ ${events.join(', ')} · ${events.length} emergency overrides, events ${events.join(', ')}`,
  broken: (file: string, position: number) =>
    position > 0
      ? `บันทึกไม่สมบูรณ์ตั้งแต่ ${file} ที่ ${position} · Broken: ${file} at ${position}`
      : `บันทึกไม่สมบูรณ์ที่ ${file} · Broken: ${file}`,
  unusable: 'ตรวจไม่ได้ · Cannot be checked',
} as const;
