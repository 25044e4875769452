/** What the LINE account answers, Thai first. Nothing of a document, a person or a code ever stands here. */
export type LineAnswer =
  | { readonly kind: 'linked'; readonly agencyName: string }
  | { readonly kind: 'wrong-code' }
  | { readonly kind: 'too-many-codes' }
  | { readonly kind: 'welcome' };

/** @returns a text message in Thai and English */
export function lineAnswerText(answer: LineAnswer): string {
  if (answer.kind === 'linked') {
    const { agencyName } = answer;
    return `เชื่อมแล้ว ท่านจะได้รับการแจ้งเตือนจาก ${agencyName} ทาง LINE นี้\n\nLinked. Notices from ${agencyName} will come to you here.`;
  }
  return ANSWERS[answer.kind];
}

const ANSWERS: Readonly<Record<Exclude<LineAnswer['kind'], 'linked'>, string>> = {
  'wrong-code':
    'รหัสไม่ถูกต้องหรือหมดอายุ กรุณาขอรหัสใหม่ที่หน้าการตั้งค่าการแจ้งเตือน\n\nThe code is not right or has expired. Ask for a new one on the page of your notice settings.',
  'too-many-codes':
    'ส่งรหัสผิดหลายครั้งเกินไป กรุณารอ 1 ชั่วโมงแล้วขอรหัสใหม่\n\nToo many wrong codes. Please wait an hour, then ask for a new code.',
  welcome:
    'หากต้องการรับการแจ้งเตือน ให้กด “เชื่อม LINE” ที่หน้าการตั้งค่าการแจ้งเตือน แล้วส่งรหัสที่ได้มาที่นี่\n\nTo receive notices, press “เชื่อม LINE” on the page of your notice settings and send the code here.',
};
