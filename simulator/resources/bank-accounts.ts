import { invalidState } from '../api-errors/api-failure';
import { type Fields } from '../http/fields';
import { isLiveMandateStatus } from '../machines/mandate';
import { moveMandate } from '../mandates/move-mandate';
import { SCHEMES } from '../schemes/scheme-facts';
import { type BankAccountRecord, listUnder, type Organisation } from '../state/organisation';
import { type World } from '../state/world';

const CURRENCIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(SCHEMES).map(({ countryCode, currency }) => [countryCode, currency]),
);

/** The currency of a country's bank accounts; the eurozone is the rest. */
function currencyOf(countryCode: string): string {
  return CURRENCIES[countryCode] ?? 'EUR';
}

export interface BankAccountWish {
  readonly customer: string;
  readonly holder: string;
  readonly number: string;
  readonly countryCode: string;
  readonly currency: string | null;
  readonly accountType: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

export function readBankAccount(fields: Fields): BankAccountWish {
  const customer = fields.within('links').text('customer');
  const iban = fields.optionalText('iban')?.replaceAll(' ', '') ?? null;
  const holder = fields.text('account_holder_name', { max: 255 });
  const countryCode = fields.optionalText('country_code', { max: 2 }) ?? iban?.slice(0, 2) ?? '';
  if (countryCode === '') fields.fault('country_code', "can't be blank");
  const number = iban ?? fields.text('account_number');
  if (number !== '' && !/^[A-Z0-9-]{4,34}$/.test(number)) fields.fault(iban ? 'iban' : 'account_number', 'is invalid');
  const wish: BankAccountWish = {
    customer,
    holder,
    number: [fields.optionalText('bank_code'), fields.optionalText('branch_code'), number].filter(Boolean).join('/'),
    countryCode,
    currency: fields.optionalText('currency', { max: 3 }),
    accountType: fields.optionalText('account_type', { oneOf: ['savings', 'checking'] }),
    metadata: fields.metadata() ?? {},
  };
  fields.check();
  return wish;
}

/** Keeps a bank account; the same account of the same customer is refused and named. */
export function createBankAccount(world: World, organisation: Organisation, wish: BankAccountWish): BankAccountRecord {
  for (const id of organisation.accountsOfCustomer.get(wish.customer) ?? []) {
    const other = organisation.bankAccounts.get(id);
    if (other?.number === wish.number && other.resource.enabled) {
      throw invalidState(
        'bank_account_exists',
        'Bank account already exists',
        { customer_bank_account: other.resource.id },
        409,
      );
    }
  }
  const currency = wish.currency ?? currencyOf(wish.countryCode);
  const record: BankAccountRecord = {
    resource: {
      id: world.ids.next('BA'),
      created_at: world.clock.stamp(),
      account_holder_name: wish.holder.toUpperCase(),
      account_number_ending: wish.number.slice(currency === 'NZD' ? -4 : -2),
      account_type: wish.countryCode === 'US' ? (wish.accountType ?? 'checking') : null,
      bank_account_token: null,
      bank_name: 'BANK OF THE SIMULATOR',
      country_code: wish.countryCode,
      currency,
      enabled: true,
      metadata: wish.metadata,
      links: { customer: wish.customer },
    },
    number: wish.number,
  };
  organisation.bankAccounts.add(record);
  listUnder(organisation.accountsOfCustomer, wish.customer, record.resource.id);
  return record;
}

/** Eight digits that belong to nobody. */
export function inventedNumber(world: World): string {
  return String(Math.floor(world.random.next() * 100_000_000)).padStart(8, '0');
}

/** Ends a bank account with its mandates and what they had waiting. */
export function disableBankAccount(world: World, organisation: Organisation, record: BankAccountRecord): void {
  if (!record.resource.enabled) throw invalidState('disable_failed', 'The bank account is disabled already');
  record.resource = { ...record.resource, enabled: false };
  for (const mandate of organisation.mandates.oldestFirst()) {
    const { links, status } = mandate.resource;
    if (links.customer_bank_account !== record.resource.id || !isLiveMandateStatus(status)) continue;
    const details = { origin: 'api', cause: 'bank_account_closed' };
    moveMandate(world, organisation, mandate, 'cancelled', { details });
  }
}
