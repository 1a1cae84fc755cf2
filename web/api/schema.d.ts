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
        /**
         * Seal a batch of balances
         * @description With `dryRun` only what would be in it is said, with 200.
         */
        post: operations["exportBalances"];
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
        /** Get a balance export */
        get: operations["readBalanceExport"];
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
        /** Release rows that were never uploaded */
        post: operations["cancelBalanceExport"];
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
        /** Send the rows through the API instead of the file */
        post: operations["collectBalances"];
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
        /** Get the file for GoCardless’s import */
        get: operations["readBalanceExportCsv"];
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
        /** Get the same rows as a workbook */
        get: operations["readBalanceExportWorkbook"];
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
        /** Take payments made elsewhere for what rows were to be */
        post: operations["confirmRowMatches"];
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
        /** Add the rows as payments */
        post: operations["addBalancesAsPayments"];
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
        /** State all balances of a file, or none */
        post: operations["importBalances"];
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
        /** Accept payments */
        post: operations["acceptPayments"];
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
        /**
         * Connect a GoCardless account
         * @description With `dryRun` the token is tried and nothing kept, with 200.
         */
        post: operations["openConnection"];
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
        /** Get a connection */
        get: operations["readConnection"];
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
        /** Give a connection another access token */
        put: operations["changeAccessToken"];
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
        /** Get the settings of a connection */
        get: operations["readSettings"];
        /** Change settings of a connection */
        put: operations["changeSettings"];
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
        /** Give a connection other webhook secrets */
        put: operations["changeWebhookSecrets"];
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
        /** Register a customer */
        post: operations["registerCustomer"];
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
        /** Get a customer */
        get: operations["readCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer */
        patch: operations["changeCustomer"];
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
        /** State what a customer owes */
        put: operations["stateBalance"];
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
        /**
         * Link a mandate to a customer
         * @description 200 when it was this customer’s already. Several people with one e-mail address: 409 with `choices`.
         */
        post: operations["linkMandate"];
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
        /** Take a mandate off a customer */
        delete: operations["unlinkMandate"];
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
        /** Choose the mandate that is charged for its currency */
        put: operations["chooseDefaultMandate"];
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
        /** Make a link by which a customer sees what is theirs */
        post: operations["makePortalLink"];
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
        /** Revoke such a link */
        delete: operations["revokePortalLink"];
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
        /** Take a parked event up again */
        post: operations["redriveEvent"];
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
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what is expected at the bank, day by day
         * @description Of payments that were sent, and of instalments that wait.
         */
        get: operations["readForecast"];
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
        /** Fetch the events that no webhook brought */
        post: operations["backfill"];
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
        /** Look somebody up at GoCardless */
        post: operations["lookUp"];
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
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an incident */
        get: operations["readIncident"];
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
        /** Say what came of an incident */
        post: operations["resolveIncident"];
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
        /**
         * Make an API key
         * @description The key itself is in this answer only.
         */
        post: operations["makeKey"];
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
        /** Revoke an API key */
        delete: operations["revokeKey"];
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
        /** Make a link that signs in once */
        post: operations["makeSignInLink"];
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
        /** Close the books through a day */
        post: operations["closePeriod"];
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
        /** Get the trial balance */
        get: operations["readTrialBalance"];
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
        /** Make a page on which a payer sets up a mandate */
        post: operations["setUpMandate"];
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
        /** Link the customers of a file */
        post: operations["linkMandatesByFile"];
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
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how things stand at a glance */
        get: operations["readOverview"];
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
        /** Get a payment */
        get: operations["readPayment"];
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
        /** Accept a payment */
        post: operations["acceptPayment"];
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
        /**
         * Cancel a payment
         * @description 202 when GoCardless has not answered within ten seconds.
         */
        post: operations["cancelPayment"];
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
        /** Say whose an adopted payment is */
        post: operations["identifyPayment"];
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
        /**
         * Refund a payment
         * @description 202 when GoCardless has not answered within ten seconds.
         */
        post: operations["refundPayment"];
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
        /**
         * Retry a failed payment
         * @description 202 when GoCardless has not answered within ten seconds.
         */
        post: operations["retryPayment"];
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
        /** Get a payout with its items */
        get: operations["readPayout"];
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
        /** Get a receipt */
        get: operations["readReceipt"];
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
        /** Get a receipt as PDF */
        get: operations["printReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts/documents.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the receipts of a filter as PDFs in one archive */
        get: operations["printReceipts"];
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
    "/api/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List refunds */
        get: operations["listRefunds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refunds/{id}/identification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say whose a refund without a payment is */
        post: operations["identifyRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/refunds/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up refunds */
        get: operations["summarizeRefunds"];
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
        /**
         * Place a sales order
         * @description With `dryRun` the plan as it would be, with 200.
         */
        post: operations["placeSalesOrder"];
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
        /** Get a sales order */
        get: operations["readSalesOrder"];
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
        /** Get a scheduled payment */
        get: operations["readScheduledPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a scheduled payment */
        patch: operations["changeScheduledPayment"];
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
        /** Cancel a scheduled payment */
        post: operations["cancelScheduledPayment"];
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
        /**
         * Retry the failed payment of an instalment
         * @description 202 when GoCardless has not answered within ten seconds.
         */
        post: operations["retryScheduledPayment"];
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
        /**
         * Send a scheduled payment now
         * @description 202 when there is no outcome within ten seconds. A refusal by GoCardless is an outcome: 200 with `rejected`.
         */
        post: operations["submitScheduledPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scheduled-payments/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the scheduled payments of a file
         * @description Checked as a whole before anything is changed: 422 `wrong_lines` says what is wrong, by line and column. Then each order is changed as a whole; sent again, the file changes nothing twice.
         */
        post: operations["importScheduledPaymentChanges"];
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
        /**
         * Send what is due
         * @description 202 when it is not done within ten seconds.
         */
        post: operations["runScheduler"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find things by a word, an id or a number */
        get: operations["search"];
        put?: never;
        post?: never;
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
        /** Get who is signed in */
        get: operations["readSession"];
        put?: never;
        post?: never;
        /** End one’s own session */
        delete: operations["signOut"];
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
        /**
         * Exchange a key or a link for a session
         * @description The session is in a cookie that pages can not read.
         */
        post: operations["signIn"];
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
        /** End a session */
        delete: operations["endSession"];
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
    "/api/simulator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the simulated GoCardless beside the service */
        get: operations["readSimulator"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play a month of business with the simulated GoCardless */
        post: operations["playMonth"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/simulator/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let days pass at the simulated GoCardless */
        post: operations["passTime"];
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
    "/api/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List work */
        get: operations["listWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get how far long work is, and what came of it */
        get: operations["readWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/work/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count and add up work */
        get: operations["summarizeWork"];
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
        /** Get what the payer may see */
        get: operations["readPortal"];
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
        /** Get one of the payer’s receipts as PDF */
        get: operations["printPortalReceipt"];
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
        /** Exchange a link for a session of the payer’s page */
        post: operations["openPortal"];
        /** End the session of the payer’s page */
        delete: operations["leavePortal"];
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
        /**
         * Take a webhook in
         * @description Whose delivery it is is found by its signature.
         */
        post: operations["receiveWebhook"];
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
        /** Take a webhook of a connection in */
        post: operations["receiveWebhookFor"];
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
        BegunMonth: {
            days: number;
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
        ClosedBooks: {
            /** Format: date */
            closedThrough: string | null;
            connectionId: string;
            name: string;
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
        CountAndSums: {
            count: number;
            /** @description One for each currency. */
            sums: components["schemas"]["CurrencyAmount"][];
        };
        CurrencyAmount: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
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
            /**
             * @description Of the row itself while it has no payment, else that of its payment.
             * @enum {string}
             */
            status: "exported" | "released" | "matched" | "awaiting_gocardless" | "requested" | "rejected" | "pending_customer_approval" | "customer_approval_denied" | "pending_submission" | "submitted" | "confirmed" | "paid_out" | "failed" | "charged_back" | "cancelled";
        };
        FailureGroup: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            /** @description GoCardless’s. */
            cause: string | null;
            count: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        Failures: {
            /**
             * Format: date
             * @description Payments that were to be charged since.
             */
            chargedFrom: string;
            /** @description The most frequent first. */
            groups: components["schemas"]["FailureGroup"][];
        };
        FieldError: {
            /** @description What is wrong with it, for programs. */
            code: string;
            /** @description A path such as `lines.0.amount`, a parameter, or a column of a file. */
            field: string;
            /** @description Of a file, as a spreadsheet program counts. */
            line?: number;
            /** @description What it must be, or what is wrong with it. */
            message: string;
        };
        ForecastDay: {
            /**
             * Format: date
             * @description On which it can be expected at the bank.
             */
            date: string;
            /** @description How many both are. */
            payments: number;
            /** @description Of instalments that wait and have a mandate to go out on. */
            planned: number;
            /** @description Of payments that were asked for or sent. */
            sent: number;
        };
        ForecastFields: {
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
            /** @description Days on which something is expected, before any fees. */
            days: components["schemas"]["ForecastDay"][];
            /** Format: date */
            from: string;
            /** @description Sent, and expected before the range begins. */
            late: number;
            /** Format: date */
            to: string;
            /** @description Sent, and expected on no day that is known. */
            withoutDate: number;
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
        FoundThing: {
            /** @description Ours, or GoCardless’s of a mandate and a payout. */
            id: string;
            /** @enum {string} */
            kind: "customer" | "mandate" | "sales_order" | "scheduled_payment" | "payment" | "payout" | "receipt" | "balance_export";
            /** @description What tells it from others like it. */
            subtitle: string | null;
            /** @description A name, number or reference; the id where there is none. */
            title: string;
        };
        FoundThings: {
            /** @description Whole ids and numbers first. */
            items: components["schemas"]["FoundThing"][];
        };
        HeldAmounts: {
            /** @description The clearing accounts. */
            accounts: string[];
            /** @description Debits less credits, one for each currency. */
            sums: components["schemas"]["CurrencyAmount"][];
        };
        IdentifiedPayment: {
            customerId: string;
            paymentId: string;
        };
        IdentifiedRefund: {
            customerId: string;
            /** @description GoCardless’s. */
            refundId: string;
        };
        IdentifyPaymentBody: {
            customerId: string;
        };
        IdentifyRefundBody: {
            customerId: string;
        };
        ImportedBalances: {
            balances: number;
            /** @description Null for a dry run. */
            id: string | null;
            totals: components["schemas"]["ImportedTotal"][];
        };
        ImportedChanges: {
            /** @description All that moves, also what no line names: the last unsent instalment of an order takes a difference. */
            changed: components["schemas"]["PreviewedChange"][];
            lines: number;
            /** @description Orders that changed between the check and the change. */
            notChanged: components["schemas"]["RefusedOrder"][];
        };
        ImportedTotal: {
            /** @description Minor units of the currency beside it. */
            amount: number;
            balances: number;
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
        };
        IncidentFields: {
            /** @description Of the payment. */
            amount: number | null;
            connectionId: string;
            /** @enum {string|null} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            customerId: string | null;
            customerName: string | null;
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
            type: "parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "also_collected_elsewhere" | "account_frozen" | "account_disconnected" | "information_required" | "outbound_payment" | "delivery_refused";
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
            /**
             * Format: date-time
             * @description To the minute, by the clock of the wall; null when it was never used.
             */
            lastUsedAt: string | null;
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
            /** @description A whole number, or a decimal as text with at most four places. */
            quantity: number | string;
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
            /** @enum {string} */
            status: "pending_customer_approval" | "pending_submission" | "submitted" | "active" | "suspended_by_payer" | "failed" | "cancelled" | "expired" | "consumed" | "blocked" | "unknown";
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
        LogoFields: {
            height: number;
            mediaType: string;
            /** @description Of the picture. */
            sha256: string;
            width: number;
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
            /**
             * Format: date-time
             * @description To the minute, by the clock of the wall; null when it was never used.
             */
            lastUsedAt: string | null;
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
        MonthFields: {
            /** @description The day that is being played, from 0. */
            day: number;
            days: number;
            /** @enum {string} */
            state: "none" | "playing" | "played" | "failed";
            told: components["schemas"]["MonthLine"][];
        };
        MonthLine: {
            /** Format: date */
            date: string;
            text: string;
        };
        NeedsAPerson: {
            count: number;
            /** Format: date-time */
            oldestSince: string | null;
            types: components["schemas"]["OpenIncidents"][];
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
            /** @description Only tries the token: name and webhook secrets may be left out. */
            dryRun?: boolean;
            /** @enum {string} */
            environment: "sandbox" | "live";
            /** @description Needed, unless the token is only tried. */
            name?: string;
            /** @description IANA name; Europe/London when left out. */
            timeZone?: string;
            /** @description Needed, unless the token is only tried. */
            webhookSecrets?: string[];
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
        OpenIncidents: {
            count: number;
            /** @enum {string} */
            type: "parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "also_collected_elsewhere" | "account_frozen" | "account_disconnected" | "information_required" | "outbound_payment" | "delivery_refused";
        };
        OverviewFields: {
            books: components["schemas"]["ClosedBooks"][];
            /** @description Of these, collected and not paid out: beside the books. */
            confirmed: components["schemas"]["CountAndSums"];
            failures: components["schemas"]["Failures"];
            /** @description What is expected at the bank, one for each currency. */
            forecasts: components["schemas"]["ForecastFields"][];
            /** @description Paid out by the books, and not yet in a booked payout. */
            heldAtGoCardless: components["schemas"]["HeldAmounts"];
            /**
             * Format: date-time
             * @description When GoCardless was last heard of.
             */
            lastDeliveryAt: string | null;
            needsAPerson: components["schemas"]["NeedsAPerson"];
            /** @description Payments that may still bring money. */
            onItsWay: components["schemas"]["CountAndSums"];
            /** @description The last ones. */
            payouts: components["schemas"]["PayoutSummaryFields"][];
            /** @description How far the figures go. */
            position: string;
            /** @description The first steps of a new installation. */
            setUp: components["schemas"]["SetUpStep"][];
            /**
             * Format: date
             * @description In the time zone of the connection.
             */
            today: string;
        };
        PassedTime: {
            /** Format: date-time */
            now: string;
        };
        PassTimeBody: {
            days: number;
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
            /** @description A code, such as `payment_paid_out` or a cause; after a colon what the bank wrote. */
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
            /**
             * @description GoCardless’s, or before it `requested` or `rejected`.
             * @enum {string}
             */
            status: "requested" | "rejected" | "pending_customer_approval" | "customer_approval_denied" | "pending_submission" | "submitted" | "confirmed" | "paid_out" | "failed" | "charged_back" | "cancelled";
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
            /** @description Whether a document explains it, or it is a fee, which its payout books. */
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
            why: "unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown" | "no_document" | "unknown_type" | null;
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
            /** @enum {string} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
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
        /** @description What a code brings along (`choices`, `leftOut`, …) stands beside it. */
        Problem: {
            /** @description What is wrong, for programs. */
            code: string;
            /** @description What is wrong, for people. Never personal data. */
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            status: number;
            /** @description The status in words. */
            title: string;
            /** @description A URN that ends in the code. */
            type: string;
        } & {
            [key: string]: unknown;
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
            /** @description Null for a refund against a mandate. */
            paymentId: string | null;
            /** Format: date-time */
            postedAt: string;
            /** @description Of a refund and what takes it back: GoCardless’s. */
            refundId: string | null;
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
        RefundFields: {
            /** @description Minor units of the currency beside it. */
            amount: number | null;
            connectionId: string;
            /**
             * Format: date-time
             * @description When it was asked for, or made at GoCardless.
             */
            createdAt: string;
            /** @enum {string|null} */
            currency: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD" | null;
            /** @description Null while nobody knows whose it is. */
            customerId: string | null;
            customerName: string | null;
            gocardlessPaymentId: string | null;
            /** @description GoCardless’s; of one that it has not shown yet, ours. */
            id: string;
            mandateId: string | null;
            /** @description Null for a refund against a mandate. */
            paymentId: string | null;
            /** @description Why GoCardless refused. */
            reason: string | null;
            /** @description GoCardless’s; null while it was only asked for. */
            refundId: string | null;
            /** @description Deducted from a payout, and not given back since: this is when its money has gone. */
            settled: boolean;
            /**
             * @description requested and refused: what we asked for and GoCardless has not shown. Then as GoCardless says.
             * @enum {string}
             */
            status: "requested" | "refused" | "created" | "paid" | "failed" | "funds_returned" | "unknown";
        };
        RefusedField: {
            field: string | null;
            message: string;
        };
        RefusedOrder: {
            code: string;
            detail: string;
            salesOrderId: string;
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
            /** @description A mark of its mandate, such as `no_mandate`, or the message of its payment when it has errors. */
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
            /** @description Stands at the head of receipts. */
            logo: components["schemas"]["LogoFields"] | null;
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
            /**
             * Format: byte
             * @description A PNG or JPEG in base64 for the head of receipts; null takes it away.
             */
            logo?: string | null;
            vatNumber?: string;
        };
        SetUpStep: {
            done: boolean;
            /** @enum {string} */
            step: "connection" | "delivery" | "company" | "customer" | "mandate" | "payment";
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
        SimulatorFields: {
            /** @description Opens the simulator and nothing else. */
            accessToken: string | null;
            /** @description Whether GoCardless is a simulated one beside this service. */
            isThere: boolean;
            /** @description There is no customer yet, so that a month of business can be played. */
            mayPlayMonth: boolean;
            month: components["schemas"]["MonthFields"];
            /**
             * Format: date-time
             * @description Its clock, by which the service goes; null without it.
             */
            now: string | null;
            /** @description With which the simulator signs what it sends here. */
            webhookSecret: string | null;
        };
        StartedWork: {
            id: string;
            /** @description Where the work can be followed. */
            location: string;
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
            refundId: string | null;
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
        TriedAccessToken: {
            /**
             * @description What the access token may do at GoCardless: with read_only nothing can be collected.
             * @enum {string}
             */
            access: "read_write" | "read_only";
            creditorId: string;
            creditorName: string;
        };
        UnlinkedMandate: {
            mandateId: string;
        };
        WebhookSecretsBody: {
            webhookSecrets: string[];
        };
        WorkErrorFields: {
            /** @description Of the problem that the command would have answered. */
            code: string;
            message: string;
        };
        WorkItem: {
            /** @description Steps that are done. */
            done: number;
            /** Format: date-time */
            endedAt: string | null;
            errors: components["schemas"]["WorkErrorFields"][];
            id: string;
            /** @enum {string} */
            kind: "scheduler_run" | "balance_import" | "balance_export";
            /** @description How many there are; null while nobody knows. */
            of: number | null;
            /** @description What the command would have answered; null until it is done. */
            result: {
                [key: string]: unknown;
            } | null;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
        };
    };
    responses: {
        /** @description Unprocessable Entity */
        AccountsTooEarlyOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "accounts_too_early" | "validation_failed";
                };
            };
        };
        /** @description Conflict */
        AlreadyIdentifiedOrIdempotencyKeyReusedOrInProgress409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_identified" | "idempotency_key_reused" | "in_progress";
                };
            };
        };
        /** @description Conflict */
        AlreadySubmittedOrInstalmentCancelled409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_submitted" | "instalment_cancelled";
                };
            };
        };
        /** @description Unprocessable Entity */
        AsOfInFutureOrUnknownCurrencyOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "as_of_in_future" | "unknown_currency" | "validation_failed";
                };
            };
        };
        /** @description Bad Request */
        BadRequestOrInvalidJson400: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "bad_request" | "invalid_json";
                };
            };
        };
        /** @description Service Unavailable */
        ConcurrentChangeOrReadModelBehindOrStoreUnavailable503: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "concurrent_change" | "read_model_behind" | "store_unavailable";
                };
            };
        };
        /** @description Unprocessable Entity */
        ConnectionNeededOrUnknownConnectionOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "connection_needed" | "unknown_connection" | "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        ConnectionNeededOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "connection_needed" | "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        ConnectionNeededOrValidationFailedOrZoneNeeded422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "connection_needed" | "validation_failed" | "zone_needed";
                };
            };
        };
        /** @description Forbidden */
        CrossSite403: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "cross_site";
                };
            };
        };
        /** @description Forbidden */
        CrossSiteOrForbidden403: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "cross_site" | "forbidden";
                };
            };
        };
        /** @description Conflict */
        CustomerForgottenOrPublicUrlNeeded409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "customer_forgotten" | "public_url_needed";
                };
            };
        };
        /** @description Conflict */
        CustomerForgottenOrReferenceTaken409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "customer_forgotten" | "reference_taken";
                };
            };
        };
        /** @description Gone */
        FileRemoved410: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "file_removed";
                };
            };
        };
        /** @description Forbidden */
        Forbidden403: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "forbidden";
                };
            };
        };
        /** @description Conflict */
        GocardlessAccessRefused409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "gocardless_access_refused";
                };
            };
        };
        /** @description Conflict */
        GocardlessAccessRefusedOrIdempotencyKeyReusedOrInProgress409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "gocardless_access_refused" | "idempotency_key_reused" | "in_progress";
                };
            };
        };
        /** @description Unprocessable Entity */
        GocardlessRefusedOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "gocardless_refused" | "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        GocardlessRefusedOrValidationFailedOrZoneNeeded422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "gocardless_refused" | "validation_failed" | "zone_needed";
                };
            };
        };
        /** @description Service Unavailable */
        GocardlessUnavailableOrReadModelBehindOrStoreUnavailable503: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgress409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgressOrMatchDoesNotHold409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress" | "match_does_not_hold";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgressOrNotAllowedNow409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress" | "not_allowed_now";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgressOrNotParked409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress" | "not_parked";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgressOrNotSealed409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress" | "not_sealed";
                };
            };
        };
        /** @description Conflict */
        IdempotencyKeyReusedOrInProgressOrReferenceTaken409: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused" | "in_progress" | "reference_taken";
                };
            };
        };
        /** @description Bad Request */
        InvalidJsonOrNotADelivery400: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "invalid_json" | "not_a_delivery";
                };
            };
        };
        /** @description Invalid token */
        InvalidSignature498: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "invalid_signature";
                };
            };
        };
        /** @description Unauthorized */
        LinkUsedOrUnauthorized401: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "link_used" | "unauthorized";
                };
            };
        };
        /** @description Internal Server Error */
        LogDamagedOrUnexpected500: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "log_damaged" | "unexpected";
                };
            };
        };
        /** @description Conflict */
        MandateNotUsable409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "mandate_not_usable";
                };
            };
        };
        /** @description Not Acceptable */
        NotAcceptable406: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_acceptable";
                };
            };
        };
        /** @description Not Found */
        NotFound404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found";
                };
            };
        };
        /** @description Not Found */
        NotFoundAtGocardless404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found_at_gocardless";
                };
            };
        };
        /** @description Not Found */
        NotFoundOrNotFoundAtGocardless404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found" | "not_found_at_gocardless";
                };
            };
        };
        /** @description Not Found */
        NotFoundOrNotLinked404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found" | "not_linked";
                };
            };
        };
        /** @description Not Found */
        NotFoundOrUnknownConnection404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_found" | "unknown_connection";
                };
            };
        };
        /** @description Conflict */
        NotSealed409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_sealed";
                };
            };
        };
        /** @description Conflict */
        OlderBalance409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "older_balance";
                };
            };
        };
        /** @description Unauthorized */
        PortalLinkNotValid401: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "portal_link_not_valid";
                };
            };
        };
        /** @description Conflict */
        PublicUrlNeeded409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "public_url_needed";
                };
            };
        };
        /** @description Service Unavailable */
        ReadModelBehindOrStoreUnavailable503: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "read_model_behind" | "store_unavailable";
                };
            };
        };
        /** @description Conflict */
        SecretInUse409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "secret_in_use";
                };
            };
        };
        /** @description Service Unavailable */
        StoreUnavailable503: {
            headers: {
                "retry-after": components["headers"]["retry-after"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "store_unavailable";
                };
            };
        };
        /** @description Request Timeout */
        TableTooSlowOrUploadBrokenOff408: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "table_too_slow" | "upload_broken_off";
                };
            };
        };
        /** @description Payload Too Large */
        TooLarge413: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "too_large";
                };
            };
        };
        /** @description Unprocessable Entity */
        TooManyDocumentsOrValidationFailedOrZoneNeeded422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "too_many_documents" | "validation_failed" | "zone_needed";
                };
            };
        };
        /** @description Unauthorized */
        Unauthorized401: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unauthorized";
                };
            };
        };
        /** @description Not Found */
        UnknownConnection404: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unknown_connection";
                };
            };
        };
        /** @description Unprocessable Entity */
        UnknownCustomerOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unknown_customer" | "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        UnknownRowOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unknown_row" | "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        UnknownSchemeOrValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unknown_scheme" | "validation_failed";
                };
            };
        };
        /** @description Conflict */
        UnsentInstalments409: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unsent_instalments";
                };
            };
        };
        /** @description Unsupported Media Type */
        UnsupportedMediaType415: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unsupported_media_type";
                };
            };
        };
        /** @description Unprocessable Entity */
        ValidationFailed422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "validation_failed";
                };
            };
        };
        /** @description Unprocessable Entity */
        ValidationFailedOrZoneNeeded422: {
            headers: {
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "validation_failed" | "zone_needed";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description `true` when this is the first answer to the same `Idempotency-Key`. */
        "idempotency-replayed": "true";
        /** @description In so many seconds. */
        "retry-after": string;
        /** @description Whether that is as far as `after` asked for. Only when `after` was given. */
        "x-after-reached": "true" | "false";
        /** @description How far into the log the answer goes. Opaque: for `after` and `asOf` of another request. */
        "x-position": string;
        /** @description Finds the request in the service’s log. */
        "x-request-id": string;
        /** @description Where the day ends that was asked for. Only when `asOf` or `effectiveAt` was a day. */
        "x-time-zone": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBalanceExports: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BalanceExportItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    exportBalances: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedBalances"] & {
                        position: string;
                    };
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportedBalances"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedWork"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "changed_meanwhile" | "export_abandoned" | "idempotency_key_reused" | "in_progress";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "charge_date_in_past" | "connection_needed" | "nothing_to_export" | "unknown_connection" | "unknown_currency" | "unknown_customer" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    readBalanceExport: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceExportDetails"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    cancelBalanceExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledRows"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrNotSealed409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["UnknownRowOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    collectBalances: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectedBalances"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "not_sealed" | "nothing_left" | "read_only_access_token";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    readBalanceExportCsv: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            409: components["responses"]["NotSealed409"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readBalanceExportWorkbook: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            409: components["responses"]["NotSealed409"];
            410: components["responses"]["FileRemoved410"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listBalanceExportMatches: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RowMatchItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    confirmRowMatches: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmedMatches"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrMatchDoesNotHold409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeBalanceExportMatches: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    addBalancesAsPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedBalances"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "not_sealed" | "nothing_left";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listBalanceExportRows: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                afterCancellation?: boolean[];
                amountDiffers?: boolean[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExportRowItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeBalanceExportRows: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                afterCancellation?: boolean[];
                amountDiffers?: boolean[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeBalanceExports: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listBalances: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BalanceItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    importBalances: {
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
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedBalances"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedWork"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            408: components["responses"]["TableTooSlowOrUploadBrokenOff408"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "broken_line" | "connection_needed" | "duplicate_column" | "hidden_column" | "macros" | "merged_cells" | "missing_column" | "no_lines" | "not_a_table" | "not_utf8" | "password_protected" | "table_too_large" | "unknown_column" | "unknown_connection" | "validation_failed" | "wrong_lines" | "zone_needed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeBalances: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    acceptPayments: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedPayments"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listConnections: {
        parameters: {
            query?: {
                access?: ("read_write" | "read_only")[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ConnectionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    openConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedAccessToken"] & {
                        position: string;
                    };
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedConnection"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "creditor_connected" | "gocardless_access_refused" | "idempotency_key_reused" | "in_progress" | "secret_in_use";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "gocardless_refused" | "invalid_access_token" | "live_refused" | "other_creditor" | "several_creditors" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    readConnection: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionItem"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    changeAccessToken: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAccessToken"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotFoundAtGocardless404"];
            409: components["responses"]["GocardlessAccessRefused409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "gocardless_refused" | "invalid_access_token" | "other_creditor" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    readSettings: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Settings"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    changeSettings: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["AccountsTooEarlyOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    changeWebhookSecrets: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["SecretInUse409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeConnections: {
        parameters: {
            query?: {
                access?: ("read_write" | "read_only")[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CustomerItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    registerCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerId"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrReferenceTaken409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ConnectionNeededOrUnknownConnectionOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    readCustomer: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerWithMandates"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    changeCustomer: {
        parameters: {
            query?: never;
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerId"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["CustomerForgottenOrReferenceTaken409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    stateBalance: {
        parameters: {
            query?: {
                /** @description Also where the balance that stands is of a later time. */
                older?: boolean;
            };
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatedBalance"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["OlderBalance409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["AsOfInFutureOrUnknownCurrencyOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    linkMandate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedMandate"] & {
                        position: string;
                    };
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedMandate"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotFoundAtGocardless404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "ambiguous" | "gocardless_access_refused" | "idempotency_key_reused" | "in_progress" | "mandate_linked_elsewhere";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "direct_settlement" | "gocardless_refused" | "no_usable_mandate" | "other_creditor" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    unlinkMandate: {
        parameters: {
            query?: {
                /** @description Also while instalments wait for it. */
                force?: boolean;
            };
            header?: never;
            path: {
                id: string;
                mandateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnlinkedMandate"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["UnsentInstalments409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    chooseDefaultMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                mandateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefaultMandate"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotLinked404"];
            409: components["responses"]["MandateNotUsable409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["UnknownSchemeOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listPortalLinks: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PortalLinkItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    makePortalLink: {
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
            /** @description Created */
            201: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadePortalLink"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["CustomerForgottenOrPublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    revokePortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                linkId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizePortalLinks: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeCustomers: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                action?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    redriveEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Redriven"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrNotParked409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeDeliveries: {
        parameters: {
            query?: {
                action?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readForecast: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                currency?: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
                /** @description Today when left out. */
                from?: string;
                /** @description 30 days later when left out; 366 days later at most. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    backfill: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backfilled"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            409: components["responses"]["GocardlessAccessRefusedOrIdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "connection_needed" | "gocardless_refused" | "unknown_connection" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    lookUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookedUp"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            409: components["responses"]["GocardlessAccessRefused409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "connection_needed" | "gocardless_refused" | "unknown_connection" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
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
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                type?: ("parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "also_collected_elsewhere" | "account_frozen" | "account_disconnected" | "information_required" | "outbound_payment" | "delivery_refused")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["IncidentFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readIncident: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    resolveIncident: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncidentResolved"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrNotAllowedNow409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeIncidents: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                type?: ("parked" | "collected_twice" | "refunded_and_charged_back" | "duplicate_of_row" | "duplicate_of_payment" | "differs_from_request" | "idempotency_conflict" | "after_cancellation" | "amount_differs" | "other_creditor" | "direct_settlement" | "row_not_seen" | "status_overdue" | "unexplained_payout" | "compare_failed" | "also_collected_elsewhere" | "account_frozen" | "account_disconnected" | "information_required" | "outbound_payment" | "delivery_refused")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                sort?: "createdAt" | "lastUsedAt" | "revokedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeyItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeKeyBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    revokeKey: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyItem"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    makeSignInLink: {
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
            /** @description Created */
            201: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["PublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeKeys: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LedgerAccountFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeAccounts: {
        parameters: {
            query?: {
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    closePeriod: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedPeriod"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrUnknownConnection404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "period_already_closed" | "period_not_over";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ConnectionNeededOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description Transactions with an entry on it. */
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                refundId?: string[];
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransactionFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeTransactions: {
        parameters: {
            query?: {
                /** @description Transactions with an entry on it. */
                account?: string[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                refundId?: string[];
                reversesId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readTrialBalance: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description May be left out where the books have only one. */
                currency?: "AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD";
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalanceFields"];
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["UnknownConnection404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ConnectionNeededOrValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    setUpMandate: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateSetup"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotFoundAtGocardless404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "gocardless_access_refused" | "idempotency_key_reused" | "in_progress" | "read_only_access_token";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "gocardless_refused" | "unknown_scheme" | "validation_failed" | "wrong_currency";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
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
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MandateItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    linkMandatesByFile: {
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
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkImport"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            408: components["responses"]["TableTooSlowOrUploadBrokenOff408"];
            409: components["responses"]["GocardlessAccessRefusedOrIdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "broken_line" | "connection_needed" | "duplicate_column" | "gocardless_refused" | "hidden_column" | "macros" | "merged_cells" | "missing_column" | "no_lines" | "not_a_table" | "not_utf8" | "password_protected" | "table_too_large" | "too_many_lines" | "unknown_column" | "unknown_connection" | "validation_failed" | "wrong_lines";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
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
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SuggestionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            406: components["responses"]["NotAcceptable406"];
            409: components["responses"]["GocardlessAccessRefused409"];
            422: components["responses"]["GocardlessRefusedOrValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["GocardlessUnavailableOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeMandateSuggestions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            406: components["responses"]["NotAcceptable406"];
            409: components["responses"]["GocardlessAccessRefused409"];
            422: components["responses"]["GocardlessRefusedOrValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["GocardlessUnavailableOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeMandates: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readOverview: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listPayments: {
        parameters: {
            query?: {
                accepted?: boolean[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                amount?: number[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                status?: ("requested" | "rejected" | "pending_customer_approval" | "customer_approval_denied" | "pending_submission" | "submitted" | "confirmed" | "paid_out" | "failed" | "charged_back" | "cancelled")[];
                submitted?: boolean[];
                succeeded?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readPayment: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentItem"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    acceptPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedPayments"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    cancelPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "cancellation_too_late" | "idempotency_key_reused" | "in_progress" | "read_only_access_token";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    identifyPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["AlreadyIdentifiedOrIdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["UnknownCustomerOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotFoundAtGocardless404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "gocardless_access_refused" | "idempotency_key_reused" | "in_progress" | "read_only_access_token" | "refund_not_allowed" | "refund_too_large";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["GocardlessRefusedOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    retryPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "read_only_access_token" | "retry_limit_reached" | "retry_not_allowed";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizePayments: {
        parameters: {
            query?: {
                accepted?: boolean[];
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                amount?: number[];
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                status?: ("requested" | "rejected" | "pending_customer_approval" | "customer_approval_denied" | "pending_submission" | "submitted" | "confirmed" | "paid_out" | "failed" | "charged_back" | "cancelled")[];
                submitted?: boolean[];
                succeeded?: boolean[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
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
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayoutSummaryFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readPayout: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listPayoutItems: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                why?: ("unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown" | "no_document" | "unknown_type")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PayoutItemFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizePayoutItems: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                groupBy?: "type" | "why" | "matched";
                matched?: boolean[];
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                type?: string[];
                why?: ("unknown_payment" | "not_paid_out_here" | "another_payout" | "refund_unknown" | "no_document" | "unknown_type")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
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
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                refundId?: string[];
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceiptFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readReceipt: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    printReceipt: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    printReceipts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                effectiveAt?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                effectiveAtTo?: string;
                kind?: ("receipt" | "reversal" | "refund" | "refund_returned" | "prior_loss" | "prior_restored" | "correction")[];
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
                refundId?: string[];
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["TooManyDocumentsOrValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeReceipts: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                correctsId?: string[];
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                refundId?: string[];
                reversesId?: string[];
                salesOrderId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listRefunds: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                gocardlessPaymentId?: string[];
                limit?: number;
                mandateId?: string[];
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                refundId?: string[];
                settled?: boolean[];
                /** @description By the order of the log when left out. */
                sort?: "createdAt" | "amount";
                status?: ("requested" | "refused" | "created" | "paid" | "failed" | "funds_returned" | "unknown")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RefundFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    identifyRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifyRefundBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifiedRefund"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["AlreadyIdentifiedOrIdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["UnknownCustomerOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeRefunds: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtFrom?: string;
                /** @description A time, or a day, which is the whole day in the time zone of the connection. */
                createdAtTo?: string;
                currency?: ("AUD" | "CAD" | "DKK" | "EUR" | "GBP" | "NZD" | "SEK" | "USD")[];
                customerId?: string[];
                gocardlessPaymentId?: string[];
                groupBy?: "status";
                mandateId?: string[];
                paymentId?: string[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                refundId?: string[];
                settled?: boolean[];
                status?: ("requested" | "refused" | "created" | "paid" | "failed" | "funds_returned" | "unknown")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listSalesOrders: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SalesOrderItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    placeSalesOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderPreview"] & {
                        position: string;
                    };
                };
            };
            /** @description Created */
            201: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedSalesOrder"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrReferenceTaken409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "due_date_too_early" | "mandate_not_usable" | "plan_does_not_add_up" | "unknown_customer" | "unknown_mandate" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    readSalesOrder: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SalesOrderItem"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeSalesOrders: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listScheduledPayments: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ScheduledPaymentItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readScheduledPayment: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledPaymentItem"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    changeScheduledPayment: {
        parameters: {
            query?: {
                /** @description Only say what would change. */
                dryRun?: boolean;
            };
            header?: never;
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedScheduledPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["AlreadySubmittedOrInstalmentCancelled409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "due_date_too_early" | "mandate_not_usable" | "plan_does_not_add_up" | "unknown_mandate" | "validation_failed";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    cancelScheduledPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledScheduledPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "cancellation_too_late" | "idempotency_key_reused" | "in_progress" | "read_only_access_token";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    retryScheduledPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedPayment"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "idempotency_key_reused" | "in_progress" | "read_only_access_token" | "retry_limit_reached" | "retry_not_allowed";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    submitScheduledPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submitted"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundOrNotFoundAtGocardless404"];
            /** @description Conflict */
            409: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "already_submitted" | "gocardless_access_refused" | "idempotency_key_reused" | "in_progress" | "instalment_cancelled" | "mandate_not_usable" | "no_mandate" | "payment_in_doubt" | "read_only_access_token";
                    };
                };
            };
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["GocardlessRefusedOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    importScheduledPaymentChanges: {
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
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedChanges"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            408: components["responses"]["TableTooSlowOrUploadBrokenOff408"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            /** @description Unprocessable Entity */
            422: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "broken_line" | "duplicate_column" | "hidden_column" | "macros" | "merged_cells" | "missing_column" | "no_lines" | "not_a_table" | "not_utf8" | "password_protected" | "table_too_large" | "too_many_lines" | "unknown_column" | "validation_failed" | "wrong_lines";
                    };
                };
            };
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeScheduledPayments: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    runScheduler: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
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
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulerRunFields"] & {
                        position: string;
                    };
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedWork"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFoundAtGocardless404"];
            409: components["responses"]["GocardlessAccessRefusedOrIdempotencyKeyReusedOrInProgress409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["GocardlessRefusedOrValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            /** @description Service Unavailable */
            503: {
                headers: {
                    "retry-after": components["headers"]["retry-after"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        code: "concurrent_change" | "gocardless_unavailable" | "read_model_behind" | "store_unavailable";
                    };
                };
            };
        };
    };
    search: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundThings"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["PublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SessionItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFields"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["LinkUsedOrUnauthorized401"];
            403: components["responses"]["CrossSite403"];
            409: components["responses"]["PublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    endSession: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeSessions: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readSimulator: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulatorFields"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    playMonth: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BegunMonth"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrNotAllowedNow409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    passTime: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key and body again get the first answer. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PassTimeBody"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "idempotency-replayed": components["headers"]["idempotency-replayed"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassedTime"] & {
                        position: string;
                    };
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["CrossSiteOrForbidden403"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["IdempotencyKeyReusedOrInProgressOrNotAllowedNow409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                customerId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
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
                refundId?: string;
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TimelineFields"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeTimeline: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                customerId?: string;
                /** @description As true then: a time such as 2026-03-31T12:00:00Z. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                effectiveAt?: string;
                mandateId?: string;
                paymentId?: string;
                payoutId?: string;
                /** @description Id or number of a receipt or one of its kin, or id of a payout booking. */
                receiptId?: string;
                refundId?: string;
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
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    listWork: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                /** @description The nextCursor or prevCursor of another page. */
                cursor?: string;
                /** @description All of it as a file, whatever Accept says. */
                format?: "csv" | "xlsx";
                kind?: ("scheduler_run" | "balance_import" | "balance_export")[];
                limit?: number;
                /** @description Oldest or lowest first, or last. */
                order?: "asc" | "desc";
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                /** @description By the order of the log when left out. */
                sort?: "startedAt" | "endedAt";
                startedBy?: string[];
                state?: ("running" | "done" | "failed")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkItem"][];
                        nextCursor: string | null;
                        prevCursor: string | null;
                    };
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "text/csv": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readWork: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItem"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            404: components["responses"]["NotFound404"];
            406: components["responses"]["NotAcceptable406"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    summarizeWork: {
        parameters: {
            query?: {
                /** @description Wait for this position, 2 s at most. */
                after?: string;
                /** @description As recorded: a time such as 2026-03-31T12:00:00Z, or a position. A day such as 2026-03-31 is meant with its whole in the time zone of the connection, which x-time-zone names. */
                asOf?: string;
                connectionId?: string;
                groupBy?: "kind" | "state";
                kind?: ("scheduler_run" | "balance_import" | "balance_export")[];
                /** @description Words, each a part of a name or reference, or an id. */
                q?: string;
                startedBy?: string[];
                state?: ("running" | "done" | "failed")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-after-reached": components["headers"]["x-after-reached"];
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    "x-time-zone": components["headers"]["x-time-zone"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSummary"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            403: components["responses"]["Forbidden403"];
            406: components["responses"]["NotAcceptable406"];
            422: components["responses"]["ValidationFailedOrZoneNeeded422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    readPortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayerPage"];
                };
            };
            401: components["responses"]["Unauthorized401"];
            409: components["responses"]["PublicUrlNeeded409"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    printPortalReceipt: {
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
            /** @description OK */
            200: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            401: components["responses"]["Unauthorized401"];
            404: components["responses"]["NotFound404"];
            409: components["responses"]["PublicUrlNeeded409"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ReadModelBehindOrStoreUnavailable503"];
        };
    };
    openPortal: {
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
            /** @description Created */
            201: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSession"];
                };
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            401: components["responses"]["PortalLinkNotValid401"];
            403: components["responses"]["CrossSite403"];
            409: components["responses"]["PublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    leavePortal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequestOrInvalidJson400"];
            403: components["responses"]["CrossSite403"];
            409: components["responses"]["PublicUrlNeeded409"];
            413: components["responses"]["TooLarge413"];
            415: components["responses"]["UnsupportedMediaType415"];
            422: components["responses"]["ValidationFailed422"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["ConcurrentChangeOrReadModelBehindOrStoreUnavailable503"];
        };
    };
    receiveWebhook: {
        parameters: {
            query?: never;
            header: {
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                "Webhook-Signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: Record<string, never>[];
                };
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidJsonOrNotADelivery400"];
            413: components["responses"]["TooLarge413"];
            498: components["responses"]["InvalidSignature498"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["StoreUnavailable503"];
        };
    };
    receiveWebhookFor: {
        parameters: {
            query?: never;
            header: {
                /** @description HMAC-SHA256 of the body, lower-case hex. */
                "Webhook-Signature": string;
            };
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: Record<string, never>[];
                };
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    "x-position": components["headers"]["x-position"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["InvalidJsonOrNotADelivery400"];
            413: components["responses"]["TooLarge413"];
            498: components["responses"]["InvalidSignature498"];
            500: components["responses"]["LogDamagedOrUnexpected500"];
            503: components["responses"]["StoreUnavailable503"];
        };
    };
}
