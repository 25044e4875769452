import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { ActingOrders1763650200000 } from './migrations/1763650200000-acting-orders.js';
import { ProofreadingChanges1763651410000 } from './migrations/1763651410000-proofreading-changes.js';
import { StatusAddresses1763651400000 } from './migrations/1763651400000-status-addresses.js';
import { Administration1763651200000 } from './migrations/1763651200000-administration.js';
import { Audit1763650100000 } from './migrations/1763650100000-audit.js';
import { Foundation1763650000000 } from './migrations/1763650000000-foundation.js';
import { Registers1763650300000 } from './migrations/1763650300000-registers.js';
import { ReportLayouts1763650400000 } from './migrations/1763650400000-report-layouts.js';
import { Workflow1763650450000 } from './migrations/1763650450000-workflow.js';
import { Assessments1763650500000 } from './migrations/1763650500000-assessments.js';
import { Notices1763650610000 } from './migrations/1763650610000-notices.js';
import { Schedule1763650600000 } from './migrations/1763650600000-schedule.js';
import { AnnouncementWordings1763650700000 } from './migrations/1763650700000-announcement-wordings.js';
import { Proofreading1763650750000 } from './migrations/1763650750000-proofreading.js';
import { Certificates1763650800000 } from './migrations/1763650800000-certificates.js';
import { Decisions1763651100000 } from './migrations/1763651100000-decisions.js';
import { Indexes1763651150000 } from './migrations/1763651150000-indexes.js';
import { Fonts1763651300000 } from './migrations/1763651300000-fonts.js';
import { AnnouncementAnnexes1763651530000 } from './migrations/1763651530000-announcement-annexes.js';
import { Evidence1763650900000 } from './migrations/1763650900000-evidence.js';
import { ImportRuns1763651500000 } from './migrations/1763651500000-import-runs.js';
import { InterimResults1763651510000 } from './migrations/1763651510000-interim-results.js';
import { CheckpointStamps1763651540000 } from './migrations/1763651540000-checkpoint-stamps.js';
import { Checkpoints1763651000000 } from './migrations/1763651000000-checkpoints.js';
import { LineLinks1763651520000 } from './migrations/1763651520000-line-links.js';
import { LoggedTexts1763651550000 } from './migrations/1763651550000-logged-texts.js';
import { HandedOverItems1763651570000 } from './migrations/1763651570000-handed-over-items.js';
import { PeriodExports1763651600000 } from './migrations/1763651600000-period-exports.js';
import { OverrideReminders1763651630000 } from './migrations/1763651630000-override-reminders.js';
import { RetiredFonts1763651640000 } from './migrations/1763651640000-retired-fonts.js';
import { RegisterYears1763651620000 } from './migrations/1763651620000-register-years.js';
import { WitnessedLogs1763651650000 } from './migrations/1763651650000-witnessed-logs.js';
import { Cosignatures1763651660000 } from './migrations/1763651660000-cosignatures.js';
import { SnakeNames } from './snake-names.js';

interface Settings {
  readonly poolSize?: number;
  readonly entities?: MixedList<(new () => object) | string>;
}

/** A pool that gives up rather than hang: a statement 15 s, a lock 5 s, an idle transaction 30 s. */
export function dataSourceFor(url: string, { poolSize = 10, entities = [] }: Settings = {}): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url,
    poolSize,
    entities: entities as DataSourceOptions['entities'], // the two list types differ only in Function
    namingStrategy: new SnakeNames(),
    migrations: [
      Foundation1763650000000,
      Audit1763650100000,
      ActingOrders1763650200000,
      Registers1763650300000,
      ReportLayouts1763650400000,
      Workflow1763650450000,
      Assessments1763650500000,
      Schedule1763650600000,
      Notices1763650610000,
      AnnouncementWordings1763650700000,
      Certificates1763650800000,
      Proofreading1763650750000,
      Evidence1763650900000,
      Checkpoints1763651000000,
      Fonts1763651300000,
      Decisions1763651100000,
      Indexes1763651150000,
      Administration1763651200000,
      StatusAddresses1763651400000,
      ProofreadingChanges1763651410000,
      ImportRuns1763651500000,
      InterimResults1763651510000,
      LineLinks1763651520000,
      AnnouncementAnnexes1763651530000,
      CheckpointStamps1763651540000,
      LoggedTexts1763651550000,
      HandedOverItems1763651570000,
      PeriodExports1763651600000,
      RegisterYears1763651620000,
      OverrideReminders1763651630000,
      RetiredFonts1763651640000,
      WitnessedLogs1763651650000,
      Cosignatures1763651660000,
    ],
    migrationsTableName: 'schema_migration',
    synchronize: false,
    connectTimeoutMS: 5_000,
    extra: { statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 30_000 },
    poolErrorHandler: () => undefined, // a lost idle connection is replaced at the next use
    logging: false,
  };
  return new DataSource(options);
}
