/** Made from the service’s own OpenAPI document by `npm run web:client`. */

export interface paths {
    "/api/balance-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List balance exports */
        get: operations["listBalanceExports"];
        put?: never;
        post: operations["BalanceExportsController_export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BalanceExportsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BalanceExportsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BalanceExportsController_collect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/file.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BalanceExportFilesController_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/file.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["BalanceExportFilesController_workbook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List balance export matches */
        get: operations["listBalanceExportMatches"];
        put?: never;
        post: operations["BalanceExportsController_confirmMatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/matches/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up balance export matches */
        get: operations["summarizeBalanceExportMatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BalanceExportsController_addAsPayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List balance export rows */
        get: operations["listBalanceExportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/{id}/rows/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up balance export rows */
        get: operations["summarizeBalanceExportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balance-exports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up balance exports */
        get: operations["summarizeBalanceExports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List balances */
        get: operations["listBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["BalancesController_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/balances/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up balances */
        get: operations["summarizeBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/collections/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_acceptMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List connections */
        get: operations["listConnections"];
        put?: never;
        post: operations["ConnectionsController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ConnectionsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/access-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ConnectionsController_changeAccessToken"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SettingsController_read"];
        put: operations["SettingsController_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/{id}/webhook-secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ConnectionsController_changeWebhookSecrets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/connections/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up connections */
        get: operations["summarizeConnections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers */
        get: operations["listCustomers"];
        put?: never;
        post: operations["CustomersController_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CustomersController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["CustomersController_change"];
        trace?: never;
    };
    "/api/customers/{id}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["BalancesController_state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CustomerMandatesController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/mandates/{mandateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["CustomerMandatesController_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/mandates/{mandateId}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["CustomerMandatesController_chooseDefault"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/portal-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List portal links */
        get: operations["listPortalLinks"];
        put?: never;
        post: operations["PortalLinksController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/portal-links/{linkId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["PortalLinksController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/portal-links/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up portal links */
        get: operations["summarizePortalLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up customers */
        get: operations["summarizeCustomers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List deliveries */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/{eventId}/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DeliveriesController_redrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up deliveries */
        get: operations["summarizeDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gocardless/backfills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GoCardlessController_fill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gocardless/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GoCardlessController_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List incidents */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["IncidentsController_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up incidents */
        get: operations["summarizeIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List keys */
        get: operations["listKeys"];
        put?: never;
        post: operations["KeysController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["KeysController_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionsController_makeLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up keys */
        get: operations["summarizeKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/accounts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up accounts */
        get: operations["summarizeAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/periods/{date}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LedgerController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List transactions */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/transactions/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up transactions */
        get: operations["summarizeTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["LedgerController_trialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandate-setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MandateSetupsController_setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mandates */
        get: operations["listMandates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/link-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["LinkImportsController_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mandate suggestions */
        get: operations["listMandateSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/suggestions/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up mandate suggestions */
        get: operations["summarizeMandateSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandates/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up mandates */
        get: operations["summarizeMandates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payments */
        get: operations["listPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PaymentsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_acceptOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/identification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_identify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PaymentsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up payments */
        get: operations["summarizePayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payouts */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PayoutsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List payout items */
        get: operations["listPayoutItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/{id}/items/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up payout items */
        get: operations["summarizePayoutItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payouts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up payouts */
        get: operations["summarizePayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List receipts */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{numberOrId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReceiptsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/{numberOrId}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReceiptsController_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up receipts */
        get: operations["summarizeReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sales orders */
        get: operations["listSalesOrders"];
        put?: never;
        post: operations["SalesOrdersController_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SalesOrdersController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sales-orders/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up sales orders */
        get: operations["summarizeSalesOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List scheduled payments */
        get: operations["listScheduledPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ScheduledPaymentsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["ScheduledPaymentsController_change"];
        trace?: never;
    };
    "/api/scheduled-payments/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ScheduledPaymentsController_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ScheduledPaymentsController_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ScheduledPaymentsController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up scheduled payments */
        get: operations["summarizeScheduledPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduler/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SchedulerController_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionsController_read"];
        put?: never;
        post?: never;
        delete: operations["SessionsController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions */
        get: operations["listSessions"];
        put?: never;
        post: operations["SessionsController_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["SessionsController_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up sessions */
        get: operations["summarizeSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List timeline */
        get: operations["listTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timeline/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up timeline */
        get: operations["summarizeTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PortalController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/receipts/{number}/document.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PortalController_print"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/portal/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PortalController_comeIn"];
        delete: operations["PortalController_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/gocardless": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GoCardlessWebhooksController_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/gocardless/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["GoCardlessWebhooksController_receiveFor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptedPayments: {
            accepted: number;
            alreadyAccepted: number;
        };
        AcceptPaymentsBody: {
            paymentIds: string[];
        };
        AccessTokenBody: {
            accessToken: string;
        };
        AccountFields: {
            appFees: string;
            bank: string;
            /** @description Money that is at GoCardless and not yet in a booked payout. */
            clearing: string;
            conversion: string;
            customers: string;
            fees: string;
            inputTax: string;
            /** @description False: the tax of fees stays in the fees. */
            inputTaxRecoverable: boolean;
            outputTax: string;
            priorPeriod: string;
            /** @description Income of order lines that name no account of their own. */
            sales: string;
            surcharges: string;
            unidentifiedReceipts: string;
        };
        AccountSumsFields: {
            account: string;
            /** @description Minor units of the currency beside it. */
            credit: number;
            /** @description Minor units of the currency beside it. */
            debit: number;
        };
        AddedBalances: {
            alreadyAdded: number;
            created: number;
        };
        BackfillBody: {
            /** @description All connections of the key when left out. */
            connectionId?: string;
            /**
             * Format: date-time
             * @description Since the last sweep, with overlap, when left out.
             */
            from?: string;
        };
        Backfilled: {
            /** @description How many events had never come before. */
            received: number;
        };
        BalanceExportDetails: {
            /** @description Its rows are payments that are waited for. */
            added: boolean;
            /** Format: date-time */
            addedAt: string | null;
            /** Format: date */
            chargeDate: string | null;
            /** @description Its rows are sent through the API. */
            collected: boolean;
            /** Format: date-time */
            collectedAt: string | null;
            connectionId: string;
            csvSha256: string | null;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            id: string;
            /**
             * Format: date-time
             * @description Since then a person of its files is forgotten.
             */
            notReproducibleSince: string | null;
            /** Format: date-time */
            openedAt: string;
            progress: components["schemas"]["BalanceExportProgress"];
            /** @description Rows that were given up. */
            released: number;
            rows: number | null;
            rowsSha256: string | null;
            /** Format: date-time */
            sealedAt: string | null;
            /**
             * @description Only `exported` ones are sealed and have rows.
             * @enum {string}
             */
            status: "opened" | "exported" | "abandoned";
            /** @description Minor units of the currency beside it. */
            totalAmount: number | null;
            xlsxSha256: string | null;
        };
        BalanceExportItem: {
            /** @description Its rows are payments that are waited for. */
            added: boolean;
            /** Format: date-time */
            addedAt: string | null;
            /** Format: date */
            chargeDate: string | null;
            /** @description Its rows are sent through the API. */
            collected: boolean;
            /** Format: date-time */
            collectedAt: string | null;
            connectionId: string;
            csvSha256: string | null;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            id: string;
            /**
             * Format: date-time
             * @description Since then a person of its files is forgotten.
             */
            notReproducibleSince: string | null;
            /** Format: date-time */
            openedAt: string;
            /** @description Rows that were given up. */
            released: number;
            rows: number | null;
            rowsSha256: string | null;
            /** Format: date-time */
            sealedAt: string | null;
            /**
             * @description Only `exported` ones are sealed and have rows.
             * @enum {string}
             */
            status: "opened" | "exported" | "abandoned";
            /** @description Minor units of the currency beside it. */
            totalAmount: number | null;
            xlsxSha256: string | null;
        };
        BalanceExportProgress: {
            /** @description Given up, and seen all the same. */
            afterCancellation: number;
            amountDiffers: number;
            /** @description GoCardless should have shown them by now. */
            notSeen: number;
            /** @description All rows but those that were given up and never seen. */
            of: number;
            /** @description Rows that GoCardless refused. */
            refused: number;
            /** @description Rows that GoCardless has. */
            sent: number;
        };
        BalanceItem: {
            /** Format: date-time */
            asOf: string | null;
            /** @description stated − inFlight − paidSince + reversedSince, never below zero. */
            collectable: number;
            connectionId: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            customerName: string | null;
            /** @description In rows of exports, and in payments that may still bring money. */
            inFlight: number;
            /** @description Paid out since `asOf`. */
            paidSince: number;
            /** @description Lost again since `asOf`. */
            reversedSince: number;
            /** @description What the customer owed at `asOf`. */
            stated: number | null;
        };
        CancelBalanceExportBody: {
            /** @description Ids of rows; all that GoCardless has not shown when left out. */
            rows?: string[];
        };
        CancelledRows: {
            /** @description Rows whose payment GoCardless has, or may have. */
            kept: number;
            released: number;
        };
        CancelledScheduledPayment: {
            id: string;
        };
        ChangeCustomerBody: {
            company?: string | null;
            /** Format: email */
            email?: string | null;
            name?: string;
            reference?: string | null;
            round?: string | null;
        };
        ChangedAccessToken: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            access: "read_write" | "read_only";
        };
        ChangedScheduledPayment: {
            /** @description Of a dry run only: all that would move. */
            changed?: components["schemas"]["PreviewedChange"][];
            id: string;
        };
        ChangeScheduledPaymentBody: {
            /** @description The last unsent instalment takes the difference. */
            amount?: number;
            /** Format: date */
            dueDate?: string;
            /** @description Null = the customer’s default again. */
            mandateId?: string | null;
        };
        ChosenAccounts: {
            accounts: components["schemas"]["AccountFields"];
            /**
             * Format: date-time
             * @description Documents effective then or later use them.
             */
            from: string;
        };
        ChosenLeadTimes: {
            /** @description Working days between sending and charging. */
            ach?: number;
            /** @description Working days between sending and charging. */
            autogiro?: number;
            /** @description Working days between sending and charging. */
            bacs?: number;
            /** @description Working days between sending and charging. */
            becs?: number;
            /** @description Working days between sending and charging. */
            becs_nz?: number;
            /** @description Working days before the month of the due date: it charges on one day of a month. */
            betalingsservice?: number;
            /** @description Working days between sending and charging. */
            faster_payments?: number;
            /** @description Working days between sending and charging. */
            pad?: number;
            /** @description Working days between sending and charging. */
            pay_to?: number;
            /** @description Working days between sending and charging. */
            sepa_core?: number;
        };
        ClosedPeriod: {
            connectionId: string;
            /** Format: date */
            through: string;
        };
        ClosePeriodBody: {
            /** @description Needed when there are several connections. */
            connectionId?: string;
        };
        CollectedBalances: {
            progress: components["schemas"]["CollectionProgress"];
        };
        CollectionProgress: {
            /** @description All rows but those that were given up and never seen. */
            of: number;
            /** @description Rows that GoCardless refused. */
            refused: number;
            /** @description Rows that GoCardless has. */
            sent: number;
        };
        ComingPayment: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /**
             * Format: date
             * @description When it is charged; null while that is not known.
             */
            dueDate: string | null;
            /**
             * @description Not sent yet; sent and not paid out; the bank has refused it or taken it back; not sent yet, and there is no direct debit to send it by.
             * @enum {string}
             */
            state: "planned" | "on_its_way" | "not_collected" | "no_mandate";
        };
        ConfirmedMatches: {
            confirmed: number;
        };
        ConfirmMatchesBody: {
            /** @description All that are suggested when left out. */
            matches?: components["schemas"]["RowMatchFields"][];
        };
        ConnectionItem: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            access: "read_write" | "read_only";
            /**
             * Format: date-time
             * @description Facts before it post nothing.
             */
            booksFrom: string;
            /**
             * Format: date
             * @description The last closed day.
             */
            closedThrough: string | null;
            creditorId: string;
            creditorName: string;
            /** @enum {string} */
            environment: "sandbox" | "live";
            id: string;
            name: string;
            /** @description What its receipt numbers begin with. */
            receiptSeries: string;
            timeZone: string;
            /** @description How many webhook secrets are live. */
            webhookSecrets: number;
        };
        CurrencySum: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        CustomerBalance: {
            /** @description What of it is left to collect. */
            collectable: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            stated: number;
        };
        CustomerId: {
            id: string;
        };
        CustomerItem: {
            /** @description One for each currency in which a balance was stated. */
            balances: components["schemas"]["CustomerBalance"][];
            company: string | null;
            connectionId: string;
            email: string | null;
            /** @description Their personal data are gone for good. */
            forgotten: boolean;
            /** @description One of their instalments has errors. */
            hasErrors: boolean;
            hasUsableMandate: boolean;
            id: string;
            name: string | null;
            /**
             * Format: date
             * @description Of their instalments that were neither sent nor cancelled.
             */
            nextDueDate: string | null;
            reference: string | null;
            round: string | null;
        };
        CustomerWithMandates: {
            /** @description One for each currency in which a balance was stated. */
            balances: components["schemas"]["CustomerBalance"][];
            company: string | null;
            connectionId: string;
            email: string | null;
            /** @description Their personal data are gone for good. */
            forgotten: boolean;
            /** @description One of their instalments has errors. */
            hasErrors: boolean;
            hasUsableMandate: boolean;
            id: string;
            mandates: components["schemas"]["MandateItem"][];
            name: string | null;
            /**
             * Format: date
             * @description Of their instalments that were neither sent nor cancelled.
             */
            nextDueDate: string | null;
            reference: string | null;
            round: string | null;
        };
        DefaultMandate: {
            currency: string;
            mandateId: string;
        };
        DeliveryItem: {
            action: string;
            connectionId: string;
            eventId: string;
            reason: string | null;
            /** Format: date-time */
            receivedAt: string;
            resourceType: string;
            /**
             * @description duplicate: another delivery had brought the event before.
             * @enum {string}
             */
            status: "received" | "applied" | "ignored" | "parked" | "duplicate" | "foreign";
            /** @description Null when we fetched it. */
            webhookId: string | null;
        };
        DiscountBody: {
            /** @description Minor units, tax included. */
            amount?: number;
            /** @description Of quantity × unitAmount, such as "12.5". */
            percentage?: string;
        };
        DueAmountBody: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** Format: date */
            dueDate: string;
        };
        EntryFields: {
            account: string;
            /** @description Minor units of the currency beside it. */
            credit: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            debit: number;
            /** @description Of entries of sales and their tax: the rate, such as "20"; "0" where no tax was due. */
            taxRate?: string;
        };
        ExportBalancesBody: {
            /**
             * Format: date
             * @description As soon as possible when left out.
             */
            chargeDate?: string;
            /** @description Where there are several connections. */
            connectionId?: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description All with a stated balance when left out. */
            customerIds?: string[];
            /** @description Stands on the payers’ bank statements where the scheme shows one. */
            description?: string;
            /** @description Only say what would be exported. */
            dryRun?: boolean;
        };
        ExportedBalances: {
            /** @description Not in a dry run. */
            csvSha256?: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Not in a dry run. */
            id?: string;
            leftOut: components["schemas"]["LeftOutCustomer"][];
            /** @description The first rows, in a dry run only. */
            preview?: components["schemas"]["PreviewedRow"][];
            rows: number;
            /** @description Minor units of the currency beside it. */
            totalAmount: number;
            /** @description Not in a dry run. */
            xlsxSha256?: string;
        };
        ExportRowItem: {
            /** @description Given up, and seen at GoCardless all the same. */
            afterCancellation: boolean;
            /** @description As it stands in the file. */
            amount: number;
            amountDiffers: boolean;
            /** @description What GoCardless collects; null until it shows the payment. */
            collectedAmount: number | null;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            customerName: string | null;
            id: string;
            mandateId: string | null;
            /** @description The payment made elsewhere that was taken for this row. */
            matchedTo: string | null;
            /** @description GoCardless should have shown it by now. */
            notSeen: boolean;
            number: number;
            paymentId: string | null;
            released: boolean;
            /** @description `exported`, `released`, `matched`, `awaiting_gocardless`, or the status of its payment. */
            status: string;
        };
        FoundCustomerFields: {
            accountNumberEnding: string | null;
            bankName: string | null;
            company: string | null;
            email: string | null;
            gocardlessCustomerId: string;
            mandates: components["schemas"]["FoundMandateFields"][];
            name: string | null;
        };
        FoundMandateFields: {
            mandateId: string;
            scheme: string;
            status: string;
            usable: boolean;
        };
        IdentifiedPayment: {
            customerId: string;
            paymentId: string;
        };
        IdentifyPaymentBody: {
            customerId: string;
        };
        ImportedBalances: {
            balances: number;
            /** @description Null for a dry run. */
            id: string | null;
            totals: components["schemas"]["ImportedTotal"][];
        };
        ImportedTotal: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            balances: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        IncidentFields: {
            connectionId: string;
            customerId: string | null;
            /** @description A reason, the other payment, amounts or statuses, by type. */
            detail: string | null;
            /** @description GoCardless’s event. */
            eventId: string | null;
            id: string;
            mandateId: string | null;
            /** @description What staff wrote when they resolved it. */
            note: string | null;
            paymentId: string | null;
            payoutId: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            /**
             * @description facts: what has happened since has cleared it.
             * @enum {string|null}
             */
            resolvedBy: "facts" | "staff" | null;
            /** @description The row of a balance export. */
            row: string | null;
            scheduledPaymentId: string | null;
            /**
             * Format: date-time
             * @description From when on it counts.
             */
            since: string;
            /** @enum {string} */
            type: "parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "delivery_refused";
        };
        IncidentResolved: {
            id: string;
        };
        KeyItem: {
            /** @description Null = all. */
            connectionIds: string[] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            rounds: string[] | null;
        };
        LeadTimeFields: {
            /** @description Working days between sending and charging. */
            ach: number;
            /** @description Working days between sending and charging. */
            autogiro: number;
            /** @description Working days between sending and charging. */
            bacs: number;
            /** @description Working days between sending and charging. */
            becs: number;
            /** @description Working days between sending and charging. */
            becs_nz: number;
            /** @description Working days before the month of the due date: it charges on one day of a month. */
            betalingsservice: number;
            /** @description Working days between sending and charging. */
            faster_payments: number;
            /** @description Working days between sending and charging. */
            pad: number;
            /** @description Working days between sending and charging. */
            pay_to: number;
            /** @description Working days between sending and charging. */
            sepa_core: number;
        };
        LedgerAccountFields: {
            account: string;
            /** @description Debits less credits. */
            balance: number;
            connectionId: string;
            /** @description Minor units of the currency beside it. */
            credit: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            debit: number;
        };
        LeftOutCustomer: {
            customerId: string;
            /** @enum {string} */
            reason: "no_usable_mandate" | "nothing_collectable" | "wrong_currency" | "changed_meanwhile";
        };
        LineBody: {
            /** @description Either an amount or a percentage. */
            discount?: components["schemas"]["DiscountBody"];
            /** @description The default income account when left out. */
            incomeAccount?: string;
            item: string;
            /** @description A decimal as text with at most four places; a whole number may come as a number too. */
            quantity: string;
            /** @description Percentage such as "20" or "5.5"; "0" when left out. */
            taxRate?: string;
            /** @description Minor units, tax included. */
            unitAmount: number;
        };
        LinkCounts: {
            already_linked: number;
            ambiguous: number;
            direct_settlement: number;
            duplicate: number;
            linked: number;
            linked_elsewhere: number;
            none: number;
            other_creditor: number;
            unusable: number;
        };
        LinkedLine: {
            /** @description Who fits, when it is ambiguous. */
            choices: components["schemas"]["FoundCustomerFields"][];
            customerId: string;
            /** @description As a spreadsheet program counts: the header is line 1. */
            line: number;
            mandateId: string | null;
            /** @description The outcome in a sentence. */
            message: string;
            /** @enum {string} */
            outcome: "linked" | "already_linked" | "duplicate" | "ambiguous" | "none" | "unusable" | "linked_elsewhere" | "other_creditor" | "direct_settlement";
        };
        LinkedMandate: {
            mandateId: string;
            scheme: string;
            status: string;
            usable: boolean;
        };
        LinkImport: {
            /** @description How many lines have each outcome. */
            counts: components["schemas"]["LinkCounts"];
            dryRun: boolean;
            items: components["schemas"]["LinkedLine"][];
            lines: number;
        };
        ListSummary: {
            count: number;
            /** @description One for each value and currency of what is grouped by. */
            groups: components["schemas"]["SummaryGroup"][];
            /** @description One for each currency; none for a list without amounts. */
            sums: components["schemas"]["CurrencySum"][];
        };
        LookedUp: {
            customers: components["schemas"]["FoundCustomerFields"][];
        };
        LookUpBody: {
            /** @description Needed when there are several connections. */
            connectionId?: string;
            /** Format: email */
            email?: string;
            gocardlessCustomerId?: string;
            mandateId?: string;
        };
        LookUpKeyBody: {
            /** Format: email */
            email?: string;
            gocardlessCustomerId?: string;
            mandateId?: string;
        };
        MadeKey: {
            /** @description Null = all. */
            connectionIds: string[] | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            id: string;
            /** @description The key itself. It is shown this once. */
            key: string;
            name: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            rounds: string[] | null;
        };
        MadePortalLink: {
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /** @description The link itself. It is shown this once. */
            url: string;
        };
        MakeKeyBody: {
            /** @description Connections that the key reaches; all when left out. */
            connectionIds?: string[];
            /** @description Whose key it is or what it is for. */
            name: string;
            /** @enum {string} */
            role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Rounds that a collector sees; all when left out. */
            rounds?: string[];
        };
        MandateItem: {
            accountNumberEnding: string | null;
            bankName: string | null;
            /** @description GoCardless’s cause of the status. */
            cause: string | null;
            company: string | null;
            connectionId: string;
            customerId: string;
            customerName: string | null;
            /** @description It was chosen for its currency, or took the place of the one that was. */
            default: boolean;
            /** @description The mandate that took its place in the end; itself when there is none. */
            effectiveMandateId: string;
            /**
             * @description What led to it; itself: nobody had to look for it.
             * @enum {string|null}
             */
            foundBy: "email" | "gocardless_customer_id" | "mandate_id" | "itself" | null;
            gocardlessCustomerId: string | null;
            /**
             * Format: date
             * @description The latest charge date of a payment on it that was not cancelled.
             */
            lastUsedAt: string | null;
            linked: boolean;
            /** @description Who linked it: user:<key>, or gocardless for one that linked itself. */
            linkedBy: string | null;
            mandateId: string;
            /**
             * Format: date
             * @description As GoCardless showed it when the mandate was linked.
             */
            nextPossibleChargeDate: string | null;
            reference: string | null;
            scheme: string | null;
            /** @enum {string} */
            status: "pending_customer_approval" | "pending_submission" | "submitted" | "active" | "suspended_by_payer" | "failed" | "cancelled" | "expired" | "consumed" | "blocked" | "unknown";
            /** @description For example mandate_cancelled or mandate_replaced; null while it is usable. */
            unusableReason: string | null;
            usable: boolean;
        };
        MandateSetup: {
            /** @description The page for the payer; valid for 7 days. */
            url: string;
        };
        MandateSetupBody: {
            /**
             * @description The scheme’s when left out; GBP without either.
             * @enum {string}
             */
            currency?: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            /** @description For example bacs or sepa_core; the currency decides when left out. */
            scheme?: string;
        };
        OpenConnectionBody: {
            accessToken: string;
            /**
             * Format: date
             * @description The first day of the books, in the time zone; today when left out.
             */
            booksFrom?: string;
            /** @description Whose books these are; needed where the token sees several creditors. */
            creditorId?: string;
            /** @enum {string} */
            environment: "sandbox" | "live";
            name: string;
            /** @description IANA name; Europe/London when left out. */
            timeZone?: string;
            webhookSecrets: string[];
        };
        OpenedConnection: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            access: "read_write" | "read_only";
            creditorId: string;
            creditorName: string;
            /** @enum {string} */
            environment: "sandbox" | "live";
            id: string;
            name: string;
        };
        PayerCompany: {
            address: string | null;
            name: string;
            vatNumber: string | null;
        };
        PayerCustomer: {
            name: string | null;
        };
        PayerPage: {
            company: components["schemas"]["PayerCompany"];
            customer: components["schemas"]["PayerCustomer"];
            /** @description There are older receipts, or later payments, than stand here. */
            hasMore: boolean;
            /** @description The newest first. */
            receipts: components["schemas"]["PayerReceipt"][];
            /** @description The next ones first. */
            scheduled: components["schemas"]["ComingPayment"][];
        };
        PayerReceipt: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** Format: date */
            date: string;
            /** @description Of the receipt that it takes back or corrects. */
            earlierNumber: string | null;
            /** @enum {string} */
            kind: "receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction";
            number: string;
        };
        PaymentFlags: {
            cancelled: boolean;
            chargedBack: boolean;
            confirmed: boolean;
            hasErrors: boolean;
            lateFailure: boolean;
            paidOut: boolean;
            pending: boolean;
            retryScheduled: boolean;
            scheduled: boolean;
            submitted: boolean;
            succeeded: boolean;
        };
        PaymentItem: {
            accepted: boolean;
            /** @enum {string|null} */
            acceptedBy: "collector" | "system" | null;
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description Minor units of the currency beside it. */
            amountRefunded: number;
            /** @description Which attempt at its instalment it is. */
            attempt: number | null;
            balanceExportId: string | null;
            /** @description GoCardless’s cause of a failure, chargeback, cancellation or refusal. */
            cause: string | null;
            /** Format: date */
            chargeDate: string | null;
            connectionId: string;
            /**
             * Format: date-time
             * @description When it was asked for; of one made elsewhere, when GoCardless made it.
             */
            createdAt: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Null while nobody knows whose it is. */
            customerId: string | null;
            customerName: string | null;
            /**
             * Format: date
             * @description On which its money can be expected at the bank; null when none is expected on a known day.
             */
            expectedPaidOutDate: string | null;
            exportRowId: string | null;
            flags: components["schemas"]["PaymentFlags"];
            gocardlessPaymentId: string | null;
            id: string;
            /** @description It may still bring money. */
            inFlight: boolean;
            mandateId: string;
            message: string;
            /** @enum {string} */
            origin: "scheduled_payment" | "balance_export" | "manual" | "adopted";
            /** Format: date-time */
            paidOutAt: string | null;
            payoutId: string | null;
            /** @description The code of the bank’s scheme. */
            reasonCode: string | null;
            /** @description Of the receipt that stands. */
            receiptNumber: string | null;
            /** @description All documents of the payment; the id of one that has no number yet. */
            receipts: string[];
            salesOrderId: string | null;
            scheduledPaymentId: string | null;
            /** @description GoCardless’s, or before it `requested` or `rejected`. */
            status: string;
            /** @description Why an adopted payment needs a look. */
            suspicion: components["schemas"]["PaymentSuspicion"] | null;
        };
        PaymentSuspicion: {
            /** @enum {string} */
            kind: "duplicate_of_payment" | "duplicate_of_row" | "differs_from_request";
            /** @description Of the payment that it is like. */
            paymentId?: string;
            /** @description Of the row of an export that it is like. */
            rowId?: string;
        };
        PayoutFields: {
            /** @description Minor units of the currency beside it. */
            amount: number | null;
            /** Format: date */
            arrivalDate: string | null;
            connectionId: string;
            /** @enum {string|null} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description Items less amount where that is no rounding; decimal string of minor units. */
            difference: string | null;
            /** @description Of its booking; null while it is not booked. */
            documentId: string | null;
            /** @description All that was kept for fees, tax included. */
            fees: number | null;
            /** @description The tax within the fees. */
            feesTax: number | null;
            /** @description Currency and amount at the bank, when converted. */
            fx: components["schemas"]["PayoutFx"] | null;
            /** @description What its payments brought. Less losses, refunds and fees it is the amount, but for rounding. */
            gross: number | null;
            id: string;
            items: components["schemas"]["PayoutItemFields"][];
            /**
             * @description gone: GoCardless has forgotten them.
             * @enum {string}
             */
            itemsState: "not_listed" | "listed" | "gone";
            /** @description Late failures and chargebacks that it had to bear. */
            losses: number | null;
            reference: string | null;
            /** @description Refunds that it had to bear, less what came back of them. */
            refunds: number | null;
            /** @enum {string} */
            status: "pending" | "paid" | "bounced";
            /** @description The items that are not matched. */
            unexplained: components["schemas"]["PayoutItemFields"][];
            /** @description How many of the items are not explained here. */
            unmatched: number | null;
        };
        PayoutFx: {
            /** @description In that currency; null until GoCardless knows it. */
            amount: number | null;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        PayoutItemFields: {
            /** @description Decimal string of minor units, as GoCardless gives it. */
            amount: string;
            customerId: string | null;
            customerName: string | null;
            /** @description The document that explains it; null of fees, which the booking explains. */
            documentId: string | null;
            gocardlessPaymentId: string | null;
            /** @description Whether everything that it refers to is known here. */
            matched: boolean;
            paymentId: string | null;
            /** @description The number of that document. */
            receiptNumber: string | null;
            refundId: string | null;
            type: string;
            /**
             * @description Why it does not match; null when it does.
             * @enum {string|null}
             */
            why: "unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown" | null;
        };
        PayoutSummaryFields: {
            /** @description Minor units of the currency beside it. */
            amount: number | null;
            /** Format: date */
            arrivalDate: string | null;
            connectionId: string;
            /** @enum {string|null} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description Items less amount where that is no rounding; decimal string of minor units. */
            difference: string | null;
            /** @description Of its booking; null while it is not booked. */
            documentId: string | null;
            /** @description All that was kept for fees, tax included. */
            fees: number | null;
            /** @description The tax within the fees. */
            feesTax: number | null;
            /** @description Currency and amount at the bank, when converted. */
            fx: components["schemas"]["PayoutFx"] | null;
            /** @description What its payments brought. Less losses, refunds and fees it is the amount, but for rounding. */
            gross: number | null;
            id: string;
            /** @description How many there are. */
            items: number | null;
            /** @description Late failures and chargebacks that it had to bear. */
            losses: number | null;
            reference: string | null;
            /** @description Refunds that it had to bear, less what came back of them. */
            refunds: number | null;
            /** @enum {string} */
            status: "pending" | "paid" | "bounced";
            /** @description How many of the items are not explained here. */
            unmatched: number | null;
        };
        PlacedSalesOrder: {
            id: string;
            /** @description In the order of the plan. */
            scheduledPayments: string[];
        };
        PlaceSalesOrderBody: {
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            /** @description Only answer the plan, with 200; nothing is kept. */
            dryRun?: boolean;
            lines: components["schemas"]["LineBody"][];
            /** @description For every instalment; the customer’s default when left out. */
            mandateId?: string;
            plan: components["schemas"]["PlanBody"];
            /** @description What the order is called elsewhere. No personal data. */
            reference?: string;
        };
        PlanBody: {
            /** @description Equal parts; the last takes the rest. */
            count?: number;
            /** Format: date */
            firstDueDate?: string;
            instalments?: components["schemas"]["DueAmountBody"][];
            /** @enum {string} */
            interval?: "week" | "month" | "quarter" | "year";
        };
        PortalLinkItem: {
            connectionId: string;
            customerId: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            /**
             * Format: date-time
             * @description To the hour: more often it is not noted.
             */
            lastOpenedAt: string | null;
            /** Format: date-time */
            madeAt: string;
            madeBy: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string} */
            status: "live" | "expired" | "revoked";
        };
        PortalSession: {
            /** Format: date-time */
            expiresAt: string;
        };
        PortalSessionBody: {
            /** @description What follows the # of the link. */
            token: string;
        };
        PreviewedChange: {
            /** @description Minor units of the currency beside it. */
            amountFrom: number;
            /** @description Minor units of the currency beside it. */
            amountTo: number;
            /** Format: date */
            dueDate: string;
            id: string;
        };
        PreviewedInstalment: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** Format: date */
            dueDate: string;
            /**
             * Format: date
             * @description The first day on which the mandate can be charged, where that is later.
             */
            movedTo?: string;
            /** @description What it takes of each line. */
            shares: components["schemas"]["PreviewedShare"][];
        };
        PreviewedRow: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            customerId: string;
            mandateId: string;
        };
        PreviewedShare: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description Its place in the order, from 0. */
            line: number;
            /** @description Tax within the amount. */
            tax: number;
        };
        PreviewWarning: {
            /** @enum {string} */
            code: "no_mandate" | "charge_date_moved" | "charge_dates_unknown";
            /** @description The same as a sentence. */
            detail: string;
        };
        ReceiptFields: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description Of a reversal: why the money was lost. */
            cause: string | null;
            /** Format: date */
            chargeDate: string | null;
            connectionId: string;
            correctsId: string | null;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerCompany: string | null;
            customerId: string | null;
            customerName: string | null;
            /** Format: date-time */
            effectiveAt: string;
            gocardlessEventId: string | null;
            id: string;
            /** @enum {string} */
            kind: "receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction";
            lines: components["schemas"]["ReceiptLineFields"][];
            /** @description Null for the moment until it is given. */
            number: string | null;
            /** Format: date-time */
            paidOutAt: string | null;
            paymentId: string;
            /** Format: date-time */
            postedAt: string;
            reversesId: string | null;
            salesOrderId: string | null;
            /**
             * Format: date
             * @description The day in the connection’s time zone on which it took effect.
             */
            taxDate: string;
        };
        ReceiptLineFields: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description Null when the customer was forgotten. */
            description: string | null;
            /** @description Minor units of the currency beside it. */
            net: number;
            /** @description Minor units of the currency beside it. */
            tax: number;
            /** @description Percentage such as "20"; null on account, of which no tax is known. */
            taxRate: string | null;
        };
        Redriven: {
            eventId: string;
        };
        RefundBody: {
            /** @description Minor units of the currency beside it. */
            amount: number;
        };
        RefusedField: {
            field: string | null;
            message: string;
        };
        RegisterCustomerBody: {
            company?: string;
            /** @description Needed when there are several connections. */
            connectionId?: string;
            /** Format: email */
            email?: string;
            name: string;
            /** @description Your own number for the customer. */
            reference?: string;
            /** @description The collector’s round that the customer is on. */
            round?: string;
        };
        RejectedSubmission: {
            errors: components["schemas"]["RefusedField"][];
            reason: string;
            type: string;
        };
        RequestedPayment: {
            paymentId: string;
        };
        ResolutionBody: {
            /** @description What came of it; kept as personal data. */
            note: string;
        };
        RowMatchFields: {
            paymentId: string;
            rowId: string;
        };
        RowMatchItem: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            gocardlessPaymentId: string | null;
            mandateId: string;
            number: number;
            paymentId: string;
            rowId: string;
            /** Format: date-time */
            submittedAt: string | null;
        };
        RunSchedulerBody: {
            /**
             * Format: date
             * @description Act as if it were this day; refused while a connection is live.
             */
            today?: string;
        };
        SalesOrderItem: {
            /** @enum {string} */
            basis: "cash";
            connectionId: string;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            customerName: string | null;
            /** @description One of its instalments has errors. */
            hasErrors: boolean;
            id: string;
            lines: components["schemas"]["SalesOrderLine"][];
            /**
             * Format: date
             * @description Of the instalments that were neither sent nor cancelled.
             */
            nextDueDate: string | null;
            /** @description What the instalments add up to, cancelled ones included. */
            planTotal: number;
            /** @description Receipts less reversals. */
            receiptedTotal: number;
            /** @description What the order is called elsewhere. */
            reference: string | null;
            scheduledPayments: string[];
            /** @description Cash of the e-payments that were submitted and not lost. */
            total: number;
        };
        SalesOrderLine: {
            /** @description quantity × unitAmount − discount, rounded half up once. */
            amount: number;
            /** @description What was taken off quantity × unitAmount. */
            discount: number;
            incomeAccount: string | null;
            /** @description Null when the customer was forgotten. */
            item: string | null;
            /** @description A decimal with at most four places. */
            quantity: string;
            /** @description Minor units of the currency beside it. */
            receiptedTotal: number;
            /** @description Tax within the amount. */
            tax: number;
            taxRate: string;
            /** @description Minor units of the currency beside it. */
            total: number;
            /** @description Tax included. */
            unitAmount: number;
        };
        SalesOrderPreview: {
            /** @description Minor units of the currency beside it. */
            planTotal: number;
            scheduledPayments: components["schemas"]["PreviewedInstalment"][];
            warnings: components["schemas"]["PreviewWarning"][];
        };
        ScheduledPaymentFlags: {
            hasErrors: boolean;
            isCancelled: boolean;
            isDirectDebit: boolean;
            isPaymentProcessed: boolean;
            isProcessed: boolean;
            paymentCreated: boolean;
            succeeded: boolean;
        };
        ScheduledPaymentItem: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description How often it was sent. */
            attempt: number;
            /**
             * Format: date
             * @description As GoCardless set it for the newest attempt.
             */
            chargeDate: string | null;
            connectionId: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
            customerName: string | null;
            /** Format: date */
            dueDate: string;
            /**
             * Format: date
             * @description On which its money can be expected at the bank; null when none is expected on a known day.
             */
            expectedPaidOutDate: string | null;
            flags: components["schemas"]["ScheduledPaymentFlags"];
            id: string;
            /** @description Null = the customer’s default when it is sent. */
            mandateId: string | null;
            message: string | null;
            /** @description Of the newest attempt. */
            paymentFlags: components["schemas"]["PaymentFlags"] | null;
            /** @description Of the newest attempt. */
            paymentId: string | null;
            /** @description Of the newest attempt. */
            paymentStatus: string | null;
            /** @description Of the receipt that stands for the newest attempt. */
            receiptNumber: string | null;
            salesOrderId: string;
            /**
             * Format: date
             * @description On which it is sent by itself; null when it was sent or cancelled.
             */
            sendingDay: string | null;
            /**
             * Format: date-time
             * @description When the newest attempt was sent.
             */
            sentAt: string | null;
        };
        SchedulerRunFields: {
            blocked: number;
            items: components["schemas"]["SchedulerRunItem"][];
            /** @description Due earlier than the mandate allows. */
            moved: number;
            refused: number;
            /** @description Moved ones included. */
            sent: number;
        };
        SchedulerRunItem: {
            /** Format: date */
            chargeDate?: string;
            /** @enum {string} */
            outcome: "sent" | "moved" | "refused" | "blocked";
            /** @description Why it was refused by GoCardless, or blocked here. */
            reason?: string;
            scheduledPaymentId: string;
        };
        SessionFields: {
            /** @description Null = all. */
            connectionIds: string[] | null;
            /**
             * Format: date-time
             * @description Null = asked with the key itself, which has no end of its own.
             */
            expiresAt: string | null;
            keyId: string;
            /** @description Whose key it is. */
            name: string;
            /**
             * Format: date-time
             * @description The service’s clock, by which it says what is due.
             */
            now: string;
            /** @enum {string} */
            role: "admin" | "accountant" | "collector" | "auditor";
            /** @description Null = all. */
            rounds: string[] | null;
        };
        SessionItem: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            id: string;
            keyId: string;
            /** Format: date-time */
            lastUsedAt: string;
            name: string;
            /** @enum {string} */
            role: "admin" | "accountant" | "collector" | "auditor";
        };
        Settings: {
            /** @description Those that hold at the time asked for. */
            accounts: components["schemas"]["AccountFields"];
            /** @description Every choice that was made, also those that hold later. */
            accountsChosen: components["schemas"]["ChosenAccounts"][];
            address: string | null;
            companyName: string | null;
            connectionId: string;
            /** @description Who collects by GoCardless’s word: on receipts when no company is given. */
            creditorName: string;
            /** @description No payment is sent later than 10 days before it is due. */
            leadTimes: components["schemas"]["LeadTimeFields"];
            /** @description Fixed when the connection is opened. */
            receiptSeries: string;
            /** @description Fixed when the connection is opened. */
            timeZone: string;
            vatNumber: string | null;
        };
        SettingsBody: {
            /** @description All of them; they hold from tomorrow at the earliest. */
            accounts?: components["schemas"]["AccountFields"];
            /**
             * Format: date
             * @description From which day on the accounts hold, in the time zone; tomorrow if left out.
             */
            accountsFrom?: string;
            address?: string;
            companyName?: string;
            /** @description Of schemes that are left out it stays. */
            leadTimes?: components["schemas"]["ChosenLeadTimes"];
            vatNumber?: string;
        };
        SignInBody: {
            /** @description An API key. This or a link. */
            key?: string;
            /** @description The token of a sign-in link. It works once. */
            link?: string;
        };
        SignInLink: {
            /** Format: date-time */
            expiresAt: string;
            /** @description Opens the screens signed in, once. */
            url: string;
        };
        StateBalanceBody: {
            /** @description Minor units; below zero the customer is in credit, and nothing is collected. */
            amount: number;
            /** @description A time such as 2026-03-31T12:00:00Z, or a day, which begins at midnight. Not in the future. */
            asOf: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        StatedBalance: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** Format: date-time */
            asOf: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            customerId: string;
        };
        Submitted: {
            paymentId: string;
            /** @description Only when GoCardless refused it. */
            rejected?: components["schemas"]["RejectedSubmission"];
        };
        SuggestionItem: {
            /** @description Null for a mandate that looks like nobody. */
            customerId: string | null;
            customerName: string | null;
            /** @description Null for a customer without a usable mandate, and without one that fits. */
            mandateId: string | null;
            /** @enum {string} */
            reason: "same_email" | "same_name" | "same_company" | "no_mandate" | "unknown_payer";
        };
        SummaryGroup: {
            /** @description Minor units of the currency beside it. */
            amount: number | null;
            count: number;
            /** @enum {string|null} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description The value that is grouped by; null where there is none. */
            key: string | null;
        };
        TimelineFields: {
            actor: string;
            causationId: string;
            correlationId: string;
            /** @description What the event says; what was personal of who was forgotten is null. */
            data: {
                [key: string]: unknown;
            };
            /** @description The delivery that brought it, named after the hash of its body. */
            deliveryStream: string | null;
            /**
             * Format: date-time
             * @description When it was true.
             */
            effectiveAt: string;
            eventId: string;
            gocardlessEventId: string | null;
            position: string;
            /**
             * Format: date-time
             * @description When we recorded it.
             */
            recordedAt: string;
            revision: number;
            stream: string;
            type: string;
            /** @description The webhook that brought it; null for what we fetched or decided. */
            webhookId: string | null;
        };
        TransactionFields: {
            connectionId: string;
            correctsId: string | null;
            customerId: string | null;
            /** Format: date-time */
            effectiveAt: string;
            entries: components["schemas"]["EntryFields"][];
            id: string;
            /** @enum {string} */
            kind: "receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "payout" | "payout_bounced" | "payout_restored" | "correction";
            number: string | null;
            paymentId: string | null;
            payoutId: string | null;
            /**
             * Format: date
             * @description The effective day, or the first open one where that day was closed.
             */
            postingDate: string;
            /** Format: date-time */
            recordedAt: string;
            reversesId: string | null;
        };
        TrialBalanceFields: {
            accounts: components["schemas"]["AccountSumsFields"][];
            connectionId: string;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Minor units of the currency beside it. */
            totalCredit: number;
            /** @description Minor units of the currency beside it. */
            totalDebit: number;
        };
        UnlinkedMandate: {
            mandateId: string;
        };
        WebhookSecretsBody: {
            webhookSecrets: string[];
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
    listBalanceExports: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                openedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                openedAtTo?: string;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description By the order of the log when left out. */
                sort?: "openedAt" | "chargeDate" | "totalAmount";
                status?: ("opened" | "exported" | "abandoned")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BalanceExportItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["BalanceExportItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["BalanceExportItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    BalanceExportsController_export: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportBalancesBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedBalances"] & {
                        position: string;
                    };
                };
            };
        };
    };
    BalanceExportsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceExportDetails"];
                };
            };
        };
    };
    BalanceExportsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelBalanceExportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledRows"] & {
                        position: string;
                    };
                };
            };
        };
    };
    BalanceExportsController_collect: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectedBalances"] & {
                        position: string;
                    };
                };
            };
        };
    };
    BalanceExportFilesController_csv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    BalanceExportFilesController_workbook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
        };
    };
    listBalanceExportMatches: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description By the order of the log when left out. */
                sort?: "amount" | "submittedAt";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RowMatchItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["RowMatchItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["RowMatchItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    BalanceExportsController_confirmMatches: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmMatchesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedMatches"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeBalanceExportMatches: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                customerId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    BalanceExportsController_addAsPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedBalances"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listBalanceExportRows: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                afterCancellation?: boolean[];
                amountDiffers?: boolean[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                notSeen?: boolean[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                released?: boolean[];
                /** @description By the order of the log when left out. */
                sort?: "amount";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExportRowItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["ExportRowItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["ExportRowItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizeBalanceExportRows: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                afterCancellation?: boolean[];
                amountDiffers?: boolean[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                customerId?: string[];
                groupBy?: "currency";
                notSeen?: boolean[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                released?: boolean[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    summarizeBalanceExports: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                groupBy?: "status";
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                openedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                openedAtTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                status?: ("opened" | "exported" | "abandoned")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listBalances: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description The round of its customer. */
                round?: string[];
                /** @description By the order of the log when left out. */
                sort?: "stated" | "asOf";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BalanceItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["BalanceItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["BalanceItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    BalancesController_import: {
        parameters: {
            query?: {
                /** @description When all balances were so whose line does not say: a time, or a day, which begins at midnight. */
                asOf?: string;
                /** @description Where there are several. */
                connectionId?: string;
                /** @description The currency of all balances whose line names none. */
                currency?: string;
                /** @description Only say what would happen. */
                dryRun?: boolean;
                /** @description Columns of the file that are not to be read, one or with commas between them. */
                ignore?: string[];
                /** @description JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}; null for a column of the file that is not to be read: {"Phone": null}. */
                mapping?: string;
                /** @description Also where the balance that stands is of a later time. */
                older?: boolean;
            };
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
                "text/csv": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedBalances"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeBalances: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                groupBy?: "currency";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description The round of its customer. */
                round?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    PaymentsController_acceptMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptPaymentsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedPayments"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: {
                access?: ("read_write" | "read_only")[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                creditorId?: string[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                environment?: ("sandbox" | "live")[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                name?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConnectionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["ConnectionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["ConnectionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    ConnectionsController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenConnectionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedConnection"] & {
                        position: string;
                    };
                };
            };
        };
    };
    ConnectionsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionItem"];
                };
            };
        };
    };
    ConnectionsController_changeAccessToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccessTokenBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccessToken"] & {
                        position: string;
                    };
                };
            };
        };
    };
    SettingsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
        };
    };
    SettingsController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    ConnectionsController_changeWebhookSecrets: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookSecretsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeConnections: {
        parameters: {
            query?: {
                access?: ("read_write" | "read_only")[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                creditorId?: string[];
                environment?: ("sandbox" | "live")[];
                groupBy?: "environment" | "access";
                name?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                company?: string[];
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                email?: string[];
                forgotten?: boolean[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                hasErrors?: boolean[];
                hasUsableMandate?: boolean[];
                limit?: number;
                name?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
                round?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["CustomerItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["CustomerItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    CustomersController_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCustomerBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerId"] & {
                        position: string;
                    };
                };
            };
        };
    };
    CustomersController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerWithMandates"];
                };
            };
        };
    };
    CustomersController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerId"] & {
                        position: string;
                    };
                };
            };
        };
    };
    BalancesController_state: {
        parameters: {
            query?: {
                /** @description Also where the balance that stands is of a later time. */
                older?: boolean;
            };
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateBalanceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedBalance"] & {
                        position: string;
                    };
                };
            };
        };
    };
    CustomerMandatesController_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedMandate"] & {
                        position: string;
                    };
                };
            };
        };
    };
    CustomerMandatesController_unlink: {
        parameters: {
            query?: {
                /** @description Also while instalments wait for it. */
                force?: boolean;
            };
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                mandateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlinkedMandate"] & {
                        position: string;
                    };
                };
            };
        };
    };
    CustomerMandatesController_chooseDefault: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                mandateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefaultMandate"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listPortalLinks: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description By the order of the log when left out. */
                sort?: "madeAt" | "expiresAt";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalLinkItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["PortalLinkItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["PortalLinkItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    PortalLinksController_make: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePortalLink"] & {
                        position: string;
                    };
                };
            };
        };
    };
    PortalLinksController_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    summarizePortalLinks: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    summarizeCustomers: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                company?: string[];
                connectionId?: string;
                email?: string[];
                forgotten?: boolean[];
                groupBy?: "round" | "forgotten";
                hasErrors?: boolean[];
                hasUsableMandate?: boolean[];
                name?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
                round?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                action?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                eventId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reason?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                receivedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                receivedAtTo?: string;
                resourceType?: string[];
                /** @description By the order of the log when left out. */
                sort?: "receivedAt";
                /** @description duplicate: another delivery had brought the event before. */
                status?: ("received" | "applied" | "ignored" | "parked" | "duplicate" | "foreign")[];
                webhookId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["DeliveryItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["DeliveryItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    DeliveriesController_redrive: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redriven"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeDeliveries: {
        parameters: {
            query?: {
                action?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                eventId?: string[];
                groupBy?: "resourceType" | "action";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reason?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                receivedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                receivedAtTo?: string;
                resourceType?: string[];
                /** @description duplicate: another delivery had brought the event before. */
                status?: ("received" | "applied" | "ignored" | "parked" | "duplicate" | "foreign")[];
                webhookId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    GoCardlessController_fill: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackfillBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfilled"] & {
                        position: string;
                    };
                };
            };
        };
    };
    GoCardlessController_find: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedUp"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description false: only those that are open. */
                resolved?: boolean[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sinceFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sinceTo?: string;
                /** @description By the order of the log when left out. */
                sort?: "since" | "resolvedAt";
                type?: ("parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "delivery_refused")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncidentFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["IncidentFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["IncidentFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    IncidentsController_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentResolved"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeIncidents: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                customerId?: string[];
                groupBy?: "type" | "resolvedBy";
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description false: only those that are open. */
                resolved?: boolean[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sinceFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sinceTo?: string;
                type?: ("parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "delivery_refused")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                role?: ("admin" | "accountant" | "collector" | "auditor")[];
                /** @description By the order of the log when left out. */
                sort?: "createdAt" | "revokedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeyItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["KeyItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["KeyItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    KeysController_make: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"] & {
                        position: string;
                    };
                };
            };
        };
    };
    KeysController_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyItem"] & {
                        position: string;
                    };
                };
            };
        };
    };
    SessionsController_makeLink: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeKeys: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                groupBy?: "role";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                role?: ("admin" | "accountant" | "collector" | "auditor")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description By the order of the log when left out. */
                sort?: "balance" | "debit" | "credit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerAccountFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["LedgerAccountFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["LedgerAccountFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizeAccounts: {
        parameters: {
            query?: {
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    LedgerController_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                date: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosePeriodBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeriod"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description Transactions with an entry on it. */
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtTo?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                id?: string[];
                kind?: ("receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "payout" | "payout_bounced" | "payout_restored" | "correction")[];
                limit?: number;
                number?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string[];
                payoutId?: string[];
                postingDateFrom?: string;
                postingDateTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reversesId?: string[];
                /** @description By the order of the log when left out. */
                sort?: "effectiveAt" | "recordedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransactionFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["TransactionFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["TransactionFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizeTransactions: {
        parameters: {
            query?: {
                /** @description Transactions with an entry on it. */
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtTo?: string;
                groupBy?: "kind";
                id?: string[];
                kind?: ("receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "payout" | "payout_bounced" | "payout_restored" | "correction")[];
                number?: string[];
                paymentId?: string[];
                payoutId?: string[];
                postingDateFrom?: string;
                postingDateTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reversesId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    LedgerController_trialBalance: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description May be left out where the books have only one. */
                currency?: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalanceFields"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": components["schemas"]["TrialBalanceFields"];
                    "text/csv": components["schemas"]["TrialBalanceFields"];
                };
            };
        };
    };
    MandateSetupsController_setUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateSetupBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateSetup"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listMandates: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                company?: string[];
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                customerName?: string[];
                default?: boolean[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                foundBy?: ("email" | "gocardless_customer_id" | "mandate_id" | "itself")[];
                gocardlessCustomerId?: string[];
                /** @description Also those that were taken off their customer. */
                includeUnlinked?: boolean;
                limit?: number;
                linkedBy?: string[];
                mandateId?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                scheme?: string[];
                /** @description By the order of the log when left out. */
                sort?: "nextPossibleChargeDate";
                status?: ("pending_customer_approval" | "pending_submission" | "submitted" | "active" | "suspended_by_payer" | "failed" | "cancelled" | "expired" | "consumed" | "blocked" | "unknown")[];
                unusableReason?: string[];
                usable?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MandateItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["MandateItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["MandateItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    LinkImportsController_link: {
        parameters: {
            query?: {
                /** @description Where there are several. */
                connectionId?: string;
                /** @description Only say what would happen. */
                dryRun?: boolean;
                /** @description Columns of the file that are not to be read, one or with commas between them. */
                ignore?: string[];
                /** @description JSON: how the file calls its columns, by their names here, for example {"amount": "Outstanding"}; null for a column of the file that is not to be read: {"Phone": null}. */
                mapping?: string;
            };
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file?: string;
                };
                "text/csv": {
                    /** Format: binary */
                    file?: string;
                };
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkImport"] & {
                        position: string;
                    };
                };
            };
        };
    };
    listMandateSuggestions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                mandateId?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reason?: ("same_email" | "same_name" | "same_company" | "no_mandate" | "unknown_payer")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SuggestionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["SuggestionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["SuggestionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizeMandateSuggestions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                customerId?: string[];
                groupBy?: "reason";
                mandateId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reason?: ("same_email" | "same_name" | "same_company" | "no_mandate" | "unknown_payer")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    summarizeMandates: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                company?: string[];
                connectionId?: string;
                customerId?: string[];
                customerName?: string[];
                default?: boolean[];
                foundBy?: ("email" | "gocardless_customer_id" | "mandate_id" | "itself")[];
                gocardlessCustomerId?: string[];
                groupBy?: "status" | "scheme" | "usable" | "unusableReason";
                /** @description Also those that were taken off their customer. */
                includeUnlinked?: boolean;
                linkedBy?: string[];
                mandateId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                scheme?: string[];
                status?: ("pending_customer_approval" | "pending_submission" | "submitted" | "active" | "suspended_by_payer" | "failed" | "cancelled" | "expired" | "consumed" | "blocked" | "unknown")[];
                unusableReason?: string[];
                usable?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                accepted?: boolean[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                amount?: number[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                balanceExportId?: string[];
                cancelled?: boolean[];
                cause?: string[];
                chargeDate?: string[];
                chargeDateFrom?: string;
                chargeDateTo?: string;
                chargedBack?: boolean[];
                confirmed?: boolean[];
                connectionId?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtTo?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                gocardlessPaymentId?: string[];
                hasErrors?: boolean[];
                inFlight?: boolean[];
                lateFailure?: boolean[];
                limit?: number;
                mandateId?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                origin?: ("scheduled_payment" | "balance_export" | "manual" | "adopted")[];
                paidOut?: boolean[];
                payoutId?: string[];
                pending?: boolean[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                retryScheduled?: boolean[];
                /** @description The round of its customer. */
                round?: string[];
                salesOrderId?: string[];
                scheduled?: boolean[];
                scheduledPaymentId?: string[];
                /** @description By the order of the log when left out. */
                sort?: "createdAt" | "chargeDate" | "amount" | "paidOutAt";
                status?: string[];
                submitted?: boolean[];
                succeeded?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["PaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["PaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    PaymentsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentItem"];
                };
            };
        };
    };
    PaymentsController_acceptOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedPayments"] & {
                        position: string;
                    };
                };
            };
        };
    };
    PaymentsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    PaymentsController_identify: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyPaymentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    PaymentsController_refund: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    PaymentsController_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizePayments: {
        parameters: {
            query?: {
                accepted?: boolean[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                amount?: number[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                balanceExportId?: string[];
                cancelled?: boolean[];
                cause?: string[];
                chargeDate?: string[];
                chargeDateFrom?: string;
                chargeDateTo?: string;
                chargedBack?: boolean[];
                confirmed?: boolean[];
                connectionId?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtTo?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                gocardlessPaymentId?: string[];
                groupBy?: "status" | "message" | "cause" | "origin" | "chargeDate";
                hasErrors?: boolean[];
                inFlight?: boolean[];
                lateFailure?: boolean[];
                mandateId?: string[];
                origin?: ("scheduled_payment" | "balance_export" | "manual" | "adopted")[];
                paidOut?: boolean[];
                payoutId?: string[];
                pending?: boolean[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                retryScheduled?: boolean[];
                /** @description The round of its customer. */
                round?: string[];
                salesOrderId?: string[];
                scheduled?: boolean[];
                scheduledPaymentId?: string[];
                status?: string[];
                submitted?: boolean[];
                succeeded?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                arrivalDate?: string[];
                arrivalDateFrom?: string;
                arrivalDateTo?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
                /** @description By the order of the log when left out. */
                sort?: "arrivalDate" | "amount";
                status?: ("pending" | "paid" | "bounced")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayoutSummaryFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["PayoutSummaryFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["PayoutSummaryFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    PayoutsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFields"];
                };
            };
        };
    };
    listPayoutItems: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                matched?: boolean[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                type?: string[];
                why?: ("unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayoutItemFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["PayoutItemFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["PayoutItemFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizePayoutItems: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                groupBy?: "type" | "why" | "matched";
                matched?: boolean[];
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                type?: string[];
                why?: ("unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    summarizePayouts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                arrivalDate?: string[];
                arrivalDateFrom?: string;
                arrivalDateTo?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                groupBy?: "status" | "arrivalDate";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
                status?: ("pending" | "paid" | "bounced")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtTo?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                kind?: ("receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction")[];
                limit?: number;
                number?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                postedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                postedAtTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reversesId?: string[];
                salesOrderId?: string[];
                /** @description By the order of the log when left out. */
                sort?: "effectiveAt" | "amount";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceiptFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["ReceiptFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["ReceiptFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    ReceiptsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
            };
            header?: never;
            path: {
                numberOrId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptFields"];
                };
            };
        };
    };
    ReceiptsController_print: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
            };
            header?: never;
            path: {
                numberOrId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": components["schemas"]["ReceiptFields"];
                };
            };
        };
    };
    summarizeReceipts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtTo?: string;
                groupBy?: "kind" | "cause";
                kind?: ("receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction")[];
                number?: string[];
                paymentId?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                postedAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                postedAtTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reversesId?: string[];
                salesOrderId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listSalesOrders: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtTo?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                hasErrors?: boolean[];
                limit?: number;
                nextDueDateFrom?: string;
                nextDueDateTo?: string;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
                /** @description By the order of the log when left out. */
                sort?: "createdAt" | "nextDueDate";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SalesOrderItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["SalesOrderItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["SalesOrderItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    SalesOrdersController_place: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceSalesOrderBody"];
            };
        };
        responses: {
            /** @description Of a dry run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderPreview"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedSalesOrder"] & {
                        position: string;
                    };
                };
            };
        };
    };
    SalesOrdersController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderItem"];
                };
            };
        };
    };
    summarizeSalesOrders: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtTo?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                groupBy?: "currency";
                hasErrors?: boolean[];
                nextDueDateFrom?: string;
                nextDueDateTo?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                reference?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listScheduledPayments: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                dueDate?: string[];
                dueDateFrom?: string;
                dueDateTo?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                hasErrors?: boolean[];
                isCancelled?: boolean[];
                isPaymentProcessed?: boolean[];
                isProcessed?: boolean[];
                limit?: number;
                mandateId?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentCreated?: boolean[];
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                salesOrderId?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sentAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sentAtTo?: string;
                /** @description By the order of the log when left out. */
                sort?: "dueDate" | "amount";
                succeeded?: boolean[];
                waitsForMandate?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScheduledPaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["ScheduledPaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["ScheduledPaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    ScheduledPaymentsController_read: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledPaymentItem"];
                };
            };
        };
    };
    ScheduledPaymentsController_change: {
        parameters: {
            query?: {
                /** @description Only say what would change. */
                dryRun?: boolean;
            };
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeScheduledPaymentBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedScheduledPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    ScheduledPaymentsController_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledScheduledPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    ScheduledPaymentsController_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
        };
    };
    ScheduledPaymentsController_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"] & {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeScheduledPayments: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                dueDate?: string[];
                dueDateFrom?: string;
                dueDateTo?: string;
                groupBy?: "dueDate";
                hasErrors?: boolean[];
                isCancelled?: boolean[];
                isPaymentProcessed?: boolean[];
                isProcessed?: boolean[];
                mandateId?: string[];
                paymentCreated?: boolean[];
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                salesOrderId?: string[];
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sentAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                sentAtTo?: string;
                succeeded?: boolean[];
                waitsForMandate?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    SchedulerController_run: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunSchedulerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulerRunFields"] & {
                        position: string;
                    };
                };
            };
        };
    };
    SessionsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFields"];
                };
            };
        };
    };
    SessionsController_signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                keyId?: string[];
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                role?: ("admin" | "accountant" | "collector" | "auditor")[];
                /** @description By the order of the log when left out. */
                sort?: "lastUsedAt" | "expiresAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["SessionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["SessionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    SessionsController_signIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFields"] & {
                        position: string;
                    };
                };
            };
        };
    };
    SessionsController_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    summarizeSessions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                groupBy?: "role" | "keyId";
                keyId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                role?: ("admin" | "accountant" | "collector" | "auditor")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                limit?: number;
                mandateId?: string;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string;
                payoutId?: string;
                /** @description Id or number of a receipt or one of its kin, or id of a payout booking. */
                receiptId?: string;
                salesOrderId?: string;
                scheduledPaymentId?: string;
                /** @description A stream of the log, such as payment-pay_…. */
                stream?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
                        items: components["schemas"]["TimelineFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "text/csv": {
                        items: components["schemas"]["TimelineFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                };
            };
        };
    };
    summarizeTimeline: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. */
                asOf?: string;
                connectionId?: string;
                customerId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. */
                effectiveAt?: string;
                mandateId?: string;
                paymentId?: string;
                payoutId?: string;
                /** @description Id or number of a receipt or one of its kin, or id of a payout booking. */
                receiptId?: string;
                salesOrderId?: string;
                scheduledPaymentId?: string;
                /** @description A stream of the log, such as payment-pay_…. */
                stream?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
        };
    };
    PortalController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerPage"];
                };
            };
        };
    };
    PortalController_print: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    PortalController_comeIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PortalSessionBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSession"];
                };
            };
        };
    };
    PortalController_leave: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GoCardlessWebhooksController_receive: {
        parameters: {
            query?: never;
            header: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                "Webhook-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            /** @description Signed, but no delivery of events. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Over 512 KiB, or more than 1,000 events. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed with a webhook secret of this connection. */
            498: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing can be kept now. Send it again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    GoCardlessWebhooksController_receiveFor: {
        parameters: {
            query?: never;
            header: {
                /** @description POST only: the same key and body get the first answer. */
                "Idempotency-Key"?: string;
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                "Webhook-Signature": string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            /** @description Signed, but no delivery of events. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Over 512 KiB, or more than 1,000 events. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed with a webhook secret of this connection. */
            498: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing can be kept now. Send it again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
