import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { paymentsReadModel } from '../../../read-models/payments/table';
import { listMandates } from '../../../read-models/mandates/reader';
import { mandatesReadModel } from '../../../read-models/mandates/table';
import { peopleReadModel } from '../../../read-models/people/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { ListOf } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { Views } from '../views/views';
import { ListQuery } from '../requests/query-parameters';
import { MandateFilters, MandateItem } from './mandate-fields';

const MODELS = [mandatesReadModel, peopleReadModel, paymentsReadModel];

@ApiTags('Mandates')
@Controller('api/mandates')
export class MandatesController {
  constructor(private readonly views: Views) {}

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(MandateItem, { filters: MandateFilters })
  list(@ListQuery() query: ListQuery<MandateFilters>, @Caller() access: Access): Listed<MandateItem, MandateFilters> {
    return listed(query, (page) => this.views.page(page, access, MODELS, listMandates));
  }
}
