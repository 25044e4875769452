import { links } from '../links.js';

export interface AdminPlace {
  readonly href: string;
  readonly label: string;
  /** What is kept there, for the overview. */
  readonly about: string;
}

/** Everything an administrator keeps in order, by what it is about. A new page of theirs is a line here. */
export const ADMIN_PLACES: readonly { readonly label: string; readonly places: readonly AdminPlace[] }[] = [
  {
    label: 'คนและตำแหน่ง',
    places: [
      { href: links.people, label: 'บุคคล', about: 'เพิ่มบุคคล แต่งตั้ง ออกรหัสใช้ครั้งเดียว ปิดบัญชี' },
      { href: links.posts, label: 'ตำแหน่ง', about: 'ตำแหน่งของหน่วยงานและผู้ดำรงตำแหน่ง' },
      { href: links.divisions, label: 'ส่วนราชการ', about: 'สำนัก กอง และวันที่เริ่มหรือสิ้นสุด' },
      { href: links.actingOrders, label: 'รักษาราชการแทน', about: 'คำสั่งทั้งหมดและปฏิทินรายเดือน' },
      { href: links.handOver, label: 'ส่งมอบงาน', about: 'เมื่อมีผู้ย้ายหรือพ้นจากหน่วยงาน' },
    ],
  },
  {
    label: 'การพิจารณาและกำหนดเวลา',
    places: [
      { href: links.routes, label: 'เส้นทางการพิจารณา', about: 'ใครเห็นชอบ อนุมัติ และลงนาม ตามลำดับใด' },
      { href: links.overrides, label: 'กรณีฉุกเฉิน', about: 'การตัดสินใจกรณีฉุกเฉินที่รอบุคคลอื่นรับรอง' },
      { href: links.unsigned, label: 'งานที่ไม่มีผู้ลงนาม', about: 'เรื่องที่ค้างเพราะไม่มีผู้ลงนามได้' },
      { href: links.holidays, label: 'วันหยุด', about: 'วันหยุดราชการและวันที่หน่วยงานกำหนดเอง' },
      { href: links.history, label: 'ประวัติทั้งหมด', about: 'ทุกเหตุการณ์ของหน่วยงาน ตรวจสอบและส่งออกได้' },
    ],
  },
  {
    label: 'เอกสาร',
    places: [
      { href: links.proofreading, label: 'การตรวจทาน', about: 'กฎและคลังคำของตัวตรวจทาน' },
      { href: links.imports, label: 'การนำเข้าไฟล์', about: 'ความคืบหน้าของไฟล์มาตรการที่เจ้าหน้าที่นำเข้า' },
    ],
  },
  {
    label: 'เอกสาร',
    places: [
      { href: links.documentFonts, label: 'แบบอักษร', about: 'แบบอักษรที่ใช้พิมพ์เอกสารของหน่วยงาน' },
      { href: links.certificate, label: 'ใบรับรอง', about: 'ใบรับรองที่ใช้ประทับรับรองเอกสาร' },
      { href: links.layouts, label: 'รูปแบบรายงาน', about: 'คอลัมน์ หัวตาราง และหน้าปกของรายงาน' },
      { href: links.wordings, label: 'ถ้อยคำประกาศ', about: 'ถ้อยคำของประกาศแต่ละชนิด' },
      { href: links.announcementYears, label: 'รอบปีของทะเบียน', about: 'เลขที่ประกาศเริ่มนับใหม่ทุกปีปฏิทินหรือทุกปีงบประมาณ' },
      { href: links.catalogues, label: 'ตัวชี้วัดและข้อ O', about: 'ชื่อ รหัส และน้ำหนักของแต่ละปี' },
    ],
  },
];

/** The neighbours of an administrator's page, and the way back to the overview. */
export const AdminTabs = ({ here }: { readonly here: string }) => (
  <>
    <p class="back">
      <a href={links.admin}>ผู้ดูแลระบบ</a>
    </p>
    <nav class="tabs" aria-label="งานของผู้ดูแลระบบ">
      <ul>
        {neighboursOf(here).map(({ href, label }) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  </>
);

const neighboursOf = (here: string): readonly AdminPlace[] =>
  ADMIN_PLACES.find(({ places }) => places.some(({ href }) => href === here))?.places ?? [];
