import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { type Pool } from 'pg';
import { SEALER, type Sealer } from '../../application/ports/sealer';
import { systemClock } from '../clock/system-clock';
import { CONFIGURATION, type Configuration } from '../config/configuration';
import { POOL } from '../../postgres/pool';
import { ApiKeys } from './access/api-keys';
import { Authentication } from './access/authentication';
import { RolesGuard } from './access/roles-guard';
import { AnswerInterceptor } from './answers/answer-interceptor';
import { ProblemFilter } from './errors/problem-filter';
import { BalanceExportFilesController } from './balance-exports/balance-export-files.controller';
import { BalanceExportsController } from './balance-exports/balance-exports.controller';
import { BalancesController } from './balances/balances.controller';
import { ConnectionsController } from './connections/connections.controller';
import { SettingsController } from './connections/settings.controller';
import { CustomerMandatesController } from './customers/customer-mandates.controller';
import { CustomersController } from './customers/customers.controller';
import { DeliveriesController } from './deliveries/deliveries.controller';
import { HealthController } from './health/health.controller';
import { ReadinessChecks } from './health/readiness';
import { IncidentsController } from './incidents/incidents.controller';
import { CommandInterceptor } from './idempotency/command-interceptor';
import { KeptAnswers } from './idempotency/kept-answers';
import { KeysController } from './keys/keys.controller';
import { GoCardlessController } from './lookups/gocardless.controller';
import { GoCardlessWebhooksController } from './webhooks/gocardless-webhooks.controller';
import { LinkImportsController } from './mandates/link-imports.controller';
import { MandateSetupsController } from './mandates/mandate-setups.controller';
import { LIST_CONTROLLERS } from './lists/list-controllers';
import { SuggestionsController } from './mandates/suggestions.controller';
import { LedgerController } from './ledger/ledger.controller';
import { PaymentsController } from './payments/payments.controller';
import { ReceiptPrinter } from '../pdf/receipt-printer';
import { PortalController } from './portal/portal.controller';
import { PortalDoor } from './portal/portal-door';
import { PortalLinksController } from './portal/portal-links.controller';
import { OverviewController } from './overview/overview.controller';
import { PayoutsController } from './payouts/payouts.controller';
import { RefundsController } from './refunds/refunds.controller';
import { ReceiptsController } from './receipts/receipts.controller';
import { SalesOrdersController } from './sales-orders/sales-orders.controller';
import { ScheduledPaymentsController } from './scheduled-payments/scheduled-payments.controller';
import { SimulatorController } from './simulator/simulator.controller';
import { SessionsController } from './sessions/sessions.controller';
import { PublicOrigin } from './sessions/public-origin';
import { Sessions } from './sessions/sessions';
import { SearchController } from './search/search.controller';
import { SchedulerController } from './scheduler/scheduler.controller';
import { WorkController } from './work/work.controller';
import { FieldsPipe } from './requests/fields-pipe';

/**
 * Everything that all addresses share. Needs the runtime's module. The order of
 * the interceptors matters: what a command answers is made by the inner one and kept by the outer one.
 */
@Module({})
export class HttpModule {
  /** `controllers` are the addresses of this process beside health and metrics; `imports` have what they are built from. */
  static with(controllers: readonly Type[], imports: readonly Type[] = []): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      imports: [...imports],
      controllers: [HealthController, ...controllers],
      providers: [
        {
          provide: PublicOrigin,
          useFactory: (configuration?: Configuration) => new PublicOrigin(configuration?.publicUrl ?? null),
          inject: [{ token: CONFIGURATION, optional: true }],
        },
        {
          provide: Sessions,
          useFactory: (pool: Pool, apiKeys: ApiKeys) => new Sessions(pool, apiKeys, systemClock),
          inject: [POOL, ApiKeys],
        },
        { provide: PortalDoor, useFactory: (pool: Pool) => new PortalDoor(pool, systemClock), inject: [POOL] },
        { provide: ApiKeys, useFactory: (pool: Pool) => new ApiKeys(pool), inject: [POOL] },
        {
          provide: KeptAnswers,
          useFactory: (pool: Pool, sealer: Sealer) => new KeptAnswers(pool, sealer),
          inject: [POOL, SEALER],
        },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: RolesGuard },
        { provide: APP_INTERCEPTOR, useClass: CommandInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_PIPE, useClass: FieldsPipe },
        { provide: ReceiptPrinter, useFactory: () => new ReceiptPrinter() },
        Authentication,
        ReadinessChecks,
      ],
      exports: [ApiKeys, PortalDoor, PublicOrigin, ReceiptPrinter, Sessions, ReadinessChecks],
    };
  }
}

/** The addresses of this folder, beside health and metrics. */
export const HTTP_CONTROLLERS: readonly Type[] = [
  ...LIST_CONTROLLERS,
  BalanceExportFilesController,
  BalanceExportsController,
  BalancesController,
  ConnectionsController,
  CustomerMandatesController,
  CustomersController,
  DeliveriesController,
  GoCardlessController,
  GoCardlessWebhooksController,
  IncidentsController,
  KeysController,
  LedgerController,
  LinkImportsController,
  MandateSetupsController,
  OverviewController,
  PaymentsController,
  PayoutsController,
  RefundsController,
  PortalController,
  PortalLinksController,
  ReceiptsController,
  SalesOrdersController,
  ScheduledPaymentsController,
  SchedulerController,
  SearchController,
  SessionsController,
  SettingsController,
  SimulatorController,
  SuggestionsController,
  WorkController,
];
