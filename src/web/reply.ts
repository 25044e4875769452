import type { VNode } from 'preact';

/** A page with a status of its own; a bare page means 200. */
export class PageReply {
  constructor(
    readonly page: VNode,
    readonly status: number,
  ) {}
}

/** "Look there": the browser follows with GET, so that reloading never repeats a deed. */
export class SeeOther {
  constructor(readonly address: string) {}
}

export type WebReply = VNode | PageReply | SeeOther;

export const rejected = (page: VNode): PageReply => new PageReply(page, 422);
export const seeOther = (address: string): SeeOther => new SeeOther(address);
