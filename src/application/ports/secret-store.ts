/** What we need to speak with GoCardless for a connection. Never part of an event, a log or an answer. */
export interface ConnectionSecrets {
  readonly accessToken?: string;
  /** All that hold from now on: more than one while a secret is being changed. */
  readonly webhookSecrets?: readonly string[];
}

/** Access tokens and webhook secrets, encrypted where they lie. */
export interface SecretStore {
  /**
   * Keeps the named secrets in place of the old ones and leaves the others as they are. `secret_in_use`: another connection has
   * one of these webhook secrets, so a webhook could not be told apart by it; nothing was kept then.
   */
  save(connectionId: string, secrets: ConnectionSecrets): Promise<'saved' | 'secret_in_use'>;
  accessToken(connectionId: string): Promise<string | null>;
  webhookSecrets(connectionId: string): Promise<readonly string[]>;
  /** Every connection that has a webhook secret, in order of its id. */
  all(): Promise<readonly { readonly connectionId: string; readonly webhookSecrets: readonly string[] }[]>;
}

export const SECRET_STORE = Symbol('SecretStore');
