import { randomUUID } from 'node:crypto';
import { derivedId } from '../../domain/shared/identity';
import { checkFields } from '../../fields/check';
import { type ApiKey, ApiKeys } from '../http/access/api-keys';
import { ROLES } from '../http/access/roles';
import { MakeKeyBody } from '../http/keys/key-fields';
import { type Command, parseOptions, WrongUsage } from './command';
import { withStores } from './stores';

/** The way back in after the last admin key is lost: a person with the environment of the service has its database anyway. */
export const keysCreate: Command = {
  usage: 'keys create --role ROLE --name NAME [--connection ID]…',
  summary: 'makes an API key and prints it, this once',
  details: `ROLE is one of ${ROLES.join(', ')}; NAME says whose key it is or what it is for. With --connection, which may stand more than once,
the key reaches these connections only. The service may run meanwhile.`,

  async run(words, { env, say, now }) {
    const values = parseOptions(words, {
      role: { type: 'string' },
      name: { type: 'string' },
      connection: { type: 'string', multiple: true },
    });
    const { role, name, connection } = values;
    // The same key as through the API, so the same rules.
    const { value, errors } = checkFields(MakeKeyBody, { role, name, connectionIds: connection });
    if (errors.length > 0) {
      throw new WrongUsage(errors.map(({ field, message }) => `--${OPTIONS[field] ?? field} ${message}.`).join('\n'));
    }
    await withStores(env, async ({ pool }) => {
      const key = await new ApiKeys(pool).create({
        id: derivedId('key', randomUUID()),
        name: value.name,
        role: value.role,
        connectionIds: value.connectionIds ?? 'all',
        rounds: 'all',
        createdAt: now(),
        createdBy: 'system',
      });
      say(key);
    });
  },
};

/** How a field of the API is called here, where that differs. */
const OPTIONS: Readonly<Record<string, string>> = { connectionIds: 'connection' };

export const keysList: Command = {
  usage: 'keys list',
  summary: 'lists all API keys, without the keys themselves',
  details: 'Each line has id, role, scope, when and by whom it was made, when it was revoked, and its name.',

  async run(words, { env, say }) {
    parseOptions(words, {});
    await withStores(env, async ({ pool }) => {
      for (const key of await new ApiKeys(pool).list('all', null)) say(lineOf(key));
    });
  },
};

function lineOf({ id, role, connectionIds, createdAt, createdBy, revokedAt, name }: ApiKey): string {
  const scope = connectionIds === 'all' ? 'all connections' : connectionIds.join(' ');
  return [id, role, scope, createdAt, createdBy, revokedAt === null ? 'valid' : `revoked ${revokedAt}`, name].join(
    '\t',
  );
}
