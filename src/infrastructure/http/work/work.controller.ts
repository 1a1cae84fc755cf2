import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { isInScope } from '../../../application/access-scope';
import { type Work, WORK_TABLE, type WorkTable } from '../../../application/ports/work-table';
import { type Summary } from '../../../read-models/lists/list';
import { pick } from '../../../read-models/lists/pick';
import { memoryList } from '../../../read-models/lists/memory-list';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { ListOf, SummaryOf } from '../answers/describe-address';
import { type Listed } from '../answers/listed';
import { Operation } from '../answers/operation';
import { exportedBody } from '../balance-exports/exported-body';
import { invalid, notFound } from '../errors/problem';
import { Named } from '../lists/list-controller';
import { ListRequest } from '../requests/query-parameters';
import { Views } from '../views/views';
import { WorkItem } from './work-fields';

type ReadWork = () => Promise<readonly Work[]>;

const workList = memoryList<WorkItem, ReadWork>({
  name: 'work',
  item: WorkItem,
  filters: ['kind', 'state', 'startedBy'],
  sorts: ['startedAt', 'endedAt'],
  searched: ['id'],
  groups: ['kind', 'state'],
  all: async (read) => (await read()).map(toItem),
});

/** Long work that was not done within ten seconds: how far it is, and what came of it. It is not part of the log. */
@ApiTags('Work')
@Controller('api/work')
@Roles(...MAY.readBooks)
export class WorkController {
  constructor(
    private readonly views: Views,
    @Inject(WORK_TABLE) private readonly table: WorkTable,
  ) {}

  @Get()
  @ListOf(workList)
  @Named('list', workList.name)
  list(@ListRequest() request: ListRequest, @Caller() access: Access): Listed {
    return this.views.listFrom(this.readerOf(request, access), workList, request, access);
  }

  @Get('summary')
  @SummaryOf(workList)
  @Named('summarize', workList.name)
  summarize(@ListRequest() request: ListRequest, @Caller() access: Access): Promise<Answer<Summary>> {
    return this.views.summaryFrom(this.readerOf(request, access), workList, request, access);
  }

  @Get(':id')
  @Operation('readWork', 'Get how far long work is, and what came of it')
  @ApiResponse({ status: 200, type: WorkItem })
  async read(@Param('id') id: string, @Caller() access: Access): Promise<WorkItem> {
    const work = await this.table.find(id);
    if (work === null || !isVisible(work, access)) throw notFound('There is no such work.');
    return toItem(work);
  }

  private readerOf({ asOf }: ListRequest, access: Access): ReadWork {
    if (asOf !== undefined) {
      const message = 'is not known here: work is not part of the log';
      throw invalid([{ field: 'asOf', code: 'not_known_here', message }]);
    }
    return async () => (await this.table.list()).filter((work) => isVisible(work, access));
  }
}

/** A key sees what touches no connection beyond its own. */
function isVisible({ connectionIds }: Work, { connectionIds: reached }: Access): boolean {
  if (connectionIds === 'all') return reached === 'all';
  return connectionIds.every((one) => isInScope(reached, one));
}

function toItem(work: Work): WorkItem {
  return pick(WorkItem, work, { result: work.result === null ? null : bodyOf(work.kind, work.result) });
}

/** What the command's own address would have answered. */
function bodyOf(kind: Work['kind'], result: object): object {
  return kind === 'balance_export' ? exportedBody(result as Parameters<typeof exportedBody>[0]) : result;
}
