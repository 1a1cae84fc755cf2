import { type Access } from '../access/access';
import { type SignedIn } from '../sessions/sessions';
import { type CommandContext } from '../idempotency/command-context';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on open addresses. */
    access: Access | null;
    /** Null when the request came with a key. */
    session: SignedIn | null;
    /** Null on queries. */
    commandContext: CommandContext | null;
    /** Set when the answer is an error. */
    problemCode: string | null;
  }

  interface FastifyContextConfig {
    /** Needs no API key. */
    open?: boolean;
    /** The body stays bytes, of any type, up to 512 KiB. */
    rawBody?: boolean;
    /** Takes CSV and files beside JSON. */
    table?: boolean;
    /** Takes a picture in its JSON. */
    picture?: boolean;
  }
}
