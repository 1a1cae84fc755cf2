import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { paymentsReadModel } from '../../../read-models/payments/table';
import { findPayout, listPayouts } from '../../../read-models/payouts/reader';
import { payoutsReadModel } from '../../../read-models/payouts/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { ListOf, Reads } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { Views } from '../views/views';
import { ListQuery, Reading } from '../requests/query-parameters';
import { PayoutFields, PayoutFilters, PayoutSummaryFields } from './payout-fields';

const MODELS = [payoutsReadModel, paymentsReadModel];

/** GoCardless's transfers to the bank, and what each consists of. */
@ApiTags('Payouts')
@Controller('api/payouts')
@Roles(...MAY.readBooks)
export class PayoutsController {
  constructor(private readonly views: Views) {}

  @Get()
  @ListOf(PayoutSummaryFields, { filters: PayoutFilters })
  list(
    @ListQuery() query: ListQuery<PayoutFilters>,
    @Caller() access: Access,
  ): Listed<PayoutSummaryFields, PayoutFilters> {
    return listed(query, (page) => this.views.page(page, access, MODELS, listPayouts));
  }

  @Get(':id')
  @Reads(PayoutFields)
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Promise<Answer<PayoutFields>> {
    const missing = 'There is no such payout.';
    return this.views.one(reading, access, MODELS, (database, view) => findPayout(database, view, id), missing);
  }
}
