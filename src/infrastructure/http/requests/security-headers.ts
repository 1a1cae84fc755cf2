import { type FastifyReply, type FastifyRequest } from 'fastify';

const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The same for every answer; a page that needs more sets its own policy, which stays. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
  // Answers about people and money are for whoever asked, not for caches on the way.
  if (request.access !== null && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}
