import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { InsideAddress, isPublicAddress, publicLookup } from './public-addresses.js';

/** `forbidden`: the address, or one it leads to, lies inside and was not asked. */
export type LinkOutcome =
  | { readonly outcome: 'answered'; readonly status: number }
  | { readonly outcome: 'silent' | 'forbidden'; readonly status: null };

const TIME_LIMIT_MS = 10_000;
const MOST_REDIRECTS = 4;
const PORTS: readonly string[] = ['', '80', '443'];
/** Servers that do not know HEAD say so in one of these ways. */
const ASK_AGAIN: readonly number[] = [400, 403, 404, 405, 501];

/**
 * What a stranger gets who asks for the page: HEAD, then GET where HEAD is not understood; nothing of the body is read.
 * @param insideAllowed "host:port" that may be asked although it lies inside; for tests
 */
export async function lookAtLink(
  address: string,
  insideAllowed: readonly string[],
  signal: AbortSignal,
): Promise<LinkOutcome> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  try {
    let url = new URL(address);
    for (let hop = 0; ; hop += 1) {
      const reply = await answerOf(url, insideAllowed, patience);
      if (!reply.location || hop === MOST_REDIRECTS) return { outcome: 'answered', status: reply.status };
      url = new URL(reply.location, url);
    }
  } catch (error) {
    signal.throwIfAborted(); // we were told to stop: not the page's fault
    return { outcome: error instanceof InsideAddress ? 'forbidden' : 'silent', status: null };
  }
}

interface Answer {
  readonly status: number;
  readonly location: string | undefined;
}

async function answerOf(url: URL, insideAllowed: readonly string[], signal: AbortSignal): Promise<Answer> {
  const isAllowedInside = insideAllowed.includes(url.host);
  if (!isAllowedInside) refuseInside(url);
  const head = await ask(url, 'HEAD', isAllowedInside, signal);
  return ASK_AGAIN.includes(head.status) ? ask(url, 'GET', isAllowedInside, signal) : head;
}

/** @throws InsideAddress */
function refuseInside({ protocol, hostname, port, username }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isWeb = (protocol === 'http:' || protocol === 'https:') && PORTS.includes(port) && username === '';
  // a literal address is not looked up, so it is judged here
  if (!isWeb || (isIP(host) !== 0 && !isPublicAddress(host))) throw new InsideAddress(host);
}

function ask(url: URL, method: 'HEAD' | 'GET', isAllowedInside: boolean, signal: AbortSignal): Promise<Answer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options = {
    method,
    agent: false,
    signal,
    headers: { 'user-agent': 'Prongsai-LinkCheck', accept: '*/*', connection: 'close' },
    ...(isAllowedInside ? {} : { lookup: publicLookup }),
  };
  return new Promise((answered, failed) => {
    const answer = (reply: IncomingMessage): void => {
      reply.on('error', () => undefined); // cut off by us
      reply.destroy();
      const { statusCode = 0, headers } = reply;
      answered({ status: statusCode, location: statusCode >= 300 && statusCode < 400 ? headers.location : undefined });
    };
    request(url, options, answer).on('error', failed).end();
  });
}
