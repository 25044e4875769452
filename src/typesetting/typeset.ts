import type { DocumentDefinition, TypesetOptions } from './document-definition.js';

/**
 * Document definition in, PDF bytes out; the whole face of the engine.
 * @throws DomainError document.too-large, document.render-failed
 */
export function typeset(_definition: DocumentDefinition, _options: TypesetOptions): Promise<Uint8Array> {
  return Promise.reject(new Error('not written yet'));
}
