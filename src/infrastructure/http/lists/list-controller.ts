import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  type Type,
} from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { isObject } from '../../../fields/is-object';
import { type List, type Summary } from '../../../read-models/lists/list';
import { Access, Caller } from '../access/access';
import { type Role, Roles } from '../access/roles';
import { type Answer } from '../answers/answer';
import { ListOf, SummaryOf } from '../answers/describe-address';
import { type Listed } from '../answers/listed';
import { ListRequest } from '../requests/query-parameters';
import { Views, type Within } from '../views/views';

export interface ListAddress {
  /** For the list of the parts of a thing it has `:id`. */
  readonly path: string;
  readonly tag: string;
  readonly roles: readonly Role[];
  readonly list: List<object>;
  /** What is said when the thing of `:id` is not there. */
  readonly missing?: string;
}

/** The controller of a list: `GET` gives its pages or all of it as a table, `GET …/summary` how many items there are and their sums. */
export function listController({ path, tag, roles, list, missing }: ListAddress): Type {
  @ApiTags(tag)
  @Controller(path)
  @Roles(...roles)
  class ListController {
    constructor(private readonly views: Views) {}

    @Get()
    @ListOf(list)
    @Named('list', list.name, path)
    list(@ListRequest() request: ListRequest, @Caller() access: Access, @PathId() id: string | null): Listed {
      return this.views.list(list, request, access, withinOf(id));
    }

    @Get('summary')
    @SummaryOf(list)
    @Named('summarize', list.name, path)
    summarize(
      @ListRequest() request: ListRequest,
      @Caller() access: Access,
      @PathId() id: string | null,
    ): Promise<Answer<Summary>> {
      return this.views.summary(list, request, access, withinOf(id));
    }
  }

  function withinOf(id: string | null): Within | undefined {
    return id === null ? undefined : { id, missing: missing ?? 'There is nothing at this address.' };
  }

  return ListController;
}

const PathId = createParamDecorator((_: unknown, context: ExecutionContext): string | null => {
  const { params } = context.switchToHttp().getRequest<FastifyRequest>();
  const id = isObject(params) ? params['id'] : undefined;
  return typeof id === 'string' ? id : null;
});

/** `sales-orders` → `listSalesOrders`, "List sales orders". */
export function Named(verb: 'list' | 'summarize', name: string, path = ''): MethodDecorator {
  const words = name.split('-');
  const operationId = verb + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const summary = `${verb === 'list' ? 'List' : 'Count and add up'} ${words.join(' ')}`;
  return applyDecorators(
    ApiOperation({ operationId, summary }),
    ...(path.includes(':id') ? [ApiParam({ name: 'id', schema: { type: 'string' } })] : []),
  );
}
