/** The part of JSON Schema (draft 2020-12) that our schemas use; `schemaProblems` understands exactly this. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: SchemaType | readonly SchemaType[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: 'date';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly (string | number)[];
}

export type SchemaType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

export type SchemaProblemKind =
  | 'missing'
  | 'unknown-field'
  | 'wrong-type'
  | 'too-short'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'out-of-range'
  | 'not-allowed'
  | 'wrong-pattern'
  | 'not-a-date'
  | 'control-character';

export interface SchemaProblem {
  /** Field path as people write it: "rows[2].title"; empty for the whole. */
  readonly path: string;
  readonly kind: SchemaProblemKind;
  /** The limit, the expected type or the accepted values. */
  readonly expected: string;
}
