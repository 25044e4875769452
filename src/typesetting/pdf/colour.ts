/** Red, green and blue from 0 to 1. */
type Rgb = readonly [number, number, number];

const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  darkgrey: '#a9a9a9',
  navy: '#000080',
  maroon: '#800000',
  orange: '#ffa500',
  silver: '#c0c0c0',
  yellow: '#ffff00',
};
const known = new Map<string, string>();
const MOST_KNOWN = 512;

/**
 * Colour operands and operator. Opacity is mixed with white paper: archive files have no need of transparency.
 * @param operator `fill` or `stroke`
 */
export function colourOperator(colour: string, operator: 'fill' | 'stroke', opacity = 1): string {
  const key = `${operator}${opacity}${colour}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const made = makeOperator(parse(colour), operator, Math.min(1, Math.max(0, opacity)));
  known.set(key, made);
  return made;
}

function makeOperator(colour: Rgb, operator: 'fill' | 'stroke', opacity: number): string {
  const parts = colour.map((part) => String(Math.round((1 - opacity * (1 - part)) * 1000) / 1000));
  const isGrey = parts[0] === parts[1] && parts[1] === parts[2];
  if (isGrey) return `${parts[0] ?? '0'} ${operator === 'fill' ? 'g' : 'G'}`;
  return `${parts.join(' ')} ${operator === 'fill' ? 'rg' : 'RG'}`;
}

/** What is not a colour is black. */
function parse(colour: string): Rgb {
  const hex = NAMES[colour.toLowerCase()] ?? colour;
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  const digits = long?.slice(1) ?? short?.slice(1).map((digit) => digit + digit) ?? ['0', '0', '0'];
  const [r = 0, g = 0, b = 0] = digits.map((digit) => Number.parseInt(digit, 16) / 255);
  return [r, g, b];
}
