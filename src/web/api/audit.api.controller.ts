import { Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { Response } from 'express';
import { requireCapacity } from '../../approvals/actor.js';
import { witnessKey } from '../../audit/cosignature.js';
import { verifierKey } from '../../audit/signed-note.js';
import { verifyStoredChain } from '../../audit/verify-stored-chain.js';
import { DomainError } from '../../core/errors.js';
import {
  latestCheckpoint,
  logKeys,
  newestCheckpoints,
  type StoredCheckpoint,
} from '../../proofs/checkpoints.queries.js';
import { witnessStates, type WitnessState } from '../../proofs/cosignatures.queries.js';
import { proveConsistency, proveInclusion } from '../../proofs/proofs.queries.js';
import { newestStamp } from '../../proofs/stamps.queries.js';
import { Desk } from '../desk.js';
import { LogSheets } from '../log-sheets.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import {
  ChainReply,
  CheckpointReply,
  ConsistencyQuery,
  ConsistencyReply,
  InclusionQuery,
  InclusionReply,
  LogKeyReply,
  SheetQuery,
  StampReply,
  WitnessReply,
} from './audit.dto.js';
import { Refuses } from './problems.decorator.js';

const NEWEST = 100;

/** The log as others can prove it: for auditors and administrators. */
@ApiDoor('audit', 'Audit')
export class AuditApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(LogSheets) private readonly sheets: LogSheets,
  ) {}

  @Get('verification')
  @ApiOperation({ summary: 'Recomputes the chain from its first event; for auditors and administrators' })
  @ApiOkResponse({ type: ChainReply })
  @Refuses()
  verify(@SignedIn() visitor: Visitor): Promise<ChainReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await verifyStoredChain(tx, visitor.organizationId)) ?? { intact: true, size: 0 };
    });
  }

  @Get('sheet')
  @ApiOperation({ summary: 'One page for the paper file: the last checkpoint of a month, or the newest' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @Refuses('input.invalid', 'audit.checkpoint-not-found', 'document.render-failed', 'document.render-timeout')
  sheet(@SignedIn() visitor: Visitor, @Query() { month }: SheetQuery, @Res() response: Response): Promise<void> {
    return this.sheets.send(visitor, month ?? null, response);
  }

  @Get('keys')
  @ApiOperation({ summary: 'The keys that signed checkpoints of the log, oldest first' })
  @ApiOkResponse({ type: [LogKeyReply] })
  @Refuses()
  keys(@SignedIn() visitor: Visitor): Promise<LogKeyReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const keys = await logKeys(tx, visitor.organizationId);
      return keys.map(({ key, since, endorsement }) => ({ key: verifierKey(key), since, endorsement }));
    });
  }

  @Get('checkpoints')
  @ApiOperation({ summary: `The newest ${NEWEST} signed checkpoints, newest first` })
  @ApiOkResponse({ type: [CheckpointReply] })
  @Refuses()
  checkpoints(@SignedIn() visitor: Visitor): Promise<CheckpointReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await newestCheckpoints(tx, visitor.organizationId, NEWEST)).map(checkpointReply);
    });
  }

  @Get('checkpoints/latest')
  @ApiOperation({ summary: 'The newest signed checkpoint' })
  @ApiOkResponse({ type: CheckpointReply })
  @Refuses('audit.checkpoint-not-found')
  latest(@SignedIn() visitor: Visitor): Promise<CheckpointReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const latest = await latestCheckpoint(tx, visitor.organizationId);
      if (!latest) throw new DomainError('audit.checkpoint-not-found');
      return checkpointReply(latest);
    });
  }

  @Get('stamps/latest')
  @ApiOperation({ summary: 'The newest time stamp (RFC 3161) of a checkpoint' })
  @ApiOkResponse({ type: StampReply })
  @Refuses('audit.stamp-not-found')
  stamp(@SignedIn() visitor: Visitor): Promise<StampReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const stamp = await newestStamp(tx, visitor.organizationId);
      if (!stamp) throw new DomainError('audit.stamp-not-found');
      const { size, stampedAt, authority, token } = stamp;
      return { size, stampedAt: stampedAt.toISOString(), authority, token: token.toString('base64') };
    });
  }

  @Get('witnesses')
  @ApiOperation({ summary: 'The witnesses that are asked to cosign checkpoints, and whether they answer' })
  @ApiOkResponse({ type: [WitnessReply] })
  @Refuses()
  witnesses(@SignedIn() visitor: Visitor): Promise<WitnessReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await witnessStates(tx, visitor.organizationId)).map(witnessReply);
    });
  }

  @Get('proofs/inclusion')
  @ApiOperation({ summary: 'That an event is in the tree which a checkpoint signs' })
  @ApiOkResponse({ type: InclusionReply })
  @Refuses('audit.checkpoint-not-found', 'audit.event-not-found')
  inclusion(@SignedIn() visitor: Visitor, @Query() { seq, size }: InclusionQuery): Promise<InclusionReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const { path } = await proveInclusion(tx, visitor.organizationId, { seq, size });
      return { seq: String(seq), size: String(size), path: path.map((hash) => hash.toString('base64')) };
    });
  }

  @Get('proofs/consistency')
  @ApiOperation({ summary: 'That a checkpoint is the beginning of a newer one' })
  @ApiOkResponse({ type: ConsistencyReply })
  @Refuses('audit.checkpoint-not-found')
  consistency(@SignedIn() visitor: Visitor, @Query() { from, to }: ConsistencyQuery): Promise<ConsistencyReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      const { path } = await proveConsistency(tx, visitor.organizationId, { from, to });
      return { from: String(from), to: String(to), path: path.map((hash) => hash.toString('base64')) };
    });
  }
}

const witnessReply = ({ name, publicKey, url, newest, problem, isSetAside }: WitnessState): WitnessReply => ({
  name,
  key: witnessKey({ name, publicKey }),
  url,
  size: newest?.size ?? null,
  cosignedAt: newest?.at.toISOString() ?? null,
  problem: problem?.code ?? null,
  isSetAside,
});

const checkpointReply = ({ size, root, madeAt, note }: StoredCheckpoint): CheckpointReply => ({
  size,
  root: root.toString('hex'),
  madeAt: madeAt.toISOString(),
  note,
});
