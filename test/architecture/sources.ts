import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..', '..');

export interface Import {
  /** A path below the project root for our own files, otherwise the package as written. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly isTypeOnly: boolean;
}

export interface Source {
  /** Below the project root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly room: string;
  readonly imports: readonly Import[];
}

/** Every TypeScript file of `src` and `templates`. */
export const SOURCES: readonly Source[] = ['src', 'templates'].flatMap(filesBelow).map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, room: roomOf(path), imports: importsOf(path, text) };
});

export const ROOMS: readonly string[] = [...new Set(SOURCES.map(({ room }) => room))].sort();

export const readPage = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The first folder below `src`; `templates/<folder>`; `entry` for the files directly in `src`. */
export function roomOf(path: string): string {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'templates') return `templates/${folder}`;
  return rest.length > 0 ? (folder ?? '') : 'entry';
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string, text: string): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push({ ...resolved(path, specifier.text), isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isOnlyTypes(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
  return imports;
}

function isOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  );
}

function resolved(from: string, specifier: string): { target: string; isOurs: boolean } {
  if (!specifier.startsWith('.')) return { target: specifier, isOurs: false };
  const target = relative('.', normalize(join(dirname(from), specifier))).replaceAll('\\', '/');
  return { target, isOurs: true };
}
