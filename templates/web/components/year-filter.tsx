import { SelectField, type Choice } from './field.js';

interface YearFilterProps {
  readonly action: string;
  readonly name: string;
  readonly label: string;
  readonly years: readonly Choice[];
  readonly year: string;
}

/** Another year of the same page. */
export const YearFilter = ({ action, name, label, years, year }: YearFilterProps) => (
  <form method="get" action={action} class="filters">
    <SelectField name={name} label={label} value={year} choices={years} />
    <button class="btn btn-outline" type="submit">
      แสดง
    </button>
  </form>
);
