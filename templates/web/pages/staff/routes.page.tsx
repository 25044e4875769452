import { AdminTabs } from '../../components/admin-tabs.js';
import { PageHeading } from '../../components/page-heading.js';
import { RouteSimulation, type SimulatedStepView } from '../../components/route-simulation.js';
import { Checkboxes } from '../../components/choice-fields.js';
import type { Choice } from '../../components/field.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface RouteView {
  readonly kind: string;
  readonly label: string;
  readonly version: string;
  readonly steps: readonly SimulatedStepView[];
}

export interface RoutesProps {
  readonly frame: StaffFrame;
  readonly routes: readonly RouteView[];
  readonly divisions: readonly Choice[];
  readonly chosen: readonly string[];
}

/** The routes of every kind with who would be asked today. */
export const RoutesPage = ({ frame, routes, divisions, chosen }: RoutesProps) => (
  <StaffLayout frame={frame} title="เส้นทางการพิจารณา" section="admin">
    <AdminTabs here={links.routes} />
    <PageHeading title="เส้นทางการพิจารณา" now="ใครจะถูกถามตามลำดับใด หากเสนอเรื่องวันนี้" />
    <form method="get" action={links.routes} class="narrow">
      <Checkboxes
        name="divisionIds"
        label="ส่วนราชการที่รับผิดชอบ"
        hint="ลองเลือกเพื่อดูว่าใครจะถูกถาม ไม่เลือกเลย หมายถึงทุกส่วนราชการ"
        choices={divisions}
        chosen={chosen}
      />
      <div class="buttons">
        <button class="btn btn-outline" type="submit">
          ดูว่าใครจะถูกถาม
        </button>
      </div>
    </form>
    {routes.map(({ kind, label, version, steps }) => (
      <section key={kind} aria-labelledby={`route-${kind}`}>
        <h2 id={`route-${kind}`}>
          {label} (ฉบับที่ {version})
        </h2>
        <RouteSimulation steps={steps} />
        <p>
          <a class="btn btn-outline" href={links.route(kind)}>
            แก้ไขเส้นทางของ{label}
          </a>
        </p>
      </section>
    ))}
  </StaffLayout>
);
