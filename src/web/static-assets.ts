import type { NextFunction, Request, Response } from 'express';
import type { AssetStore } from './asset-store.js';

/** Serves our style sheets, fonts and scripts; their addresses change with their bytes, so they may be kept for ever. */
export const staticAssets =
  (assets: AssetStore) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? assets.find(request.path) : undefined;
    if (!asset) return next();
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Type', asset.contentType).end(request.method === 'HEAD' ? undefined : asset.bytes);
  };
