import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { AssetStore } from '../asset-store.js';
import { csrfTokenOf } from '../csrf.js';
import type { Me } from '../desk.js';
import '../session-data.js';

/** Makes what surrounds every page of the staff. A notice is shown once. */
@Injectable()
export class StaffFrames {
  constructor(@Inject(AssetStore) private readonly assets: AssetStore) {}

  of(request: Request, { organization, person, actor, unreadNotices }: Me): StaffFrame {
    const { notice } = request.session;
    delete request.session.notice;
    return {
      agencyName: organization.name,
      organizationSlug: organization.slug,
      digits: organization.digits,
      person: { name: person.name, post: actor.posts.map((post) => post.name).join(', ') },
      maySeeHistory: maySeeHistory(actor),
      mayAdminister: actor.capacities.includes('administrator'),
      unreadNotices,
      csrfToken: csrfTokenOf(request),
      assets: this.assets.pageAssets,
      ...(notice ? { notice } : {}),
    };
  }
}

const maySeeHistory = ({ capacities }: Me['actor']): boolean =>
  capacities.includes('auditor') || capacities.includes('administrator');
