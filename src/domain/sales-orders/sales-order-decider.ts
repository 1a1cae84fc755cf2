import { type Decider, type Decision, type Issued, never, refuse } from '../shared/decider';
import { isProcessed } from '../shared/processed-causes';
import { streams } from '../shared/streams';
import { type ChangeInstalments, changeInstalments } from './change-instalments';
import { type SalesOrderEvent } from '../event-groups';
import { type PlaceSalesOrder, placeSalesOrder } from './place-sales-order';
import {
  type CancelInstalment,
  cancelInstalment,
  type ReleaseInstalment,
  releaseInstalment,
} from './release-instalment';
import { evolveSalesOrder, noSalesOrder, type SalesOrder, salesOrderReferences } from './sales-order';

export type SalesOrderCommand = PlaceSalesOrder | ReleaseInstalment | ChangeInstalments | CancelInstalment;

export const salesOrderDecider: Decider<string, SalesOrder, SalesOrderCommand, SalesOrderEvent> = {
  streamOf: streams.salesOrder,
  initial: noSalesOrder,
  evolve: evolveSalesOrder,
  decide,
  references: salesOrderReferences,
};

function decide(command: Issued<SalesOrderCommand>, state: SalesOrder): Decision<SalesOrderEvent> {
  if (state.status === 'none') {
    return command.type === 'PlaceSalesOrder'
      ? placeSalesOrder(command)
      : refuse('not_found', 'There is no such order.');
  }
  if (isProcessed(state, command)) return [];
  switch (command.type) {
    case 'PlaceSalesOrder':
      return refuse('already_exists', `The order ${state.salesOrderId} exists already.`);
    case 'ReleaseInstalment':
      return releaseInstalment(command, state);
    case 'ChangeInstalments':
      return changeInstalments(command, state);
    case 'CancelInstalment':
      return cancelInstalment(command, state);
    default:
      return never(command);
  }
}
