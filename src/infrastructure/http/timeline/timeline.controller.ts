import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EVENT_STORE, type EventStore } from '../../../application/ports/event-store';
import { connectionsReadModel } from '../../../read-models/connections/table';
import { type ReadModelDatabase } from '../../../read-models/engine/database';
import { findReceipt } from '../../../read-models/receipts/reader';
import { receiptsReadModel } from '../../../read-models/receipts/table';
import { scheduledPaymentsReadModel } from '../../../read-models/scheduled-payments/table';
import { readTimeline, type TimelineOf } from '../../../read-models/timeline/reader';
import { timelineReadModel } from '../../../read-models/timeline/table';
import { Access, Caller } from '../access/access';
import { MAY, Roles } from '../access/roles';
import { ListOf } from '../answers/describe-address';
import { type Listed, listed } from '../answers/listed';
import { invalid } from '../errors/problem';
import { type CallerView, Views } from '../views/views';
import { ListQuery } from '../requests/query-parameters';
import { TimelineFields, TimelineFilters } from './timeline-fields';

const MODELS = [timelineReadModel, scheduledPaymentsReadModel, receiptsReadModel, connectionsReadModel];

/** Every event about one thing, with who, why and both times. */
@ApiTags('Audit')
@Controller('api/timeline')
export class TimelineController {
  constructor(
    private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @Roles(...MAY.readBooks)
  @ListOf(TimelineFields, { filters: TimelineFilters, effectiveAt: true })
  list(
    @ListQuery() query: ListQuery<TimelineFilters>,
    @Caller() access: Access,
  ): Listed<TimelineFields, TimelineFilters> {
    const asked = askedOf(query.filters);
    return listed(query, (page) =>
      this.views.page(page, access, MODELS, async (database, view) =>
        readTimeline(database, this.store, { ...view, of: await thingOf(database, view, asked) }),
      ),
    );
  }
}

type Asked = readonly [thing: keyof TimelineFilters, id: string];

const THINGS = [
  'paymentId',
  'mandateId',
  'customerId',
  'salesOrderId',
  'scheduledPaymentId',
  'receiptId',
  'payoutId',
  'stream',
] as const satisfies readonly (keyof TimelineFilters)[];

function askedOf(filters: TimelineFilters): Asked {
  const given = THINGS.flatMap((thing): Asked[] => {
    const id = filters[thing];
    return id === undefined ? [] : [[thing, id]];
  });
  const [only, another] = given;
  if (only !== undefined && another === undefined) return only;
  const named = given.length === 0 ? THINGS : given.map(([thing]) => thing);
  const message = `exactly one of ${THINGS.join(', ')} is needed`;
  throw invalid(named.map((field) => ({ field, code: 'exactly_one', message })));
}

async function thingOf(database: ReadModelDatabase, view: CallerView, [thing, id]: Asked): Promise<TimelineOf> {
  if (thing !== 'receiptId') return { thing, id };
  // People know a receipt by its number.
  const receipt = await findReceipt(database, view, id);
  return { thing: 'documentId', id: receipt?.id ?? id };
}
