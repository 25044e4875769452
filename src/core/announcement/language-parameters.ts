import type { ParameterValues } from './announcement.js';

const ENGLISH = '.en';

/** Where the English text of a parameter stands beside the Thai one: "furtherRules.en". */
export const englishName = (name: string): string => `${name}${ENGLISH}`;

/** The parameters as one language prints them. Without an English text the English edition prints the same as the Thai one. */
export function parametersIn(parameters: ParameterValues, language: 'th' | 'en'): ParameterValues {
  const entries = Object.entries(parameters);
  const own = entries.filter(([name]) => !name.endsWith(ENGLISH));
  const english = entries
    .filter(([name, value]) => name.endsWith(ENGLISH) && !isEmpty(value))
    .map(([name, value]) => [name.slice(0, -ENGLISH.length), value] as const);
  return Object.fromEntries(language === 'en' ? [...own, ...english] : own);
}

const isEmpty = (value: ParameterValues[string]): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);
