import { fields, optional } from '../../../fields/field';
import { currency, id, text } from '../../../fields/kinds';
export class MandateSetupBody extends fields({
  customerId: id(),
  scheme: optional(
    text({ max: 30, description: 'For example bacs or sepa_core; the currency decides when left out.' }),
  ),
  currency: optional(currency({ description: 'The scheme’s when left out; GBP without either.' })),
}) {}

export class MandateSetup extends fields({
  url: text({ max: 2000, description: 'The page for the payer; valid for 7 days.' }),
}) {}
