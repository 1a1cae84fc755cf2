import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type LineShare, type PlannedInstalment } from '../../domain/sales-orders/events';
import { placeSalesOrder, type PlaceSalesOrder } from '../../domain/sales-orders/place-sales-order';
import { isRefusal, type Refusal } from '../../domain/shared/decider';
import { sum } from '../../domain/shared/money';
import { type CommandContext, issued } from '../aggregates';
import { Mandates } from '../mandates/mandates';
import {
  GOCARDLESS_ACCOUNTS,
  GoCardlessAccessRefused,
  type GoCardlessAccounts,
  GoCardlessUnavailable,
} from '../ports/gocardless';
import { ReferenceClaims } from '../references/reference-claims';
import { type OrderFields, WishedOrders } from './wished-orders';

/** What does not keep an order from being placed, and is worth knowing before. */
export const ORDER_WARNINGS = ['no_mandate', 'charge_date_moved', 'charge_dates_unknown'] as const;
export type OrderWarning = (typeof ORDER_WARNINGS)[number];

export interface PreviewedInstalment {
  readonly dueDate: string;
  readonly amount: number;
  readonly shares: readonly Pick<LineShare, 'line' | 'amount' | 'tax'>[];
  /** The first day on which the mandate can be charged as it stands, where that is later than the due date. */
  readonly movedTo: string | null;
}

export interface OrderPreview {
  readonly scheduledPayments: readonly PreviewedInstalment[];
  readonly planTotal: number;
  readonly warnings: readonly OrderWarning[];
}

/** What an order would be, without placing it. */
export class PreviewSalesOrder extends Command<OrderPreview | Refusal> {
  constructor(
    readonly order: OrderFields,
    /** The connections that the caller may use. */
    readonly allowed: 'all' | readonly string[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** From when on the order's mandate can be charged: a day, null when nobody said, or why that is not known. */
type FirstChargeDate = { readonly day: string | null } | { readonly warning: OrderWarning };

@CommandHandler(PreviewSalesOrder)
export class PreviewSalesOrderHandler implements ICommandHandler<PreviewSalesOrder> {
  constructor(
    private readonly mandates: Mandates,
    private readonly referenceClaims: ReferenceClaims,
    private readonly wishedOrders: WishedOrders,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
  ) {}

  async execute({ order, allowed, context }: PreviewSalesOrder): Promise<OrderPreview | Refusal> {
    const command = await this.wishedOrders.command(order, allowed, context);
    if (isRefusal(command)) return command;
    const decided = placeSalesOrder(issued(command, context));
    if (isRefusal(decided)) return decided;
    const { connectionId, salesOrderId: id, reference = null } = command;
    const taken = await this.referenceClaims.refusalOf({ connectionId, of: 'salesOrder', id, reference }, context);
    if (taken !== null) return taken;
    const instalments = decided.flatMap(({ data }) => data.instalments);
    const first = await this.firstChargeDate(command);
    const scheduledPayments = instalments.map((one) => previewed(one, 'day' in first ? first.day : null));
    const isMoved = scheduledPayments.some(({ movedTo }) => movedTo !== null);
    return {
      scheduledPayments,
      planTotal: sum(instalments.map(({ amount }) => amount)),
      warnings: 'warning' in first ? [first.warning] : isMoved ? ['charge_date_moved'] : [],
    };
  }

  /** Asked of GoCardless, since it moves with the calendar; that it does not answer keeps nobody from seeing the plan. */
  private async firstChargeDate(command: PlaceSalesOrder): Promise<FirstChargeDate> {
    const { connectionId } = command;
    const mandate = await this.mandateFor(command);
    if (mandate === null) return { warning: 'no_mandate' };
    try {
      const gocardless = await this.accounts.of(connectionId);
      return { day: (await gocardless.mandate(mandate)).nextPossibleChargeDate };
    } catch (error) {
      if (error instanceof GoCardlessUnavailable || error instanceof GoCardlessAccessRefused)
        return { warning: 'charge_dates_unknown' };
      throw error;
    }
  }

  private async mandateFor({ connectionId, customerId, currency, mandateId }: PlaceSalesOrder): Promise<string | null> {
    const effective =
      mandateId === undefined || mandateId === null
        ? await this.mandates.usableFor(customerId, currency)
        : await this.mandates.effective(connectionId, mandateId);
    return effective?.mandateId ?? null;
  }
}

function previewed({ dueDate, amount, shares }: PlannedInstalment, first: string | null): PreviewedInstalment {
  return {
    dueDate,
    amount,
    shares: shares.map(({ line, amount: share, tax }) => ({ line, amount: share, tax })),
    movedTo: first !== null && first > dueDate ? first : null,
  };
}
