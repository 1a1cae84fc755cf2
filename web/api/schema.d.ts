/** Made from the service’s own OpenAPI document by `npm run web:client`. */

export interface paths {
    readonly "/api/balance-exports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportsController_list"];
        readonly put?: never;
        readonly post: operations["BalanceExportsController_export"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/cancellation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["BalanceExportsController_cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/collection": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["BalanceExportsController_collect"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/file.csv": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportFilesController_csv"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/file.xlsx": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportFilesController_workbook"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/matches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportsController_matches"];
        readonly put?: never;
        readonly post: operations["BalanceExportsController_confirmMatches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["BalanceExportsController_addAsPayments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balance-exports/{id}/rows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalanceExportsController_rows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["BalancesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/balances/import": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["BalancesController_import"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/collections/acceptances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_acceptMany"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/connections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ConnectionsController_list"];
        readonly put?: never;
        readonly post: operations["ConnectionsController_open"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/connections/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ConnectionsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/connections/{id}/access-token": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["ConnectionsController_changeAccessToken"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/connections/{id}/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SettingsController_read"];
        readonly put: operations["SettingsController_change"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/connections/{id}/webhook-secrets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["ConnectionsController_changeWebhookSecrets"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/customers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["CustomersController_list"];
        readonly put?: never;
        readonly post: operations["CustomersController_register"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/customers/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["CustomersController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["CustomersController_change"];
        readonly trace?: never;
    };
    readonly "/api/customers/{id}/balances": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["BalancesController_state"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/customers/{id}/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["CustomerMandatesController_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/customers/{id}/mandates/{mandateId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["CustomerMandatesController_unlink"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/customers/{id}/mandates/{mandateId}/default": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put: operations["CustomerMandatesController_chooseDefault"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["DeliveriesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/deliveries/{eventId}/redrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["DeliveriesController_redrive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/gocardless/backfills": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["GoCardlessController_fill"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/gocardless/lookups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["GoCardlessController_find"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["IncidentsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/incidents/{id}/resolution": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["IncidentsController_resolve"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["KeysController_list"];
        readonly put?: never;
        readonly post: operations["KeysController_make"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/keys/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["KeysController_revoke"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/keys/{id}/sign-in-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["SessionsController_makeLink"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/accounts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["LedgerController_accounts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/periods/{date}/closing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["LedgerController_close"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/transactions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["LedgerController_transactions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/ledger/trial-balance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["LedgerController_trialBalance"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandate-setups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["MandateSetupsController_setUp"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["MandatesController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/link-imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["LinkImportsController_link"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/suggestions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SuggestionsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["PaymentsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["PaymentsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_acceptOne"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/cancellation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/identification": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_identify"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/refunds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_refund"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payments/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["PaymentsController_retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payouts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["PayoutsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/payouts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["PayoutsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/receipts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ReceiptsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/receipts/{numberOrId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ReceiptsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/receipts/{numberOrId}/document.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ReceiptsController_print"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sales-orders": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SalesOrdersController_list"];
        readonly put?: never;
        readonly post: operations["SalesOrdersController_place"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sales-orders/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SalesOrdersController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduled-payments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ScheduledPaymentsController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduled-payments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["ScheduledPaymentsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch: operations["ScheduledPaymentsController_change"];
        readonly trace?: never;
    };
    readonly "/api/scheduled-payments/{id}/cancellation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ScheduledPaymentsController_cancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduled-payments/{id}/retry": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ScheduledPaymentsController_retry"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduled-payments/{id}/submission": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["ScheduledPaymentsController_submit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/scheduler/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["SchedulerController_run"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SessionsController_read"];
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["SessionsController_signOut"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["SessionsController_list"];
        readonly put?: never;
        readonly post: operations["SessionsController_signIn"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sessions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        readonly delete: operations["SessionsController_end"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get: operations["TimelineController_list"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/gocardless": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["GoCardlessWebhooksController_receive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/webhooks/gocardless/{connectionId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post: operations["GoCardlessWebhooksController_receiveFor"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AcceptedPayments: {
            readonly accepted: number;
            readonly alreadyAccepted: number;
        };
        readonly AcceptPaymentsBody: {
            readonly paymentIds: readonly string[];
        };
        readonly AccessTokenBody: {
            readonly accessToken: string;
        };
        readonly AccountFields: {
            readonly appFees: string;
            readonly bank: string;
            /** @description Money that is at GoCardless and not yet in a booked payout. */
            readonly clearing: string;
            readonly conversion: string;
            readonly customers: string;
            readonly fees: string;
            readonly inputTax: string;
            /** @description False: the tax of fees stays in the fees. */
            readonly inputTaxRecoverable: boolean;
            readonly outputTax: string;
            readonly priorPeriod: string;
            /** @description Income of order lines that name no account of their own. */
            readonly sales: string;
            readonly surcharges: string;
            readonly unidentifiedReceipts: string;
        };
        readonly AccountSumsFields: {
            readonly account: string;
            /** @description Minor units of the currency beside it. */
            readonly credit: number;
            /** @description Minor units of the currency beside it. */
            readonly debit: number;
        };
        readonly AddedBalances: {
            readonly alreadyAdded: number;
            readonly created: number;
        };
        readonly BackfillBody: {
            /** @description All connections of the key when left out. */
            readonly connectionId?: string;
            /**
             * Format: date-time
             * @description Since the last sweep, with overlap, when left out.
             */
            readonly from?: string;
        };
        readonly Backfilled: {
            /** @description How many events had never come before. */
            readonly received: number;
        };
        readonly BalanceExportDetails: {
            /** @description Its rows are payments that are waited for. */
            readonly added: boolean;
            /** Format: date-time */
            readonly addedAt: string | null;
            /** Format: date */
            readonly chargeDate: string | null;
            /** @description Its rows are sent through the API. */
            readonly collected: boolean;
            /** Format: date-time */
            readonly collectedAt: string | null;
            readonly connectionId: string;
            readonly csvSha256: string | null;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly id: string;
            /**
             * Format: date-time
             * @description Since then a person of its files is forgotten.
             */
            readonly notReproducibleSince: string | null;
            /** Format: date-time */
            readonly openedAt: string;
            readonly progress: components["schemas"]["BalanceExportProgress"];
            /** @description Rows that were given up. */
            readonly released: number;
            readonly rows: number | null;
            readonly rowsSha256: string | null;
            /** Format: date-time */
            readonly sealedAt: string | null;
            /**
             * @description Only `exported` ones are sealed and have rows.
             * @enum {string}
             */
            readonly status: "opened" | "exported" | "abandoned";
            /** @description Minor units of the currency beside it. */
            readonly totalAmount: number | null;
            readonly xlsxSha256: string | null;
        };
        readonly BalanceExportItem: {
            /** @description Its rows are payments that are waited for. */
            readonly added: boolean;
            /** Format: date-time */
            readonly addedAt: string | null;
            /** Format: date */
            readonly chargeDate: string | null;
            /** @description Its rows are sent through the API. */
            readonly collected: boolean;
            /** Format: date-time */
            readonly collectedAt: string | null;
            readonly connectionId: string;
            readonly csvSha256: string | null;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly id: string;
            /**
             * Format: date-time
             * @description Since then a person of its files is forgotten.
             */
            readonly notReproducibleSince: string | null;
            /** Format: date-time */
            readonly openedAt: string;
            /** @description Rows that were given up. */
            readonly released: number;
            readonly rows: number | null;
            readonly rowsSha256: string | null;
            /** Format: date-time */
            readonly sealedAt: string | null;
            /**
             * @description Only `exported` ones are sealed and have rows.
             * @enum {string}
             */
            readonly status: "opened" | "exported" | "abandoned";
            /** @description Minor units of the currency beside it. */
            readonly totalAmount: number | null;
            readonly xlsxSha256: string | null;
        };
        readonly BalanceExportProgress: {
            /** @description Given up, and seen all the same. */
            readonly afterCancellation: number;
            readonly amountDiffers: number;
            /** @description GoCardless should have shown them by now. */
            readonly notSeen: number;
            /** @description All rows but those that were given up and never seen. */
            readonly of: number;
            /** @description Rows that GoCardless refused. */
            readonly refused: number;
            /** @description Rows that GoCardless has. */
            readonly sent: number;
        };
        readonly BalanceItem: {
            /** Format: date-time */
            readonly asOf: string | null;
            /** @description stated − inFlight − paidSince + reversedSince, never below zero. */
            readonly collectable: number;
            readonly connectionId: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly customerName: string | null;
            /** @description In rows of exports, and in payments that may still bring money. */
            readonly inFlight: number;
            /** @description Paid out since `asOf`. */
            readonly paidSince: number;
            /** @description Lost again since `asOf`. */
            readonly reversedSince: number;
            /** @description What the customer owed at `asOf`. */
            readonly stated: number | null;
        };
        readonly CancelBalanceExportBody: {
            /** @description Ids of rows; all that GoCardless has not shown when left out. */
            readonly rows?: readonly string[];
        };
        readonly CancelledRows: {
            /** @description Rows whose payment GoCardless has, or may have. */
            readonly kept: number;
            readonly released: number;
        };
        readonly ChangeCustomerBody: {
            readonly company?: string | null;
            /** Format: email */
            readonly email?: string | null;
            readonly name?: string;
            readonly reference?: string | null;
            readonly round?: string | null;
        };
        readonly ChangedAccessToken: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            readonly access: "read_write" | "read_only";
        };
        readonly ChangedScheduledPayment: {
            readonly id: string;
        };
        readonly ChangeScheduledPaymentBody: {
            /** @description The last unsent instalment takes the difference. */
            readonly amount?: number;
            /** Format: date */
            readonly dueDate?: string;
            /** @description Null = the customer’s default again. */
            readonly mandateId?: string | null;
        };
        readonly ChosenAccounts: {
            readonly accounts: components["schemas"]["AccountFields"];
            /**
             * Format: date-time
             * @description Documents effective then or later use them.
             */
            readonly from: string;
        };
        readonly ClosedPeriod: {
            readonly connectionId: string;
            /** Format: date */
            readonly through: string;
        };
        readonly ClosePeriodBody: {
            /** @description Needed when there are several connections. */
            readonly connectionId?: string;
        };
        readonly CollectedBalances: {
            readonly progress: components["schemas"]["CollectionProgress"];
        };
        readonly CollectionProgress: {
            /** @description All rows but those that were given up and never seen. */
            readonly of: number;
            /** @description Rows that GoCardless refused. */
            readonly refused: number;
            /** @description Rows that GoCardless has. */
            readonly sent: number;
        };
        readonly ConfirmedMatches: {
            readonly confirmed: number;
        };
        readonly ConfirmMatchesBody: {
            /** @description All that are suggested when left out. */
            readonly matches?: readonly components["schemas"]["RowMatchFields"][];
        };
        readonly ConnectionItem: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            readonly access: "read_write" | "read_only";
            /**
             * Format: date-time
             * @description Facts before it post nothing.
             */
            readonly booksFrom: string;
            /**
             * Format: date
             * @description The last closed day.
             */
            readonly closedThrough: string | null;
            readonly creditorId: string;
            readonly creditorName: string;
            /** @enum {string} */
            readonly environment: "sandbox" | "live";
            readonly id: string;
            readonly name: string;
            /** @description What its receipt numbers begin with. */
            readonly receiptSeries: string;
            readonly timeZone: string;
            /** @description How many webhook secrets are live. */
            readonly webhookSecrets: number;
        };
        readonly CustomerId: {
            readonly id: string;
        };
        readonly CustomerItem: {
            readonly company: string | null;
            readonly connectionId: string;
            readonly email: string | null;
            /** @description Their personal data are gone for good. */
            readonly forgotten: boolean;
            readonly id: string;
            readonly name: string | null;
            readonly reference: string | null;
            readonly round: string | null;
        };
        readonly CustomerWithMandates: {
            readonly company: string | null;
            readonly connectionId: string;
            readonly email: string | null;
            /** @description Their personal data are gone for good. */
            readonly forgotten: boolean;
            readonly id: string;
            readonly mandates: readonly components["schemas"]["MandateItem"][];
            readonly name: string | null;
            readonly reference: string | null;
            readonly round: string | null;
        };
        readonly DefaultMandate: {
            readonly currency: string;
            readonly mandateId: string;
        };
        readonly DeliveryItem: {
            readonly action: string;
            readonly connectionId: string;
            readonly eventId: string;
            readonly reason: string | null;
            /** Format: date-time */
            readonly receivedAt: string;
            readonly resourceType: string;
            /**
             * @description duplicate: another delivery had brought the event before.
             * @enum {string}
             */
            readonly status: "received" | "applied" | "ignored" | "parked" | "duplicate" | "foreign";
            /** @description Null when we fetched it. */
            readonly webhookId: string | null;
        };
        readonly DueAmountBody: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** Format: date */
            readonly dueDate: string;
        };
        readonly EntryFields: {
            readonly account: string;
            /** @description Minor units of the currency beside it. */
            readonly credit: number;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            readonly debit: number;
        };
        readonly ExportBalancesBody: {
            /**
             * Format: date
             * @description As soon as possible when left out.
             */
            readonly chargeDate?: string;
            /** @description Where there are several connections. */
            readonly connectionId?: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description All with a stated balance when left out. */
            readonly customerIds?: readonly string[];
            /** @description Stands on the payers’ bank statements where the scheme shows one. */
            readonly description?: string;
            /** @description Only say what would be exported. */
            readonly dryRun?: boolean;
        };
        readonly ExportedBalances: {
            /** @description Not in a dry run. */
            readonly csvSha256?: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Not in a dry run. */
            readonly id?: string;
            readonly leftOut: readonly components["schemas"]["LeftOutCustomer"][];
            /** @description The first rows, in a dry run only. */
            readonly preview?: readonly components["schemas"]["PreviewedRow"][];
            readonly rows: number;
            /** @description Minor units of the currency beside it. */
            readonly totalAmount: number;
            /** @description Not in a dry run. */
            readonly xlsxSha256?: string;
        };
        readonly ExportRowItem: {
            /** @description Given up, and seen at GoCardless all the same. */
            readonly afterCancellation: boolean;
            /** @description As it stands in the file. */
            readonly amount: number;
            readonly amountDiffers: boolean;
            /** @description What GoCardless collects; null until it shows the payment. */
            readonly collectedAmount: number | null;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly customerName: string | null;
            readonly id: string;
            readonly mandateId: string | null;
            /** @description The payment made elsewhere that was taken for this row. */
            readonly matchedTo: string | null;
            /** @description GoCardless should have shown it by now. */
            readonly notSeen: boolean;
            readonly number: number;
            readonly paymentId: string | null;
            readonly released: boolean;
            /** @description `exported`, `released`, `matched`, `awaiting_gocardless`, or the status of its payment. */
            readonly status: string;
        };
        readonly FoundCustomerFields: {
            readonly accountNumberEnding: string | null;
            readonly bankName: string | null;
            readonly company: string | null;
            readonly email: string | null;
            readonly gocardlessCustomerId: string;
            readonly mandates: readonly components["schemas"]["FoundMandateFields"][];
            readonly name: string | null;
        };
        readonly FoundMandateFields: {
            readonly mandateId: string;
            readonly scheme: string;
            readonly status: string;
            readonly usable: boolean;
        };
        readonly IdentifiedPayment: {
            readonly customerId: string;
            readonly paymentId: string;
        };
        readonly IdentifyPaymentBody: {
            readonly customerId: string;
        };
        readonly ImportedBalances: {
            readonly balances: number;
            /** @description Null for a dry run. */
            readonly id: string | null;
            readonly totals: readonly components["schemas"]["ImportedTotal"][];
        };
        readonly ImportedTotal: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            readonly balances: number;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        readonly IncidentFields: {
            readonly connectionId: string;
            readonly customerId: string | null;
            /** @description A reason, the other payment, amounts or statuses, by type. */
            readonly detail: string | null;
            /** @description GoCardless’s event. */
            readonly eventId: string | null;
            readonly id: string;
            readonly mandateId: string | null;
            /** @description What staff wrote when they resolved it. */
            readonly note: string | null;
            readonly paymentId: string | null;
            readonly payoutId: string | null;
            /** Format: date-time */
            readonly resolvedAt: string | null;
            /**
             * @description facts: what has happened since has cleared it.
             * @enum {string|null}
             */
            readonly resolvedBy: "facts" | "staff" | null;
            /** @description The row of a balance export. */
            readonly row: string | null;
            readonly scheduledPaymentId: string | null;
            /**
             * Format: date-time
             * @description From when on it counts.
             */
            readonly since: string;
            /** @enum {string} */
            readonly type: "parked" | "collected_twice" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed";
        };
        readonly IncidentResolved: {
            readonly id: string;
        };
        readonly KeyItem: {
            /** @description Null = all. */
            readonly connectionIds: readonly string[] | null;
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            readonly id: string;
            readonly name: string;
            /** Format: date-time */
            readonly revokedAt: string | null;
            /** @enum {string} */
            readonly role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            readonly rounds: readonly string[] | null;
        };
        readonly LedgerAccountFields: {
            readonly account: string;
            /** @description Debits less credits. */
            readonly balance: number;
            readonly connectionId: string;
            /** @description Minor units of the currency beside it. */
            readonly credit: number;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            readonly debit: number;
        };
        readonly LeftOutCustomer: {
            readonly customerId: string;
            /** @enum {string} */
            readonly reason: "no_usable_mandate" | "nothing_collectable" | "wrong_currency" | "changed_meanwhile";
        };
        readonly LineBody: {
            /** @description The default income account when left out. */
            readonly incomeAccount?: string;
            readonly item: string;
            readonly quantity: number;
            /** @description Percentage such as "20" or "5.5"; "0" when left out. */
            readonly taxRate?: string;
            /** @description Minor units, tax included. */
            readonly unitAmount: number;
        };
        readonly LinkCounts: {
            readonly already_linked: number;
            readonly ambiguous: number;
            readonly duplicate: number;
            readonly linked: number;
            readonly linked_elsewhere: number;
            readonly none: number;
            readonly unusable: number;
        };
        readonly LinkedLine: {
            /** @description Who fits, when it is ambiguous. */
            readonly choices: readonly components["schemas"]["FoundCustomerFields"][];
            readonly customerId: string;
            /** @description As a spreadsheet program counts: the header is line 1. */
            readonly line: number;
            readonly mandateId: string | null;
            /** @description The outcome in a sentence. */
            readonly message: string;
            /** @enum {string} */
            readonly outcome: "linked" | "already_linked" | "duplicate" | "ambiguous" | "none" | "unusable" | "linked_elsewhere";
        };
        readonly LinkedMandate: {
            readonly mandateId: string;
            readonly scheme: string;
            readonly status: string;
            readonly usable: boolean;
        };
        readonly LinkImport: {
            /** @description How many lines have each outcome. */
            readonly counts: components["schemas"]["LinkCounts"];
            readonly dryRun: boolean;
            readonly items: readonly components["schemas"]["LinkedLine"][];
            readonly lines: number;
        };
        readonly LookedUp: {
            readonly customers: readonly components["schemas"]["FoundCustomerFields"][];
        };
        readonly LookUpBody: {
            /** @description Needed when there are several connections. */
            readonly connectionId?: string;
            /** Format: email */
            readonly email?: string;
            readonly gocardlessCustomerId?: string;
            readonly mandateId?: string;
        };
        readonly LookUpKeyBody: {
            /** Format: email */
            readonly email?: string;
            readonly gocardlessCustomerId?: string;
            readonly mandateId?: string;
        };
        readonly MadeKey: {
            /** @description Null = all. */
            readonly connectionIds: readonly string[] | null;
            /** Format: date-time */
            readonly createdAt: string;
            readonly createdBy: string;
            readonly id: string;
            /** @description The key itself. It is shown this once. */
            readonly key: string;
            readonly name: string;
            /** Format: date-time */
            readonly revokedAt: string | null;
            /** @enum {string} */
            readonly role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            readonly rounds: readonly string[] | null;
        };
        readonly MakeKeyBody: {
            /** @description Connections that the key reaches; all when left out. */
            readonly connectionIds?: readonly string[];
            /** @description Whose key it is or what it is for. */
            readonly name: string;
            /** @enum {string} */
            readonly role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Rounds that a collector sees; all when left out. */
            readonly rounds?: readonly string[];
        };
        readonly MandateItem: {
            readonly accountNumberEnding: string | null;
            readonly bankName: string | null;
            /** @description GoCardless’s cause of the status. */
            readonly cause: string | null;
            readonly company: string | null;
            readonly connectionId: string;
            readonly customerId: string;
            readonly customerName: string | null;
            /** @description It was chosen for its currency, or took the place of the one that was. */
            readonly default: boolean;
            /** @description The mandate that took its place in the end; itself when there is none. */
            readonly effectiveMandateId: string;
            /**
             * @description What led to it; itself: nobody had to look for it.
             * @enum {string|null}
             */
            readonly foundBy: "email" | "gocardless_customer_id" | "mandate_id" | "itself" | null;
            readonly gocardlessCustomerId: string | null;
            /**
             * Format: date
             * @description The latest charge date of a payment on it that was not cancelled.
             */
            readonly lastUsedAt: string | null;
            readonly linked: boolean;
            /** @description Who linked it: user:<key>, or gocardless for one that linked itself. */
            readonly linkedBy: string | null;
            readonly mandateId: string;
            /**
             * Format: date
             * @description As GoCardless showed it when the mandate was linked.
             */
            readonly nextPossibleChargeDate: string | null;
            readonly reference: string | null;
            readonly scheme: string | null;
            /** @enum {string} */
            readonly status: "pending_customer_approval" | "pending_submission" | "submitted" | "active" | "suspended_by_payer" | "failed" | "cancelled" | "expired" | "consumed" | "blocked" | "unknown";
            /** @description For example mandate_cancelled or mandate_replaced; null while it is usable. */
            readonly unusableReason: string | null;
            readonly usable: boolean;
        };
        readonly MandateSetup: {
            /** @description The page for the payer; valid for 7 days. */
            readonly url: string;
        };
        readonly MandateSetupBody: {
            /**
             * @description The scheme’s when left out; GBP without either.
             * @enum {string}
             */
            readonly currency?: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            /** @description For example bacs or sepa_core; the currency decides when left out. */
            readonly scheme?: string;
        };
        readonly OpenConnectionBody: {
            readonly accessToken: string;
            /**
             * Format: date
             * @description The first day of the books, in the time zone; today when left out.
             */
            readonly booksFrom?: string;
            /** @enum {string} */
            readonly environment: "sandbox" | "live";
            readonly name: string;
            /** @description IANA name; Europe/London when left out. */
            readonly timeZone?: string;
            readonly webhookSecrets: readonly string[];
        };
        readonly OpenedConnection: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            readonly access: "read_write" | "read_only";
            readonly creditorId: string;
            readonly creditorName: string;
            /** @enum {string} */
            readonly environment: "sandbox" | "live";
            readonly id: string;
            readonly name: string;
        };
        readonly PaymentFlags: {
            readonly cancelled: boolean;
            readonly chargedBack: boolean;
            readonly confirmed: boolean;
            readonly hasErrors: boolean;
            readonly lateFailure: boolean;
            readonly paidOut: boolean;
            readonly pending: boolean;
            readonly retryScheduled: boolean;
            readonly scheduled: boolean;
            readonly submitted: boolean;
            readonly succeeded: boolean;
        };
        readonly PaymentItem: {
            readonly accepted: boolean;
            /** @enum {string|null} */
            readonly acceptedBy: "collector" | "system" | null;
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** @description Minor units of the currency beside it. */
            readonly amountRefunded: number;
            readonly balanceExportId: string | null;
            /** Format: date */
            readonly chargeDate: string | null;
            readonly connectionId: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Null while nobody knows whose it is. */
            readonly customerId: string | null;
            readonly customerName: string | null;
            readonly exportRowId: string | null;
            readonly flags: components["schemas"]["PaymentFlags"];
            readonly gocardlessPaymentId: string | null;
            readonly id: string;
            readonly mandateId: string;
            readonly message: string;
            /** @enum {string} */
            readonly origin: "scheduled_payment" | "balance_export" | "manual" | "adopted";
            /** Format: date-time */
            readonly paidOutAt: string | null;
            readonly payoutId: string | null;
            /** @description Of the receipt that stands. */
            readonly receiptNumber: string | null;
            /** @description All documents of the payment; the id of one that has no number yet. */
            readonly receipts: readonly string[];
            readonly salesOrderId: string | null;
            readonly scheduledPaymentId: string | null;
            /** @description GoCardless’s, or before it `requested` or `rejected`. */
            readonly status: string;
            /** @description Why an adopted payment needs a look. */
            readonly suspicion: {
                readonly [key: string]: unknown;
            } | null;
        };
        readonly PayoutFields: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number | null;
            /** Format: date */
            readonly arrivalDate: string | null;
            readonly connectionId: string;
            /** @enum {string|null} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description Items less amount where that is no rounding; decimal string of minor units. */
            readonly difference: string | null;
            /** @description Minor units of the currency beside it. */
            readonly fees: number | null;
            /** @description Currency and amount at the bank, when converted. */
            readonly fx: {
                readonly [key: string]: unknown;
            } | null;
            readonly id: string;
            readonly items: readonly components["schemas"]["PayoutItemFields"][];
            /** @enum {string} */
            readonly itemsState: "not_listed" | "listed" | "gone";
            readonly reference: string | null;
            /** @enum {string} */
            readonly status: "pending" | "paid" | "bounced";
            /** @description The items that are not matched. */
            readonly unexplained: readonly components["schemas"]["PayoutItemFields"][];
        };
        readonly PayoutItemFields: {
            /** @description Decimal string of minor units, as GoCardless gives it. */
            readonly amount: string;
            readonly gocardlessPaymentId: string | null;
            /** @description Whether everything that it refers to is known here. */
            readonly matched: boolean;
            readonly paymentId: string | null;
            readonly refundId: string | null;
            readonly type: string;
        };
        readonly PayoutSummaryFields: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number | null;
            /** Format: date */
            readonly arrivalDate: string | null;
            readonly connectionId: string;
            /** @enum {string|null} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description Minor units of the currency beside it. */
            readonly fees: number | null;
            /** @description Currency and amount at the bank, when converted. */
            readonly fx: {
                readonly [key: string]: unknown;
            } | null;
            readonly id: string;
            readonly reference: string | null;
            /** @enum {string} */
            readonly status: "pending" | "paid" | "bounced";
        };
        readonly PlacedSalesOrder: {
            readonly id: string;
            /** @description In the order of the plan. */
            readonly scheduledPayments: readonly string[];
        };
        readonly PlaceSalesOrderBody: {
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly lines: readonly components["schemas"]["LineBody"][];
            /** @description For every instalment; the customer’s default when left out. */
            readonly mandateId?: string;
            readonly plan: components["schemas"]["PlanBody"];
        };
        readonly PlanBody: {
            /** @description Equal parts; the last takes the rest. */
            readonly count?: number;
            /** Format: date */
            readonly firstDueDate?: string;
            readonly instalments?: readonly components["schemas"]["DueAmountBody"][];
            /** @enum {string} */
            readonly interval?: "week" | "month" | "quarter" | "year";
        };
        readonly PreviewedRow: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            readonly customerId: string;
            readonly mandateId: string;
        };
        readonly ReceiptFields: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** @description Of a reversal: why the money was lost. */
            readonly cause: string | null;
            /** Format: date */
            readonly chargeDate: string | null;
            readonly connectionId: string;
            readonly correctsId: string | null;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string | null;
            readonly customerName: string | null;
            /** Format: date-time */
            readonly effectiveAt: string;
            readonly gocardlessEventId: string | null;
            readonly id: string;
            /** @enum {string} */
            readonly kind: "receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction";
            readonly lines: readonly components["schemas"]["ReceiptLineFields"][];
            /** @description Null for the moment until it is given. */
            readonly number: string | null;
            /** Format: date-time */
            readonly paidOutAt: string | null;
            readonly paymentId: string;
            /** Format: date-time */
            readonly postedAt: string;
            readonly reversesId: string | null;
            readonly salesOrderId: string | null;
            /** Format: date */
            readonly taxDate: string;
        };
        readonly ReceiptLineFields: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** @description Null when the customer was forgotten. */
            readonly description: string | null;
            /** @description Minor units of the currency beside it. */
            readonly net: number;
            /** @description Minor units of the currency beside it. */
            readonly tax: number;
        };
        readonly Redriven: {
            readonly eventId: string;
        };
        readonly RefundBody: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
        };
        readonly RefusedField: {
            readonly field: string | null;
            readonly message: string;
        };
        readonly RegisterCustomerBody: {
            readonly company?: string;
            /** @description Needed when there are several connections. */
            readonly connectionId?: string;
            /** Format: email */
            readonly email?: string;
            readonly name: string;
            /** @description Your own number for the customer. */
            readonly reference?: string;
            /** @description The collector’s round that the customer is on. */
            readonly round?: string;
        };
        readonly RejectedSubmission: {
            readonly errors: readonly components["schemas"]["RefusedField"][];
            readonly reason: string;
            readonly type: string;
        };
        readonly RequestedPayment: {
            readonly paymentId: string;
        };
        readonly ResolutionBody: {
            /** @description What came of it; kept as personal data. */
            readonly note: string;
        };
        readonly RowMatchFields: {
            readonly paymentId: string;
            readonly rowId: string;
        };
        readonly RowMatchItem: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly gocardlessPaymentId: string | null;
            readonly mandateId: string;
            readonly number: number;
            readonly paymentId: string;
            readonly rowId: string;
            /** Format: date-time */
            readonly submittedAt: string | null;
        };
        readonly RunSchedulerBody: {
            /**
             * Format: date
             * @description Act as if it were this day; refused while a connection is live.
             */
            readonly today?: string;
        };
        readonly SalesOrderItem: {
            /** @enum {string} */
            readonly basis: "cash";
            readonly connectionId: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly customerName: string | null;
            readonly id: string;
            readonly lines: readonly components["schemas"]["SalesOrderLine"][];
            /** @description What the instalments add up to, cancelled ones included. */
            readonly planTotal: number;
            /** @description Receipts less reversals. */
            readonly receiptedTotal: number;
            readonly scheduledPayments: readonly string[];
            /** @description Cash of the e-payments that were submitted and not lost. */
            readonly total: number;
        };
        readonly SalesOrderLine: {
            /** @description quantity × unitAmount. */
            readonly amount: number;
            readonly incomeAccount: string | null;
            /** @description Null when the customer was forgotten. */
            readonly item: string | null;
            readonly quantity: number;
            /** @description Minor units of the currency beside it. */
            readonly receiptedTotal: number;
            /** @description Tax within the amount. */
            readonly tax: number;
            readonly taxRate: string;
            /** @description Minor units of the currency beside it. */
            readonly total: number;
            /** @description Tax included. */
            readonly unitAmount: number;
        };
        readonly ScheduledPaymentFlags: {
            readonly hasErrors: boolean;
            readonly isCancelled: boolean;
            readonly isDirectDebit: boolean;
            readonly isPaymentProcessed: boolean;
            readonly isProcessed: boolean;
            readonly paymentCreated: boolean;
            readonly succeeded: boolean;
        };
        readonly ScheduledPaymentItem: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** @description How often it was sent. */
            readonly attempt: number;
            /**
             * Format: date
             * @description As GoCardless set it for the newest attempt.
             */
            readonly chargeDate: string | null;
            readonly connectionId: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
            readonly customerName: string | null;
            /** Format: date */
            readonly dueDate: string;
            readonly flags: components["schemas"]["ScheduledPaymentFlags"];
            readonly id: string;
            /** @description Null = the customer’s default when it is sent. */
            readonly mandateId: string | null;
            readonly message: string | null;
            /** @description Of the newest attempt. */
            readonly paymentId: string | null;
            readonly salesOrderId: string;
        };
        readonly SchedulerRunFields: {
            readonly blocked: number;
            readonly items: readonly components["schemas"]["SchedulerRunItem"][];
            /** @description Due earlier than the mandate allows. */
            readonly moved: number;
            readonly refused: number;
            /** @description Moved ones included. */
            readonly sent: number;
        };
        readonly SchedulerRunItem: {
            /** Format: date */
            readonly chargeDate?: string;
            /** @enum {string} */
            readonly outcome: "sent" | "moved" | "refused" | "blocked";
            /** @description Why it was refused by GoCardless, or blocked here. */
            readonly reason?: string;
            readonly scheduledPaymentId: string;
        };
        readonly SessionFields: {
            /** @description Null = all. */
            readonly connectionIds: readonly string[] | null;
            /**
             * Format: date-time
             * @description Null = asked with the key itself, which has no end of its own.
             */
            readonly expiresAt: string | null;
            readonly keyId: string;
            /** @description Whose key it is. */
            readonly name: string;
            /**
             * Format: date-time
             * @description The service’s clock, by which it says what is due.
             */
            readonly now: string;
            /** @enum {string} */
            readonly role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            readonly rounds: readonly string[] | null;
        };
        readonly SessionItem: {
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt: string;
            readonly id: string;
            readonly keyId: string;
            /** Format: date-time */
            readonly lastUsedAt: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "admin" | "accountant" | "collector" | "auditor";
        };
        readonly Settings: {
            /** @description Those that hold at the time asked for. */
            readonly accounts: components["schemas"]["AccountFields"];
            /** @description Every choice that was made, also those that hold later. */
            readonly accountsChosen: readonly components["schemas"]["ChosenAccounts"][];
            readonly address: string | null;
            readonly companyName: string | null;
            readonly connectionId: string;
            /** @description Fixed when the connection is opened. */
            readonly receiptSeries: string;
            /** @description Fixed when the connection is opened. */
            readonly timeZone: string;
            readonly vatNumber: string | null;
        };
        readonly SettingsBody: {
            /** @description All of them; they hold from tomorrow at the earliest. */
            readonly accounts?: components["schemas"]["AccountFields"];
            /**
             * Format: date
             * @description From which day on the accounts hold, in the time zone; tomorrow if left out.
             */
            readonly accountsFrom?: string;
            readonly address?: string;
            readonly companyName?: string;
            readonly vatNumber?: string;
        };
        readonly SignInBody: {
            /** @description An API key. This or a link. */
            readonly key?: string;
            /** @description The token of a sign-in link. It works once. */
            readonly link?: string;
        };
        readonly SignInLink: {
            /** Format: date-time */
            readonly expiresAt: string;
            /** @description Opens the screens signed in, once. */
            readonly url: string;
        };
        readonly StateBalanceBody: {
            /** @description Minor units; below zero the customer is in credit, and nothing is collected. */
            readonly amount: number;
            /** @description A time such as 2026-03-31T12:00:00Z, or a day, which begins at midnight. Not in the future. */
            readonly asOf: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        readonly StatedBalance: {
            /** @description Minor units of the currency beside it. */
            readonly amount: number;
            /** Format: date-time */
            readonly asOf: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            readonly customerId: string;
        };
        readonly Submitted: {
            readonly paymentId: string;
            /** @description Only when GoCardless refused it. */
            readonly rejected?: components["schemas"]["RejectedSubmission"];
        };
        readonly SuggestionItem: {
            /** @description Null for a mandate that looks like nobody. */
            readonly customerId: string | null;
            /** @description Null for a customer without a usable mandate, and without one that fits. */
            readonly mandateId: string | null;
            /** @enum {string} */
            readonly reason: "same_email" | "same_name" | "same_company" | "no_mandate" | "unknown_payer";
        };
        readonly TimelineFields: {
            readonly actor: string;
            readonly causationId: string;
            readonly correlationId: string;
            /** @description What the event says; what was personal of who was forgotten is null. */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** @description The delivery that brought it, named after the hash of its body. */
            readonly deliveryStream: string | null;
            /**
             * Format: date-time
             * @description When it was true.
             */
            readonly effectiveAt: string;
            readonly eventId: string;
            readonly gocardlessEventId: string | null;
            readonly position: string;
            /**
             * Format: date-time
             * @description When we recorded it.
             */
            readonly recordedAt: string;
            readonly revision: number;
            readonly stream: string;
            readonly type: string;
            /** @description The webhook that brought it; null for what we fetched or decided. */
            readonly webhookId: string | null;
        };
        readonly TransactionFields: {
            readonly connectionId: string;
            readonly correctsId: string | null;
            readonly customerId: string | null;
            /** Format: date-time */
            readonly effectiveAt: string;
            readonly entries: readonly components["schemas"]["EntryFields"][];
            readonly id: string;
            /** @enum {string} */
            readonly kind: "receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "payout" | "payout_bounced" | "payout_restored" | "correction";
            readonly number: string | null;
            readonly paymentId: string | null;
            readonly payoutId: string | null;
            /**
             * Format: date
             * @description The effective day, or the first open one where that day was closed.
             */
            readonly postingDate: string;
            /** Format: date-time */
            readonly recordedAt: string;
            readonly reversesId: string | null;
        };
        readonly TrialBalanceFields: {
            readonly accounts: readonly components["schemas"]["AccountSumsFields"][];
            readonly connectionId: string;
            /** @enum {string} */
            readonly currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            readonly totalCredit: number;
            /** @description Minor units of the currency beside it. */
            readonly totalDebit: number;
        };
        readonly UnlinkedMandate: {
            readonly mandateId: string;
        };
        readonly WebhookSecretsBody: {
            readonly webhookSecrets: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly BalanceExportsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
                readonly status?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["BalanceExportItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["BalanceExportItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["BalanceExportItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_export: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExportBalancesBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExportedBalances"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BalanceExportDetails"];
                };
            };
        };
    };
    readonly BalanceExportsController_cancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CancelBalanceExportBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CancelledRows"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_collect: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CollectedBalances"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalanceExportFilesController_csv: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly BalanceExportFilesController_workbook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    readonly BalanceExportsController_matches: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["RowMatchItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["RowMatchItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["RowMatchItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_confirmMatches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ConfirmMatchesBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConfirmedMatches"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_addAsPayments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AddedBalances"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalanceExportsController_rows: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                readonly afterCancellation?: string;
                readonly amountDiffers?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly limit?: number;
                readonly notSeen?: string;
                readonly released?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ExportRowItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["ExportRowItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["ExportRowItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly BalancesController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly limit?: number;
                readonly round?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["BalanceItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["BalanceItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["BalanceItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly BalancesController_import: {
        readonly parameters: {
            readonly query?: {
                /** @description Where there are several. */
                readonly connectionId?: string;
                /** @description Only say what would happen. */
                readonly dryRun?: boolean;
                /** @description JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}. */
                readonly mapping?: string;
            };
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file?: string;
                };
                readonly "text/csv": {
                    /** Format: binary */
                    readonly file?: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportedBalances"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PaymentsController_acceptMany: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptPaymentsBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedPayments"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ConnectionsController_list: {
        readonly parameters: {
            readonly query?: {
                readonly access?: string;
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly creditorId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly environment?: string;
                readonly limit?: number;
                readonly name?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ConnectionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["ConnectionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["ConnectionItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly ConnectionsController_open: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenConnectionBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["OpenedConnection"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ConnectionsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConnectionItem"];
                };
            };
        };
    };
    readonly ConnectionsController_changeAccessToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AccessTokenBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedAccessToken"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SettingsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    readonly SettingsController_change: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SettingsBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ConnectionsController_changeWebhookSecrets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WebhookSecretsBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly CustomersController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly company?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly email?: string;
                readonly forgotten?: string;
                readonly limit?: number;
                readonly name?: string;
                readonly reference?: string;
                readonly round?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["CustomerItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["CustomerItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["CustomerItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly CustomersController_register: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterCustomerBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerId"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly CustomersController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerWithMandates"];
                };
            };
        };
    };
    readonly CustomersController_change: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeCustomerBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CustomerId"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly BalancesController_state: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["StateBalanceBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StatedBalance"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly CustomerMandatesController_link: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LookUpKeyBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkedMandate"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly CustomerMandatesController_unlink: {
        readonly parameters: {
            readonly query?: {
                /** @description Also while instalments wait for it. */
                readonly force?: boolean;
            };
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly mandateId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["UnlinkedMandate"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly CustomerMandatesController_chooseDefault: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
                readonly mandateId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DefaultMandate"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly DeliveriesController_list: {
        readonly parameters: {
            readonly query?: {
                readonly action?: string;
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly eventId?: string;
                readonly limit?: number;
                readonly reason?: string;
                readonly receivedAtFrom?: string;
                readonly receivedAtTo?: string;
                readonly resourceType?: string;
                readonly status?: string;
                readonly webhookId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["DeliveryItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["DeliveryItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["DeliveryItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly DeliveriesController_redrive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly eventId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Redriven"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly GoCardlessController_fill: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackfillBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Backfilled"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly GoCardlessController_find: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LookUpBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LookedUp"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly IncidentsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly limit?: number;
                readonly paymentId?: string;
                readonly resolved?: string;
                readonly type?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["IncidentFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["IncidentFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["IncidentFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly IncidentsController_resolve: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IncidentResolved"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly KeysController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
                readonly role?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["KeyItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["KeyItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["KeyItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly KeysController_make: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MakeKeyBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MadeKey"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly KeysController_revoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["KeyItem"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SessionsController_makeLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignInLink"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly LedgerController_accounts: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["LedgerAccountFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["LedgerAccountFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["LedgerAccountFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly LedgerController_close: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly date: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ClosePeriodBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClosedPeriod"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly LedgerController_transactions: {
        readonly parameters: {
            readonly query?: {
                readonly account?: string;
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly correctsId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
                readonly effectiveAtFrom?: string;
                readonly effectiveAtTo?: string;
                readonly id?: string;
                readonly kind?: string;
                readonly limit?: number;
                readonly number?: string;
                readonly paymentId?: string;
                readonly payoutId?: string;
                readonly postingDateFrom?: string;
                readonly postingDateTo?: string;
                readonly reversesId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["TransactionFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["TransactionFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["TransactionFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly LedgerController_trialBalance: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["TrialBalanceFields"];
                };
            };
        };
    };
    readonly MandateSetupsController_setUp: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MandateSetupBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandateSetup"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly MandatesController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly company?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly customerName?: string;
                readonly default?: string;
                readonly foundBy?: string;
                readonly gocardlessCustomerId?: string;
                readonly includeUnlinked?: string;
                readonly limit?: number;
                readonly linkedBy?: string;
                readonly mandateId?: string;
                readonly scheme?: string;
                readonly status?: string;
                readonly unusableReason?: string;
                readonly usable?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["MandateItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["MandateItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["MandateItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly LinkImportsController_link: {
        readonly parameters: {
            readonly query?: {
                /** @description Where there are several. */
                readonly connectionId?: string;
                /** @description Only say what would happen. */
                readonly dryRun?: boolean;
                /** @description JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}. */
                readonly mapping?: string;
            };
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": {
                    /** Format: binary */
                    readonly file?: string;
                };
                readonly "text/csv": {
                    /** Format: binary */
                    readonly file?: string;
                };
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LinkImport"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SuggestionsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly limit?: number;
                readonly mandateId?: string;
                readonly reason?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SuggestionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["SuggestionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["SuggestionItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly PaymentsController_list: {
        readonly parameters: {
            readonly query?: {
                readonly accepted?: string;
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                readonly amount?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly balanceExportId?: string;
                readonly cancelled?: string;
                readonly chargeDate?: string;
                readonly chargeDateFrom?: string;
                readonly chargeDateTo?: string;
                readonly chargedBack?: string;
                readonly confirmed?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly gocardlessPaymentId?: string;
                readonly hasErrors?: string;
                readonly lateFailure?: string;
                readonly limit?: number;
                readonly mandateId?: string;
                readonly origin?: string;
                readonly paidOut?: string;
                readonly payoutId?: string;
                readonly pending?: string;
                readonly retryScheduled?: string;
                readonly round?: string;
                readonly salesOrderId?: string;
                readonly scheduled?: string;
                readonly scheduledPaymentId?: string;
                readonly status?: string;
                readonly submitted?: string;
                readonly succeeded?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["PaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["PaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["PaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly PaymentsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PaymentItem"];
                };
            };
        };
    };
    readonly PaymentsController_acceptOne: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AcceptedPayments"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PaymentsController_cancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PaymentsController_identify: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["IdentifyPaymentBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["IdentifiedPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PaymentsController_refund: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RefundBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PaymentsController_retry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly PayoutsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                readonly arrivalDate?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
                readonly reference?: string;
                readonly status?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["PayoutSummaryFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["PayoutSummaryFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["PayoutSummaryFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly PayoutsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PayoutFields"];
                };
            };
        };
    };
    readonly ReceiptsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly correctsId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
                readonly effectiveAtFrom?: string;
                readonly effectiveAtTo?: string;
                readonly kind?: string;
                readonly limit?: number;
                readonly number?: string;
                readonly paymentId?: string;
                readonly postedAtFrom?: string;
                readonly postedAtTo?: string;
                readonly reversesId?: string;
                readonly salesOrderId?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ReceiptFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["ReceiptFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["ReceiptFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly ReceiptsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly numberOrId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ReceiptFields"];
                };
            };
        };
    };
    readonly ReceiptsController_print: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly numberOrId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": components["schemas"]["ReceiptFields"];
                };
            };
        };
    };
    readonly SalesOrdersController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SalesOrderItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["SalesOrderItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["SalesOrderItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly SalesOrdersController_place: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PlaceSalesOrderBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PlacedSalesOrder"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SalesOrdersController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SalesOrderItem"];
                };
            };
        };
    };
    readonly ScheduledPaymentsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                readonly currency?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                readonly dueDate?: string;
                readonly dueDateFrom?: string;
                readonly dueDateTo?: string;
                readonly hasErrors?: string;
                readonly isCancelled?: string;
                readonly isPaymentProcessed?: string;
                readonly isProcessed?: string;
                readonly limit?: number;
                readonly mandateId?: string;
                readonly paymentCreated?: string;
                readonly paymentId?: string;
                readonly salesOrderId?: string;
                readonly succeeded?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["ScheduledPaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["ScheduledPaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["ScheduledPaymentItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly ScheduledPaymentsController_read: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ScheduledPaymentItem"];
                };
            };
        };
    };
    readonly ScheduledPaymentsController_change: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeScheduledPaymentBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedScheduledPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ScheduledPaymentsController_cancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ChangedScheduledPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ScheduledPaymentsController_retry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RequestedPayment"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly ScheduledPaymentsController_submit: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Submitted"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SchedulerController_run: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RunSchedulerBody"];
            };
        };
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SchedulerRunFields"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SessionsController_read: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionFields"];
                };
            };
        };
    };
    readonly SessionsController_signOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SessionsController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["SessionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["SessionItem"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["SessionItem"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly SessionsController_signIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignInBody"];
            };
        };
        readonly responses: {
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SessionFields"] & {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly SessionsController_end: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
        };
    };
    readonly TimelineController_list: {
        readonly parameters: {
            readonly query?: {
                /** @description Wait for this position, 2 s at most. */
                readonly after?: string;
                /** @description As recorded: A time such as 2026-03-31T12:00:00Z, or a position. */
                readonly asOf?: string;
                readonly connectionId?: string;
                /** @description The nextCursor of the page before. */
                readonly cursor?: string;
                readonly customerId?: string;
                /** @description As true then: A time such as 2026-03-31T12:00:00Z. */
                readonly effectiveAt?: string;
                readonly limit?: number;
                readonly mandateId?: string;
                readonly paymentId?: string;
                readonly payoutId?: string;
                readonly receiptId?: string;
                readonly salesOrderId?: string;
                readonly scheduledPaymentId?: string;
                readonly stream?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["TimelineFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        readonly items: readonly components["schemas"]["TimelineFields"][];
                        readonly nextCursor: string | null;
                    };
                    readonly "text/csv": {
                        readonly items: readonly components["schemas"]["TimelineFields"][];
                        readonly nextCursor: string | null;
                    };
                };
            };
        };
    };
    readonly GoCardlessWebhooksController_receive: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                readonly "Webhook-Signature": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
            /** @description Signed, but no delivery of events. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Over 512 KiB, or more than 1,000 events. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed with a webhook secret of this connection. */
            readonly 498: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing can be kept now. Send it again. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly GoCardlessWebhooksController_receiveFor: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description POST only: the same key and body get the first answer. */
                readonly "Idempotency-Key"?: string;
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                readonly "Webhook-Signature": string;
            };
            readonly path: {
                readonly connectionId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly position: string;
                    };
                };
            };
            /** @description Signed, but no delivery of events. */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Over 512 KiB, or more than 1,000 events. */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed with a webhook secret of this connection. */
            readonly 498: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing can be kept now. Send it again. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
