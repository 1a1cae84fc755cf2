import { fields } from '../../../fields/field';
import { id } from '../../../fields/kinds';

export class IdentifyRefundBody extends fields({
  customerId: id(),
}) {}

export class IdentifiedRefund extends fields({
  refundId: id({ description: 'GoCardless’s.' }),
  customerId: id(),
}) {}
