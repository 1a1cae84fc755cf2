import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { balancesReadModel } from '../../../projections/balances/table';
import { ePaymentsReadModel } from '../../../projections/e-payments/table';
import { listMandates } from '../../../projections/mandates-list/reader';
import { mandatesListReadModel } from '../../../projections/mandates-list/table';
import { peopleReadModel } from '../../../projections/people/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { ListOf } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { type FieldsOf } from '../fields/field';
import { Views } from '../reading-view/views';
import { ListQuery } from '../requests/reading';
import { MandateFilters, MandateItem } from './mandate-fields';

const MODELS = [mandatesListReadModel, peopleReadModel, ePaymentsReadModel, balancesReadModel];

@ApiTags('Mandates')
@Controller('api/mandates')
export class MandatesController {
  constructor(private readonly views: Views) {}

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(MandateItem, { filters: MandateFilters })
  list(
    @ListQuery() query: ListQuery<MandateFilters>,
    @Caller() access: Access,
  ): Listed<FieldsOf<MandateItem>, MandateFilters> {
    return listed(query, (page) => this.views.page(page, access, MODELS, listMandates));
  }
}
