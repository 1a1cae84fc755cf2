import { Inject, Injectable } from '@nestjs/common';
import { Connections } from '../../../application/connections/connections';
import { SECRET_STORE, type SecretStore } from '../../../application/ports/secret-store';
import { type Environment } from '../../../domain/connections/events';

/** What the door must know of a connection. */
export interface LiveConnection {
  readonly connectionId: string;
  readonly environment: Environment;
  readonly webhookSecrets: readonly string[];
}

interface Reading {
  /** When it began, in milliseconds of this process. */
  readonly begun: number;
  readonly connections: readonly LiveConnection[];
}

/** A secret that another process took away is good for so long at most. */
const KEPT_MILLISECONDS = 2000;

/**
 * The webhook secrets of all connections, held in memory for moments: a delivery is checked without a question to the database. Many
 * requests that need a new reading share one.
 */
@Injectable()
export class LiveConnections {
  private last: Reading | null = null;
  private underWay: Promise<Reading> | null = null;
  private goodSince = 0;
  /** An environment never changes. */
  private readonly environments = new Map<string, Environment>();

  constructor(
    @Inject(SECRET_STORE) private readonly secrets: SecretStore,
    private readonly connections: Connections,
  ) {}

  /**
   * The first connection that `fits`. When none does, the secrets are read again before that is believed: they may have been changed,
   * in another process too.
   */
  async find(fits: (connection: LiveConnection) => boolean): Promise<LiveConnection | null> {
    const asked = performance.now();
    const known = await this.readingSince(asked - KEPT_MILLISECONDS);
    const found = known.connections.find(fits);
    if (found !== undefined || known.begun >= asked) return found ?? null;
    return (await this.readingSince(asked)).connections.find(fits) ?? null;
  }

  /** From now on nothing that was read before counts: secrets were changed in this process. */
  forget(): void {
    this.goodSince = performance.now();
  }

  private async readingSince(time: number): Promise<Reading> {
    for (;;) {
      if (this.last !== null && this.last.begun >= Math.max(time, this.goodSince)) return this.last;
      this.underWay ??= this.read().finally(() => {
        this.underWay = null;
      });
      this.last = await this.underWay;
    }
  }

  private async read(): Promise<Reading> {
    const begun = performance.now();
    const all = await Promise.all(
      (await this.secrets.all()).map(async ({ connectionId, webhookSecrets }) => {
        const environment = await this.environmentOf(connectionId);
        return environment === null ? [] : [{ connectionId, environment, webhookSecrets }];
      }),
    );
    return { begun, connections: all.flat() };
  }

  /** Null for one whose opening was broken off after its secrets were kept. */
  private async environmentOf(connectionId: string): Promise<Environment | null> {
    const known = this.environments.get(connectionId);
    if (known !== undefined) return known;
    const connection = await this.connections.find(connectionId);
    if (connection === null) return null;
    this.environments.set(connectionId, connection.environment);
    return connection.environment;
  }
}
