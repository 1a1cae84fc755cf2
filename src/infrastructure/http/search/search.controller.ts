import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FoundThings, search, SEARCHED } from '../../../read-models/search/search';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer, answered } from '../answers/answer';
import { Reads } from '../answers/describe-address';
import { Operation } from '../answers/operation';
import { invalid } from '../errors/problem';
import { ListRequest } from '../requests/query-parameters';
import { Views } from '../views/views';

/** One question over everything: by part of a word, by id or by number. */
@ApiTags('Overview')
@Controller('api/search')
@Roles(...MAY.readBooks)
export class SearchController {
  constructor(private readonly views: Views) {}

  @Get()
  @Operation('search', 'Find things by a word, an id or a number')
  @Reads(FoundThings, { searched: true })
  async search(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<FoundThings>> {
    const { q } = request;
    if (q === undefined) throw invalid([{ field: 'q', code: 'required', message: 'is missing' }]);
    const { view, ...seen } = await this.views.of(request, access, SEARCHED);
    return answered(await search(this.views.source, view, q), seen);
  }
}
