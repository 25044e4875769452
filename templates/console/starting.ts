/** What `npm start` says in the terminal: Thai first, then English. */

export interface SignInLine {
  readonly userName: string;
  readonly password: string;
  readonly name: string;
  readonly post: string;
}

export const preparingDatabase = (): string => 'กำลังเตรียมฐานข้อมูล … / Preparing the database …';

export const portTaken = (port: number): string =>
  both(
    `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ ปิดโปรแกรมนั้น หรือเลือกพอร์ตอื่น เช่น PORT=${port + 1} npm start`,
    `Port ${port} is already in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
  );

export const alreadyRunning = (folder: string): string =>
  both(`โปร่งใสกำลังทำงานกับข้อมูลใน ${folder} อยู่แล้ว`, `Prongsai is already running on the data in ${folder}`);

export const databaseMissing = (): string =>
  both(
    'ยังไม่ได้ตั้งค่า DATABASE_URL ถ้าต้องการทดลองใช้โดยไม่ต้องตั้งค่าอะไร ให้ใช้ npm start',
    'DATABASE_URL is not set. To try Prongsai without setting anything up, use npm start',
  );

export const running = (address: string, demo: string | null, signIns: readonly SignInLine[]): string =>
  [
    '',
    `โปร่งใสพร้อมใช้งาน / Prongsai is running:  ${address}`,
    ...(demo === null ? [] : [`หน้าสาธารณะ / Public pages:               ${demo}`]),
    ...(signIns.length === 0
      ? []
      : ['', 'บัญชีทดลอง / Demo sign-ins (หน่วยงานสมมติ / fictional agency):', ...columns(signIns)]),
    '',
    'กด Ctrl-C เพื่อหยุด / Press Ctrl-C to stop',
    '',
  ].join('\n');

export const stopping = (): string => 'กำลังหยุด … / Stopping …';
export const stopped = (): string => 'หยุดเรียบร้อยแล้ว / Stopped';

export const restarting = (name: string, seconds: number): string =>
  both(
    `กระบวนการ ${name} หยุดเอง จะเริ่มใหม่ใน ${seconds} วินาที`,
    `The ${name} process ended by itself and starts again in ${seconds} s`,
  );

export const databaseReturned = (): string =>
  both('ฐานข้อมูลหยุดเองและเริ่มใหม่แล้ว', 'The database had ended by itself and was started again');

const both = (th: string, en: string): string => `${th}\n${en}`;

function columns(signIns: readonly SignInLine[]): string[] {
  const width = Math.max(...signIns.map(({ userName }) => userName.length));
  return signIns.map(
    ({ userName, password, name, post }) => `  ${userName.padEnd(width)}  ${password}  ${name} · ${post}`,
  );
}
