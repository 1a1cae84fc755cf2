import { CurrencyCode, Id, Text } from '../fields/fields';

export class MandateSetupBody {
  @Id()
  customerId!: string;

  @Text({ optional: true, max: 30, description: 'For example bacs or sepa_core; the currency decides when left out.' })
  scheme?: string;

  @CurrencyCode({ optional: true, description: 'The scheme’s when left out; GBP without either.' })
  currency?: string;
}

export class MandateSetup {
  @Text({ max: 2000, description: 'The page for the payer; valid for 7 days.' })
  url!: string;
}
