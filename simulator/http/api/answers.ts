import { invalidApiUsage, invalidState } from '../../api-errors/api-failure';
import { linked } from '../../api-errors/must-exist';
import { type CreditorRecord, type Organisation } from '../../state/organisation';
import { Fields, isJsonObject, type JsonObject } from '../fields';
import { type Page } from '../pagination';
import { type Answer, type RequestContext } from '../route';

export function one(name: string, resource: unknown): Answer {
  return { status: 200, body: { [name]: resource } };
}

/** A page in its envelope. Filters that nobody asked about are refused here, once all known ones were read. */
export function listed<R>(
  context: RequestContext,
  name: string,
  page: Page<R>,
  render: (record: R) => unknown,
): Answer {
  context.query.checkAllKnown();
  return { status: 200, body: { [name]: page.records.map(render), meta: page.meta } };
}

/** The fields inside the envelope that is named after the resource. */
export function fieldsOf(context: RequestContext, name: string): Fields {
  const content = context.body[name];
  if (!isJsonObject(content)) {
    throw invalidApiUsage(400, 'invalid_document_structure', `The body must be an object with the key ${name}`);
  }
  return Fields.of(content, `/${name}`);
}

/** The fields of an action; `{"data": {…}}`, which may be missing. */
export function dataOf(context: RequestContext): Fields {
  const content: unknown = context.body['data'] ?? {};
  const data: JsonObject = isJsonObject(content) ? content : {};
  return Fields.of(data, '/data');
}

const MAX_KEY = 255;

/**
 * Creates a resource once per idempotency key and resource type. A key that made something is answered with a conflict
 * that names it, whatever the body; a creation that fails leaves the key free.
 */
export function createOnce(context: RequestContext, name: string, make: () => { readonly id: string }): Answer {
  const { idempotencyKey, organisation } = context;
  if (idempotencyKey === null) return { status: 201, body: { [name]: make() } };
  if (idempotencyKey.length > MAX_KEY) {
    throw invalidApiUsage(400, 'idempotency_key_too_long', `At most ${MAX_KEY} characters`);
  }
  const key = `${name} ${idempotencyKey}`;
  const existing = organisation.idempotencyKeys.get(key);
  if (existing !== undefined) {
    throw invalidState(
      'idempotent_creation_conflict',
      'A resource has already been created with this idempotency key',
      { conflicting_resource_id: existing },
      409,
    );
  }
  const resource = make();
  organisation.idempotencyKeys.set(key, resource.id);
  return { status: 201, body: { [name]: resource } };
}

/** The creditor that the body names, or the only one; a creditor must be named when there are several. */
export function creditorOf(organisation: Organisation, id: string | null, fields: Fields): CreditorRecord {
  if (id !== null) return linked(organisation.creditors.get(id), 'creditor');
  const all = [...organisation.creditors.oldestFirst()];
  const only = all[0];
  if (only === undefined || all.length > 1) {
    fields.fault('creditor', 'must be given because the account has several creditors');
    fields.check();
  }
  return linked(only, 'creditor');
}
