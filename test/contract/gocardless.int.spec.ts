import { startSimulator } from '../../simulator/simulator';
import {
  type GoCardless,
  GoCardlessAccessRefused,
  GoCardlessNotFound,
  GoCardlessRefused,
  type PaymentCreation,
} from '../../src/application/ports/gocardless';
import { SimulatorClock } from '../../src/infrastructure/clock/simulator-clock';
import { attempts } from '../../src/infrastructure/gocardless/calls';
import { connect, type Connected, type Waits, waits } from './gocardless-stub';

const MONDAY = '2026-02-02T10:00:00.000Z';

interface Payer {
  readonly customer: string;
  readonly customerBankAccount: string;
  readonly mandate: string;
  readonly email: string;
}

/** The port against a GoCardless that behaves like one: every method, and the faults of the way there. */
describe('the GoCardless port, against the simulator', () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let time: Waits;
  let connected: Connected;
  let account: GoCardless;

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, controlToken: 'control', now: MONDAY, seed: 'contract' });
    time = waits(MONDAY);
    connected = connect(simulator.url, time, simulator.accessToken);
    account = connected.account;
  });

  afterEach(async () => {
    connected.accounts.end();
    await simulator.close();
  });

  async function control<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${simulator.url}/control/${path}`, {
      method,
      headers: { authorization: 'Bearer control', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    // What the simulator's control API promises.
    return (await response.json()) as T;
  }

  async function payer(details: object = {}): Promise<Payer> {
    const { customers } = await control<{ customers: Payer[] }>('POST', 'customers', {
      givenName: 'Ines',
      familyName: 'Moreau',
      email: 'ines@harbour-cafe.example',
      ...details,
    });
    const [first] = customers;
    if (first === undefined) throw new Error('The simulator made no customer.');
    return first;
  }

  function creation(mandateId: string, more: Partial<PaymentCreation> = {}): PaymentCreation {
    return {
      mandateId,
      amount: 12000,
      currency: 'GBP',
      chargeDate: null,
      description: 'Membership',
      metadata: { ddl_payment: 'pay_1' },
      retryIfPossible: false,
      idempotencyKey: 'payment:pay_1:1',
      ...more,
    };
  }

  async function allOf<T>(pages: AsyncIterable<readonly T[] | 'gone'>): Promise<T[]> {
    const items: T[] = [];
    for await (const page of pages) if (page !== 'gone') items.push(...page);
    return items;
  }

  async function paidOut(): Promise<{ paymentId: string; payoutId: string; payer: Payer }> {
    const ines = await payer();
    const { payment } = await account.createPayment(creation(ines.mandate));
    await control('POST', 'clock', { advanceWorkingDays: 6 });
    const { payoutId } = await account.payment(payment.id);
    if (payoutId === null) throw new Error('The simulator paid nothing out.');
    return { paymentId: payment.id, payoutId, payer: ines };
  }

  describe('reading', () => {
    it('the creditor of the token', async () => {
      expect(await account.creditors()).toEqual([
        { id: expect.stringMatching(/^CR/) as string, name: 'Harbour Trading' },
      ]);
    });

    it('a customer with bank account and mandates', async () => {
      const ines = await payer({ companyName: 'Harbour Cafe' });

      const customer = await account.customer(ines.customer);
      const bankAccount = await account.customerBankAccount(ines.customerBankAccount);
      const mandate = await account.mandate(ines.mandate);
      const mandates = await account.mandatesOf(ines.customer);

      expect(customer).toMatchObject({
        id: ines.customer,
        givenName: 'Ines',
        familyName: 'Moreau',
        companyName: 'Harbour Cafe',
        email: 'ines@harbour-cafe.example',
      });
      expect(bankAccount).toMatchObject({ id: ines.customerBankAccount, gocardlessCustomerId: ines.customer });
      expect(bankAccount.accountNumberEnding).toMatch(/^\d{2}$/);
      expect(mandate).toMatchObject({
        id: ines.mandate,
        status: 'active',
        scheme: 'bacs',
        gocardlessCustomerId: ines.customer,
        customerBankAccountId: ines.customerBankAccount,
        newMandateId: null,
      });
      expect(mandates).toEqual([mandate]);
    });

    it('all customers over all pages, each once, newest first', async () => {
      const { customers } = await control<{ customers: Payer[] }>('POST', 'customers', {
        count: 1001,
        email: 'many@x.example',
      });

      const pages: number[] = [];
      const ids: string[] = [];
      for await (const page of account.customers()) {
        pages.push(page.length);
        ids.push(...page.map(({ id }) => id));
      }

      expect(pages).toEqual([500, 500, 1]);
      expect(ids).toEqual(customers.map(({ customer }) => customer).reverse());
    });

    it('all mandates and bank accounts, each once, newest first', async () => {
      const { customers } = await control<{ customers: Payer[] }>('POST', 'customers', { count: 501 });
      const newestFirst = [...customers].reverse();

      expect((await allOf(account.mandates())).map(({ id }) => id)).toEqual(newestFirst.map(({ mandate }) => mandate));
      expect((await allOf(account.customerBankAccounts())).map(({ id }) => id)).toEqual(
        newestFirst.map(({ customerBankAccount }) => customerBankAccount),
      );
    });

    it('the mandates and bank accounts that were there at a time', async () => {
      const first = await payer();
      const { createdAt } = await account.mandate(first.mandate);
      await control('POST', 'clock', { advanceDays: 1 });
      await payer();
      const times = { createdAtLte: createdAt };

      expect((await allOf(account.mandates(times))).map(({ id }) => id)).toEqual([first.mandate]);
      expect((await allOf(account.customerBankAccounts(times))).map(({ id }) => id)).toEqual([
        first.customerBankAccount,
      ]);
    });

    it('whether the token may write, without writing', async () => {
      await control('POST', 'tokens', { newToken: 'token-that-only-reads', access: 'read_only' });
      const readOnly = connected.accounts.withToken('sandbox', 'token-that-only-reads');

      expect([await account.mayWrite(), await readOnly.mayWrite()]).toEqual([true, false]);
      await expect(connected.accounts.withToken('sandbox', 'unknown').mayWrite()).rejects.toMatchObject({ code: 401 });
      expect(await allOf(account.payments({}))).toEqual([]);
    });

    it('the payments of a mandate since a time', async () => {
      const ines = await payer();
      const other = await payer();
      const early = await account.createPayment(creation(ines.mandate));
      const { now } = await control<{ now: string }>('POST', 'clock', { advanceDays: 1 });
      const late = await account.createPayment(creation(ines.mandate, { idempotencyKey: 'payment:pay_2:1' }));
      await account.createPayment(creation(other.mandate, { idempotencyKey: 'payment:pay_3:1' }));

      expect(await allOf(account.payments({ mandate: ines.mandate, createdAtGte: now }))).toEqual([late.payment]);
      expect(
        await allOf(account.payments({ mandate: ines.mandate, createdAtLte: '2026-02-02T12:00:00.000Z' })),
      ).toEqual([await account.payment(early.payment.id)]);
    });

    it('events by payment, by payout, by their parent and since a time', async () => {
      const { paymentId, payoutId } = await paidOut();

      const ofPayment = await allOf(account.events({ payment: paymentId }));
      const [paid] = await allOf(account.events({ payout: payoutId, action: 'paid' }));
      const children = await allOf(account.events({ parentEvent: paid?.id ?? '' }));

      expect(ofPayment.map(({ action }) => action)).toEqual(['paid_out', 'confirmed', 'submitted', 'created']);
      expect(ofPayment[0]).toMatchObject({
        resourceType: 'payments',
        links: { payment: paymentId, payout: payoutId },
        resourceMetadata: { ddl_payment: 'pay_1' },
      });
      expect(children.map(({ id }) => id)).toEqual([ofPayment[0]?.id]);
      expect(await allOf(account.events({ createdAtGte: paid?.createdAt ?? '', resourceType: 'payouts' }))).toEqual([
        paid,
      ]);
    });

    it('a payout with its items, until they are forgotten', async () => {
      const { paymentId, payoutId } = await paidOut();

      const payout = await account.payout(payoutId);
      const items = await allOf(account.payoutItems(payoutId));
      await control('POST', 'clock', { advanceDays: 200 });

      expect(payout).toMatchObject({ id: payoutId, currency: 'GBP', status: 'paid', fx: null });
      expect(payout.amount + payout.deductedFees).toBe(12000);
      expect(items.map(({ type, gocardlessPaymentId }) => ({ type, gocardlessPaymentId }))).toEqual([
        { type: 'payment_paid_out', gocardlessPaymentId: paymentId },
        { type: 'gocardless_fee', gocardlessPaymentId: paymentId },
      ]);
      expect(items[0]?.amount).toBe('12000.0');
      expect(items[1]?.taxes).toHaveLength(1);
      const later: unknown[] = [];
      for await (const page of account.payoutItems(payoutId)) later.push(page);
      expect(later).toEqual(['gone']);
    });

    it('nothing for an id that the account does not have', async () => {
      await expect(account.mandate('MD0000NONE')).rejects.toThrow(GoCardlessNotFound);
      await expect(account.payment('PM0000NONE')).rejects.toThrow(GoCardlessNotFound);
    });

    it('nothing with a token that is unknown or revoked', async () => {
      const unknown = connect(simulator.url, time, 'unknown-token');
      await expect(unknown.account.creditors()).rejects.toThrow(GoCardlessAccessRefused);
      await control('POST', 'tokens/revoke', { token: simulator.accessToken });
      await expect(account.creditors()).rejects.toMatchObject({ name: 'GoCardlessAccessRefused', code: 401 });
      unknown.accounts.end();
    });
  });

  describe('writing', () => {
    it('creates a payment, and hands it back under the same key whatever is asked then', async () => {
      const ines = await payer();

      const first = await account.createPayment(creation(ines.mandate));
      const again = await account.createPayment(creation(ines.mandate, { amount: 1 }));

      expect(first.outcome).toBe('created');
      expect(first.payment).toMatchObject({
        status: 'pending_submission',
        amount: 12000,
        currency: 'GBP',
        chargeDate: '2026-02-05',
        mandateId: ines.mandate,
        metadata: { ddl_payment: 'pay_1' },
      });
      expect(again).toEqual({ outcome: 'existed', payment: first.payment });
    });

    it('is refused with GoCardless’s reasons', async () => {
      const ines = await payer();
      await control('POST', `mandates/${ines.mandate}/outcomes`, { outcome: 'cancelled' });
      const lou = await payer();

      await expect(account.createPayment(creation(ines.mandate))).rejects.toMatchObject({
        name: 'GoCardlessRefused',
        reason: 'mandate_is_inactive',
      });
      await expect(account.createPayment(creation(lou.mandate, { chargeDate: '2026-02-03' }))).rejects.toMatchObject({
        type: 'validation_failed',
        errors: [{ field: 'charge_date' }],
      });
      await expect(account.createPayment(creation('MD0000NONE'))).rejects.toThrow(GoCardlessRefused);
    });

    it('names the new mandate of a replaced one', async () => {
      const ines = await payer();
      await control('POST', 'mandate-replacements', { mandates: [ines.mandate] });
      const { newMandateId } = await account.mandate(ines.mandate);

      await expect(account.createPayment(creation(ines.mandate))).rejects.toMatchObject({
        reason: 'mandate_replaced',
        errors: [{ links: { new_mandate: newMandateId } }],
      });
      expect((await account.mandate(newMandateId ?? '')).status).toBe('active');
    });

    it('cancels, once or twice', async () => {
      const { payment } = await account.createPayment(creation((await payer()).mandate));

      expect((await account.cancelPayment(payment.id)).status).toBe('cancelled');
      expect((await account.cancelPayment(payment.id)).status).toBe('cancelled');
    });

    it('does not cancel what is on its way', async () => {
      const { payment } = await account.createPayment(creation((await payer()).mandate));
      await control('POST', `payments/${payment.id}/outcomes`, { outcome: 'submitted' });

      await expect(account.cancelPayment(payment.id)).rejects.toMatchObject({ reason: 'cancellation_failed' });
    });

    it('retries what failed, and nothing else', async () => {
      const { payment } = await account.createPayment(creation((await payer()).mandate));
      await expect(account.retryPayment(payment.id, null)).rejects.toMatchObject({ reason: 'retry_failed' });
      await control('POST', `payments/${payment.id}/outcomes`, { outcome: 'failed' });

      expect((await account.retryPayment(payment.id, null)).status).toBe('pending_submission');
    });

    it('refunds, and reads the refund', async () => {
      const { paymentId } = await paidOut();
      const [creditor] = await account.creditors();
      await control('POST', `creditors/${creditor?.id ?? ''}`, { canCreateRefunds: true });
      await control('POST', 'clock', { advanceDays: 14 });
      // Something for the refund to be taken from.
      const other = await account.createPayment(
        creation((await payer()).mandate, { idempotencyKey: 'payment:pay_2:1' }),
      );
      await control('POST', `payments/${other.payment.id}/outcomes`, { outcome: 'confirmed' });
      const refunding = {
        gocardlessPaymentId: paymentId,
        amount: 300,
        totalAmountConfirmation: 300,
        metadata: { ddl_refund: 'event-1' },
        idempotencyKey: 'refund:1',
      };

      const made = await account.createRefund(refunding);

      expect(made).toMatchObject({
        outcome: 'created',
        refund: { amount: 300, gocardlessPaymentId: paymentId, metadata: { ddl_refund: 'event-1' } },
      });
      expect(await account.refund(made.refund.id)).toEqual(made.refund);
      expect(await account.createRefund(refunding)).toEqual({ outcome: 'existed', refund: made.refund });
    });

    it('sets up a mandate through a page for the payer', async () => {
      const setup = {
        scheme: 'bacs',
        currency: 'GBP',
        payer: { givenName: 'Ines', familyName: null, company: 'Harbour Cafe', email: 'ines@harbour-cafe.example' },
        metadata: { ddl_customer: 'cus_1' },
        idempotencyKey: 'setup:1',
      };

      const first = await account.createMandateSetup(setup);
      const again = await account.createMandateSetup(setup);
      await control('POST', `billing-requests/${first.billingRequestId}/fulfil`, {
        email: 'ines@harbour-cafe.example',
      });
      const [fulfilled] = await allOf(account.events({ billingRequest: first.billingRequestId, action: 'fulfilled' }));

      expect(first.authorisationUrl).toMatch(/^https?:/);
      expect(again.billingRequestId).toBe(first.billingRequestId);
      const mandate = await account.mandate(fulfilled?.links['mandate_request_mandate'] ?? '');
      expect(mandate).toMatchObject({ scheme: 'bacs', metadata: { ddl_customer: 'cus_1' } });
    });
  });

  describe('on a bad line', () => {
    const faulty = (fault: string, times = 1): Promise<unknown> =>
      control('POST', 'faults', { method: 'POST', path: '/payments', fault, times });

    it.each([
      ['500', 'created'],
      ['502html', 'created'],
      ['errorString', 'created'],
      ['reset', 'created'],
      ['429', 'created'],
      ['wrongJson', 'existed'],
      ['resetAfterCommit', 'existed'],
    ])('makes one payment through %s', async (fault, outcome) => {
      const ines = await payer();
      await faulty(fault);

      const made = await account.createPayment(creation(ines.mandate));

      expect(await allOf(account.payments({ mandate: ines.mandate }))).toEqual([made.payment]);
      expect(made.outcome).toBe(outcome);
      expect(time.waited).toHaveLength(1);
    });

    it('gives up on a server that hangs, and makes one payment when it is back', async () => {
      const ines = await payer();
      const hurried = connect(
        simulator.url,
        { ...time, deadlineMs: 200, writeSchedule: attempts(2) },
        simulator.accessToken,
      );
      await faulty('hang', 2);

      await expect(hurried.account.createPayment(creation(ines.mandate))).rejects.toMatchObject({
        because: 'deadline',
      });
      hurried.accounts.end();
      const { payment } = await account.createPayment(creation(ines.mandate));

      expect(await allOf(account.payments({ mandate: ines.mandate }))).toEqual([payment]);
    });

    it('cancels once though the answer is lost', async () => {
      const { payment } = await account.createPayment(creation((await payer()).mandate));
      await faulty('resetAfterCommit');

      expect((await account.cancelPayment(payment.id)).status).toBe('cancelled');
    });

    it('retries once though the answer is lost', async () => {
      const { payment } = await account.createPayment(creation((await payer()).mandate));
      await control('POST', `payments/${payment.id}/outcomes`, { outcome: 'failed' });
      await faulty('resetAfterCommit');

      expect((await account.retryPayment(payment.id, null)).status).toBe('pending_submission');
      const retries = await allOf(account.events({ payment: payment.id, action: 'resubmission_requested' }));
      expect(retries).toHaveLength(1);
    });

    it('reads again by itself after a 500', async () => {
      const ines = await payer();
      await control('POST', 'faults', { method: 'GET', path: '/mandates', fault: '500', times: 1 });

      expect((await account.mandate(ines.mandate)).id).toBe(ines.mandate);
    });
  });

  it('its clock is followed', async () => {
    const clock = await SimulatorClock.follow({ url: simulator.url, controlToken: 'control', interval: 60_000 });
    const before = clock.now();
    await control('POST', 'clock', { advanceTo: '2026-03-02T10:00:00.000Z' });
    const after = await clock.refresh();
    clock.stop();

    expect(before.slice(0, 10)).toBe('2026-02-02');
    expect(after.slice(0, 10)).toBe('2026-03-02');
    expect(clock.now()).toBe(after);
  });
});
