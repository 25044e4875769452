import { hashPassword } from '../identity/password.js';
import type { OrganizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { findBySlug } from '../organizations/organizations.queries.js';
import { registerOrganization, type NewOrganization, type NewPerson } from '../organizations/register-organization.js';

export const DEMO_SLUG = 'tua-yang';
export const DEMO_PASSWORD = 'prongsai-demo';

type Cast = Omit<NewPerson, 'passwordHash'>;

/** Plainly fictional people of a plainly fictional agency. */
const CAST: readonly Cast[] = [
  {
    userName: 'officer',
    name: 'นางสาวสมมุติ ขยันเขียน',
    nameEn: 'Ms. Sommut Khayankhian',
    posts: [{ kind: 'officer', name: 'นักวิเคราะห์นโยบายและแผน', division: 'สำนักปลัด' }],
  },
  {
    userName: 'head-office',
    name: 'นายสมมุติ รอบรู้',
    nameEn: 'Mr. Sommut Robru',
    posts: [{ kind: 'division_head', name: 'หัวหน้าสำนักปลัด', division: 'สำนักปลัด' }],
  },
  {
    userName: 'head-finance',
    name: 'นางตัวอย่าง ละเอียดดี',
    nameEn: 'Mrs. Tuayang Laiatdi',
    posts: [{ kind: 'division_head', name: 'ผู้อำนวยการกองคลัง', division: 'กองคลัง' }],
  },
  {
    userName: 'head-works',
    name: 'นายตัวอย่าง มั่นคง',
    nameEn: 'Mr. Tuayang Mankhong',
    posts: [{ kind: 'division_head', name: 'ผู้อำนวยการกองช่าง', division: 'กองช่าง' }],
  },
  {
    userName: 'head-education',
    name: 'นางสาวตัวอย่าง ใฝ่เรียน',
    nameEn: 'Ms. Tuayang Fairian',
    posts: [{ kind: 'division_head', name: 'ผู้อำนวยการกองการศึกษา', division: 'กองการศึกษา' }],
  },
  {
    userName: 'chief',
    name: 'นางสาวสมมุติ รอบคอบ',
    nameEn: 'Ms. Sommut Ropkhop',
    posts: [{ kind: 'chief_administrator', name: 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง', nameEn: 'Chief Administrator' }],
  },
  {
    userName: 'executive',
    name: 'นายสมมุติ ใจดี',
    nameEn: 'Mr. Sommut Jaidee',
    posts: [
      {
        kind: 'executive',
        name: 'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
        nameEn: 'Chief Executive of the Tua Yang Subdistrict Administrative Organization',
      },
    ],
  },
  {
    userName: 'admin',
    name: 'นายทดลอง ดูแลดี',
    nameEn: 'Mr. Thotlong Dulaedi',
    posts: [{ kind: 'administrator', name: 'นักวิชาการคอมพิวเตอร์', division: 'สำนักปลัด' }],
  },
  {
    userName: 'auditor',
    name: 'นางทดลอง ตรวจตรา',
    nameEn: 'Mrs. Thotlong Truattra',
    posts: [{ kind: 'auditor', name: 'นักวิชาการตรวจสอบภายใน' }],
  },
];

export const DEMO_ORGANIZATION: Omit<NewOrganization, 'slug' | 'people'> = {
  name: 'องค์การบริหารส่วนตำบลตัวอย่าง',
  nameEn: 'Tua Yang Subdistrict Administrative Organization',
  shortName: 'อบต.ตัวอย่าง',
  kind: 'อบต.',
  district: 'ตัวอย่าง',
  districtEn: 'Tua Yang District',
  province: 'ตัวอย่าง',
  provinceEn: 'Tua Yang Province',
  divisions: ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'],
  since: '2015-10-01',
};

export interface DemoSignIn {
  readonly userName: string;
  readonly password: string;
  readonly name: string;
  readonly post: string;
}

export const DEMO_SIGN_INS: readonly DemoSignIn[] = CAST.map(({ userName, name, posts }) => ({
  userName,
  password: DEMO_PASSWORD,
  name,
  post: posts[0]?.name ?? '',
}));

/** Makes the demo organization unless it is there already. @param slug another slug makes another one, for tests */
export async function seedDemo(unitOfWork: UnitOfWork, slug: string = DEMO_SLUG): Promise<OrganizationId> {
  const existing = await unitOfWork.withoutTenant((manager) => findBySlug(manager, slug));
  if (existing) return existing.organizationId;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people = CAST.map((person) => ({ ...person, passwordHash }));
  return registerOrganization(unitOfWork, { ...DEMO_ORGANIZATION, slug, people });
}
