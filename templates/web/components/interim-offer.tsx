import { links } from '../links.js';

/** The way to begin the year's results from those of six months. */
export const InterimOffer = ({ id }: { readonly id: string }) => (
  <p class="aside-note">
    <a class="row-link" href={links.measureResultsFromInterim(id)}>
      ใช้ผลรอบ 6 เดือนเป็นจุดเริ่มต้น
    </a>{' '}
    ข้อความด้านล่างจะเป็นผลรอบ 6 เดือน แก้ไขต่อได้ และยังไม่บันทึกจนกว่าท่านจะกดบันทึกผล
  </p>
);
