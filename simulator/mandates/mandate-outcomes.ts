import { bankDetails } from '../events/event-catalogue';
import { type MandateAction } from '../machines/mandate';
import { reschedule } from '../payments/collect-payment';
import { possibleChargeDate } from '../payments/create-payment';
import { movePayment } from '../payments/move-payment';
import { type EventResource, type FundsSettlement } from '../resources/shapes';
import { type BankReason, type MandateRecord, type Organisation } from '../state/organisation';
import { type World } from '../state/world';
import { moveSubscription } from '../subscriptions/move-subscription';
import { createMandate, planMandate } from './create-mandate';
import { movePlans } from './end-plans';
import { moveMandate } from './move-mandate';
import { transferMandate } from './transfer-mandate';

const gocardless = (cause: string) => ({ details: { origin: 'gocardless', cause } });

/** Takes a mandate that is on its way through sending and activation. */
export function bringToActive(world: World, organisation: Organisation, record: MandateRecord): void {
  if (record.resource.status === 'pending_customer_approval') approve(world, organisation, record, 'granted');
  if (record.resource.status === 'pending_submission') {
    moveMandate(world, organisation, record, 'submitted', gocardless('mandate_submitted'));
  }
  if (record.resource.status === 'submitted') {
    moveMandate(world, organisation, record, 'active', gocardless('mandate_activated'));
  }
}

/** The second signature is there, or was found needless: the mandate and its payments go on. */
function approve(world: World, organisation: Organisation, record: MandateRecord, how: 'granted' | 'skipped'): void {
  const action = `customer_approval_${how}` as const;
  const parent = moveMandate(world, organisation, record, action, { details: { origin: 'customer', cause: action } });
  planMandate(world, organisation, record);
  approveSubscriptions(world, organisation, record, parent);
  for (const id of organisation.paymentsOfMandate.get(record.resource.id) ?? []) {
    const payment = organisation.payments.get(id);
    if (payment?.resource.status !== 'pending_customer_approval') continue;
    movePayment(world, organisation, payment, 'customer_approval_granted', {
      details: { origin: 'customer', cause: 'customer_approval_granted' },
      links: { parent_event: parent.id },
    });
    if (payment.schedule.submitAt <= world.clock.now()) {
      const date = possibleChargeDate(world, payment.resource.scheme, false, null);
      reschedule(world, organisation, payment, date);
    }
  }
}

function approveSubscriptions(world: World, organisation: Organisation, mandate: MandateRecord, parent: EventResource) {
  for (const id of organisation.subscriptionsOfMandate.get(mandate.resource.id) ?? []) {
    const subscription = organisation.subscriptions.get(id);
    if (subscription?.resource.status !== 'pending_customer_approval') continue;
    moveSubscription(world, organisation, subscription, 'customer_approval_granted', {
      details: { origin: 'customer', cause: 'customer_approval_granted' },
      links: { parent_event: parent.id },
    });
  }
}

/** What is different about the mandate that takes the place of another one. */
export interface Successor {
  readonly creditor?: string;
  readonly fundsSettlement?: FundsSettlement;
}

/** A new mandate takes the place of the old one, as when the creditor becomes known under another identifier. */
function replaceMandate(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  instead: Successor = {},
): MandateRecord | undefined {
  const { links, scheme, metadata, funds_settlement: settlement } = record.resource;
  const creditor = organisation.creditors.get(instead.creditor ?? links.creditor);
  const account = organisation.bankAccounts.get(links.customer_bank_account);
  if (creditor === undefined || account === undefined) return undefined;
  const fundsSettlement = instead.fundsSettlement ?? settlement;
  const wish = { scheme, reference: null, metadata, origin: 'gocardless', fundsSettlement } as const;
  const successor = createMandate(world, organisation, creditor, account, wish);
  bringToActive(world, organisation, successor);
  const id = successor.resource.id;
  movePlans(organisation, record, successor);
  record.resource = { ...record.resource, links: { ...links, new_mandate: id } };
  moveMandate(world, organisation, record, 'replaced', {
    ...gocardless('scheme_identifier_changed'),
    links: { new_mandate: id },
  });
  return successor;
}

/** Applies an event of a mandate now, going through the moves that must come before it. */
export function applyMandateOutcome(
  world: World,
  organisation: Organisation,
  record: MandateRecord,
  outcome: MandateAction,
  reason: BankReason,
): void {
  const { scheme } = record.resource;
  const move = (action: MandateAction, details: { origin: string; cause: string }) =>
    moveMandate(world, organisation, record, action, { details });
  const asGocardless = (cause: string) => ({ origin: reason.origin ?? 'gocardless', cause: reason.cause ?? cause });
  switch (outcome) {
    case 'customer_approval_granted':
      approve(world, organisation, record, 'granted');
      return;
    case 'customer_approval_skipped':
      approve(world, organisation, record, 'skipped');
      return;
    case 'submitted':
      move('submitted', asGocardless('mandate_submitted'));
      return;
    case 'active':
      if (record.resource.status === 'pending_submission') move('submitted', asGocardless('mandate_submitted'));
      move('active', asGocardless('mandate_activated'));
      return;
    case 'failed':
      move('failed', bankDetails('mandates', 'failed', scheme, reason));
      return;
    case 'cancelled':
      move('cancelled', endDetails(scheme, reason));
      return;
    case 'blocked':
      move('blocked', asGocardless('mandate_blocked'));
      return;
    case 'expired':
      bringToActive(world, organisation, record);
      move('expired', asGocardless('mandate_expired'));
      return;
    case 'consumed':
      bringToActive(world, organisation, record);
      move('consumed', asGocardless('mandate_consumed'));
      return;
    case 'suspended_by_payer':
      bringToActive(world, organisation, record);
      move('suspended_by_payer', {
        origin: reason.origin ?? 'payer',
        cause: reason.cause ?? 'mandate_suspended_by_payer',
      });
      return;
    case 'transferred':
      bringToActive(world, organisation, record);
      transferMandate(world, organisation, record, reason);
      return;
    case 'replaced':
      bringToActive(world, organisation, record);
      replaceMandate(world, organisation, record);
      return;
    case 'resubmission_requested':
      move('resubmission_requested', {
        origin: reason.origin ?? 'api',
        cause: reason.cause ?? 'resubmission_requested',
      });
      return;
    case 'reinstated':
      if (record.resource.status === 'expired') {
        move('resubmission_requested', { origin: 'api', cause: 'resubmission_requested' });
      }
      if (record.resource.status === 'pending_submission') move('submitted', asGocardless('mandate_submitted'));
      move('reinstated', { origin: reason.origin ?? 'bank', cause: reason.cause ?? 'mandate_reinstated' });
      return;
    default:
      outcome satisfies never;
  }
}

function endDetails(scheme: string, reason: BankReason) {
  if (reason.origin === undefined || reason.origin === 'bank') {
    return bankDetails('mandates', 'cancelled', scheme, reason);
  }
  return { origin: reason.origin, cause: reason.cause ?? 'mandate_cancelled' };
}

/** Replaces every mandate that can be charged, or the named ones, one by one. */
export function replaceMandates(
  world: World,
  organisation: Organisation,
  ids: readonly string[] | null,
  instead: Successor,
) {
  const chosen = [...organisation.mandates.oldestFirst()].filter(({ resource }) =>
    ids === null ? resource.status === 'active' : ids.includes(resource.id),
  );
  return chosen.flatMap((record) => {
    bringToActive(world, organisation, record);
    const successor = replaceMandate(world, organisation, record, instead);
    return successor === undefined ? [] : [{ mandate: record.resource.id, newMandate: successor.resource.id }];
  });
}
