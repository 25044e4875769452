import { resolve } from 'node:path';
import { readEnvironment } from '../config/env.js';
import { DomainError } from '../core/errors.js';
import { dataSourceFor } from '../database/data-source.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { readHome } from './embedded-postgres-cluster.js';
import { ENTITIES } from './entities.js';
import { openOwnDatabase } from './own-database.js';

/**
 * The same for a command that only makes sense where an installation is: none is begun for it.
 * @throws DomainError installation.not-found (folder)
 */
export async function withInstalledDatabase<T>(work: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = readEnvironment();
  if (databaseUrl === null && readHome(dataFolder) === null)
    throw new DomainError('installation.not-found', { folder: resolve(dataFolder) });
  return withOwnDatabase(work);
}

/** Runs a command's work on the installation's database: the one of DATABASE_URL, or the embedded one, started when needed. */
async function withOwnDatabase<T>(work: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const database = await openOwnDatabase(readEnvironment());
  try {
    return await withUnitOfWork(database.appUrl, work);
  } finally {
    await database.close();
  }
}

/** A small pool for the time of the work. */
export async function withUnitOfWork<T>(appUrl: string, work: (unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const dataSource = await dataSourceFor(appUrl, { entities: ENTITIES, poolSize: 4 }).initialize();
  try {
    return await work(new UnitOfWork(dataSource));
  } finally {
    await dataSource.destroy();
  }
}
