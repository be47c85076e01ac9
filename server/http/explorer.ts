import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

/**
 * The built explorer: files with a hash in their name are kept for a year, the page itself is asked for each time.
 * Every other address of a browser gives the page, which reads its state from it.
 */
export function explorer(folder: string): Router {
  const router = Router();
  router.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }));
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: (res) => res.set(FRESH) }));
  router.get(/.*/, (req, res, next) => {
    const page = path.join(folder, 'index.html');
    const isFile = path.extname(req.path) !== '';
    if (isFile || !req.accepts('html') || !existsSync(page)) return next();
    res.set(FRESH).sendFile(page, { cacheControl: false });
  });
  return router;
}

const FRESH = { 'cache-control': 'no-cache' } as const;
