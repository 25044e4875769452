import { ADMIN_PLACES } from '../../components/admin-tabs.js';
import { PageHeading } from '../../components/page-heading.js';
import { UnsignedBox } from '../../components/unsigned-box.js';
import type { StaffFrame } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';

/** Where an administrator begins: what needs them now, then everything they keep. */
export const AdminPage = ({ frame, unsigned }: { readonly frame: StaffFrame; readonly unsigned: number }) => (
  <StaffLayout frame={frame} title="ผู้ดูแลระบบ" section="admin">
    <PageHeading title="ผู้ดูแลระบบ" now={unsigned > 0 ? undefined : 'ทุกเรื่องที่รออยู่มีผู้ลงนามได้'} />
    <UnsignedBox count={unsigned} digits={frame.digits} />
    <div class="admin-places">
      {ADMIN_PLACES.map(({ label, places }) => (
        <section key={label} class="card-sheet">
          <h2 class="admin-places__title">{label}</h2>
          <ul class="admin-places__list">
            {places.map((place) => (
              <li key={place.href}>
                <a class="row-link" href={place.href}>
                  {place.label}
                </a>
                <span class="quiet">{place.about}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </StaffLayout>
);
