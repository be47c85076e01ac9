import { isIPv4, isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import { GraphError } from '#graph-model/errors.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'] as const;

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

/**
 * The service answers anyone who reaches it, so by default only this machine may.
 * @param publicHosts the names under which a proxy with TLS serves it to others; naming them opens it
 * @throws GraphError USAGE for another address without them
 */
export function checkBind(host: string, publicHosts: readonly string[]): void {
  if (isLoopback(host) || publicHosts.length > 0) return;
  throw new GraphError('USAGE', {
    host,
    because: 'only a loopback address, unless the names are given under which a proxy with TLS serves it',
  });
}

/**
 * Refuses a request whose Host header names another host: a web page elsewhere may point its own name at this
 * machine (DNS rebinding) and would else read the store.
 */
export function onlyHosts(bound: string, publicHosts: readonly string[]): RequestHandler {
  const allowed = new Set<string>([...LOOPBACK_NAMES, isIPv6(bound) ? `[${bound}]` : bound, ...publicHosts]);
  return (req, res, next) => {
    const name = (req.headers.host ?? '').replace(/:\d*$/, '').toLowerCase();
    if (allowed.has(name)) next();
    else res.status(403).json({ error: { code: 'FORBIDDEN', message: '不认识的主机名 / unknown host' } });
  };
}
