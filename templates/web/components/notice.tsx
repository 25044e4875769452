import type { ComponentChildren } from 'preact';
import type { Notice } from '../frame.js';

interface NoticeBoxProps extends Notice {
  readonly children?: ComponentChildren;
}

/** Something the person should know before reading on. */
export const NoticeBox = ({ tone, title, body, children }: NoticeBoxProps) => (
  <div class={`notice notice--${tone}`} role={tone === 'stop' ? 'alert' : 'status'}>
    <p class="notice__title">{title}</p>
    {body && <p>{body}</p>}
    {children}
  </div>
);
