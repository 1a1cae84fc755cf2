import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import { connectionDecider } from '../../domain/connections/connection-decider';
import { type Environment, type TokenAccess } from '../../domain/connections/events';
import { isRefusal, type Refusal, refuse } from '../../domain/shared/decider';
import { derivedId } from '../../domain/shared/identity';
import { Aggregates, type CommandContext, inStep, issued } from '../aggregates';
import { type EventStore, EVENT_STORE, type Position } from '../ports/event-store';
import {
  GOCARDLESS_ACCOUNTS,
  type GoCardlessAccounts,
  GoCardlessAccessRefused,
  type GoCardlessCreditor,
} from '../ports/gocardless';
import { READ_MODELS, ReadModelBehind, type ReadModels } from '../ports/queries';
import { WORKER_LOCKS, type WorkerLocks } from '../ports/worker-locks';
import { SECRET_STORE, type SecretStore } from '../ports/secret-store';

export interface ConnectionOpening {
  readonly name: string;
  readonly environment: Environment;
  readonly accessToken: string;
  readonly webhookSecrets: readonly string[];
  /** Needed where the token sees several creditors. */
  readonly creditorId?: string;
  /** A day in the time zone; today when left out. */
  readonly booksFrom?: string;
  readonly timeZone?: string;
}

export interface OpenedAnswer {
  readonly id: string;
  readonly creditorId: string;
  readonly creditorName: string;
  readonly access: TokenAccess;
  readonly position: Position;
}

/** What GoCardless says of a token: for whom it acts, and what it may do. */
export interface TokenTrial {
  readonly creditor: GoCardlessCreditor;
  readonly access: TokenAccess;
}

/** One token may see several creditors, whose books are apart: a person says which one is meant. */
export interface SeveralCreditorsRefusal extends Refusal {
  readonly code: 'several_creditors';
  readonly choices: readonly { readonly creditorId: string; readonly creditorName: string }[];
}

/** Connects a GoCardless account. The token is tried before anything is kept. */
export class OpenConnection extends Command<OpenedAnswer | Refusal | SeveralCreditorsRefusal> {
  constructor(
    readonly opening: ConnectionOpening,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenConnection)
export class OpenConnectionHandler implements ICommandHandler<OpenConnection> {
  constructor(
    private readonly aggregates: Aggregates,
    @Inject(GOCARDLESS_ACCOUNTS) private readonly accounts: GoCardlessAccounts,
    @Inject(SECRET_STORE) private readonly secrets: SecretStore,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(WORKER_LOCKS) private readonly locks: WorkerLocks,
  ) {}

  async execute({ opening, context }: OpenConnection): Promise<OpenedAnswer | Refusal | SeveralCreditorsRefusal> {
    const { environment, accessToken, creditorId = null } = opening;
    const trial = await tryToken(this.accounts, environment, accessToken, creditorId);
    if (isRefusal(trial)) return trial;
    // One at a time in all processes, since each connection gets a series of its own.
    const opened: (OpenedAnswer | Refusal)[] = [];
    await this.locks.whileHeld('opening-connections', new AbortController().signal, async () => {
      opened.push(await this.open(opening, trial, context));
    });
    const [answer] = opened;
    if (answer === undefined) throw new Error('The lock was given back before the connection was opened.');
    return answer;
  }

  private async open(
    { name, environment, accessToken, webhookSecrets, booksFrom, timeZone }: ConnectionOpening,
    { creditor, access }: TokenTrial,
    context: CommandContext,
  ): Promise<OpenedAnswer | Refusal> {
    const connectionId = connectionIdOf(environment, creditor);
    const { state } = await this.aggregates.load(connectionDecider, connectionId);
    if (state.status === 'open' && !state.processedCauseIds.includes(context.commandId)) {
      return alreadyConnected(creditor, connectionId);
    }
    const head = await this.store.head();
    await this.readModels.caughtUp(head);
    // Two connections with one series of receipt numbers could never be told apart again.
    if (!(await this.readModels.hasReached('connections', head))) throw new ReadModelBehind('connections');
    const others = (await this.readModels.connections()).filter((known) => known.connectionId !== connectionId).length;
    const command = {
      type: 'OpenConnection',
      connectionId,
      name,
      environment,
      creditorId: creditor.id,
      creditorName: creditor.name,
      receiptSeries: others === 0 ? 'R-' : `R${lettersOf(others)}-`,
      access,
      ...(booksFrom === undefined ? {} : { booksFrom }),
      ...(timeZone === undefined ? {} : { timeZone }),
    } as const;
    const allowed = connectionDecider.decide(issued(command, context), state);
    if (isRefusal(allowed)) return allowed;
    // Token and secrets are kept first: a connection that is open can always be used.
    const saved = await this.secrets.save(connectionId, { accessToken, webhookSecrets });
    if (saved === 'secret_in_use') {
      return refuse(
        'secret_in_use',
        'Another connection has this webhook secret; each needs its own.',
        'webhookSecrets',
      );
    }
    const opened = await this.aggregates.execute(connectionDecider, connectionId, command, context);
    if (isRefusal(opened)) return opened;
    const counted = await this.aggregates.execute(
      connectionDecider,
      connectionId,
      { type: 'ChangeWebhookSecrets', count: webhookSecrets.length },
      inStep(context, 'webhook-secrets'),
    );
    if (isRefusal(counted)) return counted;
    const { id: creditorId, name: creditorName } = creditor;
    return { id: connectionId, creditorId, creditorName, access, position: counted.position };
  }
}

/** Named after the creditor, so that no creditor can be connected twice. */
export function connectionIdOf(environment: Environment, creditor: GoCardlessCreditor): string {
  return derivedId('con', environment, creditor.id);
}

export function alreadyConnected(creditor: GoCardlessCreditor, connectionId: string): Refusal {
  return refuse('creditor_connected', `${creditor.id} is connected already, as ${connectionId}.`);
}

/**
 * Tries a token without changing anything, or says why it can not be used.
 *
 * @param creditorId whose books it is for; null = the only creditor that the token sees
 */
export async function tryToken(
  accounts: GoCardlessAccounts,
  environment: Environment,
  accessToken: string,
  creditorId: string | null,
): Promise<TokenTrial | Refusal | SeveralCreditorsRefusal> {
  const gocardless = accounts.withToken(environment, accessToken);
  try {
    const creditor = creditorAmong(await gocardless.creditors(), creditorId);
    if (isRefusal(creditor)) return creditor;
    return { creditor, access: (await gocardless.mayWrite()) ? 'read_write' : 'read_only' };
  } catch (error) {
    if (!(error instanceof GoCardlessAccessRefused)) throw error;
    return refuse('invalid_access_token', `GoCardless refuses the token: ${error.reason}.`, 'accessToken');
  }
}

function creditorAmong(
  creditors: readonly GoCardlessCreditor[],
  creditorId: string | null,
): GoCardlessCreditor | Refusal | SeveralCreditorsRefusal {
  if (creditorId !== null) {
    const named = creditors.find(({ id }) => id === creditorId);
    return named ?? refuse('other_creditor', `The token does not see creditor ${creditorId}.`, 'creditorId');
  }
  const [only, another] = creditors;
  if (only === undefined) {
    return refuse('invalid_access_token', 'The token belongs to an account without a creditor.', 'accessToken');
  }
  if (another === undefined) return only;
  const detail = 'This token sees several creditors. Say by creditorId whose books these are.';
  const choices = creditors.map(({ id, name }) => ({ creditorId: id, creditorName: name }));
  return { ...refuse('several_creditors', detail, 'creditorId'), code: 'several_creditors', choices };
}

/** 1 → B, 2 → C, …, 25 → Z, 26 → BA: a series of its own for each connection, never ending in a digit. */
function lettersOf(number: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (number % 26));
  return number < 26 ? letter : lettersOf(Math.floor(number / 26)) + letter;
}
