import { type Command } from '@nestjs/cqrs';
import { AwaitBalanceImport, type RestOfImport } from '../balances/await-balance-import';
import { ExportBalances, type RestOfExport } from '../balances/export-balances';
import { type CommandContext } from '../aggregates';
import { type WorkKind } from '../ports/work-table';
import { type Working } from '../running/working';
import { type RestOfSchedulerRun, RunScheduler } from '../sales-orders/run-scheduler';

/** What is left of each kind of work, written down when it has begun. */
export interface RestOf {
  readonly scheduler_run: RestOfSchedulerRun;
  readonly balance_import: RestOfImport;
  readonly balance_export: RestOfExport;
}

type GoOn<Rest extends object> = (rest: Rest, context: CommandContext, working: Working<Rest>) => Command<object>;

/** The command that does the rest, after the process that had begun it is gone. What was done before is harmless to do again. */
export const GO_ON: { readonly [Kind in WorkKind]: GoOn<RestOf[Kind]> } = {
  scheduler_run: (rest, context, working) => new RunScheduler(null, [], context, { working, rest }),
  balance_import: (rest, context, working) => new AwaitBalanceImport(rest, working.stop, context),
  balance_export: ({ fields, allowed }, context, working) =>
    new ExportBalances(fields, false, allowed, context, working),
};
