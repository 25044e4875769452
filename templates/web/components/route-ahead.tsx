import { DateField, type TypedDate } from './date-field.js';
import { RouteSimulation, type SimulatedStepView } from './route-simulation.js';

export interface RouteAheadView {
  /** The page of the item, which shows it. */
  readonly action: string;
  /** "วันที่ 21 พฤศจิกายน 2569" */
  readonly dayText: string;
  readonly typed: TypedDate;
  readonly problem?: string;
  readonly steps: readonly SimulatedStepView[];
}

/** Before an item is submitted: who will be asked, in which order, on a day to be chosen. */
export const RouteAhead = ({ action, dayText, typed, problem, steps }: RouteAheadView) => (
  <section class="route" id="route-ahead" aria-labelledby="route-ahead-title">
    <h2 id="route-ahead-title">ใครจะพิจารณาบ้าง</h2>
    <p>หากเสนอ{dayText}</p>
    <RouteSimulation steps={steps} />
    <form method="get" action={`${action}#route-ahead`} noValidate>
      <DateField name="on" label="ดูของวันอื่น" value={typed} problem={problem} />
      <div class="buttons">
        <button class="btn btn-outline" type="submit">
          ดูผู้พิจารณาของวันนั้น
        </button>
      </div>
    </form>
  </section>
);
