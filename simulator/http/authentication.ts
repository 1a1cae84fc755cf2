import { type IncomingHttpHeaders } from 'node:http';
import { invalidApiUsage } from '../api-errors/api-failure';
import { type AccessToken, type World } from '../state/world';

const VERSION = '2015-07-06';

/** The token as it was sent, or a 401 that says what is wrong with the header. */
export function bearerToken(headers: IncomingHttpHeaders): string {
  const header = headers.authorization;
  if (header === undefined) {
    throw invalidApiUsage(401, 'missing_authorization_header', 'No authorization header was sent');
  }
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) {
    throw invalidApiUsage(401, 'invalid_authorization_header', 'The authorization header must be a bearer token');
  }
  return token;
}

/** The account that a token opens; a token that may only read is refused for all but GET. */
export function authenticate(world: World, token: string, method: string): AccessToken {
  const known = world.tokens.get(token);
  if (known === undefined) throw invalidApiUsage(401, 'access_token_not_found', 'Access token not found');
  if (known.revoked) throw invalidApiUsage(401, 'access_token_revoked', 'This access token was revoked');
  if (known.access === 'read_only' && method !== 'GET') {
    throw invalidApiUsage(403, 'insufficient_permissions', 'This access token may only read');
  }
  return known;
}

export function checkVersion(headers: IncomingHttpHeaders): void {
  const version = headers['gocardless-version'];
  if (version === undefined) {
    throw invalidApiUsage(400, 'missing_version_header', 'The header GoCardless-Version is missing');
  }
  if (version !== VERSION) throw invalidApiUsage(400, 'version_not_found', `Version ${String(version)} is not known`);
}
