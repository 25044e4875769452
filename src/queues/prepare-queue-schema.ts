import { runMigrations } from 'bullmq';
import { Client } from 'pg';

/**
 * Creates or updates BullMQ's tables and lets the application role use them. Safe to run twice and at once.
 * @param ownerUrl connection of the role that owns the schema `bullmq`
 */
export async function prepareQueueSchema(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client, 'bullmq');
    // CREATE, because BullMQ makes one sequence for each queue when it first meets it
    await client.query(`
      grant usage, create on schema bullmq to prongsai_app;
      grant select, insert, update, delete on all tables in schema bullmq to prongsai_app;
      grant usage, select, update on all sequences in schema bullmq to prongsai_app`);
  } finally {
    await client.end();
  }
}
