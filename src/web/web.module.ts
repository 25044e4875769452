import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import type { Pool } from 'pg';
import type { ListedKind } from '../approvals/waiting-turns.queries.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { picturedPrinting } from '../editions/pictured-printing.js';
import type { FontExamination, Printing } from '../editions/print-request.js';
import type { Cleaning } from '../evidence/brought-file.js';
import type { LineAccount } from '../notices/line-account.js';
import { KnownSeals } from '../sealing-keys/known-seals.js';
import { Vault } from '../sealing-keys/vault.js';
import { BlobStore } from '../storage/blob-store.js';
import { API_CONTROLLERS } from './api/api-controllers.js';
import { ItemActs } from './api/item-acts.js';
import { KeyedDesk } from './api/keyed-desk.js';
import { AdminDesk } from './admin-desk.js';
import { AssetStore } from './asset-store.js';
import { AuditBundles } from './audit-bundles.js';
import { LogSheets } from './log-sheets.js';
import { ConfirmIdentity } from './confirm-identity.js';
import { Desk } from './desk.js';
import { EvidenceDesk } from './evidence-desk.js';
import { DraftPrinter } from './draft-printer.js';
import { ErrorPageFilter } from './error-page.filter.js';
import { FileVerdicts } from './file-verdicts.js';
import { FontIntake } from './font-intake.js';
import { HealthController } from './health.controller.js';
import { LineGuesses } from './line/line-guesses.js';
import { LineLinks } from './line/line-links.js';
import { LineTalk } from './line/line-talk.js';
import { LineWebhookController } from './line/line-webhook.controller.js';
import { ManyDecisions } from './many-decisions.js';
import { OwnPassword } from './own-password.js';
import { PageInterceptor } from './page.interceptor.js';
import { PUBLIC_CONTROLLERS } from './public/public-controllers.js';
import { PublicOutlines } from './public/public-outlines.js';
import { SignInLimits } from './sign-in-limits.js';
import { STAFF_CONTROLLERS } from './staff/staff-controllers.js';
import { StaffFrames } from './staff/staff-frames.js';
import {
  DRAFT_PRINTING,
  EVIDENCE_CLEANING,
  FONT_EXAMINATION,
  LINE_ACCOUNT,
  LISTED_KINDS,
  OFFERED_FONTS,
  PUBLIC_BASE_URL,
} from './tokens.js';
import { WitnessController } from './witness/witness.controller.js';
import { WitnessLimits } from './witness/witness-limits.js';
import { WEB_LOG, type WebLog } from './web-log.js';

/** What this door needs from the composition. */
export interface WebParts {
  /** Folder with the typefaces that the operator offers. */
  readonly offeredFonts: string;
  readonly unitOfWork: UnitOfWork;
  /** For sign-in limits; the sessions get the same one. */
  readonly pool: Pool;
  readonly blobs: BlobStore;
  readonly knownSeals: KnownSeals;
  /** Locks the certificates that organizations bring. */
  readonly vault: Vault;
  readonly printing: Printing & FontExamination;
  /** Opens files that people bring as evidence. */
  readonly cleaning: Cleaning;
  /** Null where no LINE account is set up. */
  readonly line: LineAccount | null;
  readonly listedKinds: readonly ListedKind[];
  readonly publicBaseUrl: string;
  readonly log: WebLog;
}

/** The pages of staff and public, and the API. */
@Module({})
export class WebModule {
  static of(parts: WebParts): DynamicModule {
    return {
      module: WebModule,
      controllers: [
        HealthController,
        LineWebhookController,
        WitnessController,
        ...API_CONTROLLERS,
        ...PUBLIC_CONTROLLERS,
        ...STAFF_CONTROLLERS,
      ],
      providers: [
        ...given(parts),
        Desk,
        AuditBundles,
        LogSheets,
        AdminDesk,
        AssetStore,
        StaffFrames,
        ConfirmIdentity,
        OwnPassword,
        FileVerdicts,
        DraftPrinter,
        FontIntake,
        ItemActs,
        KeyedDesk,
        ManyDecisions,
        LineTalk,
        LineLinks,
        EvidenceDesk,
        PublicOutlines,
        ...EVERYWHERE,
      ],
    };
  }
}

const given = (parts: WebParts): Provider[] => [
  { provide: UnitOfWork, useValue: parts.unitOfWork },
  { provide: BlobStore, useValue: parts.blobs },
  { provide: KnownSeals, useValue: parts.knownSeals },
  { provide: Vault, useValue: parts.vault },
  { provide: DRAFT_PRINTING, useValue: picturedPrinting(parts.printing, parts.blobs) },
  { provide: FONT_EXAMINATION, useValue: parts.printing },
  { provide: OFFERED_FONTS, useValue: parts.offeredFonts },
  { provide: EVIDENCE_CLEANING, useValue: parts.cleaning },
  { provide: LINE_ACCOUNT, useValue: parts.line },
  { provide: LineGuesses, useValue: new LineGuesses(parts.pool) },
  { provide: WitnessLimits, useValue: new WitnessLimits(parts.pool) },
  { provide: LISTED_KINDS, useValue: parts.listedKinds },
  { provide: PUBLIC_BASE_URL, useValue: parts.publicBaseUrl },
  { provide: WEB_LOG, useValue: parts.log },
  { provide: SignInLimits, useValue: new SignInLimits(parts.pool) },
];

const EVERYWHERE: Provider[] = [
  { provide: APP_FILTER, useClass: ErrorPageFilter },
  { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
];
