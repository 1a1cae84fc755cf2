import { Inject, Injectable } from '@nestjs/common';
import { Connections } from '../../application/connections/connections';
import { type AccessTokens } from '../../application/ports/gocardless';
import { SECRET_STORE, type SecretStore } from '../../application/ports/secret-store';

/** A connection's token from the secret store, with the environment that its stream says it belongs to. */
@Injectable()
export class ConnectionAccessTokens implements AccessTokens {
  constructor(
    private readonly connections: Connections,
    @Inject(SECRET_STORE) private readonly secrets: SecretStore,
  ) {}

  async find(connectionId: string) {
    const [connection, accessToken] = await Promise.all([
      this.connections.find(connectionId),
      this.secrets.accessToken(connectionId),
    ]);
    return connection === null || accessToken === null ? null : { environment: connection.environment, accessToken };
  }
}
