/** Every text of a document definition's content, in order. */
export function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [node];
  if (Array.isArray(node)) return node.flatMap(textsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { text, stack, columns, table, ul, ol } = node as Record<string, unknown>; // only the keys that hold content
  const body = (table as { body?: unknown } | undefined)?.body;
  return [text, stack, columns, body, ul, ol].flatMap(textsOf);
}
