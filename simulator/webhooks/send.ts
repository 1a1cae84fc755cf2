import { request } from 'node:http';

export interface Received {
  readonly code: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
  readonly truncated: boolean;
  readonly error: string | null;
}

const MAX_BODY = 10_000;

/** Posts a delivery. Redirects are not followed; no answer by the deadline is an error. Never throws. */
export function send(
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  deadlineMs: number,
): Promise<Received> {
  return new Promise((resolve) => {
    const failed = (error: string): void => {
      resolve({ code: null, headers: null, body: null, truncated: false, error });
    };
    const outgoing = request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(body.length), Connection: 'close' },
    });
    const deadline = setTimeout(() => {
      failed(`no answer within ${deadlineMs} ms`);
      outgoing.destroy();
    }, deadlineMs);
    outgoing.on('error', (error) => {
      clearTimeout(deadline);
      failed(error.message);
    });
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => {
        clearTimeout(deadline);
        failed(error.message);
      });
      response.on('end', () => {
        clearTimeout(deadline);
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({
          code: response.statusCode ?? null,
          headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: text.slice(0, MAX_BODY),
          truncated: text.length > MAX_BODY,
          error: null,
        });
      });
    });
    outgoing.end(body);
  });
}

/** Only this machine may be sent to. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'http:' && (hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname))
  );
}
