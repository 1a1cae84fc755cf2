import { type IncomingMessage, type ServerResponse } from 'node:http';
import { ApiFailure } from '../api-errors/api-failure';
import { readBytes } from '../http/body';
import { type BillingRequestFlow } from '../resources/shapes';
import { type BillingRequestRecord, type Organisation, type Payer } from '../state/organisation';
import { type World } from '../state/world';
import { fulfilBillingRequest } from './fulfil-billing-request';

interface Visit {
  readonly organisation: Organisation;
  readonly flow: BillingRequestFlow;
  readonly record: BillingRequestRecord;
}

/** The page where a payer agrees to a billing request, and what happens when the form comes back. */
export async function serveFlowPage(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const visit = findVisit(world, id);
  if (visit === undefined) {
    sendPage(response, 404, '<p>There is no such page.</p>');
    return;
  }
  const { flow, record, organisation } = visit;
  if (Date.parse(flow.expires_at) < world.clock.now()) {
    sendPage(response, 410, '<p>This link has expired.</p>');
    return;
  }
  if (record.resource.status === 'fulfilled') {
    sendPage(response, 200, '<p>This is done already. Thank you.</p>');
    return;
  }
  if (request.method !== 'POST') {
    sendPage(response, 200, form(visit));
    return;
  }
  const payer = readPayer(new URLSearchParams((await readBytes(request, 65_536)).toString('utf8')));
  try {
    fulfilBillingRequest(world, organisation, record, payer);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    sendPage(response, 422, `<p role="alert">${escape(faultsOf(error))}</p>${form(visit)}`);
    return;
  }
  if (flow.redirect_uri === null) sendPage(response, 200, '<p>Thank you. The direct debit is set up.</p>');
  else response.writeHead(303, { Location: flow.redirect_uri }).end();
}

function findVisit(world: World, id: string): Visit | undefined {
  for (const organisation of world.organisations.values()) {
    const flow = organisation.billingRequestFlows.get(id);
    const record = flow && organisation.billingRequests.get(flow.links.billing_request);
    if (flow !== undefined && record !== undefined) return { organisation, flow, record };
  }
  return undefined;
}

function readPayer(form: URLSearchParams): Payer {
  const text = (name: string) => form.get(name)?.trim() || null;
  return {
    givenName: text('given_name'),
    familyName: text('family_name'),
    companyName: text('company_name'),
    email: text('email'),
  };
}

function faultsOf({ entries }: ApiFailure): string {
  return entries.map(({ field, message }) => `${(field ?? '').replaceAll('_', ' ')} ${message}`.trim()).join('; ');
}

function form({ flow, organisation }: Visit): string {
  const input = (name: string, label: string, type = 'text') => {
    const value = escape(flow.prefilled_customer?.[name] ?? '');
    const locked = flow.lock_customer_details && value !== '' ? ' readonly' : '';
    return `<p><label>${label} <input name="${name}" type="${type}" value="${value}"${locked}></label></p>`;
  };
  const exit =
    flow.exit_uri === null ? '' : `<p><a href="${escape(flow.exit_uri)}">Leave without setting it up</a></p>`;
  return [
    `<h1>Set up a direct debit to ${escape(organisation.name)}</h1>`,
    '<form method="post">',
    input('given_name', 'First name'),
    input('family_name', 'Last name'),
    input('company_name', 'Or company'),
    input('email', 'E-mail', 'email'),
    '<p><button>Agree and set up</button></p>',
    '</form>',
    exit,
  ].join('\n');
}

function sendPage(response: ServerResponse, status: number, content: string): void {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Simulated GoCardless</title></head><body>
<p>This is a simulator: no bank is asked and no money moves.</p>
${content}
</body></html>`;
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
