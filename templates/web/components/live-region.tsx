import type { ComponentChildren } from 'preact';

interface LiveRegionProps {
  /** Address of the page that this region is a part of. */
  readonly href: string;
  /** While something moves, the region is fetched anew every few seconds; without scripts the page is reloaded by hand. */
  readonly isMoving: boolean;
  readonly children: ComponentChildren;
}

/** The part of a page that tells the true step of work that goes on. */
export const LiveRegion = ({ href, isMoving, children }: LiveRegionProps) => (
  <div
    id="live"
    {...(isMoving ? { 'hx-get': href, 'hx-trigger': 'every 3s', 'hx-select': '#live', 'hx-swap': 'outerHTML' } : {})}
  >
    {children}
  </div>
);
