import { invalidField, resourceNotFound } from '../api-errors/api-failure';
import { type Faults } from '../faults/faults';
import { Fields, type JsonObject } from '../http/fields';
import { type RateLimit } from '../http/rate-limit';
import { type RequestLog } from '../http/request-log';
import { type Answer, type Route } from '../http/route';
import { type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { type WebhookService } from '../webhooks/webhook-service';

export interface ControlContext {
  readonly world: World;
  readonly webhooks: WebhookService;
  readonly faults: Faults;
  readonly rateLimit: RateLimit;
  readonly requests: RequestLog;
  readonly defaultToken: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  /** The body as text, for those that are no JSON. */
  readonly text: string;
}

export type ControlRoute = Route<ControlContext>;

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const made = (body: unknown): Answer => ({ status: 201, body });

export function fields(context: ControlContext): Fields {
  return Fields.of(context.body, '');
}

/** The organisation that a token opens: the one named in the body or the query, else the default one. */
export function organisationOf(context: ControlContext): Organisation {
  const named = context.body['token'] ?? context.query.get('token');
  const token = typeof named === 'string' ? named : context.defaultToken;
  const known = context.world.tokens.get(token);
  if (known === undefined) throw invalidField('control', 'token', 'is not a known access token');
  return known.organisation;
}

/** Finds the record with the id of the path in whatever organisation has it. */
export function anywhere<T>(
  context: ControlContext,
  find: (organisation: Organisation, id: string) => T | undefined,
): { organisation: Organisation; record: T } {
  for (const organisation of context.world.organisations.values()) {
    const record = find(organisation, context.params['id'] ?? '');
    if (record !== undefined) return { organisation, record };
  }
  throw resourceNotFound();
}

/** The reason that an outcome was asked for with; only what was said. */
export function reasonIn(content: Fields) {
  const origin = content.optionalText('origin');
  const cause = content.optionalText('cause');
  const reasonCode = content.optionalText('reasonCode');
  return {
    ...(origin !== null && { origin }),
    ...(cause !== null && { cause }),
    ...(reasonCode !== null && { reasonCode }),
  };
}

/** A text that must be one of a fixed list. */
export function choice<T extends string>(content: Fields, name: string, choices: readonly T[]): T {
  const text = content.text(name, { oneOf: choices });
  content.check();
  const chosen = choices.find((candidate) => candidate === text);
  if (chosen === undefined) throw invalidField('control', name, `must be one of ${choices.join(', ')}`);
  return chosen;
}
