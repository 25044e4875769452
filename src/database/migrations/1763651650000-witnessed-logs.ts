import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logs of others that this installation cosigns. They belong to no organization of it. */
export class WitnessedLogs1763651650000 implements MigrationInterface {
  name = 'WitnessedLogs1763651650000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(logs);
    await runner.query(requests);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward; restore a backup instead.');
  }
}

/** How far a log was cosigned is never forgotten and never goes back, also not when it is removed and admitted again. */
const logs = `
create table witnessed_log (
  origin text primary key check (origin ~ '^[!-~]{1,200}$'),
  size bigint not null default 0 check (size >= 0),
  root bytea check (length(root) = 32),
  note text check (length(note) <= 16384),
  cosigned_at timestamptz,
  refused_note text check (length(refused_note) <= 16384),
  refused_at timestamptz,
  admitted_at timestamptz not null default now(),
  check ((size = 0) = (root is null) and (size = 0) = (note is null) and (size = 0) = (cosigned_at is null)),
  check ((refused_note is null) = (refused_at is null))
);
create function witnessed_log_grows() returns trigger language plpgsql as $$
begin
  if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root is distinct from old.root) then
    raise exception 'the log % was cosigned with % events', old.origin, old.size;
  end if;
  return new;
end $$;
create trigger witnessed_log_grows before update on witnessed_log for each row execute function witnessed_log_grows();
create trigger witnessed_log_stands before delete on witnessed_log for each row execute function audit_refuse_change();
create trigger witnessed_log_kept before truncate on witnessed_log execute function audit_refuse_change();
create table witnessed_log_key (
  origin text not null references witnessed_log,
  public_key bytea not null check (length(public_key) = 32),
  admitted_at timestamptz not null default now(),
  primary key (origin, public_key)
);
grant select, insert, update on witnessed_log to prongsai_app;
grant select, insert, delete on witnessed_log_key to prongsai_app;`;

/** What web processes took in for the worker, for less than a minute each. */
const requests = `
create table witness_request (
  id uuid primary key,
  body text not null check (length(body) <= 16384),
  asked_at timestamptz not null default now(),
  taken_at timestamptz,
  status integer,
  answer text,
  check ((status is null) = (answer is null))
);
create index witness_request_waiting on witness_request (asked_at) where taken_at is null;
grant select, insert, update, delete on witness_request to prongsai_app;`;
