import { fields, nullable, optional } from '../../src/fields/field';
import { amount, currency, day, email, flag, id, listOf, nested, oneOf, text, texts } from '../../src/fields/kinds';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { StoreUnavailable } from '../../src/application/ports/event-store';
import { refuse } from '../../src/domain/shared/decider';
import { Access, Caller } from '../../src/infrastructure/http/access/access';
import { Door } from '../../src/infrastructure/http/access/open';
import { MAY, Roles } from '../../src/infrastructure/http/access/roles';
import { answered, type Answer } from '../../src/infrastructure/http/answers/answer';
import { Answers, ListOf, Reads } from '../../src/infrastructure/http/answers/describe-address';
import { Listed } from '../../src/infrastructure/http/answers/listed';
import { memoryList } from '../../src/read-models/lists/memory-list';
import { unlessRefused } from '../../src/infrastructure/http/errors/refusals';
import { CommandContext } from '../../src/infrastructure/http/idempotency/command-context';
import { ListRequest, Reading } from '../../src/infrastructure/http/requests/query-parameters';
import { TakesTable, Upload } from '../../src/infrastructure/http/requests/upload';

class Line extends fields({
  item: text(),
  amount: amount({ min: 0 }),
}) {}

export class OrderBody extends fields({
  customerId: id(),
  currency: currency(),
  lines: listOf(Line, { min: 1 }),
  dueDate: optional(day()),
  email: optional(email()),
}) {}

class Flags extends fields({
  paidOut: flag(),
}) {}

export class OrderItem extends fields({
  id: id(),
  name: nullable(text()),
  amount: amount(),
  currency: currency(),
  flags: nested(Flags),
  receipts: texts(),
}) {}

const ordersList = {
  ...memoryList<OrderItem>({ name: 'orders', item: OrderItem, all: () => Promise.resolve([]) }),
  sorts: ['amount'],
  filters: {
    status: { field: oneOf(['open', 'closed']), repeated: true },
    paidOut: { field: flag(), repeated: true },
    since: { field: day(), repeated: false },
  },
};

export class Placed extends fields({
  id: id(),
}) {}

/** What a spreadsheet must not run; the rest is plain. */
export const NAMES: readonly string[] = ['=1+1', '+44 20', '-Smith', '@SUM(A1)', 'O\'Hara, "Pat"', '\tTab'];

const ORDERS: readonly OrderItem[] = Array.from({ length: 1203 }, (_, index) => ({
  id: `so_${index}`,
  name: NAMES[index] ?? null,
  amount: 12_000 - index,
  currency: 'GBP',
  flags: { paidOut: index % 2 === 0 },
  receipts: ['R-1', 'R-2'],
}));

/** What the tests of the HTTP part talk to: a command, a list and things that go wrong. */
@Controller()
export class OrdersController {
  placed: { readonly body: OrderBody; readonly context: CommandContext }[] = [];
  received: (Buffer | undefined)[] = [];
  pages: ListRequest[] = [];
  /** Awaited by every command, so that a test can look at one that is not done. */
  gate: Promise<void> = Promise.resolve();

  @Post('api/orders')
  @Roles(...MAY.keepBooks)
  @Answers(201, Placed)
  async place(
    @Body() body: OrderBody,
    @CommandContext() context: CommandContext,
  ): Promise<Placed & { position: string }> {
    this.placed.push({ body, context });
    await this.gate;
    return { id: `so_${context.commandId}`, position: `memory.${this.placed.length}` };
  }

  @Post('api/orders/:id/failure')
  @Roles(...MAY.keepBooks)
  @Answers(200)
  fail(@Param('id') id: string): Answer<object> | object {
    this.placed.length += 1;
    switch (id) {
      case 'refused':
        return unlessRefused({ ...refuse('ambiguous', 'Several fit.'), choices: [{ mandateId: 'MD1' }] });
      case 'odd':
        return unlessRefused(refuse('plan_does_not_add_up', 'The instalments add up to 1, not 2.', 'plan'));
      case 'away':
        throw new StoreUnavailable('postgres://user:hunter2hunter2@host refused');
      case 'bug':
        throw new TypeError('no such thing for ada@example.com');
      default:
        return answered({ id }, { status: 202 });
    }
  }

  @Get('api/orders')
  @Roles(...MAY.readBooks)
  @ListOf(ordersList)
  list(@ListRequest() request: ListRequest): Listed<OrderItem> {
    return new Listed<OrderItem>(OrderItem, request, (page) => {
      this.pages.push(page);
      if (page.filters['status']?.[0] === 'closed' && page.cursor !== undefined)
        throw new Error('the second page can not be read');
      const from = page.cursor === undefined ? 0 : ORDERS.findIndex(({ id }) => id === page.cursor) + 1;
      const items = ORDERS.slice(from, from + page.limit);
      const next = from + page.limit < ORDERS.length ? (items.at(-1)?.id ?? null) : null;
      const previous = from === 0 ? null : (ORDERS[Math.max(0, from - 1 - page.limit)]?.id ?? null);
      return Promise.resolve({ items, next, previous, position: 'memory.7' });
    });
  }

  @Get('api/orders/:id')
  @Roles(...MAY.readBooks)
  @Reads(OrderItem, { effectiveAt: true })
  read(@Param('id') id: string, @Reading() reading: Reading, @Caller() access: Access): Answer<object> {
    return answered({ id, reading, actor: access.actor }, { position: 'memory.9' });
  }

  @Get('api/rounds')
  @Roles(...MAY.readPayments)
  @Reads(OrderItem)
  rounds(@Caller() access: Access): object {
    return { rounds: access.rounds };
  }

  @Get('api/closed')
  closed(): object {
    return {};
  }

  @Post('api/orders/import')
  @Roles(...MAY.keepBooks)
  @TakesTable()
  @Answers(200)
  import(@Body() upload: Upload): object {
    return { mediaType: upload.mediaType, fileName: upload.fileName, text: upload.content.toString() };
  }

  @Post('webhooks/test')
  @Door()
  @Answers(204)
  receive(@Body() body: Buffer | undefined): Answer<undefined> {
    this.received.push(body);
    return answered(undefined, { position: 'memory.3' });
  }
}
