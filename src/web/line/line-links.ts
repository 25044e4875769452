import { Inject, Injectable } from '@nestjs/common';
import { shownLineCode } from '../../core/notice/line-code.js';
import { DomainError } from '../../core/errors.js';
import type { Tx } from '../../database/unit-of-work.js';
import { addFriendLink, talkLink, type LineAccount } from '../../notices/line-account.js';
import { lineCodeHash, newLineCode } from '../../notices/line-code.js';
import { keepLineCode } from '../../notices/link-line.js';
import { qrModules, type QrModules } from '../../typesetting/qr-modules.js';
import { LINE_ACCOUNT } from '../tokens.js';
import type { Visitor } from '../visitor.js';

/** A code that its person sends to the LINE account. It exists here and on the person's screen, nowhere else. */
export interface OpenLineCode {
  /** "ABCD-2345" */
  readonly code: string;
  readonly expiresAt: Date;
}

export interface LineFriend {
  readonly basicId: string;
  readonly href: string;
  /** Opens the talk with the code typed. */
  readonly sendHref: string;
  /** The first link as a QR code. */
  readonly modules: QrModules;
}

/** A visitor's own link to LINE. */
@Injectable()
export class LineLinks {
  constructor(@Inject(LINE_ACCOUNT) private readonly account: LineAccount | null) {}

  get isSetUp(): boolean {
    return this.account !== null;
  }

  /** How the account is added as a friend, and a code sent to it; null when the operator did not name the account. */
  friendFor(code: string): LineFriend | null {
    const basicId = this.account?.basicId;
    if (!basicId) return null;
    const href = addFriendLink(basicId);
    return { basicId, href, sendHref: talkLink(basicId, code), modules: qrModules(href) };
  }

  /** A new code, which ends the one before. @throws DomainError line.not-set-up */
  async open(tx: Tx, { organizationId, personId }: Visitor): Promise<OpenLineCode> {
    if (!this.account) throw new DomainError('line.not-set-up');
    const code = newLineCode();
    const codeHash = lineCodeHash(code, this.account.channelSecret);
    const expiresAt = await keepLineCode(tx, { organizationId, personId, codeHash });
    return { code: shownLineCode(code), expiresAt };
  }
}
