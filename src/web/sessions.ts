import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';

const IDLE_MS = 2 * 3_600_000;
const PgStore = connectPgSimple(session);

interface SessionSettings {
  readonly pool: Pool;
  readonly secret: string;
  readonly isHttps: boolean;
  /** Called once with what ends the store's own work, for when the server closes. */
  readonly onClose: (end: () => void) => void;
}

/**
 * Sessions live in the table http_session. Over https the cookie is bound to exactly this host; a session that rests for two
 * hours is over.
 */
export function sessions({ pool, secret, isHttps, onClose }: SessionSettings): RequestHandler {
  const store = new PgStore({ pool, tableName: 'http_session', pruneSessionInterval: 900 });
  onClose(() => void store.close());
  return session({
    name: isHttps ? '__Host-prongsai' : 'prongsai',
    secret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/', maxAge: IDLE_MS },
  });
}
