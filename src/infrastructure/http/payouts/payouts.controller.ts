import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { payoutItemsList } from '../../../read-models/payouts/items';
import { findPayout, PayoutFields, payoutsList } from '../../../read-models/payouts/list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { Reads } from '../answers/describe-address';
import { Operation } from '../answers/operation';
import { Reading } from '../requests/query-parameters';
import { Views } from '../views/views';

/** GoCardless's transfers to the bank, and what each consists of. */
@ApiTags('Payouts')
@Controller('api/payouts')
export class PayoutsController {
  constructor(private readonly views: Views) {}

  @Get(':id')
  @Operation('readPayout', 'Get a payout with its items')
  @Roles(...MAY.readBooks)
  @Reads(PayoutFields)
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Promise<Answer<PayoutFields>> {
    return this.views.one(
      reading,
      access,
      [...payoutsList.readModels, ...payoutItemsList.readModels],
      ({ database }, view) => findPayout(database, view, id),
      'There is no such payout.',
    );
  }
}
