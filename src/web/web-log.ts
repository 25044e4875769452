/** Where the web process writes what an operator should see. */
export interface WebLog {
  error(facts: object, message: string): void;
  info(facts: object, message: string): void;
}

export const WEB_LOG = Symbol('web log');
