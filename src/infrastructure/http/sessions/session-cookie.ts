import { type FastifyReply } from 'fastify';

/** A cookie that only this service sees, and that pages can not read. Over http, which is for this machine alone, browsers refuse the prefix. */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: string;

  constructor(origin: string, name = 'session', path = '/') {
    const isSecure = origin.startsWith('https:');
    // The prefix wants the path of the whole site.
    this.#name = isSecure && path === '/' ? `__Host-${name}` : name;
    this.#attributes = `Path=${path}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
  }

  /** The token in the header of a request; null when there is none that could be one of ours. */
  read(header: string | undefined): string | null {
    const pairs = (header ?? '').slice(0, MAX_HEADER).split(';');
    const value = pairs.map((pair) => pair.trim().split('=', 2)).find(([name]) => name === this.#name)?.[1];
    return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
  }

  set(reply: FastifyReply, token: string, maxAgeSeconds: number): void {
    void reply.header('set-cookie', `${this.#name}=${token}; Max-Age=${maxAgeSeconds}; ${this.#attributes}`);
  }

  clear(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.#name}=; Max-Age=0; ${this.#attributes}`);
  }
}

/** Characters; a browser sends far fewer. */
const MAX_HEADER = 16_384;
