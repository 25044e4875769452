/** What stands between braces; Thai names for Thai wordings, English names for English ones. */
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** A value, or null when an optional one was not given; a list is printed once for each entry. */
export type PlaceholderValue = string | readonly string[] | null;
export type PlaceholderValues = Readonly<Record<string, PlaceholderValue>>;

/** Names used in a text, in order of appearance. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => (match[1] ?? '').trim());
}

/**
 * One text for each way of filling it: usually one, none when an optional value is missing,
 * as many as entries when it names a list.
 */
export function filled(text: string, values: PlaceholderValues): string[] {
  const names = [...new Set(placeholdersIn(text))];
  if (names.some((name) => isEmpty(values[name]))) return [];
  const list = names.map((name) => values[name]).find((value) => Array.isArray(value)) as readonly string[] | undefined; // isArray does not narrow readonly arrays
  const count = list?.length ?? 1;
  return Array.from({ length: count }, (_, index) => fillOnce(text, values, index));
}

function fillOnce(text: string, values: PlaceholderValues, index: number): string {
  return text.replace(PLACEHOLDER, (_whole, name: string) => {
    const value = values[name.trim()] ?? '';
    return typeof value === 'string' ? value : (value[index] ?? '');
  });
}

function isEmpty(value: PlaceholderValue | undefined): boolean {
  return value === undefined || value === null || value.length === 0;
}
